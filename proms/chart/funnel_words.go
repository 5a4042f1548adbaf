package chart

import (
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// Describe says in sentences what the picture shows. Errors: those of SVG.
func (f Funnel) Describe() (string, error) {
	if err := f.check(); err != nil {
		return "", err
	}
	return f.described(f.words()), nil
}

func (f Funnel) described(w *Words) string {
	name, better := w.heading(f.Scale)
	parts := []string{name, better, phrase.Fill(w.Target, "value", w.amount(f.Scale, f.Target)), f.counted(w)}
	for _, e := range f.entries(w) {
		parts = append(parts, e.text)
	}
	return w.told(parts)
}

// counted says how many units there are.
func (f Funnel) counted(w *Words) string {
	n := 0
	for _, unit := range f.Units {
		if unit.Missing == "" {
			n++
		}
	}
	return phrase.Fill(w.Units, "n", w.number(float64(n)), "of", w.number(float64(len(f.Units))))
}

// placed says a place.
func (f Funnel) placed(w *Words, p Place) string {
	switch p {
	case AboveInner:
		return phrase.Fill(w.Above, "level", f.Inner)
	case BelowInner:
		return phrase.Fill(w.Below, "level", f.Inner)
	case AboveOuter:
		return phrase.Fill(w.Above, "level", f.Outer)
	case BelowOuter:
		return phrase.Fill(w.Below, "level", f.Outer)
	default:
		return w.Within
	}
}

// maxListed is how many units the key names; the table holds all of them.
const maxListed = 12

// outside gives the places in Units of those that lie outside limits, in the order of the caller: beyond the outer limits
// first, since the key may not have room for all.
func (f Funnel) outside() []int {
	var beyond, between []int
	for i, unit := range f.Units {
		switch unit.Place() {
		case AboveOuter, BelowOuter:
			beyond = append(beyond, i)
		case AboveInner, BelowInner:
			between = append(between, i)
		}
	}
	return append(beyond, between...)
}

// entries are the key: how many units lie in each place, which lie outside, and which have no value.
func (f Funnel) entries(w *Words) []entry {
	count := map[Place]int{}
	for _, unit := range f.Units {
		count[unit.Place()]++
	}
	var entries []entry
	for _, p := range []struct {
		place Place
		mark  mark
	}{{Within, disc}, {AboveInner, hollow}, {BelowInner, hollow}, {AboveOuter, diamond}, {BelowOuter, diamond}} {
		if n := count[p.place]; n > 0 {
			text := phrase.Fill(w.PlaceCount, "place", f.placed(w, p.place), "n", w.number(float64(n)))
			entries = append(entries, entry{p.mark, text})
		}
	}
	outside := f.outside()
	for k, i := range outside {
		if k == maxListed {
			entries = append(entries, entry{noMark, phrase.Fill(w.More, "n", w.number(float64(len(outside)-k)))})
			break
		}
		unit := f.Units[i]
		text := phrase.Fill(w.Unit, "number", strconv.Itoa(k+1), "name", unit.Name, "value", w.amount(f.Scale, unit.Value),
			"place", f.placed(w, unit.Place()))
		entries = append(entries, entry{noMark, text})
	}
	entries = append(entries, f.absent(w)...)
	if len(outside) > 0 {
		entries = append(entries, entry{noMark, w.Caution})
	}
	return entries
}

// absent says which units have no value and why: one entry for each reason, in the order of the units.
func (f Funnel) absent(w *Words) []entry {
	var reasons []string
	names := map[string][]string{}
	for _, unit := range f.Units {
		if unit.Missing == "" {
			continue
		}
		if names[unit.Missing] == nil {
			reasons = append(reasons, unit.Missing)
		}
		if len(names[unit.Missing]) < maxListed {
			names[unit.Missing] = append(names[unit.Missing], unit.Name)
		} else if len(names[unit.Missing]) == maxListed {
			names[unit.Missing] = append(names[unit.Missing], "…")
		}
	}
	var entries []entry
	for _, reason := range reasons {
		text := phrase.Fill(w.NoValue, "reason", reason, "names", strings.Join(names[reason], w.Separator))
		entries = append(entries, entry{noMark, text})
	}
	return entries
}

// Table gives the data in words: a row for each unit, in the order of the caller. Errors: those of SVG.
func (f Funnel) Table() (Table, error) {
	if err := f.check(); err != nil {
		return Table{}, err
	}
	w := f.words()
	table := Table{Caption: f.Title, Columns: []string{
		w.ColumnUnit, f.Precision, f.Scale.Name, phrase.Fill(w.Limits, "level", f.Inner), phrase.Fill(w.Limits, "level", f.Outer), w.ColumnPlace,
	}}
	for _, unit := range f.Units {
		if unit.Missing != "" {
			none := phrase.Fill(w.NoValueFor, "reason", unit.Missing)
			table.Rows = append(table.Rows, []string{unit.Name, none, none, none, none, none})
			continue
		}
		table.Rows = append(table.Rows, []string{
			unit.Name, w.number(unit.Limits.At), w.amount(f.Scale, unit.Value),
			f.between(w, unit.Limits.Inner), f.between(w, unit.Limits.Outer), f.placed(w, unit.Place()),
		})
	}
	return table, nil
}

func (f Funnel) between(w *Words, i Interval) string {
	return phrase.Fill(w.Between, "low", w.limit(f.Scale, i.Low), "high", w.limit(f.Scale, i.High))
}
