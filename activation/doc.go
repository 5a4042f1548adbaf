// Package activation turns a score of confidence, activation or well-being into a level that a service can act on: how ready a
// person is to look after their own health, by cut points that are named, cited and stored with every level.
//
// A document of kind activation-measure stands on one score of a questionnaire, or on a score that a licensed tool already made:
//
//	uses:
//	  scored: semcd-6@1
//	score: scored.confidence                                  # a score of a questionnaire
//
//	supplied: {range: [0, 100], step: 0.1, better: higher}    # a score that a licensed tool made
//
// From it comes a Measure:
//
//	measure, err := activation.FromSet(set, "self-management-confidence")
//	answers, err := measure.Questionnaire().ParseAnswers(answersJSON)
//	found := measure.Assess(answers)
//	fmt.Println(found.Level.Label, found.CutPoints)
//
// One score can have several levels, since cut points were published several times over; a level without the name of its cut
// points cannot be read. Using gives a measure that levels by another set. A score that is missing has no level, and that is
// never the lowest level. Flags on the quality of the answers are something to talk about: they never discard a score. Change
// compares two assessments and refuses with a reason where they cannot be compared.
//
// A site that holds the table of a licensed tool gives it to NewTable; AssessRaw then looks raw results up in it, and the digest of
// the table is stored with every level.
//
// # Limits
//
// The package holds no items, table or wording of a licensed tool, and looks nothing up without the site's own table. It recommends no support, and it
// calls no change a failure: a fall that leaves a person at the top level is told as that.
package activation
