package outcome_test

import (
	"os"
	"sync"
	"testing"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/proms/outcome"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

const (
	examples = "../../examples/"
	therapy  = examples + "outcomes/nhs-talking-therapies.yaml"
)

// setOf makes a set of the two questionnaires and of more files; the document is that of the last one.
func setOf(t testing.TB, more ...string) (*schemas.Set, *schemas.Document) {
	t.Helper()
	files := append([]string{examples + "questionnaires/phq-9.yaml", examples + "questionnaires/gad-7.yaml"}, more...)
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
	set, _ := schemas.NewSet(docs...) // what is used and missing is told again where it is needed
	return set, docs[len(docs)-1]
}

// talking gives the shipped set, made ready once for all tests.
func talking(t testing.TB) *outcome.Set {
	t.Helper()
	made.Do(func() {
		set, _ := setOf(t, therapy)
		s, err := outcome.FromSet(set, "nhs-talking-therapies@1")
		if err != nil {
			t.Fatal(err)
		}
		shared = s
	})
	if shared == nil {
		t.Fatal("the shipped set has faults")
	}
	return shared
}

var (
	made   sync.Once
	shared *outcome.Set
)

// blank stands for a result that could not be scored.
const blank = -1

// result makes a result of one total without answers, as a host may have kept it.
func result(q *proms.Questionnaire, total int) proms.Result {
	value := rule.ValueOf(float64(total))
	if total == blank {
		value = rule.MissingValue(rule.TooFew)
	}
	return proms.Result{
		Questionnaire: q.ID(), Version: q.Version(), Digest: q.Digest(), Scores: []proms.Score{{ID: "total", Value: value, Exact: value}},
	}
}

// ends gives the results of one end.
func ends(s *outcome.Set, phq, gad int) []proms.Result {
	q := s.Questionnaires()
	return []proms.Result{result(q[0], phq), result(q[1], gad)}
}
