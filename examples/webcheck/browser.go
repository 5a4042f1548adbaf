package webcheck

import (
	"context"
	"errors"
	"os"
	"os/exec"

	"github.com/chromedp/chromedp"
)

// names are those that the browser goes by.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}

// find gives the path of a browser.
func find() (string, error) {
	if named := os.Getenv("CHROMIUM"); named != "" {
		return exec.LookPath(named)
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("there is no chromium in the PATH; install it, or name it in CHROMIUM")
}

// start gives a context in which every new tab is one of the same browser, until stop is called. The browser reaches this
// machine and no other. It runs without a sandbox, since CI is root, and so must show no page of strangers.
func start(ctx context.Context, path, profile string) (tabs context.Context, stop func()) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.UserDataDir(profile), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	ctx, stopped := chromedp.NewExecAllocator(ctx, options...)
	tabs, closed := chromedp.NewContext(ctx)
	return tabs, func() { closed(); stopped() }
}
