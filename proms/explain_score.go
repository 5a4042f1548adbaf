package proms

import (
	"fmt"
	"strconv"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// explain gives the steps of one score. day is that of the earlier answers.
func (sc *score) explain(s *rule.State, day string) []string {
	frame := s.Frame()
	var steps []string
	for _, t := range sc.turned {
		if v := frame[t.from]; v == v && frame[t.to] != v {
			steps = append(steps, fmt.Sprintf("%s is read from the other end: %s - %s = %s", sc.memberAt(t.to),
				rule.FormatNumber(t.sum), rule.FormatNumber(v), rule.FormatNumber(t.sum-v)))
		}
	}
	if len(sc.members) > 0 {
		steps = append(steps, sc.explainMissing(frame, day))
	}
	if len(sc.overall.members) > 0 {
		answered, expected := count(sc.overall.members, frame)
		steps = append(steps, fmt.Sprintf("%d of %d answered overall; %s must be", answered, expected, sc.overall.atLeast))
	}
	value := rule.ValueOf(frame[sc.value])
	for _, part := range sc.parts {
		if names := part.filled(frame); len(names) > 0 {
			steps = append(steps, fmt.Sprintf("%s was worked out with something in place of a blank (%s)", part.definition.ID, phrase.Listed(names)))
		}
	}
	if reason := value.Reason(); reason != rule.Present {
		return append(steps, sc.explainNoScore(s, reason)...)
	}
	steps = append(steps, sc.work.trace(s)...)
	if frame[sc.exact] != frame[sc.value] {
		steps = append(steps, sc.explainRounding(frame[sc.exact], value))
	}
	if sc.banded {
		steps = append(steps, sc.explainBand(int(frame[sc.band]), rule.ValueOf(sc.bandedValue(frame[sc.exact], frame[sc.value]))))
	}
	if sc.precise {
		steps = append(steps, fmt.Sprintf("its standard error is %s", rule.ValueOf(frame[sc.se])))
	}
	return steps
}

// explainMissing says how many answers there are, how many are enough, and what stands for the blanks.
func (sc *score) explainMissing(frame []float64, day string) string {
	answered, expected := sc.count(frame)
	m := sc.definition.Missing
	if expected == 0 {
		return "nothing that it is made of was asked"
	}
	step := fmt.Sprintf("%d of %d answered; %s must be", answered, expected, m.AtLeast)
	if skipped := len(sc.members) - expected; skipped > 0 {
		step = fmt.Sprintf("%d of %d not asked, so not counted; %s", skipped, len(sc.members), step)
	}
	if answered == expected || rule.IsNA(frame[sc.value]) {
		return step
	}
	blank := blankOf(sc.members, frame, maxNames)
	if more := expected - answered - len(blank); more > 0 {
		blank = append(blank, fmt.Sprintf("%d more", more))
	}
	step += "; each blank (" + phrase.Listed(blank) + ") " + sc.explainFill(day)
	if m.Basis != "" {
		step += " (" + m.Basis + ")"
	}
	return step
}

// explainFill says what stands for a blank.
func (sc *score) explainFill(day string) string {
	switch fill := sc.definition.Missing.Fill; {
	case fill.Carried:
		return "counts as this person's answer of " + day
	case fill.Kind == rule.FillMean:
		return "counts as this person's mean"
	case fill.Kind == rule.FillDrop:
		return "is left out"
	case fill.Kind == rule.FillValue:
		return "counts as " + rule.FormatNumber(fill.Value)
	default:
		return "stays a blank"
	}
}

// explainNoScore says why there is no value, and shows the arithmetic where the definition is to blame.
func (sc *score) explainNoScore(s *rule.State, reason rule.Reason) []string {
	var steps []string
	if v := sc.work.eval(s.Frame()); reason == rule.Internal && v == v {
		steps = append(sc.work.trace(s), fmt.Sprintf("%s is outside the range from %s to %s",
			rule.FormatNumber(sc.round(v)), rule.FormatNumber(sc.definition.Range[0]), rule.FormatNumber(sc.definition.Range[1])))
	}
	why := reasonWords[reason]
	if reason == rule.Undefined {
		if because := sc.work.missing(s).Because; because != "" {
			why = because
		}
	}
	step := "no score: " + why
	if names := sc.blanks(s, reason); len(names) > 0 {
		step += " (" + phrase.Listed(names) + ")"
	}
	return append(steps, step)
}

func (sc *score) explainRounding(exact float64, value rule.Value) string {
	r := sc.definition.Round
	to := "a whole number"
	if r.Places > 0 {
		to = strconv.Itoa(r.Places) + " decimal places"
	}
	half := map[rule.HalfRule]string{
		rule.HalfUp: "half goes up", rule.HalfAway: "half goes away from zero", rule.HalfEven: "half goes to the even neighbour",
	}[r.Half]
	return fmt.Sprintf("%s rounded to %s (%s) = %s", rule.FormatNumber(exact), to, half, value)
}

func (sc *score) explainBand(place int, value rule.Value) string {
	bands := sc.definition.Bands
	name := bands[place].Label
	if name == "" {
		name = bands[place].ID
	}
	from := rule.FormatNumber(bands[place].From)
	if place+1 < len(bands) {
		return fmt.Sprintf("%s is in the band %s: from %s to below %s", value, name, from, rule.FormatNumber(bands[place+1].From))
	}
	return fmt.Sprintf("%s is in the band %s: from %s up", value, name, from)
}

func (sc *score) memberAt(slot rule.Slot) string {
	for _, m := range sc.members {
		if m.Slot == slot {
			return m.ID
		}
	}
	return ""
}
