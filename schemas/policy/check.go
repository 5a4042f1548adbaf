package policy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeShape = diag.Define(diag.Info{
	Code:  "finding-shape",
	Title: "A criterion has no condition, or two kinds of it",
	Explain: "A criterion has either `when:`, and is met or not met, or `levels:`, and is the first of them that holds. Without a condition " +
		"it would say the same of everybody.",
	Bad:  "- id: caseness\n  basis: standard",
	Good: "- id: caseness\n  when: total >= 10\n  basis: standard",
})

var codeBasis = diag.Define(diag.Info{
	Code:    "finding-basis",
	Title:   "A criterion names a basis that there is not",
	Explain: "`basis:` says what kind of ground a criterion has: law, standard, guidance, evidence, convention or local. People read a legal right in another way than a local custom.",
	Bad:     "basis: legal",
	Good:    "basis: law",
})

var codeRepeatedClause = diag.Define(diag.Info{
	Code:    "finding-repeated-clause",
	Title:   "Two clauses of a criterion have one id",
	Explain: "A finding names the level or the exception that decided it, so their ids differ within a criterion.",
	Bad:     "levels:\n  - {id: high, when: q9 >= 2}\n  - {id: high, when: q9 >= 1}",
	Good:    "levels:\n  - {id: ask_now, when: q9 >= 2}\n  - {id: ask_today, when: q9 >= 1}",
})

var codeNoWords = diag.Define(diag.Info{
	Code:    "finding-because",
	Title:   "A finding gives no reason",
	Explain: "A finding is shown to people. `because:` says in one sentence why it holds; without it they see only a name.",
	Bad:     "- id: self_harm\n  alert: true\n  when: q9 >= 1\n  basis: guidance",
	Good:    "- id: self_harm\n  alert: true\n  when: q9 >= 1\n  because: This person said that they have had thoughts of hurting themselves.\n  basis: guidance",
})

var codeNoSource = diag.Define(diag.Info{
	Code:  "finding-source",
	Title: "A criterion names its basis and no source",
	Explain: "What rests on law, a standard, guidance or evidence says where that can be read, so that people can look it up. Convention " +
		"and local rules may have no such place.",
	Bad:  "- id: caseness\n  when: total >= 10\n  basis: standard",
	Good: "- id: caseness\n  when: total >= 10\n  basis: standard\n  source: {ref: manual, at: page 4}",
})

// ownGrounds are the bases that need no source.
var ownGrounds = []string{"convention", "local"}

// check reports what is wrong with one criterion apart from its rules.
func check(c Criterion, at string, r *diag.Reporter) {
	switch {
	case c.When != "" && len(c.Levels) > 0:
		r.Errorf(codeShape, diag.At(at+"/levels").Key(), "%s has both when and levels", c.ID).Hinted("Keep the one that gives its conclusion")
	case c.When == "" && len(c.Levels) == 0:
		r.Errorf(codeShape, diag.At(at), "%s has no condition", c.ID).Hinted("Add `when:`, or `levels:` with a `when:` each").After(at)
	}
	if c.Basis != "" && !slices.Contains(Bases, c.Basis) {
		e := r.Errorf(codeBasis, diag.At(at+"/basis"), "%q is no basis", c.Basis).Hinted("Use one of %s", strings.Join(Bases, ", "))
		if near := diag.Nearest(c.Basis, Bases); near != "" {
			e.Mended(diag.At(at+"/basis"), near)
		}
	}
	if c.Because == "" && (c.Alert || c.Basis == basisLaw) {
		r.Warnf(codeNoWords, diag.At(at), "%s gives no reason that a person can read", c.ID).Hinted("Add `because:` with one sentence")
	}
	if c.Source == nil && slices.Contains(Bases, c.Basis) && !slices.Contains(ownGrounds, c.Basis) {
		r.Warnf(codeNoSource, diag.At(at), "%s says that its basis is %s, and not where that can be read", c.ID, c.Basis).
			Hinted("Add `source:`, with `verified: false` where nobody has read it there")
	}
	seen := map[string]string{NotMet.String(): "", NotApplicable.String(): "", Unknown.String(): "", Met.String(): "", noLevel: ""}
	for i, l := range c.Levels {
		clause(seen, l.ID, fmt.Sprintf("%s/levels/%d/id", at, i), r)
	}
	for i, e := range c.Unless {
		clause(seen, e.ID, fmt.Sprintf("%s/unless/%d/id", at, i), r)
	}
}

func clause(seen map[string]string, id, at string, r *diag.Reporter) {
	first, taken := seen[id]
	switch {
	case id == "": // a missing key, which was reported
	case taken && first == "":
		r.Errorf(codeRepeatedClause, diag.At(at), "%q is a state of every finding and cannot name a clause", id).Hinted("Choose another id")
	case taken:
		r.Errorf(codeRepeatedClause, diag.At(at), "the id %s stands twice in this criterion", id).Beside(diag.At(first), "first used here").Hinted("Give one of the two another id")
	default:
		seen[id] = at
	}
}
