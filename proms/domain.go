package proms

import (
	"math"

	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// domain is what the answers of an item can be, made ready for the path that reads numbers by the million. It takes and
// refuses the same numbers as rule.Type.Parse does, without an error to write.
type domain struct {
	whole  bool // every whole number from lo to hi is an answer, and nothing else is
	lo, hi float64
	step   float64       // the distance between answers of a number; 0 for any number from lo to hi
	values []float64     // the answers one by one, where they are options
	gone   []rule.Reason // by place in values: what an option counts as that is no answer
}

// domainOf gives the domain of a type. set is the answer set behind it; nil where there is none.
func domainOf(t rule.Type, set question.AnswerSet) domain {
	d := domain{lo: t.Lo, hi: t.Hi, step: t.Step}
	switch {
	case t.Kind == rule.Truth:
		return domain{whole: true, hi: 1}
	case len(t.Options) > 0:
		for i, o := range t.Options {
			v := o.Value
			if t.Kind == rule.Code {
				v = float64(i)
			} else if o.Missing {
				continue // it has no value to be told by
			}
			d.values, d.gone = append(d.values, v), append(d.gone, goneAs(o, set))
		}
		return d.asWhole()
	case t.Step == 1 && t.Lo == math.Trunc(t.Lo):
		d.whole = true
	}
	return d
}

// goneAs gives the reason that an option counts as, or rule.Present for an answer.
func goneAs(o rule.Option, set question.AnswerSet) rule.Reason {
	switch reason := set.Reason(o.ID); {
	case !o.Missing:
		return rule.Present
	case reason == rule.NotAsked:
		return rule.NotAsked
	default:
		return rule.Declined
	}
}

// asWhole spares the search where the options are just the whole numbers of a range, each in its place.
func (d domain) asWhole() domain {
	for i, v := range d.values {
		if d.gone[i] != rule.Present || v != math.Trunc(v) || v != d.values[0]+float64(i) {
			return d
		}
	}
	if len(d.values) == 0 {
		return d
	}
	return domain{whole: true, lo: d.values[0], hi: d.values[len(d.values)-1]}
}

// clean gives the number that rules see for an answer: the answer itself, or NA with its reason. What no answer can be is
// NA(invalid), and so is a NaN that rule.NA did not make.
func (d *domain) clean(v float64) float64 {
	switch {
	case v != v:
		return rule.NA(rule.ReasonOf(v))
	case d.whole && v >= d.lo && v <= d.hi && v == math.Trunc(v):
		return v + 0 // no negative zero
	}
	return d.near(v)
}

// span is the domain of an item whose answers are the whole numbers from lo to hi; for all others it is empty, so that no number is
// in it. It tells the usual answers at first sight.
type span struct{ lo, hi int64 }

func (d *domain) span() span {
	if d.whole && math.Abs(d.lo) < exactWhole && math.Abs(d.hi) < exactWhole {
		return span{int64(d.lo), int64(d.hi)}
	}
	return span{1, 0}
}

// within gives the whole number that v is, and what is wrong with v as an answer: 0 where it is in the span, as written. A number that is not whole,
// a NaN and a negative zero differ from the whole number in their bits; outside of the span one of the differences is negative.
// Several answers are looked at together by joining what is wrong with each, without a branch.
func (s span) within(v float64) (k int64, wrong uint64) {
	k = int64(v)
	return k, math.Float64bits(float64(k)) ^ math.Float64bits(v) | uint64((k-s.lo)|(s.hi-k))>>63
}

// cleanRow replaces each input of one person by the number that rules see for it. It reports whether all of them were whole numbers
// within their spans already.
func (q *Questionnaire) cleanRow(row []float64) (plain bool) {
	spans := q.spans[:len(row)]
	wrong := uint64(0)
	for i, v := range row {
		_, one := spans[i].within(v)
		wrong |= one
	}
	if wrong == 0 {
		return true
	}
	for i, v := range row {
		if _, one := spans[i].within(v); one != 0 {
			row[i] = q.domains[i].clean(v)
		}
	}
	return false
}

// cleanColumn puts the i-th input of several people into rows that lie one after the other, width numbers each.
func (q *Questionnaire) cleanColumn(i int, column, rows []float64, width int) {
	whole, at := q.spans[i], i
	for _, v := range column {
		if _, wrong := whole.within(v); wrong != 0 {
			v = q.domains[i].clean(v)
		}
		rows[at] = v
		at += width
	}
}

// near finds an answer that equals v after 12 significant digits.
func (d *domain) near(v float64) float64 {
	if v-v != 0 {
		return rule.NA(rule.Invalid)
	}
	for i, answer := range d.values {
		switch {
		case !rule.Equal(answer, v):
		case d.gone[i] != rule.Present:
			return rule.NA(d.gone[i])
		default:
			return answer
		}
	}
	if len(d.values) > 0 || v < d.lo || v > d.hi {
		return rule.NA(rule.Invalid)
	}
	if step := d.steps(); step > 0 {
		steps := (v - d.lo) / step
		if !rule.Equal(math.Round(steps)+1, steps+1) {
			return rule.NA(rule.Invalid)
		}
	}
	return v + 0
}

func (d *domain) steps() float64 {
	if d.whole {
		return 1
	}
	return d.step
}
