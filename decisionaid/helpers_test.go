package decisionaid_test

import (
	"os"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/person"
)

// shipped reads the examples that people can use.
func shipped(t testing.TB) *schemas.Set {
	t.Helper()
	var files []*schemas.Document
	for _, name := range []string{"person-facts.yaml", "aids/atrial-fibrillation-stroke.yaml", "aids/carpal-tunnel.yaml", "aids/hip-osteoarthritis.yaml",
		"aids/localised-prostate-cancer.yaml", "aids/statin-primary-prevention.yaml"} {
		doc, faults := schemas.Parse(name, read(t, "../examples/"+name))
		if err := faults.Err(); err != nil {
			t.Fatal(err)
		}
		files = append(files, doc)
	}
	set, faults := schemas.NewSet(files...)
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	return set
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

func aid(t testing.TB, id string) (*decisionaid.Aid, *person.Vocabulary) {
	t.Helper()
	set := shipped(t)
	ready, err := decisionaid.FromSet(set, id)
	if err != nil {
		t.Fatal(err)
	}
	facts, err := person.FromSet(set, "person-facts")
	if err != nil {
		t.Fatal(err)
	}
	return ready, facts
}

func who(t testing.TB, facts *person.Vocabulary, values map[string]any) person.Facts {
	t.Helper()
	known, err := facts.Of(values, day.Day{})
	if err != nil {
		t.Fatal(err)
	}
	return known
}

// woman76 is the golden patient of the atrial fibrillation aid.
func woman76() map[string]any {
	return map[string]any{
		"age": 76, "sex": "female", "hypertension": true, "diabetes": true, "heart_failure": false, "had_stroke": false,
		"vascular_disease": false, "mechanical_valve": false,
	}
}

func estimate(t testing.TB, p decisionaid.Personal, outcome, option string) decisionaid.Estimate {
	t.Helper()
	e, err := p.Estimate(outcome, option)
	if err != nil {
		t.Fatal(err)
	}
	return e
}
