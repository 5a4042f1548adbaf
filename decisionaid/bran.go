package decisionaid

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
)

// BRAN answers the four questions about one option from the same estimates that the comparison shows: its Benefits, its
// Risks, the Alternatives, and doing Nothing (Choosing Wisely UK, Academy of Medical Royal Colleges).
//
// An outcome is a benefit of an option where the option makes it better than doing nothing does, and a risk where it makes
// it worse, in the whole people that a reader sees. Where the two cannot be told apart, or one of them is not known, the kind
// of the outcome decides.
type BRAN struct {
	Option       string   `json:"option"`
	Benefits     []Point  `json:"benefits,omitempty"`
	Risks        []Point  `json:"risks,omitempty"`
	Alternatives []Option `json:"alternatives"`
	// Nothing says what happens with the option of doing nothing, or of waiting.
	Nothing []Estimate `json:"nothing"`
}

// Point is one outcome in the answer to a question about an option.
type Point struct {
	Outcome string   `json:"outcome"`
	Label   string   `json:"label"`
	With    Estimate `json:"with"`
	// Without is the estimate for doing nothing; nil where the option is just that.
	Without *Estimate `json:"without,omitempty"`
	Change  Change    `json:"change,omitempty"`
}

// Change says how the people who have an outcome differ between an option and doing nothing.
type Change string

// The changes. The empty Change means that they cannot be compared.
const (
	Fewer Change = "fewer"
	More  Change = "more"
	Same  Change = "same"
)

// BRAN answers the four questions about an option. The error is ErrNoEstimate.
func (p Personal) BRAN(option string) (BRAN, error) {
	here, waits, err := p.aid.places(option)
	if err != nil {
		return BRAN{}, err
	}
	def, s := p.aid.definition, p.state()
	answer := BRAN{Option: option}
	for i := range def.Outcomes {
		nothing := p.estimate(s, p.aid.cells[i][waits])
		answer.Nothing = append(answer.Nothing, nothing)
		point := Point{Outcome: def.Outcomes[i].ID, Label: def.Outcomes[i].Label, With: p.estimate(s, p.aid.cells[i][here])}
		if here != waits {
			point.Without = &nothing
			point.Change = changeOf(nothing.Frequencies, point.With.Frequencies)
		}
		if point.beside() {
			continue
		}
		if gains(def.Outcomes[i].Kind, point.Change) {
			answer.Benefits = append(answer.Benefits, point)
		} else {
			answer.Risks = append(answer.Risks, point)
		}
	}
	for k, o := range def.Options {
		if k != here {
			answer.Alternatives = append(answer.Alternatives, o)
		}
	}
	return answer, nil
}

// places finds an option, and the option of doing nothing.
func (a *Aid) places(option string) (here, waits int, err error) {
	if a == nil {
		return 0, 0, fmt.Errorf("decisionaid: no aid was personalised: %w", ErrNoEstimate)
	}
	here = slices.IndexFunc(a.definition.Options, func(o Option) bool { return o.ID == option })
	waits = slices.IndexFunc(a.definition.Options, func(o Option) bool { return o.Kind.Waits() })
	if here < 0 {
		return 0, 0, fmt.Errorf("decisionaid: %s has no option %q: %w", a.ID(), option, ErrNoEstimate)
	}
	return here, waits, nil
}

// beside reports whether an outcome has nothing to do with the option: it cannot happen, or is a burden of others.
func (p Point) beside() bool {
	absent := p.With.ByNature && p.With.Frequencies.Did.People == 0 && p.Change != Fewer
	return absent || p.With.Chance.Reason() == NotApplicable
}

// changeOf compares two frequencies as they are shown.
func changeOf(without, with *risk.Framing) Change {
	switch {
	case without == nil || with == nil:
		return ""
	case with.Did.People < without.Did.People:
		return Fewer
	case with.Did.People > without.Did.People:
		return More
	default:
		return Same
	}
}

// gains reports whether an outcome counts among the benefits of an option: fewer people have what nobody wishes for, or, as
// far as can be told, it is wished for.
func gains(kind OutcomeKind, change Change) bool { return (change == Fewer) != (kind == Benefit) }
