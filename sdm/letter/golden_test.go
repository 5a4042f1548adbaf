package letter_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
)

var update = flag.Bool("update", false, "write the golden files of testdata anew")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// goldenPage holds what people read, in Markdown and HTML, and that every block can be shown.
func goldenPage(t *testing.T, name string, p page.Page) {
	t.Helper()
	if err := p.Check(); err != nil {
		t.Error(err)
	}
	var md, html bytes.Buffer
	if err := p.WriteMarkdown(&md); err != nil {
		t.Fatal(err)
	}
	if err := p.WriteFragment(&html, page.Host{}); err != nil {
		t.Fatal(err)
	}
	golden(t, name+".md", md.Bytes())
	golden(t, name+".fragment.html", html.Bytes())
}

func encoded(t *testing.T, v any) []byte {
	t.Helper()
	src, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(src, '\n')
}

func TestLettersAreGolden(t *testing.T) {
	r := record(t, rich()...)
	about := options(t)
	about.Talk = "talk"
	since := options(t)
	since.Since = date("2026-05-01")
	for name, o := range map[string]letter.Options{"letter": options(t), "about": about, "since": since, "bare": {}} {
		l := write(t, r, o)
		goldenPage(t, name, l.Page(letter.Words{}))
		src := encoded(t, l)
		golden(t, name+".json", src)
		var again letter.Letter
		if err := json.Unmarshal(src, &again); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(l, again); diff != "" {
			t.Errorf("%s does not come back from JSON: %s", name, diff)
		}
	}
}

// clinical is what the host knows of the rich record.
func clinical(t testing.TB) letter.Clinical {
	t.Helper()
	return letter.Clinical{
		Options: options(t), Reader: "gp_practice", Problems: []string{"Osteoarthritis of the left hip"},
		Contact: letter.ContactDetails{Responsible: "Dr A. Okafor", Location: "Room 4", Method: "Face to face"},
	}
}

func TestSummariesAreGolden(t *testing.T) {
	r := record(t, rich()...)
	for name, c := range map[string]letter.Clinical{"summary": clinical(t), "summary-bare": {}} {
		s, err := letter.Summarise(r, c)
		if err != nil {
			t.Fatal(err)
		}
		goldenPage(t, name, s.Page(""))
		src := encoded(t, s)
		golden(t, name+".json", src)
		var again letter.Summary
		if err := json.Unmarshal(src, &again); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(s, again); diff != "" {
			t.Errorf("%s does not come back from JSON: %s", name, diff)
		}
	}
}
