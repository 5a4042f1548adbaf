package choice_test

import (
	"errors"
	"os"
	"sync"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

var today = on("2026-11-21")

// on reads a day.
func on(text string) day.Day {
	d, err := day.Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}

func yes() *bool { v := true; return &v }

func no() *bool { v := false; return &v }

// world is the documents that ship, made ready.
type world struct {
	set                             *schemas.Set
	choice, waiting, provider, said *policy.Policy
	people                          *person.Vocabulary
}

func shipped(t testing.TB) world {
	t.Helper()
	w, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

var load = sync.OnceValues(func() (world, error) {
	var docs []*schemas.Document
	for _, name := range []string{"person-facts", "policies/nhs-choice-england", "policies/nhs-waiting-england", "policies/nhs-provider-england", "policies/nhs-choice-statements-england"} {
		src, err := os.ReadFile("../../examples/" + name + ".yaml")
		if err != nil {
			return world{}, err
		}
		doc, _ := schemas.Parse(name+".yaml", src) // every fault is found again by what reads the document
		docs = append(docs, doc)
	}
	set, list := schemas.NewSet(docs...)
	var faults [5]error
	w := world{set: set}
	w.choice, faults[0] = choice.FromSet(set, "nhs-choice-england")
	w.waiting, faults[1] = choice.FromSet(set, "nhs-waiting-england")
	w.provider, faults[2] = choice.FromSet(set, "nhs-provider-england")
	w.people, faults[3] = person.FromSet(set, "person-facts")
	w.said, faults[4] = choice.FromSet(set, "nhs-choice-statements-england")
	return w, errors.Join(list.Err(), errors.Join(faults[:]...))
})

// state gives the conclusion on one right as rules see it: met, a level, none ...
func state(t testing.TB, found []policy.Finding, id string) string {
	t.Helper()
	for _, f := range found {
		if f.ID == id {
			if f.Level != "" {
				return f.Level
			}
			return f.State.String()
		}
	}
	t.Fatalf("there is no finding %s", id)
	return ""
}
