package activation

import (
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeQualityAnswers = diag.Define(diag.Info{
	Code:    "activation-quality-answers",
	Title:   "A flag needs answers that nobody has here",
	Explain: "all_same, too_many_missing and too_fast look at the answers to the items of the score. A supplied score comes without answers, and so does a score that is not made of a list of items (`of:`).",
	Bad:     "supplied: {range: [0, 100], better: higher}\nquality:\n  too_many_missing: {more_than: 3, basis: convention}",
	Good:    "supplied: {range: [0, 100], better: higher}\nquality:\n  all_top: {basis: convention}",
})

var codeQualityLimit = diag.Define(diag.Info{
	Code:    "activation-quality-limit",
	Title:   "The limit of a flag would flag everybody or nobody",
	Explain: "all_same starts at 2 answers or more, too_many_missing at more than 0 blanks or more, both within the number of items of the score, and too_fast at a time above 0.",
	Bad:     "all_same: {at_least: 1, basis: convention}",
	Good:    "all_same: {at_least: 4, basis: convention}",
})

// checkQuality reports flags that could not work.
func checkQuality(def *Definition, s *scored, r *diag.Reporter) {
	q := def.Quality
	if q == nil {
		return
	}
	c := qualityCheck{scored: s, report: r}
	if f := q.AllSame; f != nil {
		c.flag(AllSameFlag, f.Ground)
		c.limit(AllSameFlag, "at_least", float64(f.AtLeast), 2, 0)
	}
	if f := q.AllTop; f != nil {
		checkBasis(f.Basis, "/quality/"+AllTopFlag+"/basis", r)
	}
	if f := q.TooManyMissing; f != nil {
		c.flag(TooManyMissingFlag, f.Ground)
		c.limit(TooManyMissingFlag, "more_than", float64(f.MoreThan), 0, 1)
	}
	if f := q.TooFast; f != nil {
		c.flag(TooFastFlag, f.Ground)
		if !(f.SecondsPerItem > 0) {
			r.Errorf(codeQualityLimit, diag.At("/quality/"+TooFastFlag+"/seconds_per_item"), "a time of %s seconds is none", rule.FormatNumber(f.SecondsPerItem)).
				Hinted("Write seconds above 0").After("/quality/" + TooFastFlag + "/seconds_per_item")
		}
	}
}

type qualityCheck struct {
	scored *scored
	report *diag.Reporter
}

// flag checks what all flags that need answers have in common.
func (c qualityCheck) flag(id string, ground Ground) {
	checkBasis(ground.Basis, "/quality/"+id+"/basis", c.report)
	switch {
	case c.scored == nil:
	case c.scored.questionnaire == nil:
		c.report.Errorf(codeQualityAnswers, diag.At("/quality/"+id).Key(), "%s needs answers, and the score is supplied without them", id).
			Hinted("Take it out; all_top can be judged by the score")
	case len(c.scored.items) < 2:
		c.report.Errorf(codeQualityAnswers, diag.At("/quality/"+id).Key(), "%s needs the items of the score, and %s is not made of a list of them", id, c.scored.score).
			Hinted("Take it out, or give the score a list `of:` in its questionnaire")
	}
}

// limit checks a number of items: at least low, and at most the number of items less spare.
func (c qualityCheck) limit(id, key string, value, low float64, spare int) {
	at := "/quality/" + id + "/" + key
	switch {
	case value < low:
		c.report.Errorf(codeQualityLimit, diag.At(at), "%s %s would flag everybody", key, rule.FormatNumber(value)).
			Hinted("Write %s or more", rule.FormatNumber(low)).After(at)
	case c.scored != nil && len(c.scored.items) > 1 && value > float64(len(c.scored.items)-spare):
		c.report.Errorf(codeQualityLimit, diag.At(at), "%s %s would flag nobody, for the score has %d items", key, rule.FormatNumber(value), len(c.scored.items)).
			Hinted("Write %d or less", len(c.scored.items)-spare)
	}
}
