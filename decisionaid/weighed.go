package decisionaid

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/decisionaid/values"
)

// Weighing says how what matters is set beside what is known.
type Weighing struct {
	// Margin is the difference in points of fit, 0 to 100, up to which two options count as too near to tell apart. With 0
	// only equal fits do.
	Margin float64
	// Sampling says how to draw where acceptability has no exact answer.
	Sampling values.Sampling
}

// Weighed is what a person said matters beside what is known of their options. It says what fits what they said, and no more: the
// choice stays with them.
type Weighed struct {
	// Aid, Version and Digest name the definition that the numbers come from.
	Aid     string        `json:"aid"`
	Version string        `json:"version"`
	Digest  string        `json:"digest"`
	Method  values.Method `json:"method"`
	// Weights are how much each value matters, where the answer settles it.
	Weights []values.Weight `json:"weights,omitempty"`
	// Open are the ids of the values about which nothing was said yet.
	Open []string `json:"open,omitempty"`
	// Fits are in the order of the options.
	Fits     []values.Fit    `json:"fits"`
	Standing values.Standing `json:"standing"`
	// TradeOffs compare the first of the closest options with each of the others; empty where no option is closest.
	TradeOffs     []values.TradeOff    `json:"trade_offs,omitempty"`
	Acceptability values.Acceptability `json:"acceptability"`
	// Concerns are what else the person said, and stand beside the numbers.
	Concerns []Concern `json:"concerns,omitempty"`

	table      *values.Table
	preference *values.Preference
}

// Values sets what a person said matters beside what is known of their options. The error is ErrNoValues, ErrMethod, ErrConcern,
// or what package values finds wrong with the answer, the margin or the sampling.
func (p Personal) Values(m Mattering, how Weighing) (Weighed, error) {
	said, err := p.aid.Preference(m)
	if err != nil {
		return Weighed{}, err
	}
	if err := p.aid.checkConcerns(m.Concerns); err != nil {
		return Weighed{}, err
	}
	table, err := p.Table()
	if err != nil {
		return Weighed{}, err
	}
	w := Weighed{
		Aid: p.aid.ID(), Version: p.aid.Version(), Digest: p.aid.Digest(), Method: m.Method, Open: said.Open(),
		Concerns: append([]Concern(nil), m.Concerns...), table: table, preference: said,
	}
	if weights, settled := said.Weights(); settled {
		w.Weights = weights
	}
	if w.Fits, err = table.Fit(said); err != nil {
		return Weighed{}, err
	}
	if w.Standing, err = table.Standing(said, how.Margin); err != nil {
		return Weighed{}, err
	}
	if w.Acceptability, err = table.Acceptability(said, how.Sampling); err != nil {
		return Weighed{}, err
	}
	if len(w.Standing.Closest) == 0 {
		return w, nil
	}
	for _, o := range p.aid.definition.Options {
		if o.ID == w.Standing.Closest[0] {
			continue
		}
		between, err := table.TradeOff(said, w.Standing.Closest[0], o.ID)
		if err != nil {
			return Weighed{}, err
		}
		w.TradeOffs = append(w.TradeOffs, between)
	}
	return w, nil
}

// Sentences says it in the words of package values: where the options stand, how each fits with what speaks for and against it,
// what would have to be different, how firm that is, what is still open, and the person's own concerns as they said them. A
// Weighed that was decoded from JSON has no sentences.
func (w Weighed) Sentences(words values.Words) []string {
	all := w.sentences(words)
	if all == nil {
		return nil
	}
	for _, c := range w.Concerns {
		all = append(all, fmt.Sprintf("“%s”", c.Text))
	}
	return all
}

func (w Weighed) sentences(words values.Words) []string {
	if w.table == nil {
		return nil
	}
	say := w.table.Speak(words)
	all := say.Standing(w.Standing)
	for _, f := range w.Fits {
		all = append(all, say.Fit(f)...)
	}
	for _, t := range w.TradeOffs {
		all = append(all, say.TradeOff(t)...)
	}
	all = append(all, say.Acceptability(w.Acceptability)...)
	return append(all, say.Unfinished(w.preference)...)
}
