package yamldoc

import (
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var (
	escaper   = strings.NewReplacer("~", "~0", "/", "~1")
	unescaper = strings.NewReplacer("~1", "/", "~0", "~")
)

// Token writes a key as one part of a JSON pointer (RFC 6901): ~ becomes ~0 and / becomes ~1.
func Token(key string) string {
	if !strings.ContainsAny(key, "~/") {
		return key
	}
	return escaper.Replace(key)
}

// Split takes a JSON pointer apart into its unescaped parts. The empty pointer has none.
func Split(pointer string) []string {
	if pointer == "" {
		return nil
	}
	parts := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	for i, part := range parts {
		parts[i] = unescaper.Replace(part)
	}
	return parts
}

// child gives the place of a pointer's part among the Values of a Map or a List.
func (v *Value) child(part string) (int, bool) {
	switch v.Shape {
	case Map:
		return v.Get(part)
	case List:
		i, err := strconv.Atoi(part)
		return i, err == nil && i >= 0 && i < len(v.Values) && strconv.Itoa(i) == part
	default:
		return 0, false
	}
}

// find follows a pointer. It gives the value, the value that holds it (nil for the root), its place there, and whether
// the whole pointer was followed; else what it gives is the nearest value above.
func (v *Value) find(pointer string) (at, holder *Value, place int, found bool) {
	at = v
	for _, part := range Split(pointer) {
		i, ok := at.child(part)
		if !ok {
			return at, holder, place, false
		}
		at, holder, place = at.Values[i], at, i
	}
	return at, holder, place, true
}

// At gives the value at a pointer, and whether there is one.
func (v *Value) At(pointer string) (*Value, bool) {
	at, _, _, found := v.find(pointer)
	return at, found
}

// ValueSpan is the span of the value at a pointer, or of its key where nothing is written behind the key. Where the
// pointer leads nowhere it is that of the nearest value above it.
func (v *Value) ValueSpan(pointer string) diag.Span {
	at, holder, place, _ := v.find(pointer)
	if at.style == unwritten && holder != nil && holder.Shape == Map {
		return holder.keySpan(place)
	}
	return at.Span()
}

// KeySpan is the span of the key of the value at a pointer. A value without a key, which is an item of a list or the
// whole document, is told by its own first key where it is a map, else by itself.
func (v *Value) KeySpan(pointer string) diag.Span {
	at, holder, place, _ := v.find(pointer)
	if holder != nil && holder.Shape == Map {
		return holder.keySpan(place)
	}
	if at.Shape == Map && len(at.Keys) > 0 {
		return at.keySpan(0)
	}
	return at.Span()
}

// TextSpan is the span of characters from up to to of the text at a pointer; see Value.TextSpan.
func (v *Value) TextSpan(pointer string, from, to int) diag.Span {
	at, _, _, found := v.find(pointer)
	if !found {
		return v.ValueSpan(pointer)
	}
	return at.textSpan(from, to)
}

// Span is where the value stands. It is the zero Span for a value that a program made.
func (v *Value) Span() diag.Span { return v.source.span(v.start, v.end) }

func (v *Value) keySpan(i int) diag.Span {
	k := v.Keys[i]
	if k.start.Line == 0 { // a program added the key
		return v.Values[i].Span()
	}
	return v.source.span(k.start, k.end)
}

func (s *source) span(start, end diag.Pos) diag.Span {
	if s == nil {
		return diag.Span{}
	}
	return diag.Span{File: s.file, Start: start, End: end}
}
