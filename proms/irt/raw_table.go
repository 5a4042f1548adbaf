package irt

import (
	"cmp"
	"slices"
)

// RawTable turns the raw sum of a completed form into an estimate. It may be used only where every item was answered: with a
// missing answer, score the response pattern instead.
type RawTable struct {
	// Rows has one row for each raw score, in rising order without a gap.
	Rows []RawRow `json:"rows"`
}

// RawRow is what a raw score says.
type RawRow struct {
	Raw int `json:"raw"`
	// Estimate is the mean and standard deviation of theta given the raw score; Answered is the number of items.
	Estimate Estimate `json:"estimate"`
	// Reported is the same on the bank's metric.
	Reported Reported `json:"reported"`
}

// At gives the row of a raw score, and false where no completed form can have it.
func (t RawTable) At(raw int) (RawRow, bool) {
	i, found := slices.BinarySearchFunc(t.Rows, raw, func(row RawRow, raw int) int { return cmp.Compare(row.Raw, raw) })
	if !found {
		return RawRow{}, false
	}
	return t.Rows[i], true
}

// RawTable gives the table for the form that consists of all the bank's items, with lowest (usually 0 or 1) as the value of each item's
// lowest category. The likelihood of each sum comes from the recursion of Lord and Wingersky (1984,
// doi:10.1177/014662168400800409), and its posterior mean from the bank's prior and grid (Thissen, Pommerich, Billeaud and
// Williams 1995, doi:10.1177/014662169501900105).
func (b *Bank) RawTable(lowest int) RawTable {
	sums := b.sumLikelihoods()
	table := RawTable{Rows: make([]RawRow, len(sums))}
	weights := make([]float64, len(b.nodes))
	for score, row := range sums {
		for q, l := range row {
			weights[q] = float64(b.prior[q] * l)
		}
		e := b.summary(weights, len(b.curves))
		table.Rows[score] = RawRow{Raw: lowest*len(b.curves) + score, Estimate: e, Reported: b.Report(e)}
	}
	return table
}

// sumLikelihoods gives, for each sum of category numbers, its chance at each node. Items are added one at a time: a sum of s after
// the next item is every earlier sum s-k followed by its category k.
func (b *Bank) sumLikelihoods() [][]float64 {
	n := len(b.nodes)
	sums := [][]float64{make([]float64, n)}
	for q := range sums[0] {
		sums[0][q] = 1
	}
	for i := range b.curves {
		categories := b.curves[i].categories()
		next := make([][]float64, len(sums)+categories-1)
		for s := range next {
			next[s] = make([]float64, n)
		}
		for k := range categories {
			chance := make([]float64, n)
			for q, l := range b.logLikelihood[(b.first[i]+k)*n : (b.first[i]+k+1)*n] {
				chance[q] = exp(min(l, 0)) // a logarithm may pass 0 by a rounding error
			}
			for s, row := range sums {
				into := next[s+k]
				for q, l := range row {
					into[q] += float64(l * chance[q])
				}
			}
		}
		sums = next
	}
	return sums
}
