package rule

import (
	"strconv"
	"strings"
)

// list writes how a list was added up, and how its blanks were filled: "1 + 2 + 0 = 3", then "3 × 4 / 3 = 4".
func (t *tracing) list(n *node, l *listing, value string) {
	if n.word == "count" {
		t.say(value + " of " + strconv.Itoa(len(l.slots)) + " answered")
		return
	}
	tally := l.tally(t.f)
	if gone := l.stopped(&tally); gone != gone {
		t.missing(n, l)
		return
	}
	parts := t.parts(l)
	switch n.word {
	case "sum", "count_true":
		t.total(l, tally, parts)
	case "mean":
		t.mean(l, tally, parts)
	default:
		if tally.k < tally.n && l.fill.Kind == FillValue {
			parts = append(parts, FormatNumber(l.fill.Value))
		}
		t.say(n.word + "(" + strings.Join(parts, ", ") + ") = " + value)
	}
}

// total writes the sum of the answers, and what the fill makes of it.
func (t *tracing) total(l *listing, tally tally, parts []string) {
	sum := FormatNumber(tally.sum)
	if len(parts) > 0 {
		t.say(strings.Join(parts, " + ") + " = " + sum)
	}
	total := FormatNumber(settle(l.total(&tally)))
	n, k := strconv.Itoa(tally.n), strconv.Itoa(tally.k)
	switch {
	case tally.k == tally.n:
	case l.fill.Kind == FillMean:
		t.say(sum + " × " + n + " / " + k + " = " + total)
	case l.fill.Kind == FillValue:
		t.say(sum + " + " + FormatNumber(l.fill.Value) + " × " + strconv.Itoa(tally.n-tally.k) + " = " + total)
	}
}

func (t *tracing) mean(l *listing, tally tally, parts []string) {
	if len(parts) > 0 {
		t.say(strings.Join(parts, " + ") + " = " + FormatNumber(tally.sum))
	}
	sum, by := tally.sum, tally.k
	if l.fill.Kind == FillValue {
		if sum, by = l.total(&tally), tally.n; tally.k < tally.n {
			t.say(FormatNumber(tally.sum) + " + " + FormatNumber(l.fill.Value) + " × " + strconv.Itoa(tally.n-tally.k) +
				" = " + FormatNumber(settle(sum)))
		}
	}
	t.say(FormatNumber(settle(sum)) + " / " + strconv.Itoa(by) + " = " + FormatNumber(settle(l.mean(&tally))))
}

// parts writes the answers that take part, as they are or as they weigh.
func (t *tracing) parts(l *listing) []string {
	var parts []string
	for i, slot := range l.slots {
		v := t.f[slot]
		if v != v {
			if l.weights == nil || l.fill.Kind != FillValue || ReasonOf(v) == NotAsked && l.leave {
				continue
			}
			v = l.fill.Value
		}
		if l.weights != nil {
			v = l.weights[i].at(v)
		}
		text := FormatNumber(v)
		if v < 0 && len(parts) > 0 {
			text = "(" + text + ")"
		}
		parts = append(parts, text)
	}
	return parts
}

// missing says which items keep a list from having a result.
func (t *tracing) missing(n *node, l *listing) {
	var names []string
	for i, slot := range l.slots {
		if v := t.f[slot]; v != v && !(l.leave && ReasonOf(v) == NotAsked) {
			names = append(names, l.ids[i]+" ("+ReasonOf(v).String()+")")
		}
	}
	if more := len(names) - maxNames; more > 0 {
		names = append(names[:maxNames], "and "+strconv.Itoa(more)+" more")
	}
	if len(names) == 0 {
		names = []string{"nothing in it was asked"}
	}
	t.say(n.word + "(" + l.name + ") is missing: " + strings.Join(names, ", "))
}
