package rule

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// reserved are words that cannot be names, beside the names of functions: those of expr and those of ours.
var reserved = []string{
	"in", "not", "and", "or", "let", "if", "else", "nil", "true", "false", "matches", "contains", "startsWith", "endsWith",
	"of", "unknown", "missing", "not_asked", "null", "NA",
}

// Reserved reports whether an id has a meaning in rules, so that nothing can be named by it. Safe for concurrent use.
func Reserved(id string) bool { return slices.Contains(reserved, id) || findFunction(id) != nil }

// free reports whether a name can be given to something new, and says why where it cannot.
func (b *Builder) free(name, pointer string) bool {
	if Reserved(name) {
		b.fail(codeReserved, diag.At(pointer), "%s has a meaning in rules and cannot be a name", signOf(name)).
			Hinted("Choose another id, such as %s_1", name)
		return false
	}
	first, taken := "", false
	if slot, ok := b.scope.slots[name]; ok {
		first, taken = b.places[slot], true
	} else if g, ok := b.scope.groups[name]; ok {
		first, taken = g.pointer, true
	} else if t, ok := b.scope.tables[name]; ok {
		first, taken = t.Pointer, true
	} else if w, ok := b.scope.weights[name]; ok {
		first, taken = w.pointer, true
	}
	if taken {
		b.fail(codeNameTaken, diag.At(pointer), "%s is the name of something else already", signOf(name)).
			Hinted("Give one of the two another id").Beside(diag.At(first), "the other one")
	}
	return !taken
}

func (b *Builder) declare(name string, t Type, pointer string) Slot {
	free := b.free(name, pointer)
	slot := b.slot(name, t, pointer)
	if free {
		b.scope.slots[name] = slot
		b.model.slots[name] = slot
	}
	return slot
}

func (b *Builder) slot(name string, t Type, pointer string) Slot {
	b.scope.types = append(b.scope.types, t)
	b.scope.names = append(b.scope.names, name)
	b.places = append(b.places, pointer)
	return Slot(len(b.scope.types) - 1)
}

// all lists what a rule can name, sorted, for did-you-mean.
func (s *scope) all() []string {
	var names []string
	for name := range s.slots {
		names = append(names, name)
	}
	for name := range s.groups {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
