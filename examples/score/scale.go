package main

import (
	"math"
	"slices"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/proms/cohort"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// bins is how many equal bins a score has whose values cannot be counted one by one.
const bins = 20

// scaleOf gives the scale of a score: counted by value where the definition rounds it or it is a sum of whole numbers, so that
// quartiles are exact, else in bins.
func scaleOf(s *sheet, i int) cohort.Scale {
	d := s.definition.Scores[i]
	scale := cohort.Scale{
		Score: s.questionnaire.ID() + "@" + s.questionnaire.Version() + "/" + d.ID,
		Min:   d.Range[0], Max: d.Range[1],
	}
	for _, band := range d.Bands {
		scale.Bands = append(scale.Bands, cohort.Band{Code: band.ID, From: band.From})
	}
	switch {
	case d.Round != nil:
		scale.Step = 1 / math.Pow10(d.Round.Places)
	case s.whole(d, len(s.definition.Scores)):
		scale.Step = 1
	}
	if _, err := cohort.NewSummary(scale); scale.Step > 0 && err == nil {
		return scale
	}
	scale.Step = 0
	for k := range bins + 1 {
		scale.Edges = append(scale.Edges, scale.Min+float64((scale.Max-scale.Min)*float64(k))/bins)
	}
	for _, band := range scale.Bands {
		scale.Edges = append(scale.Edges, band.From)
	}
	slices.Sort(scale.Edges)
	scale.Edges = slices.Compact(scale.Edges)
	return scale
}

// whole reports whether a score is a plain sum of whole numbers. depth ends a search through scores that read scores.
func (s *sheet) whole(d proms.ScoreDefinition, depth int) bool {
	if d.Rule != "sum(of)" || depth == 0 || d.Missing != nil && d.Missing.Fill.Kind == rule.FillMean {
		return false
	}
	if d.Missing != nil && d.Missing.Fill.Kind == rule.FillValue && d.Missing.Fill.Value != math.Trunc(d.Missing.Fill.Value) {
		return false
	}
	members := d.Of.IDs
	if d.Of.Group != "" {
		members = s.definition.Groups[d.Of.Group]
	}
	for _, id := range members {
		if at, is := s.questionnaire.Sheet().Place(id); is {
			if !wholeAnswers(s.items[at].answer) {
				return false
			}
			continue
		}
		at, err := s.questionnaire.Find(id)
		if err != nil || !s.whole(s.definition.Scores[at], depth-1) {
			return false
		}
	}
	return true
}

// wholeAnswers reports whether every answer of a type is a whole number.
func wholeAnswers(t rule.Type) bool {
	if len(t.Options) == 0 {
		return t.Kind == rule.Truth || t.Kind == rule.Number && t.Step == math.Trunc(t.Step) && t.Step > 0 && t.Lo == math.Trunc(t.Lo)
	}
	return t.Kind == rule.Number && !slices.ContainsFunc(t.Options, func(o rule.Option) bool {
		return !o.Missing && o.Value != math.Trunc(o.Value)
	})
}
