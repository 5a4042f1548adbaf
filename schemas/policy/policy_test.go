package policy_test

import (
	"errors"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/kindtest"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var today = day.New(2026, 11, 21)

// goodSet is the set of testdata/ok with one more document, or none.
func goodSet(t testing.TB, more ...string) *schemas.Set {
	t.Helper()
	var docs []*schemas.Document
	for _, name := range append([]string{"testdata/ok/rights.yaml", "testdata/ok/person-facts.yaml"}, more...) {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, _ := schemas.Parse(name, src)
		docs = append(docs, doc)
	}
	set, _ := schemas.NewSet(docs...)
	return set
}

func rights(t testing.TB) (*policy.Policy, *person.Vocabulary) {
	t.Helper()
	set := goodSet(t)
	p, err := policy.FromSet(set, "rights@1")
	if err != nil {
		t.Fatal(err)
	}
	v, err := person.FromSet(set, "person-facts@1")
	if err != nil {
		t.Fatal(err)
	}
	return p, v
}

func TestGoodDocumentIsSilent(t *testing.T) {
	set := goodSet(t)
	doc, err := set.Find(policy.KindChoiceRights, "rights")
	if err != nil {
		t.Fatal(err)
	}
	if list := policy.Check(set, doc, schemas.CheckOptions{AsOf: today}); len(list) > 0 {
		t.Error(list)
	}
}

// TestBadDocuments holds the files of testdata/bad to what they say of themselves, beside the documents that they use.
func TestBadDocuments(t *testing.T) {
	kind := kindtest.Kind[policy.Policy]{
		Check: func(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
			return policy.Check(set, doc, options)
		},
		FromSet: func(set *schemas.Set, ref string) (*policy.Policy, error) { return policy.FromSet(set, ref) },
		Options: schemas.CheckOptions{AsOf: today}, With: goodSet(t).All(""),
	}
	for _, complaint := range kind.Bad(os.DirFS("testdata/bad")) {
		t.Error(complaint)
	}
}

func TestStructsAndSchemasNameTheSameKeys(t *testing.T) {
	for _, kind := range policy.Kinds {
		for _, mismatch := range schemas.Mismatches(kind, policy.Definition{}) {
			t.Error(mismatch)
		}
	}
	for _, mismatch := range schemas.Mismatches("criterion", policy.Criterion{}) {
		t.Error(mismatch)
	}
}

func TestEvaluate(t *testing.T) {
	p, v := rights(t)
	who, err := v.Parse([]byte(`{"age": 40, "detained": false}`), today)
	if err != nil {
		t.Fatal(err)
	}
	answers, err := p.Sheet().Parse([]byte(`{"referred_by": "gp", "elective": true, "waited": 16}`))
	if err != nil {
		t.Fatal(err)
	}
	found := p.Evaluate(policy.Given{Person: who, Answers: answers})
	act := schemas.Cite{Ref: "act", Verified: true}
	want := []policy.Finding{
		{
			ID: "first_provider", Title: "Choose where to go", State: policy.Met, Because: "A planned referral carries the right.",
			Gives: "Any suitable provider.", NextStep: "Ask which provider the person prefers.", IfDenied: "Write to the board.",
			Basis: "law", Source: &act,
		},
		{
			ID: "waiting", Title: "Waiting too long", State: policy.Met, Level: "near", DecidedBy: "near", Because: "Waits are limited.",
			Basis: "law", Source: &schemas.Cite{Ref: "act", At: "section 48", Verified: true},
		},
	}
	if diff := cmp.Diff(want, found, cmp.AllowUnexported(rule.Value{})); diff != "" {
		t.Error(diff)
	}
	detained, _ := who.With("detained", true)
	f := p.Evaluate(policy.Given{Person: detained})[0]
	if f.State != policy.NotMet || f.DecidedBy != "detained" || f.Because != "The right does not cover people who are detained." ||
		f.Source.At != "section 41" || f.Source.Verified || f.Gives != "" || f.NextStep != "" {
		t.Errorf("%+v", f)
	}
	f = p.Evaluate(policy.Given{})[0]
	if f.State != policy.Unknown || f.Reason != rule.NotSupplied || f.Because != "" ||
		strings.Join(f.Missing, " ") != "person.age referred_by elective person.detained" {
		t.Errorf("%+v", f)
	}
	steps := p.Explain(policy.Given{Person: who, Answers: answers}, "first_provider")
	if len(steps) != 4 || !strings.Contains(steps[0], "40") || steps[3] != "first_provider: met" {
		t.Errorf("%q", steps)
	}
	if p.Explain(policy.Given{}, "no_such") != nil {
		t.Error("an unknown criterion is explained")
	}
}

func TestAnswersOfAnotherCopyCount(t *testing.T) {
	p, _ := rights(t)
	other, _ := rights(t)
	answers, err := other.Sheet().Of(map[string]any{"waited": 50})
	if err != nil {
		t.Fatal(err)
	}
	if f := p.Evaluate(policy.Given{Answers: answers})[1]; f.State != policy.Met {
		t.Errorf("%+v", f)
	}
}

func TestAnswersToAnotherDocumentAreInvalid(t *testing.T) {
	p, _ := rights(t)
	elsewhere := question.NewSheet(question.Source{
		Document: "elsewhere", Questions: []question.Question{{ID: "waited", Number: &question.Number{Unit: "weeks", Range: [2]float64{0, 520}}}},
	}, diag.NewReporter(nil))
	answers, err := elsewhere.Of(map[string]any{"waited": 50})
	if err != nil {
		t.Fatal(err)
	}
	if f := p.Evaluate(policy.Given{Answers: answers})[1]; f.State != policy.Unknown || f.Reason != rule.Invalid {
		t.Errorf("%+v", f)
	}
}

func TestFromSet(t *testing.T) {
	set := goodSet(t)
	if _, err := policy.FromSet(set, "no-such"); !errors.Is(err, schemas.ErrNotFound) {
		t.Error(err)
	}
	p, err := policy.FromSet(set, "rights")
	if err != nil || p.ID() != "rights" || p.Version() != "1.0.0" || !strings.HasPrefix(p.Digest(), "sha256:") ||
		p.Title() == "" || p.Set().Len() != 2 || p.Definition().Criteria[0].ID != "first_provider" {
		t.Errorf("%v", err)
	}
	if _, err := policy.Load("x.yaml", []byte("kind: questionnaire\nid: x\nversion: 1.0.0\ntitle: X\n")); err == nil {
		t.Error("a questionnaire was read as a policy")
	}
	if _, err := policy.Load("x.yaml", []byte("")); err == nil {
		t.Error("nothing was read as a policy")
	}
}

const offers = `
kind: support-offers
id: offers
version: 1.0.0
title: Offers
criteria:
  - id: coaching
    when: activation.level in ["low", "middle"]
    order: |
      activation.level == "low" ? 1 : 5
    intensity: high
    basis: local
  - id: groups
    when: activation.score < 80
    order: "2"
    basis: local
  - id: talk
    when: not answered(activation.level)
    basis: local
  - id: leaflet
    when: "true"
    basis: local
  - id: peer
    when: activation.score >= 90
    order: "1"
    basis: local
cases:
  - name: low
    given: {activation.level: low, activation.score: 20}
    expect: {coaching: met, groups: met, talk: not_met, leaflet: met, peer: not_met}
`

// activationUse is what a program may bring from an activation measure.
func activationUse() policy.Use {
	level := rule.Type{Kind: rule.Code, Set: "level", Hi: 2, Step: 1, Options: []rule.Option{{ID: "low"}, {ID: "middle", Value: 1}, {ID: "high", Value: 2}}}
	return policy.Use{Prefix: "activation.", Inputs: []rule.Input{
		{Name: "activation.level", Type: level},
		{Name: "activation.score", Type: rule.Type{Kind: rule.Number, Hi: 100}},
	}}
}

func TestOffersAreRankedAndUsesAreFilled(t *testing.T) {
	doc, list := schemas.Parse("offers.yaml", []byte(strings.TrimSpace(offers)))
	if len(list) > 0 {
		t.Fatal(list)
	}
	set, _ := schemas.NewSet(doc)
	p, err := schemas.Build(set, policy.KindSupportOffers, "offers", policy.Builder(activationUse()))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		used map[string]any
		want string
	}{
		{map[string]any{"activation.level": "low", "activation.score": 20}, "coaching=1 groups=2 leaflet | | talk peer"},
		{map[string]any{"activation.level": "middle", "activation.score": rule.ValueOf(50)}, "groups=2 coaching=5 leaflet | | talk peer"},
		{map[string]any{"activation.level": nil, "activation.score": rule.MissingValue(rule.TooFew)}, "talk leaflet | coaching groups peer |"},
		{map[string]any{"activation.level": "lowest", "activation.score": 1000}, "talk leaflet | coaching groups peer |"},
		{map[string]any{"referred_by": "low"}, "talk leaflet | coaching groups peer |"},
		{nil, "talk leaflet | coaching groups peer |"},
	} {
		var parts [3][]string
		for _, f := range policy.Rank(p.Evaluate(policy.Given{Used: c.used})) {
			name := f.ID
			if order, ok := f.Order.Number(); ok {
				name += "=" + rule.FormatNumber(order)
			}
			at := map[policy.State]int{policy.Met: 0, policy.Unknown: 1, policy.NotMet: 2}[f.State]
			parts[at] = append(parts[at], name)
		}
		got := strings.TrimSpace(strings.Join(parts[0], " ")+" | "+strings.Join(parts[1], " ")) + " | " + strings.Join(parts[2], " ")
		if got = strings.TrimSpace(strings.ReplaceAll(got, "|  |", "| |")); got != c.want {
			t.Errorf("%v: got  %s\nwant %s", c.used, got, c.want)
		}
	}
	if f := p.Evaluate(policy.Given{Used: map[string]any{"activation.level": "low", "activation.score": 20}})[0]; f.Intensity != "high" {
		t.Errorf("%+v", f)
	}
}

func TestManyGoroutinesShareAPolicy(t *testing.T) {
	p, v := rights(t)
	var all sync.WaitGroup
	for age := range 32 {
		all.Go(func() {
			who, err := v.Of(map[string]any{"age": age, "detained": true}, today)
			if err != nil {
				t.Error(err)
			}
			want := policy.NotMet
			if age < 16 {
				want = policy.NotApplicable
			}
			if f := p.Evaluate(policy.Given{Person: who})[0]; f.State != want {
				t.Errorf("%d: %v", age, f)
			}
		})
	}
	all.Wait()
}
