package values

// Part is what one attribute adds to the fit of an option.
type Part struct {
	Attribute string `json:"attribute"`
	Weight    Range  `json:"weight"`              // share of the whole, 0 to 1
	Value     Range  `json:"value"`               // place of the score on the author's range, 0 (worst) to 1 (best)
	Points    Range  `json:"points"`              // weight times value times 100: what it adds to the fit
	Reason    Reason `json:"reason,omitempty"`    // why the score is not known; empty where it is, or where it lies between two numbers
	Uncertain bool   `json:"uncertain,omitempty"` // the value is the middle of an estimate that carries uncertainty
}

// Fit is how well one option fits what a person said matters, 0 to 100. It is a range where an estimate is missing or the answer is not finished,
// and then no number inside the range is more likely than another.
type Fit struct {
	Option     string     `json:"option"`
	Points     Range      `json:"points"`
	Parts      []Part     `json:"parts"`                // in the order of the attributes; where all is known their points add up to Points
	For        []Argument `json:"for,omitempty"`        // what speaks for the option, the weightiest first
	Against    []Argument `json:"against,omitempty"`    // what speaks against it, the weightiest first
	Unclear    []Argument `json:"unclear,omitempty"`    // what could speak either way, in the order of the attributes
	Unknown    []string   `json:"unknown,omitempty"`    // attributes that may matter and of which nothing is known for this option
	Unfinished bool       `json:"unfinished,omitempty"` // the answer does not settle the weights
}

// Fit gives the fit of every option, in the order of the table: the weighted sum of the values, times 100 (the additive model, Keeney and Raiffa
// 1976, Decisions with Multiple Objectives). The error is fault.Faults with the cause ErrMismatch.
func (t *Table) Fit(p *Preference) ([]Fit, error) {
	if err := t.fitsTo(p); err != nil {
		return nil, err
	}
	r := p.fitting()
	weights := make([]Range, len(t.attributes.list))
	for k := range weights {
		weights[k] = r.weight(k)
	}
	fits := make([]Fit, len(t.options))
	for i := range t.options {
		fits[i] = t.fit(i, r, weights)
		fits[i].Unfinished = p.weights == nil
		t.argue(&fits[i], i, weights)
	}
	return fits, nil
}

// fit gives the points of option i and what each attribute adds to them.
func (t *Table) fit(i int, r region, weights []Range) Fit {
	e := &t.options[i]
	fit := Fit{Option: e.id, Points: Range{r.extent(e.low).Low * 100, r.extent(e.high).High * 100}.within(0, 100)}
	fit.Parts = make([]Part, 0, len(weights))
	for k, of := range t.attributes.list {
		value := Range{e.low[k], e.high[k]}
		points := value.times(weights[k])
		part := Part{
			Attribute: of.ID, Weight: weights[k], Value: value, Points: Range{points.Low * 100, points.High * 100},
			Reason: e.cells[k].why(), Uncertain: e.cells[k].kind == cellNormal || e.cells[k].kind == cellEvents,
		}
		if part.Reason != "" && weights[k].High > 0 {
			fit.Unknown = append(fit.Unknown, of.ID)
		}
		fit.Parts = append(fit.Parts, part)
	}
	return fit
}
