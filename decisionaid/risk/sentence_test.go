package risk

import (
	"errors"
	"strings"
	"testing"
)

var stroke = Outcome{Happens: "have a stroke"}

func TestSentences(t *testing.T) {
	var v Voice
	baseline := chance(t, 0.072, Interval{}, Years(1))
	onWarfarin := apply(t, warfarin, baseline)
	none, err1 := Observed(Count{0, 1200}, CI95(0, 0.0031), Months(6))
	all, err2 := Observed(Count{12, 12}, Interval{}, Months(1))
	longer, err3 := onWarfarin.Over(Years(5), ConstantRate)
	if err := errors.Join(err1, err2, err3); err != nil {
		t.Fatal(err)
	}
	for want, c := range map[string]Chance{
		"72 in every 1,000 people have a stroke in 1 year; 928 do not. " +
			"This is our best estimate; how far out it could be has not been stated.": baseline,
		"26 in every 1,000 people have a stroke in 1 year; 974 do not. " +
			"This is our best estimate; it could be anywhere from 19 to 37 in every 1,000 people. " +
			"The range allows for doubt about the effect, and takes the starting chance as exact.": onWarfarin,
		"21 in every 1,000 people have a stroke in 1 year; 979 do not. " +
			"This is our best estimate; it could be anywhere from 15 to 30 in every 1,000 people. " +
			"This was worked out by putting two or more comparisons together. " +
			"No study compared these choices with each other directly. " +
			"The range allows for doubt about the effect, and takes the starting chance as exact.": apply(t, doac, onWarfarin),
		"123 in every 1,000 people have a stroke in 5 years; 877 do not. " +
			"This is our best estimate; it could be anywhere from 90 to 171 in every 1,000 people. " +
			"This assumes a steady rate over time. " +
			"The range allows for doubt about the effect, and takes the starting chance as exact.": longer,
		"Fewer than 1 in every 1,000 people have a stroke; more than 999 do not. " +
			"This is our best estimate; it could be anywhere from fewer than 1 to 2 in every 1,000 people.": chance(t, 0.0004, CI95(0, 0.002), Period{}),
		"More than 999 in every 1,000 people have a stroke in 2 weeks; fewer than 1 do not. " +
			"This is our best estimate; how far out it could be has not been stated.": chance(t, 1, Interval{}, Period{2, Week}),
		"Of 1,200 people who were studied, 0 have a stroke in 6 months; 1,200 do not. " +
			"This is our best estimate; it could be anywhere from fewer than 1 to 3 in every 1,000 people.": none,
		"Of 12 people who were studied, 12 have a stroke in 1 month; 0 do not. " +
			"This is our best estimate; how far out it could be has not been stated.": all,
		"It is not known how many people have a stroke: no study has measured it.":                  Unknown(NoEvidence),
		"It is not known how many people have a stroke: the chance without treatment is not known.": {},
		"It is not known how many people have a stroke: we do not have a number for it.":            Unknown("local_code"),
	} {
		if got, err := v.Tell(c, Per1000, stroke); err != nil || got != want {
			t.Errorf("got  %s\nwant %s\n%v", got, want, err)
		}
	}
	alive := Outcome{Happens: "are alive", Not: "have died"}
	if got, err := v.Chance(chance(t, 0.987, Interval{}, Years(10)), Per1000, alive); err != nil || got != "987 in every 1,000 people are alive in 10 years; 13 have died." {
		t.Errorf("%s %v", got, err)
	}
}

func TestShortAndDifference(t *testing.T) {
	var v Voice
	nothing := Choice{"no treatment", chance(t, 0.072, Interval{}, Years(1))}
	drug := Choice{"warfarin", apply(t, warfarin, nothing.Chance)}
	none, err := Observed(Count{0, 120}, Interval{}, Years(1))
	if err != nil {
		t.Fatal(err)
	}
	for want, c := range map[string]Chance{
		"26 in 1,000 (19 to 37)":                        drug.Chance,
		"72 in 1,000":                                   nothing.Chance,
		"Fewer than 1 in 1,000":                         chance(t, 0.0001, Interval{}, Years(1)),
		"0 of 120 studied":                              none,
		"Not known: no study has measured it":           Unknown(NoEvidence),
		"More than 999 in 1,000 (980 to more than 999)": chance(t, 0.9999, CI95(0.98, 1), Years(1)),
	} {
		if got, err := v.Short(c, Per1000); err != nil || got != want {
			t.Errorf("got %q want %q, %v", got, want, err)
		}
	}
	same := Choice{"waiting", chance(t, 0.0721, Interval{}, Years(1))}
	for want, pair := range map[string][2]Choice{
		"With warfarin, 46 fewer in every 1,000 people have a stroke in 1 year than with no treatment.":   {nothing, drug},
		"With no treatment, 46 more in every 1,000 people have a stroke in 1 year than with warfarin.":    {drug, nothing},
		"With waiting, about as many in every 1,000 people have a stroke in 1 year as with no treatment.": {nothing, same},
	} {
		if got, err := v.Difference(pair[0], pair[1], Per1000, stroke); err != nil || got != want {
			t.Errorf("got %q want %q, %v", got, want, err)
		}
	}
	if _, err := v.Difference(nothing, Choice{"x", Chance{}}, Per1000, stroke); !errors.Is(err, UnknownChance) {
		t.Error(err)
	}
	for _, say := range []func() (string, error){
		func() (string, error) { return v.Chance(drug.Chance, 7, stroke) },
		func() (string, error) { return v.Range(drug.Chance, 7) },
		func() (string, error) { return v.Tell(drug.Chance, 7, stroke) },
		func() (string, error) { return v.Short(drug.Chance, 7) },
		func() (string, error) { return v.Difference(nothing, drug, 7, stroke) },
	} {
		if text, err := say(); !errors.Is(err, BadDenominator) || text != "" {
			t.Errorf("%q %v", text, err)
		}
	}
}

