// Package cases is everything that works on a rule.Model, whichever kind of document made it: it runs the worked examples of a
// document, proves what the document promises or finds a person for whom it does not hold, and says which cases are
// still wanting.
//
// Three tiers, each with more work than the one before. All work is counted in evaluations and never in time, so that
// every machine says the same:
//
//   - Run runs the cases. A case that fails is an error, and so is an expectation that names nothing.
//   - Check looks at the promises of a kind, such as the range of a score: first by intervals, which hold for every
//     person; then by at most Budget people made from the places where the rules change their minds. An error always comes
//     with a person for whom the promise breaks.
//   - Deep changes the document in one place at a time and asks whether any case notices, lists what no case has shown of
//     conditions, their operands and arms, and proposes people for new cases.
//
// Compare compares two versions of a document: what changed in it by the ids of its entries, for whom results differ, and
// whether the version says so.
//
// A kind's package says what it promises:
//
//	cases.Run(model, def.Cases, "/cases", r)
//	cases.Check(model, cases.Promises{Outputs: []cases.Promise{{Output: "total", At: "/scores/0", Range: &def.Scores[0].Range}}}, cases.Budget, r)
//
// # Limits
//
// A proposed case has no expected values: results copied from the program prove nothing, and have to come from the source.
// What is neither proved nor refuted is a note, and means just that. That Compare found nobody for whom a result differs is a
// proof only where Diff.Everybody is true and each comparison is of one answer with a constant. The package judges rules and no
// wording.
package cases
