// Package proms scores questionnaires that people fill in: patient-reported outcome measures. An instrument is a YAML
// document of kind questionnaire; its scores, missing-data rules, bands, caseness and alerts are declared there and need no Go.
//
//	phq, err := proms.FromSet(set, "phq-9")
//	answers, err := phq.ParseAnswers([]byte(`{"q1": 1, "q2": "several_days", "q3": null}`))
//	result := phq.Score(answers)
//
// A score is a value or the reason why there is none: a blank is never a zero, and an alert is never cleared because its
// item was blank. Explain gives the steps in words with the arithmetic. A Result names the definition's version and digest, so
// that it can be replayed.
//
// For one person use Score. For millions use a Scratch in each goroutine: it scores without allocation.
package proms
