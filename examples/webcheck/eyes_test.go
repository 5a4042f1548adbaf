package webcheck

import (
	"bytes"
	"context"
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
)

// eyes are what a test looks with.
type eyes struct {
	tabs context.Context
	axe  string
}

// closing are what is to be done when all tests are over.
var closing []func()

// opened are the eyes of all tests: the first of them starts the browser.
var opened = sync.OnceValues(func() (eyes, error) {
	path, err := find()
	if err != nil {
		return eyes{}, err
	}
	src, err := axe()
	if err != nil {
		return eyes{}, err
	}
	profile, err := os.MkdirTemp("", "webcheck")
	if err != nil {
		return eyes{}, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), 8*time.Minute)
	tabs, stop := start(ctx, path, profile)
	closing = append(closing, func() { stop(); cancel(); _ = os.RemoveAll(profile) })
	return eyes{tabs, src}, chromedp.Do(tabs) // starts the browser, of which the tabs of all tests are then
})

// TestMain has four pages looked at at a time, unless -parallel says otherwise: a tab waits for half of its time.
func TestMain(m *testing.M) {
	_ = flag.Set("test.parallel", "4")
	code := m.Run()
	for _, act := range closing {
		act()
	}
	os.Exit(code)
}

// open gives the eyes. On a machine without a browser the test is skipped, but not in CI, where nobody would see it.
func open(t *testing.T) eyes {
	t.Helper()
	e, err := opened()
	switch {
	case err == nil:
	case os.Getenv("CI") == "true":
		t.Fatalf("the pages were not looked at: %v", err)
	default:
		t.Skipf("SKIPPED: the pages were not looked at: %v", err)
	}
	return e
}

// at looks at a page.
func (e eyes) at(t *testing.T, html string, script bool, views []view, act func(tab context.Context) error) sight {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(html))
	}))
	defer server.Close()
	seen, err := look(e.tabs, server.URL+"/", e.axe, script, views, act)
	if err != nil {
		t.Fatal(err)
	}
	return seen
}

// clean reports everything that was seen and should not be.
func (s sight) clean(t *testing.T) {
	t.Helper()
	for what, all := range map[string][]string{
		"axe": s.Violations, "sideways": s.Sideways, "outside": s.Outside, "the browser": s.Complaints,
	} {
		for _, one := range all {
			t.Errorf("%s: %s", what, one)
		}
	}
}

// html writes a page as a document of its own.
func html(t *testing.T, p page.Page) string {
	t.Helper()
	if err := p.Check(); err != nil {
		t.Error(err)
	}
	var b bytes.Buffer
	if err := p.WriteHTML(&b, page.Host{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
