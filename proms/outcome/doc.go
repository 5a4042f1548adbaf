// Package outcome says what became of a person over a course of care, by several questionnaires at once: reliable
// improvement, recovery, reliable recovery and the like, as a service defines them. The rules are documents of kind outcome-set:
//
//	uses: {depression: phq-9@1, anxiety: gad-7@1}
//	measures:
//	  - {id: phq, score: depression.total}
//	  - {id: gad, score: anxiety.total}
//	needs: [phq.last, gad.last]
//	start:
//	  - {id: at_caseness, when: phq.first >= 10 or gad.first >= 8, basis: standard, source: manual}
//	outcomes:
//	  - {id: recovery, for: at_caseness == "met", when: phq.last < 10 and gad.last < 8, basis: standard, source: manual}
//
// From it comes a Set, and from the first and the last results of a person an Outcome:
//
//	rules, err := outcome.FromSet(set, "nhs-talking-therapies")
//	found := rules.Evaluate(first, last)
//	recovery, _ := found.Finding("recovery")      // met, not met, not applicable or unknown
//
// Rules read three names of each measure: phq.first, phq.last and phq.change, which is the last less the first in points. What
// the first results say alone stands under start, and is known as soon as they are. Without the readings under needs no
// outcome is judged: each is unknown, whatever the others say.
//
// # Limits
//
// A score that is missing is never "not recovered": an outcome that it could decide is unknown, and names it. A result that
// was made by another questionnaire or major version is refused, and counts as missing.
//
// # What it will not do
//
// It does not say whether a course of care is finished, nor count people: which of them stand in the denominator of a
// rate is a rule of the service's own. It gives no advice.
package outcome
