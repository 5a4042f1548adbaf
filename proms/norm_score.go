package proms

import (
	"fmt"
	"math"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// byNorms holds a score against people of the same age and sex.
type byNorms struct {
	base     *score
	as       string
	rows     []normRow
	age, sex rule.Slot
	byAge    bool
	bySex    bool
	ageName  string
	sexName  string
	se       rule.Slot // of the score against norms
	precise  bool
}

// normRow is one group, made ready.
type normRow struct {
	NormRow
	sex         float64 // the place of its sex
	percentiles []rule.Row
}

// eval gives where the person lies. Of whom neither age nor sex is known nobody can say.
func (w *byNorms) eval(frame []float64) float64 {
	v := frame[w.base.value]
	row, na := w.group(frame)
	switch {
	case v != v:
		na = v
	case row != nil && !row.empty():
		v, na = w.against(row, v), 0
	case row != nil:
		na = rule.NA(rule.Undefined)
	}
	if w.precise {
		frame[w.se] = na
	}
	if na != na {
		return na
	}
	if w.precise {
		frame[w.se] = w.scaled(frame[w.base.se] / *row.SD)
	}
	return v
}

// group finds the row of a person, or says why there is none.
func (w *byNorms) group(frame []float64) (*normRow, float64) {
	if len(w.rows) == 0 {
		return nil, rule.NA(rule.NotSupplied)
	}
	age, sex := 0.0, 0.0
	if w.byAge {
		if age = frame[w.age]; age != age {
			return nil, age
		}
		age = math.Floor(age)
	}
	if w.bySex {
		if sex = frame[w.sex]; sex != sex {
			return nil, sex
		}
	}
	for i := range w.rows {
		if w.rows[i].holds(w, age, sex) {
			return &w.rows[i], 0
		}
	}
	return nil, rule.NA(rule.Undefined)
}

func (r *normRow) holds(w *byNorms, age, sex float64) bool {
	return (!w.bySex || r.sex == sex) && (!w.byAge || age >= float64(r.Age[0]) && age <= float64(r.Age[1]))
}

// against gives a value on the scale of the group.
func (w *byNorms) against(r *normRow, v float64) float64 {
	if w.as != asPercentile {
		z := (v - *r.Mean) / *r.SD
		if w.as == asT {
			return 50 + float64(10*z)
		}
		return z
	}
	for i := len(r.percentiles) - 1; i >= 0; i-- {
		if key := r.percentiles[i].Key; v >= key || rule.Equal(v, key) {
			return r.percentiles[i].Value
		}
	}
	return rule.NA(rule.Undefined)
}

// scaled gives a standard error in standard deviations on the scale of the score.
func (w *byNorms) scaled(se float64) float64 {
	if se == se && w.as == asT {
		return 10 * se
	}
	return se
}

func (w *byNorms) reads() []rule.Slot {
	slots := []rule.Slot{w.base.value}
	if w.byAge {
		slots = append(slots, w.age)
	}
	if w.bySex {
		slots = append(slots, w.sex)
	}
	if w.precise {
		slots = append(slots, w.base.se)
	}
	return slots
}

func (w *byNorms) writes() []rule.Slot {
	if w.precise {
		return []rule.Slot{w.se}
	}
	return nil
}

// bound goes over the groups that the person may belong to.
func (w *byNorms) bound(s *rule.State) rule.Bound {
	base := s.Bound(w.base.value)
	if base.NA == rule.Always || len(w.rows) == 0 {
		return rule.Point(rule.NA(map[bool]rule.Reason{true: rule.NotSupplied, false: base.Why}[base.NA != rule.Always]))
	}
	age, sex := rule.Bound{}, rule.Bound{}
	if w.byAge {
		age = s.Bound(w.age)
	}
	if w.bySex {
		sex = s.Bound(w.sex)
	}
	all := rule.Point(rule.NA(rule.Undefined))
	settled := age.IsPoint() && sex.IsPoint()
	for i := range w.rows {
		r := &w.rows[i]
		if r.empty() || w.bySex && (r.sex < sex.Lo || r.sex > sex.Hi) ||
			w.byAge && (float64(r.Age[1])+1 <= age.Lo || float64(r.Age[0]) > age.Hi) {
			continue
		}
		here := base
		here.Lo, here.Hi = w.against(r, base.Lo), w.against(r, base.Hi)
		if settled {
			return here
		}
		all = rule.Hull(all, here)
	}
	return all
}

// missing blames the score behind it, or what is not known of the person.
func (w *byNorms) missing(s *rule.State) rule.Missing {
	frame := s.Frame()
	if v := frame[w.base.value]; v != v {
		return rule.Missing{Reason: rule.ReasonOf(v), Names: w.base.blanks(s, rule.ReasonOf(v))}
	}
	_, na := w.group(frame)
	m := rule.Missing{Reason: rule.ReasonOf(na)}
	if w.byAge && rule.IsNA(frame[w.age]) {
		m.Names = append(m.Names, w.ageName)
	}
	if w.bySex && rule.IsNA(frame[w.sex]) {
		m.Names = append(m.Names, w.sexName)
	}
	if len(m.Names) == 0 && m.Reason != rule.NotSupplied {
		m.Reason, m.Because = rule.Undefined, "there are no norms for people of this age and sex"
	}
	return m
}

// trace shows the group and the arithmetic.
func (w *byNorms) trace(s *rule.State) []string {
	frame := s.Frame()
	row, _ := w.group(frame)
	if row == nil || rule.IsNA(frame[w.base.value]) {
		return nil
	}
	v, number := frame[w.base.value], rule.FormatNumber
	step := "among all people"
	if w.bySex {
		step = "among people with " + w.sexName + " " + row.Sex
	}
	if w.byAge {
		step += fmt.Sprintf(" aged %d to %d", row.Age[0], row.Age[1])
	}
	if w.as == asPercentile {
		return []string{fmt.Sprintf("%s: %s is at percentile %s", step, number(v), number(w.against(row, v)))}
	}
	lines := []string{
		fmt.Sprintf("%s the mean is %s and the standard deviation %s", step, number(*row.Mean), number(*row.SD)),
		fmt.Sprintf("(%s - %s) / %s = %s", number(v), number(*row.Mean), number(*row.SD), number((v-*row.Mean) / *row.SD)),
	}
	if w.as == asT {
		lines = append(lines, fmt.Sprintf("50 + 10 * %s = %s", number((v-*row.Mean) / *row.SD), number(w.against(row, v))))
	}
	return lines
}
