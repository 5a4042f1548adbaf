package proms

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// TestNorms holds that the document of norms is without fault and that its scores say how they came about. Its cases were worked
// out by hand.
func TestNorms(t *testing.T) {
	src := read(t, "testdata/norms.yaml")
	if list := checked(t, "norms.yaml", src); len(list) > 0 {
		t.Error(list)
	}
	q := loaded(t, string(src))
	explained := q.Explain(someAnswers(t, q, map[string]any{"age": 44.9, "sex": "female", "q1": 6, "q2": 6}))
	for i, want := range map[int]string{
		1: "among people with sex female aged 18 to 44 the mean is 8 and the standard deviation 4\n  (12 - 8) / 4 = 1\n  50 + 10 * 1 = 60\n",
		3: "among people with sex female aged 18 to 44: 12 is at percentile 84",
	} {
		if !strings.Contains(explained[i].String(), want) {
			t.Errorf("%s\nwant %s", explained[i], want)
		}
	}
	for _, c := range []struct {
		given         map[string]any
		want, missing string
	}{
		{map[string]any{"q1": 6, "q2": 6}, "blank", "age sex"},
		{map[string]any{"age": 30, "sex": "male"}, "too_few", "q1 q2"},
		{map[string]any{"age": 70, "sex": "male", "q1": 1, "q2": 1}, "undefined", ""},
	} {
		r := q.Score(someAnswers(t, q, c.given))
		if s := scoreOf(t, r, "t"); s.Value.String() != c.want || strings.Join(s.Missing, " ") != c.missing || s.SE.Reason() == rule.Present {
			t.Errorf("%v: %+v, want %s without %s", c.given, s, c.want, c.missing)
		}
	}
	steps := q.Explain(someAnswers(t, q, map[string]any{"age": 70, "sex": "male", "q1": 1, "q2": 1}))[1].String()
	if !strings.Contains(steps, "no score: there are no norms for people of this age and sex") {
		t.Error(steps)
	}
}

// TestNormBounds holds that what is said of a score against norms before all is known holds for everybody: answers are left open,
// and the finding is compared with what it is for people who fill them in.
func TestNormBounds(t *testing.T) {
	q := loaded(t, string(read(t, "testdata/norms.yaml")))
	random := rand.New(rand.NewPCG(3, 5))
	scratch, known := q.NewScratch(), 0
	t10, err := q.Find("t")
	if err != nil {
		t.Fatal(err)
	}
	slot := q.scores[t10].value
	for range 3000 {
		whole := []float64{float64(random.IntN(100)), float64(random.IntN(2)), float64(random.IntN(11)), float64(random.IntN(11))}
		row := append([]float64(nil), whole...)
		for i := range row {
			if random.IntN(3) == 0 {
				row[i] = rule.NA(rule.Blank)
			}
		}
		copy(scratch.Items(), row)
		scratch.Score()
		before := scratch.Finding(0)
		if imputed := q.imputed(0, scratch.state.Frame()); before.State != 0 && !imputed {
			known++
			copy(scratch.Items(), whole)
			scratch.Score()
			if after := scratch.Finding(0); after != before && !rule.IsNA(scratch.state.Frame()[slot]) {
				t.Fatalf("%v: %v, and for %v %v", row, before, whole, after)
			}
		}
	}
	if known < 300 {
		t.Errorf("only %d were known", known)
	}
}

// TestWithNorms holds that a site brings norms that the document does not have, or others in their place.
func TestWithNorms(t *testing.T) {
	src := strings.Replace(string(read(t, "testdata/norms.yaml")), "norms:\n", "norms:\n  site: {score: total}\n", 1)
	src = strings.Replace(src, "norm: {from: made_up, as: t}\n    round: {places: 1, half: even}", "norm: {from: site, as: t}", 1)
	src = src[:strings.Index(src, "cases:")]
	q := loaded(t, src)
	answers := someAnswers(t, q, map[string]any{"q1": 6, "q2": 6})
	if s := scoreOf(t, q.Score(answers), "t"); s.Value.Reason() != rule.NotSupplied {
		t.Errorf("without norms: %v", s.Value)
	}
	mean, sd := 10.0, 4.0
	site, err := q.WithNorms(map[string]Norms{"site": {Score: "total", Rows: []NormRow{{Mean: &mean, SD: &sd}}}})
	if err != nil {
		t.Fatal(err)
	}
	if s := scoreOf(t, site.Score(someAnswers(t, site, map[string]any{"q1": 6, "q2": 6})), "t"); s.Value.String() != "55" || s.SE.String() != "5" || site.Digest() == q.Digest() {
		t.Errorf("with norms: %v ± %v", s.Value, s.SE)
	}
	sd = -1
	if _, err := q.WithNorms(map[string]Norms{"site": {Score: "total", Rows: []NormRow{{Mean: &mean, SD: &sd}}}}); err == nil || !strings.Contains(err.Error(), "norm-numbers") {
		t.Error(err)
	}
}

// TestNormsOfPersonFacts holds that age and sex come from the facts of the person, and that a person of whom nothing is known is
// not compared with anybody.
func TestNormsOfPersonFacts(t *testing.T) {
	src := string(read(t, "testdata/norms.yaml"))
	src = src[:strings.Index(src, "cases:")]
	src = strings.NewReplacer("title: A score", "uses: {person: person-facts@1}\ntitle: A score", "    age: age\n    sex: sex\n", "    age: person.age\n    sex: person.sex\n").Replace(src)
	doc, _ := schemas.Parse("norms.yaml", []byte(src))
	facts, _ := schemas.Parse("facts.yaml", read(t, "../examples/person-facts.yaml"))
	set, faults := schemas.NewSet(doc, facts)
	if faults.HasErrors() {
		t.Fatal(faults)
	}
	q, err := FromSet(set, "norms")
	if err != nil {
		t.Fatal(err)
	}
	who, err := person.FromSet(set, "person-facts")
	if err != nil {
		t.Fatal(err)
	}
	known, err := who.Of(map[string]any{"age": 30, "sex": "male"}, on(t, "2026-11-21"))
	if err != nil {
		t.Fatal(err)
	}
	answers := someAnswers(t, q, map[string]any{"q1": 6, "q2": 6})
	for want, given := range map[string]Given{"70": {Answers: answers, Person: known}, "not_supplied": {Answers: answers}} {
		r, err := q.ScoreWith(given)
		if s := scoreOf(t, r, "t"); err != nil || s.Value.String() != want {
			t.Errorf("got %v (%v), want %s", s.Value, err, want)
		}
	}
	scratch := q.NewScratch()
	for i, in := range q.Model().Inputs() {
		switch scratch.Inputs()[i] = rule.NA(rule.NotSupplied); in.Name {
		case "person.age":
			scratch.Inputs()[i] = 30
		case "person.sex":
			scratch.Inputs()[i] = 1
		case "q1", "q2":
			scratch.Inputs()[i] = 6
		}
	}
	scratch.Score()
	if v := scratch.Value(1).String(); v != "70" {
		t.Errorf("the row gives %s", v)
	}
}
