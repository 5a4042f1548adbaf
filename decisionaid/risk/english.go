package risk

var english = English()

// English gives the English words. Each call gives a new value, which the caller may change.
func English() Words {
	return Words{
		Language:  "en",
		Thousands: ",",

		FewerThan: "fewer than {n}",
		MoreThan:  "more than {n}",
		Not:       "do not",

		Chance:   "{did} in every {of} people {outcome} {period}; {did_not} {not}.",
		Observed: "Of {studied} people who were studied, {did} {outcome} {period}; {did_not} {not}.",
		Unknown:  "It is not known how many people {outcome} {period}: {reason}.",

		Range:   "This is our best estimate; it could be anywhere from {lower} to {upper} in every {of} people.",
		NoRange: "This is our best estimate; how far out it could be has not been stated.",

		ChainedNote:       "This was worked out by putting two or more comparisons together.",
		IndirectNote:      "No study compared these choices with each other directly.",
		SteadyRateNote:    "This assumes a steady rate over time.",
		FixedBaselineNote: "The range allows for doubt about the effect, and takes the starting chance as exact.",

		Fewer: "With {option}, {n} fewer in every {of} people {outcome} {period} than with {comparator}.",
		More:  "With {option}, {n} more in every {of} people {outcome} {period} than with {comparator}.",
		Same:  "With {option}, about as many in every {of} people {outcome} {period} as with {comparator}.",

		Short:         "{did} in {of}",
		ShortObserved: "{did} of {studied} studied",
		ShortRange:    "({lower} to {upper})",
		ShortUnknown:  "Not known: {reason}",
		Scale:         "The full width stands for {n} in every {of} people.",

		KeyDid:            "{n} {outcome}",
		KeyDidNot:         "{n} {not}",
		KeyEither:         "{n} {outcome}, with {option} or with {comparator}",
		KeyNeither:        "{n} {not}, with {option} or with {comparator}",
		KeyOnlyOption:     "{n} {outcome} with {option} but not with {comparator}",
		KeyOnlyComparator: "{n} {outcome} with {comparator} but not with {option}",

		TestIll:      "Of every {of} people tested, {ill} have {condition} and {well} do not.",
		TestFound:    "Of the {ill} who have it, {found} get a positive result and {missed} are missed.",
		TestAlarmed:  "Of the {well} who do not have it, {alarmed} get a positive result all the same and {cleared} get a negative one.",
		TestPositive: "So of the {positive} with a positive result, {found} have {condition}.",

		Named:    "{name}: {text}",
		Sentence: "{text}.",

		Period: "in {length}",
		Lengths: map[Unit]Plural{
			Day:   {Exactly: map[int]string{1: "1 day"}, Other: "{n} days"},
			Week:  {Exactly: map[int]string{1: "1 week"}, Other: "{n} weeks"},
			Month: {Exactly: map[int]string{1: "1 month"}, Other: "{n} months"},
			Year:  {Exactly: map[int]string{1: "1 year"}, Other: "{n} years"},
		},
		Reasons: map[Reason]string{
			NoBaseline:  "the chance without treatment is not known",
			NoEvidence:  "no study has measured it",
			NotSupplied: "it depends on something about you that we do not know",
			NobodyThere: "no people are in this group",
		},
		OtherReason: "we do not have a number for it",
	}
}
