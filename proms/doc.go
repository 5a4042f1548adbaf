// Package proms scores questionnaires that people fill in: patient-reported outcome measures. An instrument is a YAML
// document of kind questionnaire; its items, scores, rules for blanks, bands, caseness and alerts are declared there and
// need no Go.
//
//	phq, err := proms.FromSet(set, "phq-9")
//	answers, err := phq.ParseAnswers([]byte(`{"q1": 1, "q2": "several_days", "q3": null}`))
//	result := phq.Score(answers)
//
// A score is a value or the reason why there is none: a blank is never a zero, and an alert is never cleared because its
// item was blank. A finding over a score that was worked out in spite of blanks says so (Imputed). Explain gives the steps in words with the
// arithmetic. A Result names the definition's version and digest, so that it can be replayed.
//
// For one person use Score. For millions use a Scratch in each goroutine, row by row or in columns: it scores without
// allocation, and gives the same bits.
//
// For authors, Check gives every diagnostic; Load and FromSet find the same errors. Both run the document's cases and look
// for a person for whom a score leaves its range or breaks another promise of the document.
//
// # Items and answers
//
// An item is a choice, yes or no, a number, a place on a scale, any number of marks (rules read item.option and item.count), words
// or a day (which no rule reads), or a rating of something that the person names, whose names later visits follow
// (question.Answers.Following). ask_when says when it is asked; an option can say that it does not apply. two_marks and
// between_marks are the instrument's rules for marks on paper that do not single out one answer. Sections divide the items where
// the form is shown (Parts).
//
// A Result names every answer that was not taken as it stands: Invalid ones, those Ignored because the item was rightly not asked,
// those Unknown to the questionnaire, ratings that are Unnamed, and what came of ambiguous marks (Marked). Answers to another version
// or language count, joined by the ids of the items; answers to another questionnaire never do, even where both have a q1.
//
// # The order of a score
//
// First the items that are not asked are found (ask_when; unknown means asked). Answers become values; an option that
// counts as missing is declined, and one that counts as not applicable makes the item one that was not asked. Items are reversed. Items that were not asked leave the list, unless the document says
// what they count as. Then the rule for blanks: too few answers, or a key item without one, and there is no score. Then the
// rule, over the list as `fill` completes it; rounding, after 12 significant digits; the range, outside of which a value is a
// fault and never clamped; and the band of the rounded value.
//
// # Ways to a score
//
// A score is worked out by a `rule:`; or estimated from an item bank (`bank:` with `method:` eap, map, ml, wle or eap_sum), where
// blanks take no part; or held against norms by age and sex (`norm:` as z, t or percentile), which the document has or a site
// brings (WithNorms). Each can have a standard error: `se:` of a rule, that of the estimate, that of the score behind the norm.
// Bank gives what package irt can tell of a bank, and Adaptive an adaptive test over it, whose state is a plain value.
//
// What a score needs beside the answers of one visit comes in Given: facts of the person (`uses:`), and the answers of an earlier
// visit for scores that carry them over (`fill: carried`), which a result always says, with the day. Where an instrument
// changed its rules, `alternatives:` hold the others: Alternative gives them by name, AnsweredOn by the day of the answers, and a
// Result names the one that made it.
//
// # Limits
//
// The package draws no conclusion of its own: bands, caseness and alerts are the document's, each with its basis and source,
// and an alert that was not raised is no all-clear. Parameters, norms and tables are taken as their source has them: nothing is
// estimated from data, and a percentile only comes from a table. Groups of people are the matter of package cohort, outcomes over
// several questionnaires that of package outcome. Check digits of LOINC and SNOMED CT
// codes are checked, not whether a code means the question. A document has the limits of package schemas, answers those of
// package question.
package proms
