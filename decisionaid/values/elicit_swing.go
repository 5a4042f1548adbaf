package values

// Swing takes first which attribute's step from worst to best matters most, and then how much each other step matters next to it: 100 is just as
// much, 50 half as much, 0 nothing (von Winterfeldt and Edwards 1986, Decision Analysis and Behavioral Research). An answer may be a range; then, and
// where one is blank, the answer confines the weights without settling them. With largest empty and no answers, nothing has been said yet.
// The error is fault.Faults with the cause ErrAnswer.
func (a *Attributes) Swing(largest string, answers ...Answer) (*Preference, error) {
	points, given, err := a.place(MethodSwing, true, answers)
	if err != nil {
		return nil, err
	}
	p := &Preference{attributes: a, method: MethodSwing}
	if largest == "" {
		if len(answers) > 0 {
			return nil, wrong(ErrAnswer, "", "ask first which step matters most", "swing: the answers compare with the largest step, which is not named")
		}
		p.open = a.blanks(given)
		p.region = wholeRegion(len(a.list), func(int) bool { return true })
		return p, nil
	}
	top, err := a.find(largest, "swing")
	if err != nil {
		return nil, err
	}
	if given[top] && points[top] != (Range{100, 100}) {
		return nil, wrong(ErrAnswer, largest, "leave its answer out, or name another", "swing: %q was named as the largest step, which is 100 by definition", largest)
	}
	points[top], given[top] = Range{100, 100}, true
	p.open = a.blanks(given)
	r := relative{fixed: make([]float64, len(points)), spread: make([]float64, len(points))}
	exact := len(p.open) == 0
	for i, one := range a.list {
		if !given[i] {
			points[i] = Range{0, 100}
		}
		low, high := points[i].Low/100, points[i].High/100
		r.fixed[i], r.spread[i] = low, high-low
		exact = exact && low == high
		switch {
		case i == top:
		case low == high:
			p.constraints = append(p.constraints, Constraint{one.ID, Equal, low, largest})
		default:
			if low > 0 {
				p.constraints = append(p.constraints, Constraint{one.ID, AtLeast, low, largest})
			}
			p.constraints = append(p.constraints, Constraint{one.ID, AtMost, high, largest})
		}
	}
	if exact {
		p.settle(r.fixed)
	} else {
		p.region = r.region()
	}
	return p, nil
}
