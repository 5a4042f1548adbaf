package policy_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// TestAsks asks for everything that keeps a finding open, in words, and answers it where the Ask says that the answer belongs.
func TestAsks(t *testing.T) {
	p, v := rights(t)
	f := p.Evaluate(policy.Given{})[0]
	var got []string
	who, answers := map[string]any{}, map[string]any{}
	values := map[string]any{"age": 40, "referred_by": "gp", "elective": true, "detained": false}
	for _, a := range p.Asks(f) {
		q := a.Question()
		got = append(got, fmt.Sprintf("%s %t %s", a.Name, a.Person, q.ID))
		if q.Words() == "" {
			t.Errorf("%s has no words", a.Name)
		}
		if a.Person {
			who[q.ID] = values[q.ID]
		} else {
			answers[q.ID] = values[q.ID]
		}
	}
	want := "person.age true age\nreferred_by false referred_by\nelective false elective\nperson.detained true detained"
	if strings.Join(got, "\n") != want {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
	facts, err := v.Of(who, today)
	if err != nil {
		t.Fatal(err)
	}
	told, err := p.Sheet().Of(answers)
	if err != nil {
		t.Fatal(err)
	}
	f = p.Evaluate(policy.Given{Person: facts, Answers: told})[0]
	if f.State != policy.Met || p.Asks(f) != nil {
		t.Errorf("%v asks %v", f, p.Asks(f))
	}
	strange := policy.Finding{Missing: []string{"activation.level", "no_such", "person.no_such", ".", "elective", "elective"}}
	if asks := p.Asks(strange); len(asks) != 1 || asks[0].Name != "elective" {
		t.Errorf("%v", asks)
	}
	if asks := policy.Asks(f, nil); asks != nil {
		t.Errorf("%v", asks)
	}
}

// TestAsksNothingOfWhatIsBrought holds that a name which a Use brings is no question about the person, even where a fact of theirs is called alike.
func TestAsksNothingOfWhatIsBrought(t *testing.T) {
	facts, err := os.ReadFile("testdata/ok/person-facts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	people, _ := schemas.Parse("person-facts.yaml", facts)
	doc, _ := schemas.Parse("offers.yaml", []byte("kind: support-offers\nid: offers\nversion: 1.0.0\ntitle: Offers\nuses: {person: person-facts@1}\n"+
		"criteria:\n  - {id: refresh, when: (activation.age > 2) and (person.age > 17), basis: local}\n"))
	set, _ := schemas.NewSet(doc, people)
	brought := policy.Use{Prefix: "activation.", Inputs: []rule.Input{{Name: "activation.age", Type: rule.Type{Kind: rule.Number, Hi: 100}}}}
	p, err := schemas.Build(set, policy.KindSupportOffers, "offers", policy.Builder(brought))
	if err != nil {
		t.Fatal(err)
	}
	vocabulary, err := person.FromSet(set, "person-facts")
	if err != nil {
		t.Fatal(err)
	}
	grown, err := vocabulary.Of(map[string]any{"age": 40}, today)
	if err != nil {
		t.Fatal(err)
	}
	for missing, who := range map[string]person.Facts{"[activation.age]": grown, "[activation.age person.age]": {}} {
		f := p.Evaluate(policy.Given{Person: who})[0]
		asks := p.Asks(f)
		slices.Sort(f.Missing)
		if fmt.Sprint(f.Missing) != missing || len(asks) != len(f.Missing)-1 || len(asks) == 1 && asks[0].Name != "person.age" {
			t.Errorf("%v asks %v", f.Missing, asks)
		}
	}
}

// TestFactsOfAnyVocabularyCount gives facts by the vocabulary that the policy was made ready with, and by one that was read anew.
func TestFactsOfAnyVocabularyCount(t *testing.T) {
	p, own := rights(t)
	_, other := rights(t)
	if own == other {
		t.Fatal("two sets share a vocabulary")
	}
	for _, values := range []map[string]any{
		{}, {"age": 40}, {"detained": true}, {"age": 40, "detained": false}, {"age": nil, "detained": map[string]any{"missing": "declined"}},
	} {
		var said []string
		for _, v := range []*person.Vocabulary{own, other} {
			who, err := v.Of(values, day.Day{})
			if err != nil {
				t.Fatal(err)
			}
			said = append(said, fmt.Sprintf("%+v", p.Evaluate(policy.Given{Person: who})[0]))
		}
		if said[0] != said[1] {
			t.Errorf("%v: %s\n%s", values, said[0], said[1])
		}
	}
}
