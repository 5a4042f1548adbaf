// Package change is the arithmetic of change between two or more measurements of one person: how large an error of
// measurement is, when a change is more than that, when it carries a person into the range of people who are well, and how
// much a course over time adds up to. It is pure: numbers come in, and a number or a Reason comes out.
//
//	sem, err := change.SEM(5, 0.84)                                   // 2 points
//	sdc, err := change.Detectable(sem, change.Confidence95)           // 5.54 points
//	cut, err := change.CutOffC(change.Group{Mean: 15.4, SD: 5.5}, change.Group{Mean: 3.3, SD: 3.8}, change.LowerIsBetter)
//	rule := change.Rule{Better: change.LowerIsBetter, Reliable: sdc, CutOff: cut}
//	verdict, err := rule.Classify(17, 6)                              // recovered
//
// # Limits
//
// Every argument lies between -MaxMagnitude and MaxMagnitude, and no NaN or infinity leaves. Everything is safe for concurrent
// use. A value that is missing is not
// handed in: there is no number that stands for it.
//
// # What it will not do
//
// It chooses no size of change and no reference group: they come from the caller, with their source, since published
// ones differ by method and population. A reliable change need not be an important one, nor the other way round: where the
// smallest important change is smaller than the smallest detectable one, a single person's change of that size
// cannot be told from an error of measurement.
package change
