package yamldoc

import (
	"math"
	"slices"
	"strconv"
)

// With gives a copy of the tree in which the value at a pointer is another; the receiver stays as it is, and what does
// not change is shared. The new value keeps the place of the old one. A key that is not there yet is added to its map.
// Where the pointer leads nowhere the copy equals the original.
func (v *Value) With(pointer string, value *Value) *Value {
	return v.with(Split(pointer), value)
}

func (v *Value) with(parts []string, value *Value) *Value {
	if len(parts) == 0 {
		placed := *value
		if placed.source == nil {
			placed.source, placed.start, placed.end = v.source, v.start, v.end
		}
		return &placed
	}
	i, ok := v.child(parts[0])
	switch {
	case ok:
		changed := v.Clone()
		changed.Values[i] = v.Values[i].with(parts[1:], value)
		return changed
	case v.Shape == Map && len(parts) == 1:
		return v.Append(parts[0], value)
	default:
		return v
	}
}

// Clone gives a copy of a List or a Map whose Values may be exchanged until it is passed on.
func (v *Value) Clone() *Value {
	copied := *v
	copied.Values = slices.Clone(v.Values)
	return &copied
}

// Append gives a copy of a Map with one more key, which must be new.
func (v *Value) Append(key string, value *Value) *Value {
	changed := *v
	changed.Keys = append(slices.Clip(v.Keys), Key{Name: key})
	changed.Values = append(slices.Clip(v.Values), value)
	changed.index = nil
	changed.reindex()
	return &changed
}

// Of makes a Value without a place from what Plain gives: nil, bool, a number, string, []any, map[string]any. Keys are
// put in alphabetical order. Anything else, and a number that is not finite, becomes Null.
func Of(plainValue any) *Value {
	switch x := plainValue.(type) {
	case bool:
		return &Value{Shape: Truth, Truth: x}
	case string:
		return &Value{Shape: Text, Text: x}
	case int:
		return Of(float64(x))
	case int64:
		return Of(float64(x))
	case float64:
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return &Value{}
		}
		return &Value{Shape: Number, Number: x, Text: strconv.FormatFloat(x, 'g', -1, 64)}
	case []any:
		list := &Value{Shape: List}
		for _, item := range x {
			list.Values = append(list.Values, Of(item))
		}
		return list
	case map[string]any:
		m := &Value{Shape: Map}
		names := make([]string, 0, len(x))
		for name := range x {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			m.add(Key{Name: name}, Of(x[name]))
		}
		return m
	default:
		return &Value{}
	}
}
