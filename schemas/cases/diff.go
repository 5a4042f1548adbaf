package cases

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// DiffBudget is how many people Compare makes up for two versions of a document, if the caller has no other number.
const DiffBudget = 4096

// Edition is one version of a document with what it was built into.
type Edition struct {
	Document *schemas.Document
	// Model and Promises are what the document was built into; with a nil Model only the documents are compared.
	Model    *rule.Model
	Promises Promises
	// Wording says results to people; nil leaves their names and plain values.
	Wording Wording
}

// Wording is how a kind of document says its results to people. It must be safe for concurrent use where Editions are.
type Wording interface {
	// Output says what a result is, such as "risk of serious harm with surgery". "" leaves its name.
	Output(name string) string
	// Value says a value of a result, such as "90 in 1,000"; v may be missing. "" leaves the plain form.
	Value(name string, v float64) string
}

// Diff is what differs between two versions of a document. It is data with a stable JSON form; String says it in words. The
// same documents give the same Diff on every machine.
type Diff struct {
	Kind string `json:"kind"`
	ID   string `json:"id"`
	// From and To are the two versions.
	From string `json:"from"`
	To   string `json:"to"`
	// Needs is the smallest step of the version that what changed asks for, and Says the step that the two versions make.
	Needs Release `json:"needs"`
	Says  Release `json:"says"`
	// Results are the results that differ for somebody, or that only one version has.
	Results []ResultChange `json:"results,omitempty"`
	// Dropped are the questions that the new version no longer asks, Added those that it asks too, and Refused those of which
	// it refuses an answer that was good.
	Dropped []string `json:"dropped,omitempty"`
	Added   []string `json:"added,omitempty"`
	Refused []string `json:"refused,omitempty"`
	// Changes are the places of the document that differ, in the order of the new one; what was removed stands where it stood.
	Changes []Change `json:"changes,omitempty"`
	// People is how many made-up people were compared. Everybody tells that these are all whom the places make up where
	// either version changes its mind.
	People    int  `json:"people"`
	Everybody bool `json:"everybody"`
}

// ResultChange is a result that differs.
type ResultChange struct {
	// Output is the name of the result, and Called what people call it.
	Output string `json:"output"`
	Called string `json:"called"`
	// Presence is both, removed or added: whether the old and the new version work it out.
	Presence Presence `json:"presence"`
	// People is for how many of the made-up people it differs.
	People int `json:"people,omitempty"`
	// Moves say from what to what it goes, those of most people first, at most five; More is how many there are beyond these.
	Moves []Move `json:"moves,omitempty"`
	More  int    `json:"more,omitempty"`
}

// Presence tells which versions have a result.
type Presence string

// The presences of a result.
const (
	InBoth  Presence = "both"
	Removed Presence = "removed"
	Added   Presence = "added"
)

// Move is a result that goes from one value to another.
type Move struct {
	Was     string `json:"was"`
	Becomes string `json:"becomes"`
	People  int    `json:"people"`
	// Person is one for whom it does, with as few blanks as can be; only what the result is worked out from. It is empty where
	// the result is the same for everybody.
	Person Person `json:"person,omitempty"`
}

// Compare compares two versions of a document: their words, numbers and rules by the ids of what they stand in, and their
// results for at most budget made-up people (DiffBudget is the usual number), always the same ones. Why a result is missing
// does not count. People answer what both versions can read; a question of one version only is answered there alone.
func Compare(before, after Edition, budget int) Diff {
	d := Diff{
		Kind: after.Document.Kind(), ID: after.Document.ID(), From: before.Document.Version(), To: after.Document.Version(),
		Changes: changesOf(before.Document, after.Document),
	}
	if before.Model != nil && after.Model != nil {
		c := newComparison(before, after)
		d.Dropped, d.Added, d.Refused = c.dropped, c.added, c.refused
		d.Everybody = c.look(budget)
		d.Results, d.People = c.results(), c.people
	}
	d.Needs, d.Says = d.needs(), step(d.From, d.To)
	return d
}
