// Package question is the one shape in which whatmatters asks anything: the items of a questionnaire, the facts known of a
// person, the inputs of a decision aid and the facts behind a right are all Questions with an answer set or a number.
//
// A Sheet is a list of questions made ready. It turns answers, as JSON or as Go values, into a frame of numbers for package
// rule, and says of every answer that cannot be right why it cannot:
//
//	sheet := question.NewSheet(question.Source{Questions: questions, Sets: sets}, reporter)
//	answers, err := sheet.Parse([]byte(`{"q1": 1, "q2": "several_days", "q3": null}`))
//
// The error names every bad answer; the good ones are kept. A blank is never a zero, and a bad answer is never scored.
//
// A question is a choice, yes or no, a number or a place on a scale. Items of a questionnaire may also be marks, of which rules
// read each as a truth; words and days, which no rule reads; and things that the person names and rates, whose names later
// visits follow (Answers.Following). What is marked on paper and singles out no one answer is decided by the instrument's own
// rule, and told (Ambiguous, Marked). Answers to another version or language of a questionnaire are joined by the ids of the
// questions (Answers.On); answers to another questionnaire are not.
//
// # Limits
//
// An answer document has at most MaxAnswerBytes. The package asks nothing itself, keeps no answers, and scores nothing: it
// says only what was answered, and why there is no answer. Wordings are plain text; whether they may be shown is a matter of
// the document's licence.
package question