func TestTestSentence(t *testing.T) {
	test := Test{Sensitivity: 0.9, Specificity: 0.91, Prevalence: 0.01}
	tested, err := test.People(Per1000)
	if err != nil {
		t.Fatal(err)
	}
	want := "Of every 1,000 people tested, 10 have the condition and 990 do not. " +
		"Of the 10 who have it, 9 get a positive result and 1 are missed. " +
		"Of the 990 who do not have it, 89 get a positive result all the same and 901 get a negative one. " +
		"So of the 98 with a positive result, 9 have the condition."
	if got := (Voice{}).Test(tested, "the condition"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	perfect, err := Test{Sensitivity: 1, Specificity: 1, Prevalence: 0}.People(Per100)
	if err != nil {
		t.Fatal(err)
	}
	want = "Of every 100 people tested, fewer than 1 have it and more than 99 do not. " +
		"Of the more than 99 who do not have it, fewer than 1 get a positive result all the same and more than 99 get a negative one."
	if got := (Voice{}).Test(perfect, "it"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Values are never read as templates.
func TestTextIsNotATemplate(t *testing.T) {
	got, err := (Voice{}).Chance(chance(t, 0.5, Interval{}, Years(1)), Per10, Outcome{"{did_not} {", "{of}"})
	if want := "5 in every 10 people {did_not} { in 1 year; 5 {of}."; err != nil || got != want {
		t.Errorf("got %q want %q, %v", got, want, err)
	}
}

func TestWords(t *testing.T) {
	welsh := English()
	welsh.Language, welsh.Thousands = "cy", "."
	welsh.Chance = "{outcome} {period}: {did} o bob {of}; {did_not} {not}."
	welsh.Not = "ddim"
	welsh.Period = "mewn {length}"
	welsh.Lengths[Year] = Plural{Exactly: map[int]string{1: "1 flwyddyn", 2: "2 flynedd"}, Other: "{n} mlynedd"}
	v, err := NewVoice(welsh)
	if err != nil {
		t.Fatal(err)
	}
	welsh.Lengths[Year].Exactly[2] = "changed afterwards"
	welsh.Reasons[NoEvidence] = "changed afterwards"
	got, err := v.Chance(chance(t, 0.072, Interval{}, Years(2)), Per1000, Outcome{Happens: "strôc"})
	if want := "Strôc mewn 2 flynedd: 72 o bob 1.000; 928 ddim."; err != nil || got != want {
		t.Errorf("got %q want %q, %v", got, want, err)
	}
	if v.Language() != "cy" || v.Reason(NoEvidence) == "changed afterwards" || v.Number(-1234567) != "-1.234.567" {
		t.Error(v.Language(), v.Reason(NoEvidence), v.Number(-1234567))
	}
	for name, spoil := range map[string]func(w *Words){
		"Chance":       func(w *Words) { w.Chance = "{did} in {of} {outcome} {period}" },
		"Range":        func(w *Words) { w.Range += " {percent}" },
		"Short":        func(w *Words) { w.Short += " {" },
		"Not":          func(w *Words) { w.Not = " " },
		"OtherReason":  func(w *Words) { w.OtherReason = "" },
		"Language":     func(w *Words) { w.Language = "" },
		"Lengths":      func(w *Words) { delete(w.Lengths, Week) },
		"Reasons":      func(w *Words) { w.Reasons = nil },
		"KeyDid":       func(w *Words) { w.KeyDid = "{outcome}" },
		"TestPositive": func(w *Words) { w.TestPositive = "{positive} {found} {condition} {did}" },
	} {
		words := English()
		spoil(&words)
		if _, err := NewVoice(words); !errors.Is(err, BadWords) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	fresh := English()
	if err := fresh.Check(); err != nil {
		t.Error(err)
	}
}

// Every kind of fault has a why and a mend.
func TestEveryKindHasAdvice(t *testing.T) {
	for kind, text := range advice {
		if kind.Error() == "" || text[0] == "" || text[1] == "" {
			t.Errorf("%q: %q", kind, text)
		}
	}
	err := fault(BadRatio, "relative-risk", "0")
	want := "risk: relative-risk 0: a relative risk, odds ratio or hazard ratio is a finite number above 0; give the ratio as published, not its logarithm or a percentage change"
	if err.Error() != want {
		t.Errorf("got %q", err)
	}
}
