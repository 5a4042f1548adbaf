package values

import "fmt"

// Limits on the number of draws, and the number taken where none is given.
const (
	MinDraws     = 100
	MaxDraws     = 1_000_000
	DefaultDraws = 10_000
)

// Sampling says how to draw where there is no exact answer. The same seed gives the same result.
type Sampling struct {
	Draws int    // MinDraws to MaxDraws; 0 is DefaultDraws
	Seed  uint64 // any
}

// Share is a part of all weights that are possible, 0 to 1.
type Share struct {
	Value float64 `json:"value"`
	SE    float64 `json:"se"` // standard error from the drawing; 0 where the share is exact
}

// Acceptance is how one option fares over all weights that an answer allows.
type Acceptance struct {
	Option string `json:"option"`
	// Ranks[r] is the share of the possible weights at which exactly r other options fit better. Ranks[0] is the share at which this one is closest,
	// alone or tied; so where options always tie, the first ranks of all options add up to more than 1.
	Ranks []Share `json:"ranks"`
	// Central are the average weights, in the order of the attributes, of a person for whom this option is closest. Nil where it never is.
	Central []float64 `json:"central,omitempty"`
	// Confidence is the chance that this option is closest for someone with exactly the central weights, given the uncertainty of the estimates. Nil where
	// Central is.
	Confidence *Share `json:"confidence,omitempty"`
}

// Omission is an option that could not take part because estimates are missing on attributes that may matter.
type Omission struct {
	Option     string   `json:"option"`
	Attributes []string `json:"attributes"`
}

// Acceptability is how firm the standing of the options is: all weights that an answer allows, each as likely as the next, and all values that uncertain
// estimates allow (stochastic multicriteria acceptability analysis: Lahdelma and Salminen 2001, doi:10.1287/opre.49.3.444.11220).
type Acceptability struct {
	Exact   bool         `json:"exact"`
	Draws   int          `json:"draws,omitempty"` // how many draws were made; 0 where the result is exact
	Options []Acceptance `json:"options,omitempty"`
	Omitted []Omission   `json:"omitted,omitempty"` // options left out; the others are ranked among themselves
	Reason  Reason       `json:"reason,omitempty"`  // too_few where fewer than two options could take part
}

// Acceptability gives the rank acceptability, the central weights and the confidence factor of every option whose estimates are all there.
// It is exact (areas of polygons) where the answer leaves the weights at most two ways to move, as two or three attributes always do, and all
// estimates are certain; otherwise it draws. The error is fault.Faults with the cause ErrMismatch or ErrSetting.
func (t *Table) Acceptability(p *Preference, s Sampling) (Acceptability, error) {
	if err := t.fitsTo(p); err != nil {
		return Acceptability{}, err
	}
	if s.Draws == 0 {
		s.Draws = DefaultDraws
	}
	if s.Draws < MinDraws || s.Draws > MaxDraws {
		return Acceptability{}, wrong(ErrSetting, "", fmt.Sprintf("ask for %d to %d, or for 0 to have %d", MinDraws, MaxDraws, DefaultDraws), "%d draws were asked for", s.Draws)
	}
	matters := make([]bool, len(t.attributes.list))
	for k := range matters {
		matters[k] = p.region.weight(k).High > 0
	}
	var out Acceptability
	var takePart []int
	certain := true
	for i, e := range t.options {
		missing := t.attributes.ids(func(k int) bool { return matters[k] && !e.cells[k].known() })
		if missing != nil {
			out.Omitted = append(out.Omitted, Omission{e.id, missing})
			continue
		}
		takePart = append(takePart, i)
		for k, cell := range e.cells {
			certain = certain && !(matters[k] && cell.uncertain())
		}
	}
	if len(takePart) < 2 {
		out.Reason = ReasonTooFew
		return out, nil
	}
	var err error
	if certain && len(p.region.corners) <= 3 {
		out.Exact = true
		out.Options = t.exactAcceptance(takePart, p.region)
	} else {
		out.Options, out.Draws, err = t.sampledAcceptance(takePart, matters, p.region, s)
	}
	return out, err
}
