package plan_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// TestExportIsGolden holds what people read: the whole plan for the person, a redacted copy for the practice, and an empty plan, which shows
// every heading that is missing.
func TestExportIsGolden(t *testing.T) {
	w := shipped(t)
	for name, c := range map[string]struct {
		state  *plan.State
		reader string
	}{
		"mary":     {after(t, steps()...), plan.ForPerson},
		"practice": {after(t, steps()...), "gp_practice"},
		"empty":    {after(t, event{"e1", "2026-03-09", plan.Agreed{}}), plan.ForPerson},
	} {
		e, ok := w.standard.Export(c.state, c.reader)
		if !ok {
			t.Fatal(name)
		}
		doc := e.Page("My plan")
		if err := doc.Check(); err != nil {
			t.Error(name, err)
		}
		var md, html bytes.Buffer
		if err := doc.WriteMarkdown(&md); err != nil {
			t.Fatal(err)
		}
		if err := doc.WriteFragment(&html, page.Host{}); err != nil {
			t.Fatal(err)
		}
		src, err := json.MarshalIndent(e, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		golden(t, name+".md", md.Bytes())
		golden(t, name+".fragment.html", html.Bytes())
		golden(t, name+".json", append(src, '\n'))
		var again plan.Export
		if err := json.Unmarshal(src, &again); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(encoded(t, e), encoded(t, again)); diff != "" {
			t.Error(diff)
		}
		if !strings.Contains(md.String(), "Open Government Licence v3.0") || !strings.Contains(html.String(), "Open Government Licence v3.0") {
			t.Errorf("%s: the notice of the licence is missing", name)
		}
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", "export", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(read(t, file)), string(got)); diff != "" {
		t.Errorf("%s (write it anew with -update if this is meant): -want +got\n%s", file, diff)
	}
}

// TestEverySectionIsShown holds that no heading of the standard is passed over, whatever a plan holds.
func TestEverySectionIsShown(t *testing.T) {
	w := shipped(t)
	e, _ := w.standard.Export(after(t, event{"e1", "2026-03-09", plan.Agreed{}}), plan.ForPerson)
	var md strings.Builder
	if err := e.Page("My plan").WriteMarkdown(&md); err != nil {
		t.Fatal(err)
	}
	var sections, headings []string
	for _, s := range w.standard.Definition().Sections {
		sections = append(sections, s.ID)
		var within []string
		for _, h := range s.Headings {
			within, headings = append(within, h.ID), append(headings, h.Title)
		}
		if diff := cmp.Diff(plan.HeadingIDs(s.ID), within); diff != "" {
			t.Errorf("the standard leaves out headings of %s, or changes their order: %s", s.ID, diff)
		}
		headings = append(headings, s.Title)
	}
	if diff := cmp.Diff(plan.SectionIDs(), sections); diff != "" {
		t.Error(diff)
	}
	for _, title := range headings {
		if !strings.Contains(md.String(), "# "+title+"\n") {
			t.Errorf("the heading %q is not shown", title)
		}
	}
	if n := strings.Count(md.String(), "\nNothing is written down here yet."); n != 22 { // 7 of about me, 10 of the care plan, 5 sections
		t.Errorf("%d headings say that nothing stands there", n)
	}
}

func TestNoPlanNoExport(t *testing.T) {
	var none plan.State
	if e, ok := shipped(t).standard.Export(&none, plan.ForPerson); ok || e.Event != "" {
		t.Error(e)
	}
}
