package plan_test

import (
	"os"
	"sync"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

const examples = "../../examples/"

// on reads a day.
func on(text string) day.Day {
	d, err := day.Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}

// world is what ships, made ready.
type world struct {
	set      *schemas.Set
	standard *plan.Standard
	people   *person.Vocabulary
}

func shipped(t testing.TB) world {
	t.Helper()
	w, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

var load = sync.OnceValues(func() (w world, err error) {
	var docs []*schemas.Document
	for _, name := range []string{"person-facts", "plans/personalised-plan-england"} {
		src, err := os.ReadFile(examples + name + ".yaml")
		if err != nil {
			return w, err
		}
		doc, _ := schemas.Parse(name+".yaml", src) // every fault is found again by what reads the document
		docs = append(docs, doc)
	}
	set, list := schemas.NewSet(docs...)
	if err := list.Err(); err != nil {
		return w, err
	}
	w.set = set
	if w.standard, err = plan.FromSet(set, "personalised-plan-england"); err != nil {
		return w, err
	}
	w.people, err = person.FromSet(set, "person-facts")
	return w, err
})

func read(t testing.TB, name string) []byte {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return src
}
