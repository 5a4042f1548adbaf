package proms

import (
	"fmt"
	"strings"
	"sync"

	"github.com/whatmatters-care/whatmatters/proms/irt"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// eapSum estimates from the raw sum of a complete form (Lord and Wingersky); the other methods are those of package irt.
const eapSum irt.Method = "eap_sum"

var bankMethods = []irt.Method{irt.MethodEAP, irt.MethodMAP, irt.MethodML, irt.MethodWLE, eapSum}

// byBank estimates a score from the answers to items of a bank. What is blank takes no part.
type byBank struct {
	ready   *bankReady
	method  irt.Method
	members []bankMember
	table   irt.RawTable // for eap_sum
	se      rule.Slot
	theta   rule.Slot
	pool    *sync.Pool // of *bankWork
}

// bankMember is an item of the score.
type bankMember struct {
	slot       rule.Slot
	place      int // in the bank's row of answers
	id         string
	categories categories
}

// bankWork is what one estimate needs for working, used again and again.
type bankWork struct {
	scratch irt.Scratch
	row     []int8
}

func (w *byBank) eval(frame []float64) float64 {
	work := w.pool.Get().(*bankWork)
	w.fill(work.row, frame)
	e := w.estimate(work)
	w.pool.Put(work)
	reported := w.ready.bank.Report(e)
	if reported.Reason != "" {
		na := rule.NA(rule.Undefined)
		frame[w.theta], frame[w.se] = na, na
		return na
	}
	frame[w.theta], frame[w.se] = e.Theta, reported.SE
	return reported.Value
}

// fill makes the row of answers. Items of the bank that the score does not have are not answered, and without a frame none is.
func (w *byBank) fill(row []int8, frame []float64) {
	for i := range row {
		row[i] = irt.Missing
	}
	if frame == nil {
		return
	}
	for i := range w.members {
		m := &w.members[i]
		row[m.place] = m.categories.of(frame[m.slot])
	}
}

func (w *byBank) estimate(work *bankWork) irt.Estimate {
	if w.method != eapSum {
		e, err := w.ready.bank.Estimate(w.method, &work.scratch, work.row)
		if err != nil {
			return irt.Estimate{Reason: irt.InvalidAnswers}
		}
		return e
	}
	sum := 0
	for _, category := range work.row {
		if category < 0 {
			return irt.Estimate{Reason: irt.NoAnswers}
		}
		sum += int(category)
	}
	row, _ := w.table.At(sum)
	return row.Estimate
}

func (w *byBank) reads() []rule.Slot {
	var slots []rule.Slot
	for _, m := range w.members {
		slots = append(slots, m.slot)
	}
	return slots
}

func (w *byBank) writes() []rule.Slot { return []rule.Slot{w.se, w.theta} }

// bound goes from the estimate with every open answer at its lowest to that with every one at its highest: for all models of
// package irt a higher category moves the posterior up, and so does a blank in place of the lowest. Other methods than eap and
// eap_sum may have no estimate, and are only known to stay within the grid.
func (w *byBank) bound(s *rule.State) rule.Bound {
	low, high := w.pool.Get().(*bankWork), w.pool.Get().(*bankWork)
	defer w.pool.Put(low)
	defer w.pool.Put(high)
	w.fill(low.row, nil)
	w.fill(high.row, nil)
	known, mayLeave := true, true
	for i := range w.members {
		m := &w.members[i]
		b := s.Bound(m.slot)
		known = known && (b.IsPoint() || b.NA == rule.Always)
		mayLeave = mayLeave && b.Leaves
		if b.NA != rule.Always {
			one, other := m.categories.of(b.Lo), m.categories.of(b.Hi)
			low.row[m.place], high.row[m.place] = min(one, other), max(one, other)
		}
	}
	b := w.between(low, high, known)
	if mayLeave {
		b = rule.Hull(b, rule.Point(rule.NA(rule.NotAsked)))
	}
	return b
}

// between gives the range of estimates for answers from those of one row to those of another; known tells that they are the same.
func (w *byBank) between(low, high *bankWork, known bool) rule.Bound {
	bank := w.ready.bank
	first, last := bank.Report(w.estimate(low)), bank.Report(w.estimate(high))
	switch {
	case known && first.Reason != "":
		return rule.Point(rule.NA(rule.Undefined))
	case known:
		return rule.Point(first.Value)
	case w.method != irt.MethodEAP && w.method != eapSum || first.Reason != "" || last.Reason != "":
		settings := bank.Settings()
		first = bank.Report(irt.Estimate{Theta: settings.Grid.Low, Answered: 1})
		last = bank.Report(irt.Estimate{Theta: settings.Grid.High, Answered: 1})
	}
	return rule.Bound{Lo: min(first.Value, last.Value), Hi: max(first.Value, last.Value), NA: rule.Maybe, Why: rule.Undefined}
}

// missing says why package irt gives no estimate.
func (w *byBank) missing(s *rule.State) rule.Missing {
	work := w.pool.Get().(*bankWork)
	defer w.pool.Put(work)
	w.fill(work.row, s.Frame())
	e := w.estimate(work)
	m := rule.Missing{Reason: rule.Undefined}
	if why := strings.TrimSuffix(e.Reason.Explain(), "."); why != "" {
		m.Because = strings.ToLower(why[:1]) + why[1:]
	}
	for i := range w.members {
		if work.row[w.members[i].place] < 0 && len(m.Names) < maxNames {
			m.Names = append(m.Names, w.members[i].id)
		}
	}
	return m
}

// trace shows what went into the estimate. Nobody can check that by hand, but with the bank in any program for item response theory.
func (w *byBank) trace(s *rule.State) []string {
	frame := s.Frame()
	var given []string
	for i := range w.members {
		if k := w.members[i].categories.of(frame[w.members[i].slot]); k >= 0 {
			given = append(given, fmt.Sprintf("%s %d", w.members[i].id, k))
		}
	}
	if rule.IsNA(frame[w.theta]) {
		return nil
	}
	metric := w.ready.bank.Settings().Metric
	theta := rule.FormatNumber(frame[w.theta])
	return []string{
		fmt.Sprintf("the answers as categories of the bank %s: %s", w.ready.name, strings.Join(given, ", ")),
		fmt.Sprintf("%s gives theta = %s", w.method, theta),
		fmt.Sprintf("%s + %s * %s = %s", rule.FormatNumber(metric.Intercept), rule.FormatNumber(metric.Slope), theta,
			rule.FormatNumber(metric.Intercept+float64(metric.Slope*frame[w.theta]))),
	}
}
