// Package irt is item response theory as pure mathematics: where a person lies on a scale, given calibrated items and the answers
// to some of them, and which item to ask next. It reads no files and knows no questionnaire; package proms builds on it.
//
//	bank, err := irt.NewBank([]irt.Item{
//		{ID: "q1", Model: irt.GRM, Discrimination: 2.1, Thresholds: []float64{-0.8, 0.1, 1.2}},
//		{ID: "q2", Model: irt.GRM, Discrimination: 1.7, Thresholds: []float64{-0.3, 0.6, 1.5}},
//	}, irt.Defaults())
//	...
//	var scratch irt.Scratch // one for each goroutine
//	e := bank.EAP(&scratch, []int8{2, irt.Missing})
//	if e.OK() {
//		t := bank.Report(e) // on the T metric: t.Value, t.SE
//	}
//
// # What is here
//
// Rasch, 2PL, 3PL, PCM, GPCM and GRM items, mixed freely in one [Bank]; [Bank.EAP], [Bank.MAP], [Bank.ML] and [Bank.WLE] with
// standard errors; [Bank.TestInformation] and its like; [Bank.RawTable], which turns the sum of a completed form into an
// estimate; [Bank.Fit], the person fit lz; and [Adaptive], a computerised adaptive test whose [State] is a plain value with a full trace.
//
// # What an answer is
//
// A row of answers is []int8: one category for each item in the bank's order, counted from 0, and [Missing] where there is none. A
// missing answer is treated as if the item had not been asked; it is never the lowest category. Where there is no estimate, it
// says why ([Reason]) and holds no number; NaN and infinity never leave the package.
//
// # What a score depends on
//
// [Settings]: the scaling constant, prior, grid, metric, and what happens at extremes. None has a hidden default, because a published
// table can be reproduced only with its own: see [SumTableGrid].
// EAP is a plain sum over the grid's nodes, both ends with full weight, as in mirt; catR gives the two ends half weight, which
// differs by up to 5e-4 for extreme patterns on -4 to 4. MAP, ML and WLE search within the grid.
//
// The same items, settings and answers give the same bits on every machine: sums run in a fixed order, nothing is fused, and the
// exponential and logarithm are the package's own.
//
// # Limits
//
// Items are taken as calibrated: nothing is estimated from data. Theta has one dimension and a normal prior. There is no exposure
// control in adaptive tests, since it needs chance. [MaxCategories], [MaxNodes], [MaxCells] and [MaxMagnitude] bound sizes. A grid that is
// too coarse for a precise estimate is refused when that estimate is made ([GridTooCoarse]).
package irt
