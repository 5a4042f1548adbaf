package proms

import (
	"math/rand/v2"
	"os"
	"sync"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// shippedIDs are the instruments in examples.
var shippedIDs = []string{
	"phq-9", "gad-7", "semcd-6", "phq-8", "phq-2", "phq-4", "phq-15", "gad-2",
	"rand-36", "mrc-dyspnoea", "pain-0-10", "my-activities",
	"k10", "k6", "eq-5d-3l", "eq-5d-5l", "oxford-hip-score", "oxford-knee-score",
	"koos", "hoos", "qlq-c30", "dlqi", "odi", "quickdash", "who-5", "audit-c", "pro-ctcae-grades",
	"ons4", "ucla-3", "sils", "medical-forms-confidence", "named-concerns",
}

func read(t testing.TB, file string) []byte {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// source reads the file of an instrument in examples.
func source(t testing.TB, id string) []byte {
	t.Helper()
	return read(t, sourceOf(id))
}

func sourceOf(id string) string { return "../examples/questionnaires/" + id + ".yaml" }

// shelf holds the instruments in examples that a test has asked for, as func() (*Questionnaire, error) by id.
var shelf sync.Map

// shipped makes an instrument in examples ready, once for all tests: it is immutable.
func shipped(t testing.TB, id string) *Questionnaire {
	t.Helper()
	load, _ := shelf.LoadOrStore(id, sync.OnceValues(func() (*Questionnaire, error) {
		src, err := os.ReadFile(sourceOf(id))
		if err != nil {
			return nil, err
		}
		return Load("test.yaml", src)
	}))
	q, err := load.(func() (*Questionnaire, error))()
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func loaded(t testing.TB, src string) *Questionnaire {
	t.Helper()
	q, err := Load("test.yaml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func on(t testing.TB, text string) day.Day {
	t.Helper()
	d, err := day.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// answersOf turns a row of numbers, a blank for each NaN, into answers.
func answersOf(t testing.TB, q *Questionnaire, row []float64) question.Answers {
	t.Helper()
	values := map[string]any{}
	for i, v := range row {
		if v == v {
			values[q.Sheet().Question(i).ID] = plainAnswer(q, i, v)
		}
	}
	a, err := q.Answers(values)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func plainAnswer(q *Questionnaire, i int, v float64) any {
	switch t := q.Sheet().Type(i); t.Kind {
	case rule.Code:
		return t.Format(v)
	case rule.Truth:
		return v == 1
	default:
		return v
	}
}

func scoreOf(t testing.TB, r Result, id string) Score {
	t.Helper()
	s, ok := r.Score(id)
	if !ok {
		t.Fatalf("there is no score %s in %+v", id, r)
	}
	return s
}

func findingOf(t testing.TB, r Result, id string) policy.Finding {
	t.Helper()
	f, ok := r.Finding(id)
	if !ok {
		t.Fatalf("there is no finding %s in %+v", id, r)
	}
	return f
}

// rows makes rows of random answers, from complete to nearly blank, in the order of the items.
func rows(q *Questionnaire, n int, seed uint64) [][]float64 {
	random := rand.New(rand.NewPCG(seed, 7))
	all := make([][]float64, n)
	for k := range all {
		gone := float64(k%10) / 10
		all[k] = make([]float64, q.Sheet().Len())
		for i := range all[k] {
			t := q.Sheet().Type(i)
			if all[k][i] = t.Lo + float64(random.IntN(int(t.Hi-t.Lo)+1)); random.Float64() < gone {
				all[k][i] = rule.NA(rule.Blank)
			}
		}
	}
	return all
}

// sameBits reports whether two slot values are the same, reasons of missing ones included.
func sameBits(a, b float64) bool {
	return a == b || a != a && b != b && rule.ReasonOf(a) == rule.ReasonOf(b)
}
