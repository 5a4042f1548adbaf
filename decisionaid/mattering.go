package decisionaid

import (
	"errors"
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/decisionaid/values"
)

var (
	// ErrNoValues is returned where an aid asks nothing about what matters.
	ErrNoValues = errors.New("no values")
	// ErrMethod is returned for a way of asking that there is not.
	ErrMethod = errors.New("no such method")
	// ErrConcern is returned for a concern without words, or about an option that the aid does not have.
	ErrConcern = errors.New("concern")
)

// Mattering is what a person said about what matters to them. Its attributes are the ids of the aid's values. It is plain data,
// which a service may keep, and an unfinished one is as good as a finished one.
type Mattering struct {
	// Method is how the person was asked; it decides which of the next fields count.
	Method values.Method `json:"method"`
	// Answers are those to a rating, to points, to ranges of points, or next to the largest swing.
	Answers []values.Answer `json:"answers,omitempty"`
	// Largest is, for a swing, the value that matters most.
	Largest string `json:"largest,omitempty"`
	// Orders are those of a ranking.
	Orders []values.Order `json:"orders,omitempty"`
	// Choices are the cards of a best-worst task.
	Choices []values.Choice `json:"choices,omitempty"`
	// Concerns are what else matters, in the person's own words.
	Concerns []Concern `json:"concerns,omitempty"`
}

// Concern is something that matters to a person and that the aid does not ask about. It is a note beside the numbers and never
// becomes one.
type Concern struct {
	// Text is what the person said.
	Text string `json:"text"`
	// Option is the id of the option that it is about; empty for none or all.
	Option string `json:"option,omitempty"`
	// Speaks says whether it speaks for or against that option; empty where the person did not say.
	Speaks Speaks `json:"speaks,omitempty"`
}

// Speaks says whether something speaks for or against an option.
type Speaks string

// The two ways.
const (
	SpeaksFor     Speaks = "for"
	SpeaksAgainst Speaks = "against"
)

// Attributes gives the aid's values as attributes of package values, scored in people out of the denominator of their outcomes;
// nil for an aid without values.
func (a *Aid) Attributes() *values.Attributes { return a.attributes }

// Preference makes an answer of what a person said. The error is ErrNoValues, ErrMethod, or fault.Faults with each thing
// that is wrong with the answer.
func (a *Aid) Preference(m Mattering) (*values.Preference, error) {
	if a == nil || a.attributes == nil {
		return nil, fmt.Errorf("decisionaid: this aid asks nothing about what matters: %w", ErrNoValues)
	}
	switch m.Method {
	case values.MethodRating:
		return a.attributes.Rating(m.Answers...)
	case values.MethodPoints:
		return a.attributes.Points(m.Answers...)
	case values.MethodPointRanges:
		return a.attributes.PointRanges(m.Answers...)
	case values.MethodSwing:
		return a.attributes.Swing(m.Largest, m.Answers...)
	case values.MethodRanking:
		return a.attributes.Ranking(m.Orders...)
	case values.MethodBestWorst:
		return a.attributes.BestWorst(m.Choices...)
	default:
		return nil, fmt.Errorf("decisionaid: nobody can be asked by %q: %w", m.Method, ErrMethod)
	}
}

// checkConcerns holds that every concern has words, and is about an option that there is.
func (a *Aid) checkConcerns(all []Concern) error {
	var faults []error
	for i, c := range all {
		known := c.Option == "" || slices.ContainsFunc(a.definition.Options, func(o Option) bool { return o.ID == c.Option })
		switch {
		case c.Text == "":
			faults = append(faults, fmt.Errorf("decisionaid: concern %d has no words: %w", i+1, ErrConcern))
		case !known:
			faults = append(faults, fmt.Errorf("decisionaid: concern %d is about %q, and there is no such option: %w", i+1, c.Option, ErrConcern))
		case c.Speaks != "" && c.Speaks != SpeaksFor && c.Speaks != SpeaksAgainst:
			faults = append(faults, fmt.Errorf("decisionaid: concern %d speaks %q, which is neither for nor against: %w", i+1, c.Speaks, ErrConcern))
		}
	}
	return errors.Join(faults...)
}
