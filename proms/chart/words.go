package chart

import "github.com/whatmatters-care/whatmatters/schemas/phrase"

// Words holds every sentence of this package as a template, so that a translation is a value and no code. {name} stands for
// a number or a text; a translation uses the same names as English in each template, in any order and any number of
// times.
type Words struct {
	Language string // BCP 47 tag, such as "en" or "cy"
	Decimal  string // the decimal sign

	Percent     string     // {n}
	Date        string     // {day} {month} {year}
	DayMonth    string     // {day} {month}: below the axis, with the year in a line of its own
	Months      [12]string // as they stand in Date
	ShortMonths [12]string // as they stand in DayMonth
	Separator   string     // between the parts of a list

	Range         string // {name} {lowest} {highest}
	LowerBetter   string
	HigherBetter  string
	NeitherBetter string
	Sentence      string // {text}: makes a sentence of a part

	Visits     string // {n} {of} {first} {last}
	Start      string // {date} {value}
	Last       string // {date} {value} {change}
	LastAlone  string // {date} {value}: where there is nothing to compare with
	NoStart    string // said where the visit to compare with has no score
	NoScore    string // {reason} {dates}
	NoScoreFor string // {reason}: in the table
	InBand     string // {value} {band}

	BetterBy string // {n}
	WorseBy  string // {n}
	HigherBy string // {n}: where neither direction is better
	LowerBy  string // {n}
	Same     string

	ImportantBetter string // {name} {n}
	ImportantWorse  string // {name} {n}
	ImportantEither string // {name} {n}
	Levels          string // {change} {levels}: the values from which a change is important
	AtMost          string // {n}
	AtLeast         string // {n}
	BeyondScale     string
	Reached         string // {change}
	NotReached      string // {change}

	PointBetter  string // {value}: beside a point
	PointWorse   string // {value}
	PointChanged string // {value}: where neither direction is better
	KeyStart     string
	KeyReached   string

	ColumnDate      string
	ColumnScore     string
	ColumnBand      string
	ColumnChange    string
	ColumnImportant string
	NotCompared     string
	NoneReached     string

	Units      string // {n} {of}
	Target     string // {value}
	Limits     string // {level}
	Within     string
	Above      string // {level}
	Below      string // {level}
	PlaceCount string // {place} {n}
	Unit       string // {number} {name} {value} {place}
	More       string // {n}
	NoValue    string // {reason} {names}
	NoValueFor string // {reason}: in the table
	Caution    string

	ColumnUnit  string
	ColumnPlace string
	Between     string // {low} {high}
}

// Check holds the Words to the placeholders of the English ones: a translation that loses a number, or leaves a sentence
// out, is refused. The error is BadWords.
func (w *Words) Check() error {
	for _, f := range phrase.Check(&english, w, BadWords, "Separator") {
		return fault(BadWords, f.Field, f.Says)
	}
	if w.Separator == "" { // white space may stand between the parts of a list
		return fault(BadWords, "Separator", "is empty")
	}
	return nil
}
