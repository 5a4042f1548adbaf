package page

var english = English()

// English gives the words in English.
func English() Words {
	return Words{
		Language: "en",

		Skip:     "Skip to the main part",
		Tools:    "This page",
		Print:    "Print this page",
		Unfold:   "Open all parts",
		Fold:     "Close all parts",
		Contents: "On this page",

		Labelled: "{label}: {text}",
		Between:  ", ",
		Cite:     "Source {n}",

		NotKnown:   "Not known",
		Happens:    "Happens",
		HappensNot: "Does not happen",

		Met:           "Met",
		NotMet:        "Not met",
		Unknown:       "Not known yet",
		NotApplicable: "Does not apply",
		Alert:         "Action needed",
		Missing:       "Still needed to decide this: {list}",
		Basis:         "Basis",

		Information: "Good to know",
		Important:   "Important",
		Uncertain:   "What is not known",

		Questions: "Questions",
		Number:    "A number from {min} to {max}",
		Answer:    "Your answer",
		Share:     "{n} out of 100",
		Open:      "Still without an answer: {n}. When every question has one, you can see here how they compare.",
		Weights:   "This is how much each matters beside the others, from what you entered.",
		NoWeights: "You gave everything the lowest mark, so there is nothing to compare.",
		Points:    "{n} of {total} points",
		Left:      "Points still to share out: {n} of {total}.",
		Over:      "Points too many: {n}. There are {total} to share out.",
		Shared:    "All {total} points are shared out.",

		Checked: "Checked on {date}.",
		Unread:  "We could not read this source ourselves.",
		Date:    "{day} {month} {year}",
		Months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
			"November", "December"},

		Refused: "This part cannot be shown.",
	}
}
