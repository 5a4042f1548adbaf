package values

// Standing says which option is closest to what a person said, as far as that can be told.
type Standing struct {
	// Closest are the options that fit at least as well as every other, whatever is still unknown. More than one is a tie.
	Closest []string `json:"closest,omitempty"`
	// Near are options whose fit is, or may be, within the margin of the closest: too near to tell apart.
	Near []string `json:"near,omitempty"`
	// Undecided are, where there is no closest, the options that could still turn out to be.
	Undecided []string `json:"undecided,omitempty"`
	// Margin is the difference, in points of fit, below which the author says that a difference means nothing.
	Margin float64 `json:"margin"`
}

// Standing compares all options pair by pair. margin is 0 to 100 points of fit: differences up to it are near-ties; with 0 only equal fits are
// ties. It compares middle estimates; Acceptability says how firm the outcome is. The error is fault.Faults with the cause ErrMismatch or ErrSetting.
func (t *Table) Standing(p *Preference, margin float64) (Standing, error) {
	if err := t.fitsTo(p); err != nil {
		return Standing{}, err
	}
	if !(margin >= 0 && margin <= 100) {
		return Standing{}, wrong(ErrSetting, "", "", "the margin %v must be 0 to 100 points of fit", margin)
	}
	r := p.fitting()
	n := len(t.options)
	gaps := make([][]Range, n) // gaps[a][b]: by how much a fits better than b
	for a := range n {
		gaps[a] = make([]Range, n)
		for b := range n {
			if a != b {
				low, high := t.lead(a, b)
				gaps[a][b] = Range{r.extent(low).Low, r.extent(high).High}
			}
		}
	}
	s := Standing{Margin: margin}
	first := -1
	for a := range n {
		surely, possibly := true, true
		for b := range n {
			surely = surely && gaps[a][b].Low >= -tie
			possibly = possibly && gaps[a][b].High >= -tie
		}
		if surely {
			s.Closest = append(s.Closest, t.options[a].id)
			if first < 0 {
				first = a
			}
		}
		if possibly {
			s.Undecided = append(s.Undecided, t.options[a].id)
		}
	}
	if first < 0 {
		return s, nil
	}
	s.Undecided = nil
	for b := range n {
		surely := true
		for a := range n {
			surely = surely && gaps[b][a].Low >= -tie
		}
		if !surely && gaps[first][b].Low*100 <= margin+tie*100 {
			s.Near = append(s.Near, t.options[b].id)
		}
	}
	return s, nil
}
