package plan

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Fact is one thing that can be read off a plan. Rules of a plan-standard say its Name.
type Fact struct {
	// Name is how rules say it, such as plan.goals.
	Name string `json:"name"`
	// Says is what it tells: of a truth what is so where it is true, of a number what it counts.
	Says string `json:"says"`
	// Type is truth, or number with its unit and range.
	Type rule.Type `json:"-"`
	// Mend says what to do where the fact speaks against a criterion.
	Mend string `json:"mend"`
}

// fact is a Fact with the way to find it.
type fact struct {
	Fact
	find func(s *subject) answer
}

// answer is what a fact comes to in one plan, with the fields that show it or that are missing.
type answer struct {
	value float64
	at    []string
}

// planPrefix stands before the names of facts that are read off a plan.
const planPrefix = "plan."

// most is the most that is counted.
const most = 100_000

var truth = rule.Type{Kind: rule.Truth, Hi: 1, Step: 1}

func is(name, says, mend string, find func(s *subject) answer) fact {
	return fact{Fact{planPrefix + name, says, truth, mend}, find}
}

func count(name, says, unit, mend string, find func(s *subject) answer) fact {
	return fact{Fact{planPrefix + name, says, rule.Type{Kind: rule.Number, Unit: unit, Hi: most, Step: 1}, mend}, find}
}

// vocabulary is every fact, by subject.
var vocabulary = slices.Concat(beginningFacts, personFacts, needFacts, peopleFacts, reviewFacts)

// Vocabulary gives every fact that can be read off a plan.
func Vocabulary() []Fact {
	all := make([]Fact, len(vocabulary))
	for i, f := range vocabulary {
		all[i] = f.Fact
	}
	return all
}

// inputs gives the facts as inputs of a model.
func inputs() []rule.Input {
	all := make([]rule.Input, len(vocabulary))
	for i, f := range vocabulary {
		all[i] = rule.Input{Name: f.Name, Type: f.Type}
	}
	return all
}

// has is a truth that one field shows.
func has(so bool, at string) answer {
	if so {
		return answer{1, []string{at}}
	}
	return answer{0, []string{at}}
}

// amount counts, with the fields that show it; where there are none, at stands for what is missing.
func amount(n int, at ...string) answer { return answer{float64(min(n, most)), at} }

// open is a fact that nobody can tell, because a field was left out.
func open(at string) answer { return answer{rule.NA(rule.Blank), []string{at}} }

// every is true where there is at least one field and none is bad; the bad ones are named. Where there is none, at is missing.
type every struct{ good, bad []string }

func (e *every) see(so bool, at string) {
	if so {
		e.good = append(e.good, at)
	} else {
		e.bad = append(e.bad, at)
	}
}

func (e *every) all(at string) answer {
	switch {
	case len(e.bad) > 0:
		return answer{0, e.bad}
	case len(e.good) > 0:
		return answer{1, e.good}
	default:
		return answer{0, []string{at}}
	}
}

// any is true where at least one field is good; where none is, at is missing.
func (e *every) any(at string) answer {
	if len(e.good) > 0 {
		return answer{1, e.good}
	}
	return answer{0, []string{at}}
}

// number counts the good fields.
func (e *every) number(at string) answer {
	if len(e.good) > 0 {
		return amount(len(e.good), e.good...)
	}
	return amount(0, at)
}
