// Package values sets what matters to a person beside what is known of their options: how well each option fits what they said, what speaks for and
// against it, what would have to be different for another to fit as well, and how firm all that is.
//
// An author lists attributes, each with a fixed range from worst to best, and options with what is known of them:
//
//	attributes, err := values.NewAttributes(
//		values.Attribute{ID: "pain", Unit: "of 10", Worst: 10, Best: 0},
//		values.Attribute{ID: "stroke", Unit: "of 1000 people", Worst: 50, Best: 0},
//	)
//	table, err := values.NewTable(attributes,
//		values.Option{ID: "wait", Cells: map[string]values.Cell{"pain": values.Known(6), "stroke": values.Known(20)}},
//		values.Option{ID: "tablet", Cells: map[string]values.Cell{"pain": values.Known(3), "stroke": values.Events(12, 400, 1000)}},
//	)
//
// A person is asked what matters in one of several ways, and every way gives the same kind of answer, a Preference:
//
//	said, err := attributes.Rating(values.Said("pain", 80), values.Said("stroke", 40))
//	fits, err := table.Fit(said)
//	standing, err := table.Standing(said, 5)
//	tradeOff, err := table.TradeOff(said, "wait", "tablet")
//	firm, err := table.Acceptability(said, values.Sampling{Seed: 1})
//	sentences := table.Speak(values.English()).Standing(standing)
//
// # One model
//
// There is one way of adding up and no menu: the value of an option is the weighted sum of its places on the author's ranges. Weights refer to the step from
// worst to best, so the ranges are part of the question and never follow from the options at hand; adding an option changes no other option's fit.
//
// # What is not known
//
// A missing estimate is never zero. It leaves the fit between what it would be at either end of the range. An unfinished answer is never filled in: it leaves
// the weights confined, and the fit is the range over all of them. An estimate may carry its uncertainty (Normal, Events), which Acceptability draws;
// the fit uses its middle.
//
// # Exactness
//
// Acceptability is exact wherever the answer leaves the weights at most two ways to move, as two or three attributes always do, and the estimates are
// certain. Otherwise it draws, evenly and independently over the weights that the answer allows, and each share has its standard error. The same seed gives
// the same result, to the last byte, on every machine. Differences in fit below 1e-12 of the scale are ties.
//
// # Limits
//
// At most MaxAttributes attributes, MaxOptions options, MaxDraws draws. Values lie on straight lines between worst and best; attributes do not interact.
// Uncertain estimates are drawn independently of each other. Where ranges of points are so narrow and lopsided that few tries succeed, fewer draws are
// made, and Draws says how many.
//
// # What it will not do
//
// It does not advise. A closer fit is what the arithmetic makes of the answers, and the choice stays with the person and those they talk to. It does not measure
// knowledge or whether a choice agreed with values; package decisionaid does. It keeps no answers and reads no files.
package values
