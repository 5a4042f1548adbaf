package derived

import "github.com/whatmatters-care/whatmatters/schemas/rule"

// Shown is an input of a criterion as a report shows it.
type Shown struct {
	// Fact is the fact of the vocabulary; of another input, such as a fact of a person, it has a Name and a Type alone.
	Fact
	// At are the fields that show it, or that are missing, at most MaxFields of them, and More is how many there are beyond those.
	At   []string
	More int
	// Is is the value: yes, no, a number to three decimals, a word, or the reason why there is none.
	Is string
}

// MaxFields is how many fields are shown of one fact.
const MaxFields = 8

// Show puts an input of a model in words, with its fields in a structure.
func (v *Vocabulary[S]) Show(m *rule.Model, slot rule.Slot, s *rule.State, of Facts) Shown {
	shown := Shown{Fact: Fact{Name: m.Name(slot), Type: m.Type(slot)}}
	value := s.Get(slot)
	if i, ours := v.place[shown.Name]; ours {
		shown.Fact = v.finders[i].Fact
		at := of.At(shown.Name)
		shown.At, shown.More = at[:min(len(at), MaxFields)], max(len(at)-MaxFields, 0)
		if shown.Type.Kind == rule.Number && !rule.IsNA(value) { // it was worked out, and nobody wrote its decimals down
			value = rule.Round(value, 3, rule.HalfEven)
		}
	}
	shown.Is = say(shown.Type, value)
	return shown
}

// say puts a value into words.
func say(t rule.Type, v float64) string {
	switch {
	case rule.IsNA(v):
		return rule.ReasonOf(v).String()
	case t.Kind == rule.Truth && v == 1:
		return "yes"
	case t.Kind == rule.Truth:
		return "no"
	default:
		return t.Format(v)
	}
}
