package standard_test

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/decisionaid/standard"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// TestFactsByHand holds facts that are more than whether a field is there against what they come to by hand.
func TestFactsByHand(t *testing.T) {
	half := 0.5
	twice := 2.0
	less, more := -0.1, 0.1
	for _, c := range []struct {
		name string
		do   func(d *decisionaid.Definition)
		fact string
		want float64 // -1 for a fact that nobody can tell
		at   string
	}{
		{"the hip aid", nil, "aid.options", 3, "/options"},
		{"the hip aid", nil, "aid.chances", 6, "/outcomes/0/estimates/0"},
		{"the hip aid", nil, "aid.denominators", 1, "/outcomes/0/shown_per"},
		{"one other denominator", func(d *decisionaid.Definition) { d.Outcomes[1].ShownPer = 1000 }, "aid.denominators", 2, "/outcomes/1/shown_per"},
		{"the hip aid", nil, "aid.least_numbers_share", 0, "/options/2"},
		{"numbers for all", func(d *decisionaid.Definition) {
			for i := range d.Outcomes {
				for k := range d.Outcomes[i].Estimates {
					e := &d.Outcomes[i].Estimates[k]
					e.Unknown, e.Count, e.Chance = "", nil, &decisionaid.Chance{Number: 0.5}
				}
			}
		}, "aid.least_numbers_share", 1, "/options/0"},
		{"no words", func(d *decisionaid.Definition) {
			for i := range d.Options {
				d.Options[i].Happens, d.Options[i].Experience, d.Options[i].Practical = "", nil, ""
			}
		}, "aid.least_words_share", -1, "/options"},
		{"four words and eight", func(d *decisionaid.Definition) {
			d.Options = d.Options[:2]
			d.Options[0] = decisionaid.Option{ID: "a", Happens: "one two three four", Practical: "five six seven eight"}
			d.Options[1] = decisionaid.Option{ID: "b", Experience: &decisionaid.Experience{Social: "one two three four"}}
		}, "aid.least_words_share", 0.5, "/options/1"},
		{"one option", func(d *decisionaid.Definition) { d.Options = d.Options[:1] }, "aid.least_words_share", -1, "/options"},
		{"half an experience", func(d *decisionaid.Definition) { d.Options[1].Experience = &decisionaid.Experience{Social: "x"} }, "aid.every_experience_whole", 0, "/options/1/experience"},
		{"half an experience", func(d *decisionaid.Definition) { d.Options[1].Experience = &decisionaid.Experience{Social: "x"} }, "aid.every_option_has_experience", 1, "/options/0/experience"},
		{"a relative risk below 1", effect(&half, nil), "aid.every_option_has_good", 1, "/options/0"},
		{"a relative risk above 1", effect(&twice, nil), "aid.every_option_has_good", 0, "/options/0"},
		{"a difference below 0", effect(nil, &less), "aid.every_option_has_good", 1, "/options/0"},
		{"a difference above 0", effect(nil, &more), "aid.every_option_has_good", 0, "/options/0"},
		{"a study that nobody read", func(d *decisionaid.Definition) { d.Outcomes[0].Estimates[0].Source.Verified = false }, "aid.chances_not_read", 1, "/outcomes/0/estimates/0/source"},
		{"a source without an address", func(d *decisionaid.Definition) { d.Sources = map[string]schemas.Source{"a/b": {Title: "A letter"}} }, "aid.every_source_findable", 0, "/sources/a~1b"},
		{"searched five years and a day ago", searched("2021-11-21"), "aid.years_since_search", 5, "/evidence/searched"},
		{"searched a day less than five years ago", searched("2021-11-23"), "aid.years_since_search", 4, "/evidence/searched"},
		{"searched on a leap day", searched("2024-02-29"), "aid.years_since_search", 2, "/evidence/searched"},
		{"searched tomorrow", searched("2026-11-23"), "aid.years_since_search", 0, "/evidence/searched"},
		{"searched some day", searched("spring"), "aid.years_since_search", -1, "/evidence/searched"},
		{"searched in another age", searched("1066-10-14"), "aid.years_since_search", -1, "/evidence/searched"},
		{"a review due today", func(d *decisionaid.Definition) { d.ReviewDue = "2026-11-22" }, "aid.review_overdue", 0, "/review_due"},
		{"a review due yesterday", func(d *decisionaid.Definition) { d.ReviewDue = "2026-11-21" }, "aid.review_overdue", 1, "/review_due"},
		{"no review due", func(d *decisionaid.Definition) { d.ReviewDue = "" }, "aid.review_overdue", -1, "/review_due"},
		{"100 words in 10 sentences of 130 syllables need 3.65 years of school", nil, "aid.reading_age", 9, "/reading_age"},
		{"a value for each outcome", func(d *decisionaid.Definition) {
			d.Outcomes, d.Values = d.Outcomes[:1], []decisionaid.Value{{About: d.Outcomes[0].ID}}
		}, "aid.outcomes_not_asked_about", 0, "/values"},
		{"nothing counted of doing nothing", nil, "aid.nothing_is_counted", 0, "/outcomes"},
		{"a chance of doing nothing", func(d *decisionaid.Definition) {
			d.Outcomes[1].Estimates[2] = decisionaid.EstimateDefinition{Option: "as_now", Count: &risk.Count{Events: 1, People: 9}}
		}, "aid.nothing_is_counted", 1, "/outcomes/1/estimates/2"},
		{"the hip aid", nil, "aid.tests", 0, "/test"},
		{"the hip aid", nil, "aid.test_compared", 0, "/test"},
	} {
		def := hip(t)
		if c.do != nil {
			c.do(def)
		}
		facts := standard.FactsOfDefinition(def, today)
		got, known := facts.Value(c.fact).Number()
		if known != (c.want >= 0) || known && !rule.Equal(got, c.want) {
			t.Errorf("%s: %s is %v, want %v", c.name, c.fact, facts.Value(c.fact), c.want)
		}
		if at := facts.At(c.fact); !slices.Contains(at, c.at) {
			t.Errorf("%s: %s points at %v, want %s", c.name, c.fact, at, c.at)
		}
	}
}

