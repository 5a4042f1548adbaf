package decisionaid

import (
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas"
)

// Test is what is known of the test that an aid is about, such as one that screens for a disease. Having it is one of the
// options of the aid.
type Test struct {
	// Option is the id of the option that is to have the test.
	Option string `json:"option"`
	// Condition is what the test looks for, as part of a sentence: "bowel cancer".
	Condition string `json:"condition"`
	// Measures says what the test measures.
	Measures string `json:"measures"`
	// Sensitivity is the share of those with the condition whose result is positive, Specificity the share of those
	// without it whose result is negative, Prevalence the share of the people tested who have it; each from 0 to 1.
	Sensitivity float64 `json:"sensitivity"`
	Specificity float64 `json:"specificity"`
	Prevalence  float64 `json:"prevalence"`
	// ShownPer is how many people the test is shown out of: 10, 100, 1000 or 10000.
	ShownPer risk.Denominator `json:"shown_per"`
	// Among names the people who are tested.
	Among string `json:"among"`
	// IfPositive and IfNegative say what happens next with each result.
	IfPositive string `json:"if_positive"`
	IfNegative string `json:"if_negative"`
	// Overdiagnosis says what it means to find a condition that would never have mattered to the person.
	Overdiagnosis string `json:"overdiagnosis"`
	// Certainty is how sure one can be of the three shares (GRADE).
	Certainty Certainty     `json:"certainty,omitempty"`
	Source    *schemas.Cite `json:"source,omitempty"`
}

// shares gives the three shares for package risk.
func (t *Test) shares() risk.Test {
	return risk.Test{Sensitivity: t.Sensitivity, Specificity: t.Specificity, Prevalence: t.Prevalence}
}

// Tested is what happens when people are tested. It is the same for everybody, and says whom it is about.
type Tested struct {
	// Option is the id of the option that is to have the test.
	Option    string `json:"option"`
	Condition string `json:"condition"`
	Among     string `json:"among"`
	// People are whole people, two by two, who add up.
	People risk.Tested `json:"people"`
	// IfPositive and IfNegative are the chances of the condition after each result.
	IfPositive risk.Chance `json:"if_positive"`
	IfNegative risk.Chance `json:"if_negative"`
	// Text reads the people aloud in English.
	Text      string        `json:"text"`
	Certainty Certainty     `json:"certainty,omitempty"`
	Source    *schemas.Cite `json:"source,omitempty"`
}

// Tested gives the aid's test in natural frequencies; nil for an aid that is about no test.
func (a *Aid) Tested() *Tested {
	t := a.definition.Test
	if t == nil {
		return nil
	}
	// The shares were checked when the aid was made ready, so there is no error to tell.
	shares := t.shares()
	people, _ := shares.People(t.ShownPer)
	positive, _ := shares.IfPositive()
	negative, _ := shares.IfNegative()
	return &Tested{
		Option: t.Option, Condition: t.Condition, Among: t.Among, People: people, IfPositive: positive, IfNegative: negative,
		Text: risk.Voice{}.Test(people, t.Condition), Certainty: t.Certainty, Source: t.Source,
	}
}
