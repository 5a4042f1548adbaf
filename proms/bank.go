package proms

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/proms/irt"
	"github.com/whatmatters-care/whatmatters/schemas"
)

// Bank is a set of calibrated items: what an answer to each of them says about where a person lies. In YAML
//
//	banks:
//	  fatigue:
//	    model: grm
//	    d: 1
//	    prior: {mean: 0, sd: 1}
//	    grid: {low: -4, high: 4, points: 81}
//	    metric: {intercept: 50, slope: 10}
//	    items:
//	      q1: {a: 2.1, b: [-0.8, 0.1, 1.2]}
//
// Estimates depend on each of these numbers, so none has a default; package irt says what they mean.
type Bank struct {
	// Model is the response curve of the items: rasch, 2pl, 3pl, pcm, gpcm or grm. An item may have its own.
	Model irt.Model `json:"model"`
	// D is the scaling constant: 1, or 1.7 for parameters on the normal-ogive metric.
	D float64 `json:"d"`
	// Prior, Grid and Metric are those of irt.Settings.
	Prior  irt.Prior  `json:"prior"`
	Grid   irt.Grid   `json:"grid"`
	Metric irt.Metric `json:"metric"`
	// Extreme says what ml, map and wle do where there is no estimate within the grid: refuse (also where it is empty) or bound.
	Extreme irt.ExtremeRule `json:"extreme,omitempty"`
	// Information is what the standard errors of ml, map and wle rest on: expected (also where it is empty) or observed.
	Information irt.Information `json:"information,omitempty"`
	// Items are the parameters by item id. Answers are categories in the order of their values.
	Items map[string]BankItem `json:"items"`
	// SumTable names tables of the document that hold the published score of each raw sum, to be checked against the bank.
	SumTable *SumTable `json:"sum_table,omitempty"`
	// Adaptive says how an adaptive test chooses among the items; nil where there is none.
	Adaptive *AdaptiveDesign `json:"adaptive,omitempty"`
	Source   *schemas.Cite   `json:"source,omitempty"`
}

// BankItem are the parameters of one item.
type BankItem struct {
	// A is the discrimination; left out for rasch and pcm, which fix it at 1.
	A float64 `json:"a,omitempty"`
	// B are the thresholds, one fewer than the answers.
	B []float64 `json:"b"`
	// C is the lower asymptote of a 3pl item.
	C float64 `json:"c,omitempty"`
	// Model is the item's own response curve; empty for that of the bank.
	Model irt.Model `json:"model,omitempty"`
	// Area is the content area, by which an adaptive test can be balanced.
	Area string `json:"area,omitempty"`
	// Reversed tells that the answers fall as what is measured rises.
	Reversed bool `json:"reversed,omitempty"`
}

// SumTable names the tables of a published conversion of raw sums of the whole bank.
type SumTable struct {
	// Value names the table of scores on the bank's metric, and SE that of their standard errors, which may be left out.
	Value string `json:"value"`
	SE    string `json:"se,omitempty"`
	// Places is how many decimal places the tables have.
	Places int `json:"places"`
	// Grid is the grid on which the tables were made, where that is not the bank's.
	Grid *irt.Grid `json:"grid,omitempty"`
}

// AdaptiveDesign says how an adaptive test chooses items and when it stops; see irt.Design.
type AdaptiveDesign struct {
	// By is what the next item is chosen by: mfi or mpwi.
	By irt.Criterion `json:"by"`
	// Start is the first item; empty lets By choose it.
	Start string `json:"start,omitempty"`
	// Balance is the share of each content area, in whole numbers.
	Balance map[string]int `json:"balance,omitempty"`
	Stop    AdaptiveStop   `json:"stop"`
}

// AdaptiveStop says when enough has been asked; see irt.Stop.
type AdaptiveStop struct {
	MinItems int `json:"min_items"`
	MaxItems int `json:"max_items"`
	// SE and SEChange are standard errors of theta, not of the reported score.
	SE       *StopLimit `json:"se,omitempty"`
	SEChange *StopLimit `json:"se_change,omitempty"`
}

// StopLimit is the bound of a stop rule: `{at_most: 0.3}`, or `{below: 0.3}`, which is not reached at 0.3 itself.
type StopLimit struct {
	AtMost *float64 `json:"at_most,omitempty"`
	Below  *float64 `json:"below,omitempty"`
}

// limit gives the form of package irt.
func (l *StopLimit) limit() irt.Limit {
	switch {
	case l == nil:
		return irt.Limit{}
	case l.AtMost != nil:
		return irt.Limit{Value: *l.AtMost, Inclusive: true}
	case l.Below != nil:
		return irt.Limit{Value: *l.Below}
	}
	return irt.Limit{}
}

// settings gives the form of package irt.
func (b Bank) settings() irt.Settings {
	s := irt.Settings{D: b.D, Prior: b.Prior, Grid: b.Grid, Metric: b.Metric, Extreme: b.Extreme, Information: b.Information}
	if s.Extreme == "" {
		s.Extreme = irt.RefuseExtreme
	}
	if s.Information == "" {
		s.Information = irt.ExpectedInformation
	}
	return s
}

// Bank gives an item bank of the questionnaire by its name, for what package irt can tell of it: information, raw-score tables,
// person fit. A row of answers has its items in the order of the questionnaire. The error is ErrNoBank.
func (q *Questionnaire) Bank(name string) (*irt.Bank, error) {
	b, ok := q.banks[name]
	if !ok {
		return nil, fmt.Errorf("proms: %s has no item bank %q: %w", q.ID(), name, ErrNoBank)
	}
	return b.bank, nil
}
