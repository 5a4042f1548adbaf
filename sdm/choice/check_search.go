package choice

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeProviderTwice = diag.Define(diag.Info{
	Code:    "answer-provider-twice",
	Title:   "A provider stands on the list twice",
	Explain: "Two entries have one id, or none, and nobody can tell which of them holds. The later ones are left out of the list.",
	Bad:     `[{"id": "rk5"}, {"id": "rk5"}]`,
	Good:    `[{"id": "rk5"}, {"id": "rx1"}]`,
})

var codeBelowZero = diag.Define(diag.Info{
	Code:    "answer-below-zero",
	Title:   "A wait, a distance or points below zero",
	Explain: "There is no such wait, way or weight, and some systems write -1 for what they do not know. It counts as not known.",
	Bad:     `{"id": "rk5", "distance_miles": -1}`,
	Good:    `{"id": "rk5"}`,
})

var codeWish = diag.Define(diag.Info{
	Code:    "answer-wish",
	Title:   "A wish that no provider can be held against",
	Explain: "A wish is about wait or distance, with at_most; about quality.MEASURE, with one_of; or about has.FEATURE. What cannot be compared is left out of the order, and shown as not known.",
	Bad:     `{"about": "wait"}`,
	Good:    `{"about": "wait", "at_most": 12}`,
})

// checked gives the search with what cannot be right of the referral, the wishes and the wait taken out.
func (s Search) checked(r *diag.Reporter) Search {
	sound, faults := s.Referral.sound(s.AsOf)
	s.Referral = sound
	r.Add(under("/referral", faults.Err())...)
	s.Wishes = slices.Clone(s.Wishes)
	all := 0.0
	for i := range s.Wishes {
		at, w := fmt.Sprintf("/wishes/%d", i), &s.Wishes[i]
		if want := w.lacks(); want != "" {
			r.Errorf(codeWish, diag.At(at), "a wish about %.80q needs %s", w.About, want).Hinted("Add it, or leave the wish out")
		}
		notBelowZero(at+"/at_most", &w.AtMost, r)
		notBelowZero(at+"/points", &w.Points, r)
		if w.lacks() != "" {
			w.Points = rule.MissingValue(rule.Invalid)
		}
		all += w.weight()
	}
	if math.IsInf(all, 0) {
		r.Errorf(codeWish, diag.At("/wishes"), "the points add up to more than can be counted, so that no provider has a fit").Hinted("Use a smaller scale, such as 0 to 100")
	}
	notBelowZero("/waits_now", &s.WaitsNow, r)
	return s
}

// isNew tells whether the provider has an id, and none of those that were seen before.
func (p Provider) isNew(at string, seen map[string]bool, r *diag.Reporter) bool {
	if fault.Blank(p.ID) || seen[p.ID] {
		r.Errorf(codeProviderTwice, diag.At(at+"/id"), "the id %.80q is missing or was there before", p.ID).Hinted("Give every provider an id of its own")
		return false
	}
	seen[p.ID] = true
	return true
}

// sound gives the provider with what cannot be right taken out.
func (p Provider) sound(at string, r *diag.Reporter) Provider {
	notBelowZero(at+"/wait_weeks", &p.WaitWeeks, r)
	notBelowZero(at+"/distance_miles", &p.DistanceMiles, r)
	var days inspection
	days.possible(at+"/contract_from", &p.ContractFrom, false)
	r.Add(days.faults...)
	return p
}

// lacks says what a wish needs to be held against a provider, or "".
func (w Wish) lacks() string {
	_, given := w.AtMost.Number()
	measure, rated := strings.CutPrefix(w.About, qualityPrefix)
	feature, has := strings.CutPrefix(w.About, hasPrefix)
	switch {
	case w.About == AboutWait || w.About == AboutDistance:
		if !given {
			return "at_most, from 0"
		}
	case rated && measure != "":
		if len(w.OneOf) == 0 {
			return "one_of, with the ratings that suit"
		}
	case !has || feature == "":
		return "about: wait, distance, quality.MEASURE or has.FEATURE"
	}
	return ""
}

func notBelowZero(at string, v *rule.Value, r *diag.Reporter) {
	if x, known := v.Number(); known && x < 0 {
		r.Errorf(codeBelowZero, diag.At(at), "%s is below zero", rule.FormatNumber(x)).Hinted("Leave out what is not known")
		*v = rule.MissingValue(rule.Invalid)
	}
}
