package risk

import "strconv"

// These short texts stand in errors only, to show what was found.

func numberText(value float64) string { return strconv.FormatFloat(value, 'g', -1, 64) }

func (i Interval) text() string { return numberText(i.Lower) + " to " + numberText(i.Upper) }

func (p Period) text() string {
	if !p.Stated() {
		return "not stated"
	}
	return strconv.Itoa(p.Number) + " " + string(p.Unit)
}
