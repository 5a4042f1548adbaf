package yamldoc

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// The public limits of one file, beside MaxBytes.
const (
	// MaxDepth is how deep maps and lists may stand in each other.
	MaxDepth = 64
	// MaxValues is how many values one file may hold, maps and lists included.
	MaxValues = 200_000
	// MaxKey is how long a key may be, in characters.
	MaxKey = 200
)

var (
	codeTooDeep = diag.Define(diag.Info{
		Code: "yaml-too-deep", Title: "Values stand too deep in each other",
		Explain: "A definition is at most 64 levels deep, so that no file can exhaust the program that reads it.",
		Bad:     "a: [[[[ ... more than 64 of them ... ]]]]",
		Good:    "a: [1, 2]",
	})
	codeTooMany = diag.Define(diag.Info{
		Code: "yaml-too-many-values", Title: "The file holds too many values",
		Explain: "A definition holds at most 200,000 values. Split the file into several documents.",
		Bad:     "list: [1, 1, 1, ... 300,000 of them ...]",
		Good:    "list: [1, 1, 1]",
	})
	codeDuplicateKey = diag.Define(diag.Info{
		Code: "yaml-duplicate-key", Title: "The same key stands twice",
		Explain: "A map holds each key once. Many programs keep only the last of two equal keys, and drop the other without a word.",
		Bad:     "title: Pain today\ntitle: Pain this week",
		Good:    "title: Pain today",
	})
	codeKey = diag.Define(diag.Info{
		Code: "yaml-key", Title: "This cannot be a key",
		Explain: "A key is a word or a number on one line, of at most 200 characters. It is not empty, and neither a list nor a map.",
		Bad:     "? [a, b]\n: 1",
		Good:    "a: 1\nb: 1",
	})
	codeFlowComma = diag.Define(diag.Info{
		Code: "yaml-flow-comma", Title: "A comma cuts a value in two",
		Explain: "Between { and } a comma ends the value, so the rest of the text becomes a key with nothing behind it. " +
			"Put the value in quotes, or give it a line of its own.",
		Bad:  "- {id: total, rule: sum(q1, q2)}",
		Good: "- {id: total, rule: \"sum(q1, q2)\"}",
	})
)

// walker makes Values from the library's nodes, which come in the order of the file, and gives each its place.
type walker struct {
	*faults
	cursor
	count   int
	tooMany bool
}

// path is the way to a value; it becomes a JSON pointer only where a fault needs one.
type path struct {
	up   *path
	part string
}

func (p *path) String() string {
	var parts []string
	for ; p != nil; p = p.up {
		parts = append(parts, "/"+Token(p.part))
	}
	var b strings.Builder
	for i := len(parts) - 1; i >= 0; i-- {
		b.WriteString(parts[i])
	}
	return b.String()
}

// value makes one value and all below it.
func (w *walker) value(n *yaml.Node, depth int, p *path) *Value {
	w.count++
	if n.Kind == yaml.ScalarNode && n.Value == "" && n.Style == 0 && n.Anchor == "" {
		return &Value{source: w.source, style: unwritten, start: w.pos, end: w.pos}
	}
	w.to(n.Line, n.Column)
	v := &Value{source: w.source, start: w.pos, end: w.pos}
	switch {
	case w.count > MaxValues:
		v.Broken = true
		if !w.tooMany {
			w.tooMany = true
			w.add(codeTooMany, v.start, v.start, p.String(), "the file holds more than %d values", MaxValues).
				Hint = "Split it into several documents"
		}
	case w.marked(n, v, p):
		v.Broken = true
	case n.Kind == yaml.ScalarNode:
		w.scalar(n, v, p)
	case depth >= MaxDepth:
		v.Broken = true
		w.add(codeTooDeep, v.start, v.start, p.String(), "maps and lists stand more than %d deep in each other here", MaxDepth).
			Hint = "Close the brackets, or say it in a flatter way"
	case n.Kind == yaml.SequenceNode:
		w.items(n, v, depth, p)
	default:
		w.fields(n, v, depth, p)
	}
	return v
}

func (w *walker) items(n *yaml.Node, v *Value, depth int, p *path) {
	v.Shape = List
	v.Values = make([]*Value, 0, len(n.Content))
	for i, item := range n.Content {
		v.Values = append(v.Values, w.value(item, depth+1, &path{up: p, part: strconv.Itoa(i)}))
	}
	w.finish(n, v, "[", ']')
}

