// Package cohort summarises the scores of many people, so that the parts can be merged.
//
// Each summary holds a small, fixed amount of state. A value is added without allocation. Two
// summaries of the same score merge into the summary of both groups, in any order and any grouping:
// counts exactly, means and sums of squares to about twelve significant digits. So goroutines, batch
// jobs and hospitals can each summarise their own people and share only the summary.
//
//	week, err := cohort.NewSummary(cohort.Scale{Score: "phq-9@1.0.0/total", Min: 0, Max: 27, Step: 1})
//	week.Add(12)
//	week.AddMissing("too_few")
//	other := week.Empty()           // for another goroutine, over the same scale
//	err = week.Merge(other)
//	mean := week.Moments().Mean()   // a Statistic: a value, or the reason why there is none
//
// There are four kinds of summary:
//
//   - [Summary]: one score. How many, exact counts by value or bin, mean,
//     variance, smallest and largest, floor and ceiling, bands, quantiles, and
//     what is missing, by reason.
//   - [Change]: one score before and after. Mean change, effect sizes and
//     responders.
//   - [Table]: people by columns, where a column is an item, a rater or an
//     occasion. Cronbach's alpha and the intraclass correlations.
//   - [AdjustedGain]: gain adjusted for case mix, with coefficients that the
//     caller supplies.
//
// [Share] gives Wilson intervals, and [FunnelProportion], [FunnelExact] and [FunnelMean] give control
// limits for comparing services.
//
// # Missing is never zero
//
// Every result is a [Statistic]: a finite number, or a [Reason]. A mean of nobody, a variance of one
// person, or an effect size over a group without spread has a reason and no number. No NaN and no
// infinity enters or leaves.
//
// A value that is not finite, or that the scale says cannot occur, is not added, nor moved to the
// nearest allowed value. The person is counted as missing with the reason "internal", and [Faults]
// says what was wrong: it is a fault of the program that fed the summary, and somebody should look.
//
// # Limits
//
// A summary is not safe for concurrent use while it is being changed. Give each goroutine its own and
// merge them. Counts stop at [MaxCount], and values at [MaxMagnitude] either side of zero.
//
// # What it will not do
//
// It does not suppress small numbers: a count of one leaves as a count of one, and whoever publishes
// must decide what to hide. It does not fit case-mix models, widen funnels for over-dispersion, test
// hypotheses, or call any change important: thresholds come from the caller, with their source.
package cohort
