package decisionaid

import (
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Comparison puts the options of an aid side by side for one person, as plain data for whoever shows it. It encodes to
// stable JSON and decodes again to the same Comparison. The order is the author's; nothing in it ranks the options.
type Comparison struct {
	// Aid, Version and Digest name the definition that the numbers come from.
	Aid     string `json:"aid"`
	Version string `json:"version"`
	Digest  string `json:"digest"`
	Title   string `json:"title"`
	// Decision is the question that the person faces.
	Decision    string            `json:"decision"`
	Eligibility Eligibility       `json:"eligibility"`
	Derived     []DerivedValue    `json:"derived,omitempty"`
	Options     []Option          `json:"options"`
	Outcomes    []ComparedOutcome `json:"outcomes"`
	// Shares split people over exclusive outcomes, by group and then by option.
	Shares []Shares `json:"shares,omitempty"`
	// Tested is what happens when people are tested; nil for an aid that is about no test.
	Tested *Tested `json:"tested,omitempty"`
}

// Eligibility tells whether an aid, and the numbers in it, are about a person.
type Eligibility struct {
	// State is met, not_met or unknown.
	State policy.State `json:"state"`
	// Who says in the author's words for whom the aid is.
	Who string `json:"who"`
	// Missing lists the questions that could still decide it.
	Missing []Unanswered `json:"missing,omitempty"`
	// Despite names blanks that could not change it, where it was decided in spite of them.
	Despite []string `json:"despite,omitempty"`
}

// DerivedValue is a value that a rule of the aid worked out, such as a risk score.
type DerivedValue struct {
	ID    string     `json:"id"`
	Title string     `json:"title,omitempty"`
	Value rule.Value `json:"value"`
	Unit  string     `json:"unit,omitempty"`
	// Explanation gives the rule with the numbers filled in.
	Explanation string        `json:"explanation"`
	Missing     []Unanswered  `json:"missing,omitempty"`
	Source      *schemas.Cite `json:"source,omitempty"`
}

// ComparedOutcome is one outcome with its estimates, in the order of the options.
type ComparedOutcome struct {
	ID        string           `json:"id"`
	Kind      OutcomeKind      `json:"kind"`
	Label     string           `json:"label"`
	Within    Within           `json:"within,omitzero"`
	ShownPer  risk.Denominator `json:"shown_per"`
	Among     string           `json:"among,omitempty"`
	Estimates []Estimate       `json:"estimates"`
}

// Comparison gives everything that is known for the person.
func (p Personal) Comparison() Comparison {
	if p.aid == nil {
		return Comparison{}
	}
	def, s := p.aid.definition, p.state()
	all := Comparison{
		Aid: def.ID, Version: def.Version, Digest: p.aid.digest, Title: def.Title, Decision: def.Decision,
		Eligibility: p.eligible(s), Derived: p.derivedValues(s), Options: append([]Option(nil), def.Options...),
		Tested: p.aid.Tested(),
	}
	for i, o := range def.Outcomes {
		compared := ComparedOutcome{ID: o.ID, Kind: o.Kind, Label: o.Label, Within: o.Within, ShownPer: o.ShownPer, Among: o.Among}
		for _, c := range p.aid.cells[i] {
			compared.Estimates = append(compared.Estimates, p.estimate(s, c))
		}
		all.Outcomes = append(all.Outcomes, compared)
	}
	for i := range def.Exclusive {
		for k := range def.Options {
			all.Shares = append(all.Shares, p.shares(&def.Exclusive[i], k))
		}
	}
	return all
}

// Eligibility tells whether the aid is for the person.
func (p Personal) Eligibility() Eligibility {
	if p.aid == nil {
		return Eligibility{}
	}
	return p.eligible(p.state())
}

func (p Personal) eligible(s *rule.State) Eligibility {
	e := Eligibility{State: p.eligibility, Who: p.aid.definition.For.Who}
	if p.aid.audience == nil {
		return e
	}
	if e.State == policy.Unknown {
		e.Missing = p.aid.unanswered(s, p.aid.audience)
		return e
	}
	_, e.Despite = p.aid.audience.Decide(s)
	return e
}

// Derived gives the derived values, in the order of the definition.
func (p Personal) Derived() []DerivedValue {
	if p.aid == nil {
		return nil
	}
	return p.derivedValues(p.state())
}

func (p Personal) derivedValues(s *rule.State) []DerivedValue {
	var all []DerivedValue
	for _, d := range p.aid.derived {
		v := DerivedValue{
			ID: d.definition.ID, Title: d.definition.Title, Value: rule.ValueOf(p.frame[d.slot]), Unit: d.definition.Unit,
			Explanation: d.program.Trace(s).String(), Source: d.definition.Source,
		}
		if _, known := v.Value.Number(); !known {
			v.Missing = p.aid.unanswered(s, d.program)
		}
		all = append(all, v)
	}
	return all
}
