package standard_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/standard"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

var update = flag.Bool("update", false, "write the page of facts and the reports anew")

// TestReportsOfShippedAids holds the reports of every shipped aid under every shipped standard. A report changes with its aid: look
// at what changed, and then run the test with -update.
func TestReportsOfShippedAids(t *testing.T) {
	for _, doc := range shipped(t).All(decisionaid.Kind) {
		facts := standard.FactsOf(aid(t, doc.Ref()), today)
		var text strings.Builder
		for _, s := range shipped(t).All(standard.Kind) {
			text.WriteString(ready(t, s.Ref()).Report(facts, nil).Text() + "\n")
		}
		file := "testdata/reports/" + doc.ID() + ".txt"
		if *update {
			if err := os.WriteFile(file, []byte(text.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(string(read(t, file)), text.String()); diff != "" {
			t.Errorf("%s (- there, + now):\n%s", file, diff)
		}
		if strings.Contains(strings.ToLower(text.String()), "certified") {
			t.Errorf("%s claims a certificate", file)
		}
	}
}

// TestRoundTrip holds that a report in JSON is stable and decodes to the same report, from many goroutines at once.
func TestRoundTrip(t *testing.T) {
	s := ready(t, "ipdas-v4")
	said := []standard.Attestation{word("equal_detail", true), word("patient_test", false), {Fact: "patient_review"}}
	var all sync.WaitGroup
	for _, facts := range []standard.Facts{
		standard.FactsOf(aid(t, "hip-osteoarthritis"), today), standard.FactsOf(nil, day.Day{}), {},
		standard.FactsOfDefinition(&decisionaid.Definition{}, today),
	} {
		all.Go(func() {
			r := s.Report(facts, said)
			text, err := json.Marshal(r)
			if err != nil {
				t.Error(err)
			}
			var back standard.Report
			if err := json.Unmarshal(text, &back); err != nil {
				t.Errorf("%v in %s", err, text)
			}
			if again, _ := json.Marshal(back); !bytes.Equal(text, again) || !reflect.DeepEqual(r, back) {
				t.Errorf("%s\n%s\n%s", cmp.Diff(r, back), text, again)
			}
			if second, _ := json.Marshal(s.Report(facts, said)); !bytes.Equal(text, second) {
				t.Error("two reports of the same differ")
			}
		})
	}
	all.Wait()
}

// TestWarnings holds that the author of an aid is told where and how to mend it, and that criteria which are met are not spoken of.
func TestWarnings(t *testing.T) {
	src := string(read(t, examples+"aids/hip-osteoarthritis.yaml"))
	for _, line := range []string{"funding: ", "      social: "} {
		at := strings.Index(src, "\n"+line)
		if at < 0 {
			t.Fatalf("the hip aid has no %q", line)
		}
		src = src[:at] + src[at+1+strings.Index(src[at+1:], "\n"):]
	}
	doc, faults := schemas.Parse("hip.yaml", []byte(src))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	vocabulary, _ := schemas.Parse("person-facts.yaml", read(t, examples+"person-facts.yaml"))
	set, _ := schemas.NewSet(doc, vocabulary)
	changed, err := decisionaid.FromSet(set, "hip-osteoarthritis")
	if err != nil {
		t.Fatal(err)
	}
	r := ready(t, "ipdas-v4").Report(standard.FactsOf(changed, today), nil)
	list := r.Warnings(doc)
	found := map[string]diag.Diagnostic{}
	for _, d := range list {
		if d.Hint == "" || d.Span.Start.Line == 0 || d.Severity == diag.Error {
			t.Errorf("%v", d)
		}
		found[string(d.Code)+" "+d.Path] = d
	}
	for want, hint := range map[string]string{
		"standard-not-met /funding":                       "Say under `funding:` who paid",
		"standard-doubt /options/0/experience":            "Fill in all three",
		"standard-unknown /development/patient_needs":     "Add `patient_needs:`",
		"standard-unknown /options":                       "Let somebody look",
		"standard-doubt /options/2":                       "Give the numbers that are known",
		"standard-unknown /development/improves_match":    "Add `improves_match:`",
		"standard-unknown /development/patient_review":    "who, when and evidence",
		"standard-unknown /development/professional_test": "who, when and evidence",
	} {
		if d, ok := found[want]; !ok || !strings.Contains(d.Hint, hint) {
			t.Errorf("%s: %v", want, d)
		}
	}
	if f := finding(t, r, "c6"); f.State != policy.NotMet || !strings.Contains(r.Text(), "/funding: Say under `funding:`") {
		t.Errorf("%+v", f)
	}
	if f := finding(t, r, "k6"); f.State != policy.Met || len(f.Doubts) != 1 {
		t.Errorf("%+v", f)
	}
	bare := r.Warnings(nil)
	if len(bare) != len(list) || bare[0].Path == "" {
		t.Errorf("%d diagnostics without places, %d with", len(bare), len(list))
	}
	if r.Warnings(nil)[0].Span != (diag.Span{}) {
		t.Error("a place out of nowhere")
	}
}

func TestExplain(t *testing.T) {
	s, facts := ready(t, "his-checklist"), standard.FactsOfDefinition(hip(t), today)
	steps := s.Explain(facts, nil, "n7")
	if len(steps) < 2 || !strings.Contains(steps[0], "9 <= 11") || !strings.Contains(steps[len(steps)-1], "met (for_direct_use)") {
		t.Errorf("%q", steps)
	}
	if s.Explain(facts, nil, "nothing") != nil {
		t.Error("there is no such criterion")
	}
	if _, found := (standard.Report{}).Finding("n7"); found {
		t.Error("a finding of an empty report")
	}
	if section, found := s.Report(facts, nil).Section("process"); !found || section.Counts.Met != 3 {
		t.Errorf("%+v", section)
	}
	if _, found := s.Report(facts, nil).Section("nothing"); found {
		t.Error("there is no such section")
	}
}

// TestOnlyWhatSpeaksIsShown holds that a finding points at what decided it, not at all that it reads.
func TestOnlyWhatSpeaksIsShown(t *testing.T) {
	s := ready(t, "ipdas-v4")
	facts := func(do func(d *decisionaid.Definition)) standard.Facts {
		def := hip(t)
		do(def)
		return standard.FactsOfDefinition(def, today)
	}
	for _, c := range []struct {
		id   string
		do   func(d *decisionaid.Definition)
		want string
	}{
		{"k3", func(d *decisionaid.Definition) { d.Options[0].Happens = "" }, "aid.every_option_described"},
		{"k3", func(d *decisionaid.Definition) { d.Options = d.Options[2:] }, "aid.options"},
		{"c2", func(d *decisionaid.Definition) { d.Outcomes[0].Estimates[0].Source = nil }, "aid.chances_without_source"},
		{"c2", func(d *decisionaid.Definition) { d.Sources = nil }, "aid.sources"},
		{"q1", func(d *decisionaid.Definition) {}, "aid.has_natural_course"},
		{"q21", func(d *decisionaid.Definition) { d.ReadingAge = 7 }, "aid.reading_age_kept"},
	} {
		f := finding(t, s.Report(facts(c.do), nil), c.id)
		if len(f.Places) != 1 || f.Places[0].Fact != c.want {
			t.Errorf("%s: %+v, want %s", c.id, f.Places, c.want)
		}
	}
	many := facts(func(d *decisionaid.Definition) {
		for range 12 {
			d.Authors = append(d.Authors, decisionaid.Author{Name: "A"})
		}
	})
	if p := finding(t, s.Report(many, nil), "q20").Places[0]; len(p.At) != 8 || p.More != 4 {
		t.Errorf("%+v", p)
	}
}

// BenchmarkCheck is the check of one aid with all standards: its facts, and a report with words under each. Beside it stands a
// hand-written look at the six qualifying criteria, without reasons.
func BenchmarkCheck(b *testing.B) {
	a := aid(b, "hip-osteoarthritis")
	var made []*standard.Standard
	for _, doc := range shipped(b).All(standard.Kind) {
		made = append(made, ready(b, doc.Ref()))
	}
	b.Run("handwritten", func(b *testing.B) {
		for b.Loop() {
			if !qualifies(a.Definition()) {
				b.Fatal("the hip aid does not qualify")
			}
		}
	})
	b.Run("facts", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			standard.FactsOf(a, today)
		}
	})
	b.Run("standards", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			facts := standard.FactsOf(a, today)
			for _, s := range made {
				if s.Report(facts, nil).Text() == "" {
					b.Fatal("no words")
				}
			}
		}
	})
}

// qualifies is the first section of IPDAS by hand.
func qualifies(d *decisionaid.Definition) bool {
	waits := false
	for _, o := range d.Options {
		waits = waits || o.Kind.Waits()
		if o.Happens == "" || o.Experience == nil {
			return false
		}
	}
	kinds := map[decisionaid.OutcomeKind]bool{}
	for _, o := range d.Outcomes {
		kinds[o.Kind] = true
	}
	return waits && d.Condition != nil && d.Condition.Summary != "" && strings.HasSuffix(d.Decision, "?") && len(d.Options) > 1 &&
		kinds[decisionaid.Benefit] && (kinds[decisionaid.Risk] || kinds[decisionaid.Burden])
}
