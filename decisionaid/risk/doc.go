// Package risk works out absolute chances and shows them fairly: as whole people out of
// one denominator, in both framings, with their intervals, in words and in pictures.
//
// A relative risk, odds ratio, hazard ratio or difference is applied to a starting chance; a
// chain of effects is multiplied and labelled; a chance moves to another period only by
// a declared rule. The result is read aloud, drawn as 100 or 1000 people, or as bars.
//
//	baseline, err := risk.NewChance(0.072, risk.Interval{}, risk.Years(1))
//	warfarin := risk.Effect{Measure: risk.RelativeRisk, Value: 0.36, Interval: risk.CI95(0.26, 0.51)}
//	treated, err := warfarin.Apply(baseline)
//	text, err := risk.Voice{}.Tell(treated, risk.Per1000, risk.Outcome{Happens: "have a stroke"})
//
// # What it promises
//
// A Chance is known and checked, or not known with a reason; the zero Chance is not known.
// NaN, infinities and chances outside 0 to 1 never come out: they are an *Error
// that says what is wrong, why and how to mend it, and that errors.Is matches with its Kind.
// Nothing is clamped. No chance is said to be nobody unless a study counted nobody.
//
// All values are immutable or plain and every function is safe for concurrent use. There is
// no input or output. Pictures and sentences are the same bytes for the same input. Whole people
// are decided after allowing for the last digits of floating-point arithmetic;
// odds ratios use only +, *, / and are bit for bit the same everywhere, while hazard ratios, intervals
// and horizons use the logarithms of the math package and may differ between
// machines in the last digits, never in a sentence short of an exact tie.
//
// # Its limits
//
// Intervals are combined as independent, on the scale on which the effect is a sum. A
// hazard ratio is applied under proportional hazards. A ratio is applied at the period it was measured over:
// moving the result to another period is not the same as moving the baseline first.
// An uplift is the smallest change that explains two chances; it does not say
// which person is helped. Effects of different measures cannot be chained, only applied one after the other.
//
// It will not compare chances over different periods, show a number needed to treat in
// place of the chances, turn a missing number into 0, say which option is better, or read
// files and templates of its own: a translation is a Words value from the caller.
package risk
