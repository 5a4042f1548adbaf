// Package rule is the language in which definitions compute and decide: an expression such as
//
//	total >= 10 and not person.detained
//
// is read, checked against what its names are, and compiled to closures over a row of float64. It is the engine under
// every score, band, finding, right and risk; a Builder declares names and compiles rules, and a Model computes
// outputs from inputs.
//
// A missing value stays missing. It is a NaN that carries a Reason, it makes what is computed from it missing with the
// same reason, and conditions over it are unknown by Kleene's logic. A condition that is unknown is looked at once more
// over the ranges of the blanks, so that a blank that cannot matter does not.
//
// The language is closed: no loops, variables, strings, dates or calls of the host; at most 4 KiB, 64 brackets deep, 500
// nodes. It cannot guess a value, read a clock or draw a random number, and the same rule over the same answers gives
// the same bits on every machine. The page schemas/RULES.md, which a test writes from the table of functions, tells
// authors all of it.
//
// The package does not know questionnaires or aids, does not read YAML, and does not search for the answers that break
// a promise: package cases does that, on a Model.
package rule
