package risk_test

import (
	"errors"
	"fmt"

	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
)

// A person with atrial fibrillation, 72 in 1000 of whose like have a stroke in a year, on
// warfarin, and on a newer drug that was only ever compared with warfarin.
func Example() {
	baseline, err := risk.NewChance(0.072, risk.Interval{}, risk.Years(1))
	if err != nil {
		fmt.Println(err)
		return
	}
	warfarin := risk.Effect{Measure: risk.RelativeRisk, Value: 0.36, Interval: risk.CI95(0.26, 0.51)}
	newer := risk.Effect{Measure: risk.RelativeRisk, Value: 0.81, Interval: risk.CI95(0.73, 0.91)}
	whole, err := risk.Chain(warfarin, newer)
	if err != nil {
		fmt.Println(err)
		return
	}
	onNewer, err := whole.Apply(baseline)
	if err != nil {
		fmt.Println(err)
		return
	}
	var english risk.Voice
	stroke := risk.Outcome{Happens: "have a stroke"}
	for _, c := range []risk.Chance{baseline, onNewer} {
		said, err := english.Chance(c, risk.Per1000, stroke)
		fmt.Println(said, err)
	}
	said, _ := english.Range(onNewer, risk.Per1000)
	fmt.Println(said)
	fmt.Println(onNewer.Basis().Names())
	// Output:
	// 72 in every 1,000 people have a stroke in 1 year; 928 do not. <nil>
	// 21 in every 1,000 people have a stroke in 1 year; 979 do not. <nil>
	// This is our best estimate; it could be anywhere from 15 to 30 in every 1,000 people.
	// [from_effect chained indirect fixed_baseline]
}

// What cannot be is an error that says how to mend it, never a clamped number.
func ExampleEffect_Apply() {
	even, _ := risk.NewChance(0.5, risk.Interval{}, risk.Years(1))
	_, err := risk.Effect{Measure: risk.RelativeRisk, Value: 2.1}.Apply(even)
	fmt.Println(errors.Is(err, risk.OutOfRange))
	fmt.Println(err)
	// With no baseline there is no absolute chance, and no error either.
	unknown, err := risk.Effect{Measure: risk.RelativeRisk, Value: 0.5}.Apply(risk.Chance{})
	fmt.Println(unknown.Known(), unknown.Reason(), err)
	// Output:
	// true
	// risk: result 1.05: the effect takes the chance out of 0 to 1, so it cannot hold at this starting chance; use an odds ratio, or limit the starting chances that the effect is used for
	// false no_baseline <nil>
}

func ExampleChance_Over() {
	year, _ := risk.NewChance(0.022, risk.Interval{}, risk.Years(1))
	five, err := year.Over(risk.Years(5), risk.ConstantRate)
	value, _ := five.Value()
	fmt.Printf("%.7f %v %v\n", value, five.Basis().Names(), err)
	_, err = year.Over(risk.Years(5), risk.SamePeriod)
	fmt.Println(errors.Is(err, risk.PeriodsDiffer))
	// Output:
	// 0.1052653 [steady_rate] <nil>
	// true
}

func ExampleTest_People() {
	test := risk.Test{Sensitivity: 0.9, Specificity: 0.91, Prevalence: 0.01}
	tested, err := test.People(risk.Per1000)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(risk.Voice{}.Test(tested, "the condition"))
	// Output:
	// Of every 1,000 people tested, 10 have the condition and 990 do not. Of the 10 who have it, 9 get a positive result and 1 are missed. Of the 990 who do not have it, 89 get a positive result all the same and 901 get a negative one. So of the 98 with a positive result, 9 have the condition.
}

func ExampleVoice_UpliftIcons() {
	nothing, _ := risk.NewChance(0.072, risk.Interval{}, risk.Years(1))
	treated, _ := risk.NewChance(0.026, risk.Interval{}, risk.Years(1))
	icons, err := risk.Voice{}.UpliftIcons("stroke", "What warfarin changes",
		risk.Choice{Name: "no treatment", Chance: nothing}, risk.Choice{Name: "warfarin", Chance: treated},
		risk.Unwanted, risk.Per1000, risk.Outcome{Happens: "have a stroke"})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, part := range icons.Parts {
		fmt.Println(part.Label)
	}
	picture, err := icons.SVG()
	fmt.Println(len(picture) < 3000, err)
	// Output:
	// 26 have a stroke, with warfarin or with no treatment
	// 46 have a stroke with no treatment but not with warfarin
	// 928 do not, with warfarin or with no treatment
	// true <nil>
}

// A translation is a value: the English words with templates replaced. One that loses a
// number is refused.
func ExampleNewVoice() {
	words := risk.English()
	words.Language = "nl"
	words.Chance = "{did} van de {of} mensen {outcome} {period}."
	_, err := risk.NewVoice(words)
	fmt.Println(errors.Is(err, risk.BadWords))
	// Output: true
}

func ExampleLargestRemainder() {
	people, err := risk.LargestRemainder([]float64{1. / 3, 1. / 3, 1. / 3}, 100)
	fmt.Println(people, err)
	// Output: [34 33 33] <nil>
}
