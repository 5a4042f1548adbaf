// Score reads the answers of many people as CSV, one row a response, and writes their scores as CSV or JSON lines.
//
//	go run ./examples/score -q FILE [-format csv|jsonl] [-ignore] < answers.csv > scores.csv
//	go run ./examples/score -q phq-9 -summary < answers.csv
//	go run ./examples/score -q phq-9 -explain 3 < answers.csv
//
// FILE is a YAML file with a questionnaire, or the id of a shipped one. The first row names the items, in any order; a cell
// is a number or an option's id, and an empty cell is a blank. A column that is no item is an error, unless -ignore is
// given; an item without a column is blank in every row, which is said on standard error.
//
// The output has the number of the row; for each score ID, ID.reason and ID.band, in the order of the definition; and fault,
// which says what is wrong with the row. No row is dropped: one with a cell too many or too few has no scores and a fault; a
// cell that cannot be right counts as missing and is named. JSON lines have the same names and leave out what is empty.
// Findings, such as alerts, are not in the output: rows without one are not cleared of anything.
//
// With -summary the output describes each score over all rows instead: long CSV, or one JSON line a score that cohort.Summary
// reads back, so that summaries of several files can be merged. With -explain N it is how the scores of row N came
// about, in words.
//
// Rows are read in blocks of 256 KiB and scored on -workers goroutines, in order, so memory stays the same however long the
// input is. A row may be as long as a block. A quote that does not close within a block makes its line a row with a
// fault, and reading goes on with the next line.
//
// The exit status is 1 when the definition has faults, 2 when the command or the header was wrong or reading or writing
// failed, and else 0, with faults in rows too: how many there are is said on standard error.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
