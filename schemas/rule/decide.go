package rule

// maxNames is how many names a result lists.
const maxNames = 8

// Decide gives a condition's value: 1, 0 or NA. First by Kleene's logic over the answers as they are. Where that is
// unknown, once more over bounds: what is known as it is, blanks as the ranges of their types; then despite names the
// missing inputs without which the condition could be decided, at most eight in document order. Bounds only ever turn
// unknown into known. The usual path allocates nothing.
func (p *Program) Decide(s *State) (v float64, despite []string) {
	v = p.Eval(s.frame)
	if v == v {
		return v, nil
	}
	if !p.fits(s.frame) {
		return v, nil
	}
	b := p.Bound(s)
	if !b.IsPoint() {
		return v, nil
	}
	names, _ := p.missingNames(s, nil)
	return b.Lo, names
}

// Decided gives the value that Decide gives, and does not look for names.
func (p *Program) Decided(s *State) float64 {
	v := p.Eval(s.frame)
	if v == v || !p.fits(s.frame) {
		return v
	}
	if b := p.Bound(s); b.IsPoint() {
		return b.Lo
	}
	return v
}

// Missing says why a value is missing.
type Missing struct {
	// Reason is Present where the value is there.
	Reason Reason `json:"reason"`
	// Names are the inputs that are missing, in document order, at most eight; of a condition only those whose answer could
	// change it. There is none where no answer is to blame, as for a division by 0.
	Names []string `json:"names,omitempty"`
	// More is how many names there are beyond those.
	More int `json:"more,omitempty"`
	// Because says which part of the rule has no result where the reason is undefined, such as a divisor of 0.
	Because string `json:"because,omitempty"`
}

// Missing explains a missing value over the answers in the State, after an Eval.
func (p *Program) Missing(s *State) Missing {
	v := p.Eval(s.frame)
	if v == v {
		return Missing{}
	}
	if !p.fits(s.frame) {
		return Missing{Reason: Internal}
	}
	if p.source.Condition && p.Bound(s).IsPoint() {
		return Missing{}
	}
	m := Missing{Reason: ReasonOf(v)}
	var bounds *ranger
	if p.source.Condition {
		bounds = s.ranger()
	}
	m.Names, m.More = p.missingNames(s, bounds)
	if m.Reason == Undefined {
		m.Because = p.undefined(s.frame)
	}
	return m
}
