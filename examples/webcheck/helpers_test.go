package webcheck

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/page"
)

// eyes are what a test looks with.
type eyes struct {
	tabs context.Context
	axe  string
}

// open starts a browser for a test. On a machine without one the test is skipped, but not in CI, where nobody would see it.
func open(t *testing.T) eyes {
	t.Helper()
	path, err := find()
	if err != nil {
		blind(t, err)
	}
	src, err := axe()
	if err != nil {
		blind(t, err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 8*time.Minute)
	tabs, stop := start(ctx, path, t.TempDir())
	t.Cleanup(func() { stop(); cancel() })
	return eyes{tabs, src}
}

func blind(t *testing.T, why error) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("the pages were not looked at: %v", why)
	}
	t.Skipf("SKIPPED: the pages were not looked at: %v", why)
}

// at looks at a page.
func (e eyes) at(t *testing.T, html string, v view, act func(tab context.Context) error) sight {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(html))
	}))
	defer server.Close()
	seen, err := look(e.tabs, server.URL+"/", e.axe, v, act)
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

// html writes the page of an aid.
func html(t *testing.T, mine decisionaid.Personal, words decisionaid.Words) string {
	t.Helper()
	var b bytes.Buffer
	if err := mine.Page(words).WriteHTML(&b, page.Host{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
