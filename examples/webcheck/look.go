package webcheck

import (
	"context"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// view is a way to look at a page.
type view struct {
	name  string
	width int64 // in CSS pixels
	print bool
	dark  bool
}

// sight is what was seen of a page: empty where all is well. What was seen in a view has its name before it.
type sight struct {
	Violations []string // what axe found
	Sideways   []string // what would have to be scrolled sideways, or is cut off
	Outside    []string // addresses that were asked for, other than the page's own
	Complaints []string // errors and warnings of the browser, of the content security policy among them
}

// look opens an address in a tab of its own and gives what is to be seen there in each view, one after the other, without
// loading it again. act, which may be nil, is run in the page before; what comes of it counts too. Where the page is to be
// seen without script, script is off while it loads, and on again for axe: what did not run then never does.
func look(tabs context.Context, address, axe string, script bool, views []view, act func(tab context.Context) error) (sight, error) {
	tab, closed := chromedp.NewContext(tabs)
	defer closed()
	var seen sight
	var lock sync.Mutex
	err := chromedp.Listen(tab, func(event any) {
		lock.Lock()
		defer lock.Unlock()
		seen.note(event, address)
	})
	if err != nil {
		return sight{}, err
	}
	err = chromedp.Do(tab,
		see(views[0]),
		command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !script}),
		chromedp.Navigate(address),
		command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: false}),
	)
	if err == nil && act != nil {
		err = act(tab)
	}
	if err != nil {
		return sight{}, err
	}
	if _, err := chromedp.Run(tab, chromedp.Evaluate[int](axe+";0")); err != nil {
		return sight{}, err
	}
	var violations, sideways []string
	for _, v := range views {
		if err := chromedp.Do(tab, see(v)); err != nil {
			return sight{}, err
		}
		wide, err := chromedp.Run(tab, chromedp.Evaluate[[]string](findWide))
		if err != nil {
			return sight{}, err
		}
		found, err := chromedp.Run(tab, chromedp.Evaluate[[]string](runAxe, chromedp.EvalAwaitPromise))
		if err != nil {
			return sight{}, err
		}
		sideways, violations = v.named(sideways, wide), v.named(violations, found)
	}
	lock.Lock()
	defer lock.Unlock()
	return sight{violations, sideways, seen.Outside, seen.Complaints}, nil
}

// named adds what was seen in a view to what was seen before.
func (v view) named(all, found []string) []string {
	for _, one := range found {
		all = append(all, v.name+": "+one)
	}
	return all
}

// see looks in another way at the page in a tab.
func see(v view) chromedp.Action[chromedp.Void] {
	media := emulation.SetEmulatedMediaParams{Media: "screen", Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "light"}}}
	if v.print {
		media.Media = "print"
	}
	if v.dark {
		media.Features[0].Value = "dark"
	}
	return chromedp.Steps(chromedp.EmulateViewport(v.width, 900), command(emulation.SetEmulatedMedia, media))
}

// command makes an action of a command that answers nothing.
func command[P any](c cdp.Command[P, cdp.Empty], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

// note takes down an event of the tab, if it tells of something that should not be.
func (s *sight) note(event any, own string) {
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if e.Request.URL != own && e.Request.URL != own+"favicon.ico" { // a browser asks for that one by itself
			s.Outside = append(s.Outside, e.Request.URL)
		}
	case *runtime.EventExceptionThrown:
		s.Complaints = append(s.Complaints, e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		s.Complaints = append(s.Complaints, "console."+string(e.Type))
	case *log.EventEntryAdded:
		s.Complaints = append(s.Complaints, string(e.Entry.Level)+": "+e.Entry.Text)
	}
}
