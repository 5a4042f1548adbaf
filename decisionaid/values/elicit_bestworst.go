package values

import "slices"

// Choice is one card of a best-worst task: of the attributes shown, which step from worst to best matters most and which least.
// Either may be empty where the person has not chosen yet (Louviere, Flynn and Marley 2015, doi:10.1017/CBO9781107337855).
type Choice struct {
	Shown []string `json:"shown"`
	Most  string   `json:"most,omitempty"`
	Least string   `json:"least,omitempty"`
}

// BestWorst takes the cards of a best-worst task. Each says that the most important matters at least as much as all others shown, and the least
// important at most as much. Where the cards together place every attribute, the weights are settled as for a ranking. Cards that contradict each
// other are fault.Faults with the cause ErrContradiction, as Contradiction with the attributes; other faults have the cause ErrAnswer.
func (a *Attributes) BestWorst(choices ...Choice) (*Preference, error) {
	if err := a.usable(); err != nil {
		return nil, err
	}
	o := newOrder(a)
	var constraints []Constraint
	say := func(more, less int) {
		if !slices.Contains(o.edges, edge{more, less}) {
			o.say(more, less)
			constraints = append(constraints, Constraint{a.list[more].ID, AtLeast, 1, a.list[less].ID})
		}
	}
	for card, choice := range choices {
		shown, err := a.card(card+1, choice)
		if err != nil {
			return nil, err
		}
		for _, other := range shown {
			id := a.list[other].ID
			if choice.Most != "" && id != choice.Most {
				say(a.index[choice.Most], other)
			}
			if choice.Least != "" && id != choice.Least && id != choice.Most {
				say(other, a.index[choice.Least])
			}
		}
	}
	return o.preference(MethodBestWorst, constraints)
}

// card gives the places of the attributes on one card, in the order shown.
func (a *Attributes) card(number int, choice Choice) ([]int, error) {
	if len(choice.Shown) < 2 {
		return nil, wrong(ErrAnswer, "", "", "best_worst: card %d shows fewer than two attributes, so there is nothing to choose between", number)
	}
	var shown []int
	for _, id := range choice.Shown {
		i, err := a.find(id, "best_worst")
		if err != nil {
			return nil, err
		}
		if slices.Contains(shown, i) {
			return nil, wrong(ErrAnswer, id, "show it once", "best_worst: card %d shows %q twice", number, id)
		}
		shown = append(shown, i)
	}
	for _, id := range []string{choice.Most, choice.Least} {
		if id != "" && !slices.Contains(choice.Shown, id) {
			return nil, wrong(ErrAnswer, id, "", "best_worst: card %d does not show %q, so it cannot have been chosen there", number, id)
		}
	}
	if choice.Most != "" && choice.Most == choice.Least {
		return nil, wrong(ErrAnswer, choice.Most, "choose two", "best_worst: card %d has %q as both the most and the least important", number, choice.Most)
	}
	return shown, nil
}
