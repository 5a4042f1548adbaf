package activation_test

import (
	"os"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// setOf makes a set of the test documents and of one more file, whose document it gives; of the last one where there is none.
func setOf(t testing.TB, more ...string) (*schemas.Set, *schemas.Document) {
	t.Helper()
	files := append([]string{"testdata/six-items.yaml", "testdata/confidence.yaml", "testdata/worry.yaml", "testdata/faulty.yaml"}, more...)
	set := read(t, files...)
	all := set.Files()
	return set, all[len(all)-1].Document
}

// read makes a set of files.
func read(t testing.TB, files ...string) *schemas.Set {
	t.Helper()
	var docs []*schemas.Document
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, faults := schemas.Parse(file, src)
		if faults.HasErrors() {
			t.Fatal(faults)
		}
		docs = append(docs, doc)
	}
	set, faults := schemas.NewSet(docs...)
	if faults.HasErrors() {
		t.Fatal(faults)
	}
	return set
}

func fromSet(t testing.TB, ref string) *activation.Measure {
	t.Helper()
	set, _ := setOf(t)
	m, err := activation.FromSet(set, ref)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func pam(t testing.TB) *activation.Measure {
	t.Helper()
	const file = "../examples/measures/pam-prescored.yaml"
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	m, err := activation.Load(file, src)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func using(t testing.TB, m *activation.Measure, cut string) *activation.Measure {
	t.Helper()
	other, err := m.Using(cut)
	if err != nil {
		t.Fatal(err)
	}
	return other
}

// answer gives answers to the six items; nil is a blank.
func answer(t testing.TB, m *activation.Measure, values ...any) question.Answers {
	t.Helper()
	given := map[string]any{}
	for i, v := range values {
		given[[]string{"c1", "c2", "c3", "c4", "c5", "c6"}[i]] = v
	}
	answers, err := m.Questionnaire().Answers(given)
	if err != nil {
		t.Fatal(err)
	}
	return answers
}

func score(v float64) rule.Value { return rule.ValueOf(v) }

func on(text string) day.Day {
	d, err := day.Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}
