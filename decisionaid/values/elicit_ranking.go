package values

// Order is a ranking, most important first. Each step names one attribute, or several that matter equally.
type Order [][]string

// InOrder is an order without ties.
func InOrder(attributes ...string) Order {
	o := make(Order, len(attributes))
	for i, id := range attributes {
		o[i] = []string{id}
	}
	return o
}

// Ranking takes one order, or several that were given bit by bit, such as pairs. Nothing is assumed about attributes that the orders do not compare.
// Where they place every attribute, the weights are settled as rank-order-centroid weights. Orders that contradict each other are fault.Faults
// with the cause Contradiction, which names the attributes; an unknown attribute, or one that stands twice in an order, has the cause ErrAnswer.
func (a *Attributes) Ranking(orders ...Order) (*Preference, error) {
	if err := a.usable(); err != nil {
		return nil, err
	}
	o := newOrder(a)
	var constraints []Constraint
	for _, one := range orders {
		seen := make([]bool, len(a.list))
		last := -1
		for _, equals := range one {
			first := -1
			for _, id := range equals {
				i, err := a.find(id, "ranking")
				if err != nil {
					return nil, err
				}
				if seen[i] {
					return nil, wrong(ErrAnswer, id, "keep one place for it", "ranking: %q stands twice in one order", id)
				}
				seen[i] = true
				switch {
				case first >= 0:
					o.tie(first, i)
					constraints = append(constraints, Constraint{id, Equal, 1, a.list[first].ID})
				case last >= 0:
					o.say(last, i)
					constraints = append(constraints, Constraint{a.list[last].ID, AtLeast, 1, id})
				}
				if first < 0 {
					first = i
				}
			}
			if first >= 0 {
				last = first
			}
		}
	}
	return o.preference(MethodRanking, constraints)
}
