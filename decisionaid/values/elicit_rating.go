package values

// Rating takes how much each attribute's step from worst to best matters, each rated on its own from 0 (does not matter) to 100.
// Weights are in proportion to the ratings. Attributes without a rating leave the answer unfinished: a blank rating may still become anything from
// 0 to 100. The error is fault.Faults with the cause ErrAnswer; ratings that are all 0 are one, since they give no weights.
func (a *Attributes) Rating(answers ...Answer) (*Preference, error) {
	points, given, err := a.place(MethodRating, false, answers)
	if err != nil {
		return nil, err
	}
	p := &Preference{attributes: a, method: MethodRating, open: a.blanks(given)}
	rated := make([]float64, len(points))
	unit := -1 // the first attribute rated above 0; the constraints are told in its terms
	for i, r := range points {
		rated[i] = r.Low / 100
		if unit < 0 && r.Low > 0 {
			unit = i
		}
	}
	for i, one := range a.list {
		switch {
		case given[i] && rated[i] == 0:
			p.constraints = append(p.constraints, Constraint{one.ID, Equal, 0, ""})
		case given[i] && i != unit:
			p.constraints = append(p.constraints, Constraint{one.ID, Equal, rated[i] / rated[unit], a.list[unit].ID})
		case !given[i] && unit >= 0:
			p.constraints = append(p.constraints, Constraint{one.ID, AtMost, 1 / rated[unit], a.list[unit].ID})
		}
	}
	switch {
	case len(p.open) == 0 && unit < 0:
		return nil, wrong(ErrAnswer, "", "rate at least one attribute above 0", "rating: every rating is 0, which gives no weights")
	case len(p.open) == 0:
		p.settle(rated)
	case unit < 0:
		p.region = wholeRegion(len(given), func(i int) bool { return !given[i] })
	default:
		r := relative{fixed: rated, spread: make([]float64, len(rated))}
		for i := range given {
			if !given[i] {
				r.spread[i] = 1
			}
		}
		p.region = r.region()
	}
	return p, nil
}
