package support

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// Kind is the kind of document that this package reads.
const Kind = policy.KindSupportOffers

// The kinds of criteria that mean something to Tailor. All others are offers, such as health_coaching, self_management_education
// or peer_support.
const (
	// KindStage says in its levels where a person starts from, by the level of whichever measure was used.
	KindStage = "stage"
	// KindIntensity says in its levels how often to be in touch.
	KindIntensity = "intensity"
	// KindConversation is an offer that comes first while the level is not known.
	KindConversation = "conversation"
	// KindArrangement is how offers are made to work for a person, such as with an interpreter.
	KindArrangement = "arrangement"
)

// Offers is a document of offers made ready, with the activation measures that its rules read. It is immutable and safe for
// concurrent use.
type Offers struct {
	policy   *policy.Policy
	measures []source
	facts    *person.Vocabulary // nil where the document uses none
	prefix   string             // of the names of facts in rules
	criteria map[string]int     // places of criteria, by id
}

// FromSet makes a document of a set ready, with the measures that it uses. ref is an id, or an id with a version as in
// nhs-self-management-support@1. The error is schemas.ErrNotFound or schemas.ErrAmbiguous, or a diag.List with every fault.
func FromSet(set *schemas.Set, ref string) (*Offers, error) {
	return schemas.Build(set, Kind, ref, build)
}

// Load makes a single document ready that uses no other. The error is a diag.List with every fault.
func Load(name string, src []byte) (*Offers, error) {
	return schemas.BuildOne(name, src, Kind, build)
}

// Check gives every diagnostic of one document of a set, warnings and notes too. Its errors are those of FromSet.
func Check(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
	return schemas.Check(set, doc, Kind, options, build)
}

// build makes a document ready and looks at what it promises to people of whom nothing is known.
func build(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions, r *diag.Reporter) *Offers {
	measures, uses := activation.UsedBy(set, doc)
	made := policy.Builder(uses...)(set, doc, options, r)
	if made == nil {
		return nil
	}
	o := &Offers{policy: made, criteria: map[string]int{}}
	o.facts, o.prefix = person.Used(set, doc, r)
	for i, m := range measures {
		o.measures = append(o.measures, source{Named: m, level: uses[i].Inputs[0], score: uses[i].Inputs[1]})
	}
	for i, c := range made.Definition().Criteria {
		o.criteria[c.ID] = i
	}
	o.check(r)
	return o
}

// ID names the document.
func (o *Offers) ID() string { return o.policy.ID() }

// Version is its semantic version.
func (o *Offers) Version() string { return o.policy.Version() }

// Digest is the SHA-256 of its canonical form, so that a list can be made again.
func (o *Offers) Digest() string { return o.policy.Digest() }

// Title is the document's name for people.
func (o *Offers) Title() string { return o.policy.Title() }

// Policy gives the criteria behind the offers: their definition, their questions and their rules.
func (o *Offers) Policy() *policy.Policy { return o.policy }

// Measures gives the activation measures that the rules read, in the order of the names under which the document uses them.
func (o *Offers) Measures() []activation.Named {
	measures := make([]activation.Named, len(o.measures))
	for i, m := range o.measures {
		measures[i] = m.Named
	}
	return measures
}

// measured reports whether rules read a name from a measure.
func (o *Offers) measured(name string) bool {
	return slices.ContainsFunc(o.measures, func(m source) bool { return strings.HasPrefix(name, m.Prefix) })
}

// criterion gives a criterion by its id.
func (o *Offers) criterion(id string) (policy.Criterion, bool) {
	i, ok := o.criteria[id]
	if !ok {
		return policy.Criterion{}, false
	}
	return o.policy.Definition().Criteria[i], true
}
