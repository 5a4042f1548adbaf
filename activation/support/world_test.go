package support_test

import (
	"os"
	"sync"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var today = day.New(2026, 11, 22)

// world is the shipped document of offers with what it stands on.
type world struct {
	set             *schemas.Set
	offers          *support.Offers
	facts           *person.Vocabulary
	pam, confidence *activation.Measure
}

// files are the shipped documents that the tests read.
var files = []string{
	"person-facts.yaml", "policies/nhs-self-management-support.yaml", "measures/pam-prescored.yaml",
	"measures/self-management-confidence.yaml", "questionnaires/semcd-6.yaml",
}

var ready struct {
	once sync.Once
	world
}

// shipped makes the world ready once; everything in it is safe for concurrent use.
func shipped(t testing.TB) world {
	t.Helper()
	ready.once.Do(func() { ready.world = build(t) })
	return ready.world
}

func build(t testing.TB) world {
	t.Helper()
	var w world
	var err error
	w.set = read(t)
	if w.offers, err = support.FromSet(w.set, "nhs-self-management-support@1"); err != nil {
		t.Fatal(err)
	}
	if w.facts, err = person.FromSet(w.set, "person-facts"); err != nil {
		t.Fatal(err)
	}
	if w.pam, err = activation.FromSet(w.set, "pam-prescored"); err != nil {
		t.Fatal(err)
	}
	if w.confidence, err = activation.FromSet(w.set, "self-management-confidence"); err != nil {
		t.Fatal(err)
	}
	return w
}

// read makes a set of the shipped documents and of one more file.
func read(t testing.TB, more ...string) *schemas.Set {
	t.Helper()
	var docs []*schemas.Document
	add := func(file string) {
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
	for _, file := range files {
		add("../../examples/" + file)
	}
	for _, file := range more {
		add(file)
	}
	set, faults := schemas.NewSet(docs...)
	if faults.HasErrors() {
		t.Fatal(faults)
	}
	return set
}

func (w world) person(t testing.TB, facts map[string]any) person.Facts {
	t.Helper()
	who, err := w.facts.Of(facts, today)
	if err != nil {
		t.Fatal(err)
	}
	return who
}

func (w world) answers(t testing.TB, values map[string]any) question.Answers {
	t.Helper()
	answers, err := w.offers.Policy().Sheet().Of(values)
	if err != nil {
		t.Fatal(err)
	}
	return answers
}

// level is an assessment with a PAM score.
func (w world) level(score float64) *activation.Assessment {
	a := w.pam.AssessScore(rule.ValueOf(score))
	return &a
}

// sure is an assessment with six answers about confidence.
func (w world) sure(t testing.TB, answersJSON string) *activation.Assessment {
	t.Helper()
	answers, err := w.confidence.Questionnaire().ParseAnswers([]byte(answersJSON))
	if err != nil {
		t.Fatal(err)
	}
	a := w.confidence.Assess(answers)
	return &a
}

func (w world) tailor(t testing.TB, given support.Given) support.Tailored {
	t.Helper()
	list, err := w.offers.Tailor(given)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// offered gives the step that records offers made to somebody, by the score that told the level.
func (w world) offered(t testing.TB, given support.Given, score string, ids ...string) support.Offered {
	t.Helper()
	opening, err := w.tailor(t, given).Offered(score, ids...)
	if err != nil {
		t.Fatal(err)
	}
	return opening
}

// ids gives the ids of offers.
func ids(offers []support.Offer) []string {
	var all []string
	for _, o := range offers {
		all = append(all, o.ID)
	}
	return all
}

// offer finds an offer in a list.
func offer(t testing.TB, list support.Tailored, id string) support.Offer {
	t.Helper()
	for _, o := range list.Offers {
		if o.ID == id {
			return o
		}
	}
	t.Fatalf("there is no %s", id)
	return support.Offer{}
}
