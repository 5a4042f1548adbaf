package irt

// choose gives the next item. The scratch holds which items were asked, and the posterior in its weights; at least one item is left.
func (t *Adaptive) choose(s *Scratch, e Estimate, asked int) Question {
	theta := e.Theta
	if !e.OK() { // nothing was answered yet: the prior stands in for the posterior
		theta = t.bank.settings.Prior.Mean
		s.weights = sized(s.weights, len(t.bank.prior))
		copy(s.weights, t.bank.prior)
	}
	mass := 0.0
	for _, w := range s.weights {
		mass += w
	}
	fixed, area := -1, -1
	if asked == 0 && t.design.Start != "" {
		fixed = t.bank.index[t.design.Start]
	}
	if len(t.design.Balance) > 0 {
		if area = t.furthestBelow(s, asked); fixed >= 0 {
			area = t.areas[fixed]
		}
	}
	best, second, bestValue, secondValue := -1, -1, 0.0, 0.0
	for item := range t.bank.items {
		if s.asked[item] || area >= 0 && t.areas[item] != area {
			continue
		}
		value := t.value(s, item, theta, mass)
		switch {
		case item == fixed, best < 0, best != fixed && value > bestValue: // of equals, the first in the bank's order
			second, secondValue = best, bestValue
			best, bestValue = item, value
		case second < 0 || value > secondValue:
			second, secondValue = item, value
		}
	}
	q := Question{Item: t.bank.items[best].ID, Area: t.bank.items[best].Area, Rule: t.design.Criterion, Value: bestValue}
	if fixed >= 0 {
		q.Rule = StartItem
	}
	if second >= 0 {
		q.RunnerUp, q.RunnerUpValue = t.bank.items[second].ID, secondValue
	}
	return q
}

// value is an item's value on the design's criterion.
func (t *Adaptive) value(s *Scratch, item int, theta, mass float64) float64 {
	if t.design.Criterion == MFI {
		return t.bank.curves[item].information(theta, s.points[:])
	}
	n := len(t.bank.nodes)
	row := t.bank.information[item*n:][:len(s.weights)]
	sum := 0.0
	for q, w := range s.weights {
		sum += float64(w * row[q])
	}
	return sum / mass
}

// furthestBelow gives the content area whose part of the items asked lies furthest below its share, among those with items left.
// The difference weight/total - count/asked is compared in whole numbers.
func (t *Adaptive) furthestBelow(s *Scratch, asked int) int {
	var total int64
	for _, share := range t.design.Balance {
		total += int64(share.Weight)
	}
	best, bestGap := -1, int64(0)
	for area, share := range t.design.Balance {
		count, left := int64(0), false
		for item, of := range t.areas {
			switch {
			case of != area:
			case s.asked[item]:
				count++
			default:
				left = true
			}
		}
		gap := int64(share.Weight)*int64(max(asked, 1)) - count*total
		if left && (best < 0 || gap > bestGap) {
			best, bestGap = area, gap
		}
	}
	return best
}