// effect leaves one risk, of which doing nothing is the start and each other option an effect.
func effect(rr, difference *float64) func(d *decisionaid.Definition) {
	return func(d *decisionaid.Definition) {
		d.Options = []decisionaid.Option{d.Options[0], d.Options[2]}
		start := decisionaid.EstimateDefinition{Option: "as_now", Chance: &decisionaid.Chance{Rule: "yearly"}}
		d.Outcomes = []decisionaid.Outcome{
			{ID: "harm", Kind: decisionaid.Risk, Estimates: []decisionaid.EstimateDefinition{{Option: "replacement", RelativeTo: "as_now", RR: rr, Difference: difference}, start}},
			{ID: "operation", Kind: decisionaid.Burden, Estimates: []decisionaid.EstimateDefinition{
				{Option: "replacement", Chance: &decisionaid.Chance{Number: 1}}, {Option: "as_now", Chance: &decisionaid.Chance{Number: 0}},
			}},
		}
	}
}

func searched(day string) func(d *decisionaid.Definition) {
	return func(d *decisionaid.Definition) {
		d.Evidence = &decisionaid.Evidence{Method: "We looked.", Searched: day}
	}
}

// TestFactsOfAnything holds that no definition breaks the reading of facts, that every fact has a place, and that what is known
// lies in its range.
func TestFactsOfAnything(t *testing.T) {
	count := 0
	look := func(def *decisionaid.Definition) {
		for _, asOf := range []day.Day{today, {}} {
			facts := standard.FactsOfDefinition(def, asOf)
			for _, f := range standard.Vocabulary() {
				v, known := facts.Value(f.Name).Number()
				if known && !(v >= f.Type.Lo && v <= f.Type.Hi) || math.IsNaN(v) {
					t.Errorf("%s is %v", f.Name, v)
				}
				if at := facts.At(f.Name); len(at) == 0 || !strings.HasPrefix(at[0], "/") {
					t.Errorf("%s points at %q", f.Name, at)
				}
				count++
			}
		}
	}
	look(&decisionaid.Definition{})
	look(&decisionaid.Definition{Options: make([]decisionaid.Option, 3), Outcomes: make([]decisionaid.Outcome, 2), Authorship: decisionaid.Authorship{Authors: make([]decisionaid.Author, 1)}})
	def := bowel(t)
	def.Test.Option = "nothing"
	def.Outcomes[0].Estimates = append(def.Outcomes[0].Estimates, decisionaid.EstimateDefinition{Option: "stranger", Count: &risk.Count{Events: 1}})
	look(def)
	if count == 0 {
		t.Error("there are no facts")
	}
	if v := standard.FactsOfDefinition(def, today).Value("aid.nothing"); v.Reason() != rule.NotSupplied {
		t.Errorf("a fact that there is not is %v", v)
	}
}

// TestFactsArePointers holds that the fields at which true facts are shown are there in the document of the aid.
func TestFactsArePointers(t *testing.T) {
	for _, doc := range shipped(t).All(decisionaid.Kind) {
		facts := standard.FactsOf(aid(t, doc.Ref()), today)
		for _, f := range standard.Vocabulary() {
			if v, known := facts.Value(f.Name).Number(); !known || v == 0 || f.Type.Kind != rule.Truth {
				continue
			}
			for _, at := range facts.At(f.Name) {
				if !there(doc.Root(), at) {
					t.Errorf("%s: %s is shown at %s, where there is nothing", doc.ID(), f.Name, at)
				}
			}
		}
	}
}

func there(n schemas.Node, at string) bool {
	for part := range strings.SplitSeq(strings.TrimPrefix(at, "/"), "/") {
		next, ok := n.Get(part)
		for i := range n.Len() {
			if n.Shape() == schemas.List && n.At(i).Pointer() == n.Pointer()+"/"+part {
				next, ok = n.At(i), true
			}
		}
		if !ok {
			return false
		}
		n = next
	}
	return true
}

// TestVocabulary holds that names differ, and that every fact says what it is and how to mend it.
func TestVocabulary(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range standard.Vocabulary() {
		if seen[f.Name] || !strings.HasPrefix(f.Name, "aid.") || f.Says == "" || !strings.HasSuffix(f.Mend, ".") || f.Type.Hi <= f.Type.Lo {
			t.Errorf("%+v", f)
		}
		seen[f.Name] = true
	}
}

func TestPage(t *testing.T) {
	const file = "FACTS.md"
	if *update {
		if err := os.WriteFile(file, []byte(standard.Page()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if string(read(t, file)) != standard.Page() {
		t.Error("FACTS.md is stale: go test ./decisionaid/standard -run Page -update")
	}
}
