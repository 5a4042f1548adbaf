package person

import (
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeUsed = diag.Define(diag.Info{
	Code:  "person-used",
	Title: "The facts of a person that a document uses cannot be used",
	Explain: "Rules that name a fact of a person need the document that asks for it. That document has faults, or a second one stands beside " +
		"it; a person is asked from one list of facts.",
	Bad:  "uses:\n  person: person-facts@1\n  also: other-facts@1",
	Good: "uses:\n  person: person-facts@1",
})

// Used gives the vocabulary that a document of a set uses, and the prefix under which its rules say the facts: "person."
// for `uses: {person: person-facts@1}`. It gives nil and "" where the document uses none. A vocabulary with faults is
// reported once, at the reference, and gives the facts that have none. Rules are not said to name what is unknown where a
// fact has a fault or the whole document is missing: that is what is reported.
func Used(set *schemas.Set, doc *schemas.Document, r *diag.Reporter) (v *Vocabulary, prefix string) {
	uses := set.Uses(doc)
	for _, name := range slices.Sorted(maps.Keys(uses)) {
		used := uses[name]
		if used.Kind() != Kind {
			continue
		}
		at := diag.At(schemas.Pointer("uses", name))
		if v != nil {
			r.Errorf(codeUsed, at, "the facts of a person come from %s already", v.definition.ID).Hinted("Use one document of facts")
			continue
		}
		var faults diag.List
		v, faults = schemas.Shared(set, used, build)
		prefix = name + "."
		if faults.HasErrors() {
			r.Errorf(codeUsed, at, "%s has faults of its own", used.Ref()).Hinted("Mend that document first")
			r.Told(v.sheet.Faulty(prefix)...)
		}
	}
	set.ReportMissing(doc, r)
	return v, prefix
}
