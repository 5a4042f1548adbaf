package decisionaid

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas"
)

// Outcome is one thing that may happen to a person, with what is known of it for every option.
type Outcome struct {
	ID   string      `json:"id"`
	Kind OutcomeKind `json:"kind"`
	// Label names the outcome as what people do or have: "Have a stroke". It completes "72 in 1,000 people ...".
	Label string `json:"label"`
	// Not completes "928 ..." in the same way; empty for the general "do not".
	Not string `json:"not,omitempty"`
	// Within is the period that all chances of the outcome are over. Benefits and risks need it.
	Within Within `json:"within,omitzero"`
	// Horizon says that the estimates are over another period, and on what assumption they are moved to Within; nil where they
	// are over Within.
	Horizon *Horizon `json:"horizon,omitempty"`
	// ShownPer is how many people the outcome is shown out of: 10, 100, 1000 or 10000, the same for every option.
	ShownPer risk.Denominator `json:"shown_per"`
	// Among names the people that the numbers are about. Benefits and risks need it.
	Among string `json:"among,omitempty"`
	// Estimates say what is known for each option, one for each.
	Estimates []EstimateDefinition `json:"estimates"`
}

// OutcomeKind says what an outcome means to people.
type OutcomeKind string

// The kinds of outcome.
const (
	Benefit OutcomeKind = "benefit" // wished for
	Risk    OutcomeKind = "risk"    // not wished for
	Burden  OutcomeKind = "burden"  // what an option asks of a person, such as regular blood tests
)

// Aim says whether the outcome is to be wished for.
func (k OutcomeKind) Aim() risk.Aim {
	if k == Benefit {
		return risk.Wanted
	}
	return risk.Unwanted
}

// spoken gives the outcome as part of a sentence: its label without the capital letter of a heading. A word that starts
// with two capitals, such as an abbreviation, keeps them.
func (o *Outcome) spoken() risk.Outcome {
	happens := o.Label
	first, size := utf8.DecodeRuneInString(happens)
	second, _ := utf8.DecodeRuneInString(happens[size:])
	if !unicode.IsUpper(second) {
		happens = string(unicode.ToLower(first)) + happens[size:]
	}
	return risk.Outcome{Happens: strings.TrimSuffix(happens, "."), Not: o.Not}
}

// EstimateDefinition is what is known of one outcome for one option: exactly one of a chance, a study's count, an effect
// relative to another option, `unknown` with its reason, and `not_applicable` with its reason.
type EstimateDefinition struct {
	// Option is the id of the option.
	Option string `json:"option"`
	// Chance is a number from 0 to 1, or a rule that works it out.
	Chance *Chance `json:"chance,omitempty"`
	// Count is what a study counted.
	Count *risk.Count `json:"count,omitempty"`
	// RelativeTo is the id of the option that an effect starts from; one of RR, OR, HR and Difference is the effect.
	RelativeTo string   `json:"relative_to,omitempty"`
	RR         *float64 `json:"rr,omitempty"`
	OR         *float64 `json:"or,omitempty"`
	HR         *float64 `json:"hr,omitempty"`
	Difference *float64 `json:"difference,omitempty"`
	// Interval is the confidence interval on the scale of the estimate: of the chance, or of the effect.
	Interval *[2]float64 `json:"interval,omitempty"`
	// Level is the confidence level of the interval; zero means 0.95.
	Level float64 `json:"level,omitempty"`
	// Indirect tells that no study compared the two options with each other, or with these people.
	Indirect bool `json:"indirect,omitempty"`
	// Certainty is how sure one can be of the estimate (GRADE).
	Certainty Certainty `json:"certainty,omitempty"`
	// Unknown says why nothing is known.
	Unknown string `json:"unknown,omitempty"`
	// NotApplicable says why the outcome cannot happen with this option.
	NotApplicable string        `json:"not_applicable,omitempty"`
	Source        *schemas.Cite `json:"source,omitempty"`
}

// interval gives the stated interval, or the zero one.
func (e *EstimateDefinition) interval() risk.Interval {
	if e.Interval == nil {
		return risk.Interval{}
	}
	level := e.Level
	if level == 0 {
		level = 0.95
	}
	return risk.Interval{Lower: e.Interval[0], Upper: e.Interval[1], Level: level}
}

// effects lists the effects that the estimate gives, with the key of each.
func (e *EstimateDefinition) effects() (keys []string, effects []risk.Effect) {
	for _, m := range []struct {
		key     string
		value   *float64
		measure risk.Measure
	}{
		{"rr", e.RR, risk.RelativeRisk}, {"or", e.OR, risk.OddsRatio}, {"hr", e.HR, risk.HazardRatio},
		{"difference", e.Difference, risk.RiskDifference},
	} {
		if m.value == nil {
			continue
		}
		effect := risk.Effect{Measure: m.measure, Value: *m.value, Interval: e.interval()}
		if e.Indirect {
			effect.Basis = risk.Indirect
		}
		keys, effects = append(keys, m.key), append(effects, effect)
	}
	return keys, effects
}

// Certainty is how sure one can be of an estimate, in the words of GRADE (Guyatt and others, BMJ 2008).
type Certainty string

// The certainties.
const (
	HighCertainty     Certainty = "high"
	ModerateCertainty Certainty = "moderate"
	LowCertainty      Certainty = "low"
	VeryLowCertainty  Certainty = "very_low"
	UnknownCertainty  Certainty = "unknown" // nobody has judged it
)
