package page_test

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
)

var update = flag.Bool("update", false, "write the golden files of testdata anew")

// shapes are all the ways in which a page is written.
var shapes = []struct {
	ending string
	write  func(page.Page, io.Writer) error
}{
	{"html", func(p page.Page, w io.Writer) error { return p.WriteHTML(w, page.Host{}) }},
	{"fragment.html", func(p page.Page, w io.Writer) error {
		return p.WriteFragment(w, page.Host{Prefix: "clinic", Level: 2, Classes: map[page.Hook]string{page.HookNote: "card card--big"}})
	}},
	{"md", page.Page.WriteMarkdown},
	{"txt", page.Page.WriteText},
}

func written(tb testing.TB, p page.Page, write func(page.Page, io.Writer) error) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := write(p, &b); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func TestGolden(t *testing.T) {
	welsh := every(t)
	welsh.Language, welsh.Words = "cy", page.Welsh()
	arabic := page.Page{Title: "القرار", Language: "ar", Blocks: []page.Block{
		page.Section{Title: "ما هو معروف", Blocks: []page.Block{
			page.Paragraph{Text: page.Say("72 من كل 1000")}, page.Paragraph{Text: page.Own("I want to walk my dog")},
		}},
	}}
	for name, p := range map[string]page.Page{"hip": hip(t), "every": every(t), "welsh": welsh, "arabic": arabic} {
		for _, shape := range shapes {
			file := filepath.Join("testdata", name+"."+shape.ending)
			got := written(t, p, shape.write)
			if again := written(t, p, shape.write); !bytes.Equal(got, again) {
				t.Errorf("%s: the same page gave other bytes", file)
			}
			if *update {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), string(got)); d != "" {
				t.Errorf("%s (write it anew with -update if this is meant): -want +got\n%s", file, d)
			}
		}
		if err := p.Check(); err != nil && name != "every" && name != "welsh" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
