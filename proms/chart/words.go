package chart

import (
	"maps"
	"slices"
	"strings"
)

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

// sentences lists the templates with their names, in the order of the fields.
func (w *Words) sentences() []struct{ name, template string } {
	return []struct{ name, template string }{
		{"Language", w.Language}, {"Decimal", w.Decimal}, {"Percent", w.Percent}, {"Date", w.Date}, {"DayMonth", w.DayMonth},
		{"Separator", w.Separator}, {"Range", w.Range}, {"LowerBetter", w.LowerBetter}, {"HigherBetter", w.HigherBetter},
		{"NeitherBetter", w.NeitherBetter}, {"Sentence", w.Sentence},
		{"Visits", w.Visits}, {"Start", w.Start}, {"Last", w.Last}, {"LastAlone", w.LastAlone}, {"NoStart", w.NoStart},
		{"NoScore", w.NoScore}, {"NoScoreFor", w.NoScoreFor}, {"InBand", w.InBand},
		{"BetterBy", w.BetterBy}, {"WorseBy", w.WorseBy}, {"HigherBy", w.HigherBy}, {"LowerBy", w.LowerBy}, {"Same", w.Same},
		{"ImportantBetter", w.ImportantBetter}, {"ImportantWorse", w.ImportantWorse}, {"ImportantEither", w.ImportantEither},
		{"Levels", w.Levels}, {"AtMost", w.AtMost}, {"AtLeast", w.AtLeast}, {"BeyondScale", w.BeyondScale},
		{"Reached", w.Reached}, {"NotReached", w.NotReached},
		{"PointBetter", w.PointBetter}, {"PointWorse", w.PointWorse}, {"PointChanged", w.PointChanged},
		{"KeyStart", w.KeyStart}, {"KeyReached", w.KeyReached},
		{"ColumnDate", w.ColumnDate}, {"ColumnScore", w.ColumnScore}, {"ColumnBand", w.ColumnBand},
		{"ColumnChange", w.ColumnChange}, {"ColumnImportant", w.ColumnImportant},
		{"NotCompared", w.NotCompared}, {"NoneReached", w.NoneReached},
		{"Units", w.Units}, {"Target", w.Target}, {"Limits", w.Limits}, {"Within", w.Within}, {"Above", w.Above},
		{"Below", w.Below}, {"PlaceCount", w.PlaceCount}, {"Unit", w.Unit}, {"More", w.More}, {"NoValue", w.NoValue},
		{"NoValueFor", w.NoValueFor}, {"Caution", w.Caution},
		{"ColumnUnit", w.ColumnUnit}, {"ColumnPlace", w.ColumnPlace}, {"Between", w.Between},
	}
}

// Check holds the Words to the placeholders of the English ones: a translation that loses a number, or leaves a sentence
// out, is refused. The error is BadWords.
func (w *Words) Check() error {
	originals := english.sentences()
	for i, sentence := range w.sentences() {
		if sentence.template == "" || sentence.name != "Separator" && strings.TrimSpace(sentence.template) == "" {
			return fault(BadWords, sentence.name, "is blank")
		}
		got, want := placeholders(sentence.template), placeholders(originals[i].template)
		if !slices.Equal(got, want) {
			return fault(BadWords, sentence.name, "has the placeholders "+list(got)+" and needs "+list(want))
		}
	}
	for _, months := range []struct {
		name  string
		names [12]string
	}{{"Months", w.Months}, {"ShortMonths", w.ShortMonths}} {
		for _, month := range months.names {
			if strings.TrimSpace(month) == "" {
				return fault(BadWords, months.name, "has a month without a name")
			}
		}
	}
	return nil
}

// placeholders lists the names in a template, sorted and each once.
func placeholders(template string) []string {
	found := map[string]bool{}
	for {
		_, after, ok := strings.Cut(template, "{")
		if !ok {
			return slices.Sorted(maps.Keys(found))
		}
		// A brace that is never closed gives a name that no template needs.
		name, rest, _ := strings.Cut(after, "}")
		found[name] = true
		template = rest
	}
}

func list(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return "{" + strings.Join(names, "} {") + "}"
}
