package risk

import (
	"math"
	"sort"
)

// tie is the part of a person by which a half, or a whole, may be missed because a
// computed number carries only about 12 meaningful digits: 0.145 of 100 is half a person.
const tie = 1e-9

// wholePeople rounds a number of people to the nearest whole one, halves up.
func wholePeople(people float64) int {
	whole := math.Floor(people)
	if people-whole >= 0.5-tie {
		whole++
	}
	return int(whole)
}

// LargestRemainder splits total people over shares that add up to 1, so that the
// whole people add up to total: each share is cut down to whole people, and those left
// over go one each to the largest cut parts, the earlier share first among equals
// (Hamilton's method). Each result is within one person of its share.
// Shares that differ by the last digits of their arithmetic only count as equal.
// Errors: BadCount for a total outside 0 to 10000; BadShares.
func LargestRemainder(shares []float64, total int) ([]int, error) {
	if total < 0 || total > int(Per10000) {
		return nil, faultCount(BadCount, "total", total)
	}
	sum := 0.0
	for _, share := range shares {
		if !(share >= 0 && share <= 1) {
			return nil, faultNumber(BadShares, "share", share)
		}
		sum += share
	}
	if !(math.Abs(sum-1) <= tie) {
		return nil, faultNumber(BadShares, "sum of shares", sum)
	}
	people, parts, order := make([]int, len(shares)), make([]float64, len(shares)), make([]int, len(shares))
	left := total
	for i, share := range shares {
		exact := float64(share * float64(total))
		whole := math.Floor(exact)
		people[i], parts[i], order[i] = int(whole), exact-whole, i
		left -= int(whole)
	}
	sort.SliceStable(order, func(a, b int) bool { return parts[order[a]] > parts[order[b]]+tie })
	for i := 0; left > 0; i = (i + 1) % len(order) {
		people[order[i]]++
		left--
	}
	return people, nil
}

// Exclusive splits d people over outcomes that exclude each other, by largest
// remainder. The last number is those who have none of them; all add up to d.
// Errors: BadDenominator, UnknownChance, PeriodsDiffer, and BadShares where the
// chances add up to more than 1.
func Exclusive(d Denominator, chances ...Chance) ([]int, error) {
	if err := d.check(); err != nil {
		return nil, err
	}
	shares, sum := make([]float64, 0, len(chances)+1), 0.0
	for _, c := range chances {
		if err := checkPair(chances[0], c); err != nil {
			return nil, err
		}
		shares = append(shares, c.value)
		sum += c.value
	}
	if sum > 1+tie {
		return nil, faultNumber(BadShares, "sum of the chances", sum)
	}
	return LargestRemainder(append(shares, math.Max(0, 1-sum)), int(d))
}