func (w *walker) fields(n *yaml.Node, v *Value, depth int, p *path) {
	v.Shape = Map
	v.Keys = make([]Key, 0, len(n.Content)/2)
	v.Values = make([]*Value, 0, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, ok := w.key(n.Content[i], p)
		below := &path{up: p, part: key.Name}
		value := w.value(n.Content[i+1], depth+1, below)
		switch first, twice := v.Get(key.Name); {
		case !ok:
		case n.Style&yaml.FlowStyle != 0 && value.style == unwritten:
			w.cut(v, key, below)
		case twice:
			d := w.add(codeDuplicateKey, key.start, key.end, below.String(), "the key %q stands twice in the same map", key.Name)
			d.Hint = "Keep one of the two"
			d.Related = []diag.Related{{Span: v.keySpan(first), Note: "the first one"}}
		default:
			v.add(key, value)
		}
	}
	w.finish(n, v, "{", '}')
}

// cut reports a key of a flow map with nothing behind it, which is nearly always the rest of a value with a comma in
// it. The value before it is then broken too.
func (w *walker) cut(v *Value, key Key, p *path) {
	d := w.add(codeFlowComma, key.start, key.end, p.String(), "%q became a key of its own with nothing behind it", key.Name)
	d.Hint = fmt.Sprintf("Write `%s: ...`, or leave it out", key.Name)
	if last := len(v.Values) - 1; last >= 0 && v.Values[last].Shape == Text {
		before := v.Values[last]
		before.Broken = true
		d.Hint = fmt.Sprintf("If the comma belongs to the value, put the value in quotes: %s: %q",
			v.Keys[last].Name, before.Text+", "+key.Name)
		d.Related = []diag.Related{{Span: before.Span(), Note: "the value ends at its comma"}}
	} else if last >= 0 && v.Values[last].Shape == Number && Decimal("0."+key.Name) {
		before := v.Values[last]
		d.Hint = fmt.Sprintf("Write a decimal point: %s.%s", before.Text, key.Name)
		d.Related = []diag.Related{{Span: before.Span(), Note: "the number ends at its comma"}}
	}
}

// key makes a key, and reports whether it can be one.
func (w *walker) key(n *yaml.Node, p *path) (Key, bool) {
	w.to(n.Line, n.Column)
	k := Key{Name: n.Value, start: w.pos, end: w.pos}
	below := &path{up: p, part: n.Value}
	bad := func(hint, format string, args ...any) (Key, bool) {
		w.add(codeKey, k.start, k.end, p.String(), format, args...).Hint = hint
		return k, false
	}
	v := &Value{source: w.source, start: w.pos, end: w.pos}
	switch {
	case n.Kind == yaml.ScalarNode && n.ShortTag() == "!!merge":
		w.mergeKey(k, p)
		return k, false
	case w.marked(n, v, below):
		return k, false
	case n.Kind != yaml.ScalarNode:
		return bad("Write one key a line", "a list or a map cannot be a key")
	case n.Value == "":
		return bad("Write a word before the colon", "an empty key means nothing")
	}
	w.scalar(n, v, below)
	k.end = v.end
	switch {
	case v.Broken:
		return k, false
	case v.Shape == Truth || v.Shape == Null:
		w.add(CodeRetyped, k.start, k.end, below.String(), "the key %s is not read as a word by every program", n.Value).
			Hint = "Put the key in quotes"
		return k, false
	case utf8.RuneCountInString(n.Value) > MaxKey:
		k.Name = string([]rune(n.Value)[:20])
		return bad("Use a short word", "a key has at most %d characters", MaxKey)
	case strings.Contains(n.Value, "\n"):
		return bad("Use a short word", "a key stands on one line")
	}
	return k, true
}

// finish gives a map or list its end: its closing bracket, or the end of the last value in it.
func (w *walker) finish(n *yaml.Node, v *Value, open string, closer rune) {
	if n.Style&yaml.FlowStyle != 0 && bytes.HasPrefix(w.text[v.start.Offset:], []byte(open)) {
		if v.start == w.pos {
			w.step()
		}
		for {
			w.skip(", \t\r\n")
			ch, size := w.rune()
			if ch != '#' || size == 0 {
				if ch == closer {
					w.step()
				}
				break
			}
			w.skipLine()
		}
	}
	v.end = w.pos
}
