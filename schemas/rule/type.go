package rule

import (
	"math"
	"slices"
	"strings"
)

// Kind is what sort of value a name or a rule has.
type Kind uint8

const (
	// Number is a number, perhaps with a unit and a range.
	Number Kind = iota
	// Truth is true or false, stored as 1 or 0.
	Truth
	// Code is one answer of one answer set, stored as its place in the set, counted from 0.
	Code
	// Many is a list of numbers or truths, such as the items of a score. No rule gives one; it stands inside calls.
	Many
)

// String gives the word for messages.
func (k Kind) String() string {
	switch k {
	case Number:
		return "a number"
	case Truth:
		return "true or false"
	case Code:
		return "a code"
	case Many:
		return "a list"
	default:
		return "nothing"
	}
}

// Option is one answer of an answer set.
type Option struct {
	// ID is the code, as rules and answers write it.
	ID string
	// Value is what the answer is worth where the set is Number typed; for a Code it is the option's place in the set.
	Value float64
	// Missing marks an answer that counts as missing, such as "prefer not to say".
	Missing bool
}

// Type is what is known of a value before there is one.
type Type struct {
	Kind Kind
	// Set names the answer set of a Code. Codes compare only with codes of the same set.
	Set string
	// Options are the answers of a Code in their order, or the named values of a Number.
	Options []Option
	// Unit is the unit of a Number, such as "years"; it may be empty.
	Unit string
	// Lo and Hi bound a Number, ends included. Both zero means that no range is known.
	Lo, Hi float64
	// Step is the distance between neighbouring values of a Number; zero means any value in the range.
	Step float64
}

// option finds an answer by its id.
func (t Type) option(id string) (Option, int, bool) {
	for i, o := range t.Options {
		if o.ID == id {
			return o, i, true
		}
	}
	return Option{}, 0, false
}

// ids gives the answers that are not missing ones, in their order.
func (t Type) ids() []string {
	var ids []string
	for _, o := range t.Options {
		if !o.Missing {
			ids = append(ids, o.ID)
		}
	}
	return ids
}

// sameSet reports whether codes of the two types may be compared.
func (t Type) sameSet(u Type) bool {
	return t.Set == u.Set && slices.EqualFunc(t.Options, u.Options, func(a, b Option) bool { return a.ID == b.ID })
}

// bound gives the interval of all values of the type.
func (t Type) bound() (lo, hi float64) {
	switch {
	case t.Kind == Truth:
		return 0, 1
	case len(t.Options) > 0:
		lo, hi = math.Inf(1), math.Inf(-1)
		for i, o := range t.Options {
			if o.Missing {
				continue
			}
			v := o.Value
			if t.Kind == Code {
				v = float64(i)
			}
			lo, hi = min(lo, v), max(hi, v)
		}
		if lo <= hi {
			return lo, hi
		}
		return 0, 0
	case t.Lo == 0 && t.Hi == 0:
		return -math.MaxFloat64, math.MaxFloat64
	default:
		return t.Lo, t.Hi
	}
}

// maxValues is how many values of one name a check looks at one by one.
const maxValues = 1024

// values lists every value of the type where there are few of them.
func (t Type) values() ([]float64, bool) {
	switch {
	case t.Kind == Truth:
		return []float64{0, 1}, true
	case len(t.Options) > 0:
		var vs []float64
		for i, o := range t.Options {
			switch {
			case o.Missing:
			case t.Kind == Code:
				vs = append(vs, float64(i))
			default:
				vs = append(vs, o.Value)
			}
		}
		return vs, true
	case t.Step > 0 && t.Hi > t.Lo && (t.Hi-t.Lo)/t.Step < maxValues:
		var vs []float64
		for i := range maxValues {
			v := t.Lo + float64(float64(i)*t.Step)
			if compare12(v, t.Hi) > 0 {
				break
			}
			vs = append(vs, sig12(v))
		}
		return vs, true
	default:
		return nil, false
	}
}

// words lists codes for a message.
func words(ids []string) string {
	quoted := make([]string, 0, len(ids))
	for i, id := range ids {
		if i == maxNames {
			quoted = append(quoted, "…")
			break
		}
		quoted = append(quoted, `"`+id+`"`)
	}
	return strings.Join(quoted, ", ")
}
