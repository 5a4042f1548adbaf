package main

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// chances prints how likely some outcomes are with each option, how sure that is, and where the number comes from.
func (t *teller) chances(mine decisionaid.Personal, outcomes ...string) {
	of := &mine.Aid().Definition().Header
	for _, outcome := range outcomes {
		for _, option := range mine.Comparison().Options {
			e, err := mine.Estimate(outcome, option.ID)
			t.keep(err)
			said := chance(mine, outcome, option.ID)
			if e.Chance.Known() {
				said += " Certainty: " + phrase.Spoken(e.Certainty) + "."
			}
			t.point("%s: %s %s", option.Label, said, t.ground(of, "evidence", e.Source))
		}
	}
}

// chance reads one chance aloud in both framings, or says why nobody knows it.
func chance(mine decisionaid.Personal, outcome, option string) string {
	e, err := mine.Estimate(outcome, option)
	if err != nil {
		return err.Error()
	}
	if !e.Chance.Known() {
		return e.Because
	}
	for _, o := range mine.Aid().Definition().Outcomes {
		if o.ID != outcome {
			continue
		}
		said, err := risk.Voice{}.Chance(e.Chance, o.ShownPer, risk.Outcome{Happens: strings.ToLower(o.Label), Not: o.Not})
		if err == nil {
			return said
		}
	}
	return ""
}

// optionName is what people call an option.
func optionName(aid *decisionaid.Aid, id string) string {
	for _, o := range aid.Definition().Options {
		if o.ID == id {
			return o.Label
		}
	}
	return id
}
