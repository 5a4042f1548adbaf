package cohort

import (
	"fmt"
	"math"
)

// An AdjustedGain describes how much better or worse people did than a case-mix model expected. Make
// it with [NewAdjustedGain], [AdjustedGain.Empty] or by decoding. Reading is safe for concurrent use
// while nobody adds or merges; adding and merging are not.
type AdjustedGain struct {
	layout         *layout
	model          *CaseMix
	gain, residual Moments
	absent         absence
}

// NewAdjustedGain makes an empty summary. It returns ErrDefinition where the scale or the model
// contradicts itself.
func NewAdjustedGain(scale Scale, model CaseMix) (*AdjustedGain, error) {
	l, err := newLayout(scale)
	if err != nil {
		return nil, err
	}
	model, err = model.canonical()
	if err != nil {
		return nil, err
	}
	return emptyGain(l, &model), nil
}

func emptyGain(l *layout, model *CaseMix) *AdjustedGain {
	none := Moments{noise: l.noise}
	return &AdjustedGain{layout: l, model: model, gain: none, residual: none, absent: newAbsence(l.scale.Reasons)}
}

// Empty returns a new summary of nobody over the same scale and model.
func (g *AdjustedGain) Empty() *AdjustedGain {
	if g.layout == nil {
		return &AdjustedGain{}
	}
	return emptyGain(g.layout, g.model)
}

// Add adds one person's values with the covariates of the model. It does not allocate. Where a number
// is not finite or cannot occur, the person is counted as missing with the reason "internal", and
// Faults says so.
//
// It returns ErrLength, and counts nothing, where there is not one covariate for each coefficient, and
// ErrUnmade where the summary was never made.
func (g *AdjustedGain) Add(before, after float64, covariates []float64) error {
	if g.layout == nil {
		return fmt.Errorf("%w: make it with NewAdjustedGain, Empty or a decoder before adding", ErrUnmade)
	}
	expected, err := g.model.Expected(covariates)
	if err != nil {
		return err
	}
	placeBefore, from := g.layout.find(before)
	placeAfter, to := g.layout.find(after)
	switch {
	case placeBefore < 0:
		g.absent.faults.value(before)
	case placeAfter < 0:
		g.absent.faults.value(after)
	case !expected.known:
		g.absent.faults.value(offender(covariates))
	default:
		g.gain.add(to - from)
		g.residual.add(to - expected.value)
	}
	return nil
}

// offender returns the covariate that spoilt an expectation: one that is not finite, if there is one.
func offender(covariates []float64) float64 {
	for _, x := range covariates {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return x
		}
	}
	return 0 // all finite, and so too large
}

// AddMissing counts one person who lacks a value or a covariate, by a reason word of the scale. It
// does not allocate. A word that the scale does not list is counted as "internal", and Faults says so.
func (g *AdjustedGain) AddMissing(reason string) { g.absent.word(reason) }

// Merge adds the people of the other summary to this one, and leaves the other as it was. It returns
// ErrIncompatible where scale or model differ, ErrUnmade where either was never made, and ErrTooMany
// past MaxCount; then nothing is changed.
func (g *AdjustedGain) Merge(other *AdjustedGain) error {
	if other == nil || other.layout == nil || g.layout == nil {
		return fmt.Errorf("%w: make both gains with NewAdjustedGain, Empty or a decoder before merging them", ErrUnmade)
	}
	if err := sameLayout(g.layout, other.layout); err != nil {
		return err
	}
	if !g.model.equal(*other.model) {
		return fmt.Errorf("%w: case-mix model %q has other coefficients than %q; adjust both by one model", ErrIncompatible, clip(g.model.Version), clip(other.model.Version))
	}
	if err := fits(g.People(), other.People()); err != nil {
		return err
	}
	g.gain.merge(other.gain)
	g.residual.merge(other.residual)
	g.absent.merge(&other.absent)
	return nil
}

// Adjusted returns the case-mix adjusted gain: the reference gain, usually the national mean of after
// minus before, plus the mean of what people had above what the model expected. Its standard error,
// with the model taken as exact, is that of Residual.
//
// This is the additive form described for the NHS PROMs programme (NHS Digital, PROMs methodologies).
// Read the guidance of the year whose coefficients you supply, since it fixes the details.
//
// It is NoValues where nobody was added, and Invalid where the reference is not finite or further than
// MaxMagnitude from zero.
func (g *AdjustedGain) Adjusted(reference float64) Statistic {
	if !usable(reference) {
		return missing(Invalid)
	}
	mean := g.residual.Mean()
	if !mean.known {
		return mean
	}
	return known(reference + mean.value)
}

// Gain returns the moments of after minus before, not adjusted.
func (g *AdjustedGain) Gain() Moments { return g.gain }

// Residual returns the moments of the after value minus the expected one.
func (g *AdjustedGain) Residual() Moments { return g.residual }

// People returns how many people were added, with a gain or without.
func (g *AdjustedGain) People() int64 { return g.gain.n + g.absent.total() }

// Missing returns how many people have no gain, by reason word, in the order of the scale, faults
// under "internal".
func (g *AdjustedGain) Missing() []MissingCount { return g.absent.list() }

// Faults returns what was refused, and why.
func (g *AdjustedGain) Faults() Faults { return g.absent.faults }
