// Package chart draws two pictures of scores as SVG: one person's trajectory over time, and a funnel plot that compares
// units such as clinics. Each picture comes with the same data in words: a description inside the SVG, and a Table to
// show beside it.
//
//	picture := chart.Trajectory{
//		Frame:  chart.Frame{Prefix: "phq", Title: "Depression severity over time"},
//		Scale:  chart.Scale{Name: "Depression severity", Lowest: 0, Highest: 27, Better: chart.Lower},
//		Bands:  []chart.Band{{From: 0, Name: "Minimal"}, {From: 5, Name: "Mild"}, {From: 10, Name: "Moderate"}},
//		Visits: []chart.Visit{{On: march, Value: 15}, {On: april, Missing: "too few answers"}, {On: may, Value: 8}},
//	}
//	svg, err := picture.SVG()
//	table, err := picture.Table()
//
// # What it promises
//
// Colour is never the only meaning: bands are named at the edge, marks differ in shape, lines in their dashes, and a key
// below says each in words. Text and axes are drawn in currentColor, and the one accent colour stands out from white and
// from black alike, so a picture works on paper, on a dark page and where the reader has forced the colours. The svg element has
// role img, a title, a description and a language. All ids begin with the caller's prefix, so that a page may hold many
// pictures.
//
// The same picture gives the same bytes on every machine. Every text is escaped, and what XML cannot hold becomes U+FFFD.
// All types are plain values, and every function is safe for concurrent use.
//
// A visit without a score is a gap in the line with its reason, never a zero and never a bridged line. A change is said only
// against the visit that the caller names. Which change is important, and where limits lie, comes from the caller with
// its source; package cohort works limits out.
//
// # Its limits
//
// A trajectory has at most MaxVisits visits, MaxBands bands and MaxChanges important changes; a funnel at most MaxUnits
// units and MaxCurve points of its limits. Text is measured by counting letters, generously, so very wide letters may
// touch. Labels run from left to right. Numbers are shown to nine decimals, percentages to one, and
// the limits of a funnel to three; marks and places are worked out before that rounding.
//
// # What it will not do
//
// It does not smooth, extrapolate or draw a trend, does not guess a missing score, does not rank units, and calls nothing
// good or bad beyond the direction that the caller says is better.
package chart
