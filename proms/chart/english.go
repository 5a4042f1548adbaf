package chart

var english = English()

// English gives the English words. Each call gives a new value, which the caller may change.
func English() Words {
	return Words{
		Language: "en",
		Decimal:  ".",

		Percent:  "{n}%",
		Date:     "{day} {month} {year}",
		DayMonth: "{day} {month}",
		Months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
			"November", "December"},
		ShortMonths: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		Separator:   ", ",

		Range:         "{name}, {lowest} to {highest}",
		LowerBetter:   "Lower is better",
		HigherBetter:  "Higher is better",
		NeitherBetter: "Neither higher nor lower is better",
		Sentence:      "{text}.",

		Visits:     "Visits with a score: {n} of {of}, from {first} to {last}",
		Start:      "Start, {date}: {value}",
		Last:       "Last score, {date}: {value}, {change} since the start",
		LastAlone:  "Last score, {date}: {value}",
		NoStart:    "No change is said, since the visit to compare with has no score",
		NoScore:    "No score: {reason} ({dates})",
		NoScoreFor: "no score: {reason}",
		InBand:     "{value} ({band})",

		BetterBy: "better by {n}",
		WorseBy:  "worse by {n}",
		HigherBy: "higher by {n}",
		LowerBy:  "lower by {n}",
		Same:     "no change",

		ImportantBetter: "{name}: better by {n} or more",
		ImportantWorse:  "{name}: worse by {n} or more",
		ImportantEither: "{name}: {n} or more either way",
		Levels:          "{change} ({levels})",
		AtMost:          "{n} or lower",
		AtLeast:         "{n} or higher",
		BeyondScale:     "beyond the end of the scale",
		Reached:         "The last score reaches: {change}",
		NotReached:      "The last score does not reach: {change}",

		PointBetter:  "{value} (better)",
		PointWorse:   "{value} (worse)",
		PointChanged: "{value} (changed)",
		KeyStart:     "Start: changes are measured from here",
		KeyReached:   "An important change since the start",

		ColumnDate:      "Date",
		ColumnScore:     "Score",
		ColumnBand:      "Band",
		ColumnChange:    "Since the start",
		ColumnImportant: "Important change",
		NotCompared:     "not compared",
		NoneReached:     "none",

		Units:      "Units with a value: {n} of {of}",
		Target:     "Target {value}",
		Limits:     "{level} limits",
		Within:     "Within all limits",
		Above:      "Above the {level} limits",
		Below:      "Below the {level} limits",
		PlaceCount: "{place}: {n}",
		Unit:       "{number}. {name}: {value}. {place}",
		More:       "And {n} more, which are in the table",
		NoValue:    "No value: {reason} ({names})",
		NoValueFor: "no value: {reason}",
		Caution:    "A place outside the limits is a reason to look closer, and no verdict",

		ColumnUnit:  "Unit",
		ColumnPlace: "Place",
		Between:     "{low} to {high}",
	}
}
