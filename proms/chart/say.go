package chart

import (
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// number writes a number to at most nine decimals.
func (w *Words) number(x float64) string { return w.rounded(x, 9) }

// rounded writes a number to at most so many decimals, without trailing zeros.
func (w *Words) rounded(x float64, decimals int) string {
	text := strconv.FormatFloat(x, 'f', decimals, 64)
	text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	if text == "-0" {
		text = "0"
	}
	return strings.Replace(text, ".", w.Decimal, 1)
}

// amount writes a value of a scale: a percentage to one decimal, any other number as it is.
func (w *Words) amount(s Scale, x float64) string {
	if s.Percent {
		return phrase.Fill(w.Percent, "n", w.rounded(float64(x*100), 1))
	}
	return w.number(x)
}

// limit writes a limit, which is worked out and so has more decimals than anybody reads.
func (w *Words) limit(s Scale, x float64) string {
	if s.Percent {
		return w.amount(s, x)
	}
	return w.rounded(x, 3)
}

func (w *Words) date(t day.Day) string {
	year, month, day := t.Date()
	return phrase.Fill(w.Date, "day", strconv.Itoa(day), "month", w.Months[month-1], "year", strconv.Itoa(year))
}

func (w *Words) dayMonth(t day.Day) string {
	_, month, day := t.Date()
	return phrase.Fill(w.DayMonth, "day", strconv.Itoa(day), "month", w.ShortMonths[month-1])
}

// told makes sentences of parts, and one text of the sentences.
func (w *Words) told(parts []string) string {
	for i, part := range parts {
		parts[i] = phrase.Fill(w.Sentence, "text", part)
	}
	return strings.Join(parts, " ")
}
