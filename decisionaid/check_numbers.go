package decisionaid

import (
	"errors"

	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

var codeChance = diag.Define(diag.Info{
	Code:    "aid-chance",
	Title:   "A chance is not from 0 to 1",
	Explain: "A chance is a number from 0 to 1. Divide a percentage by 100, and people by their denominator.",
	Bad:     "chance: 7.2",
	Good:    "chance: 0.072",
})

var codeCount = diag.Define(diag.Info{
	Code:    "aid-count",
	Title:   "A count of people that cannot be",
	Explain: "`count:` is what a study counted: events, from 0 up, among at least as many people.",
	Bad:     "count: {events: 12, people: 0}",
	Good:    "count: {events: 12, people: 56}",
})

var codeEffect = diag.Define(diag.Info{
	Code:    "aid-effect",
	Title:   "An effect that cannot be",
	Explain: "rr, or and hr are ratios above 0; difference is a difference of two chances, from -1 to 1, where a fall is negative.",
	Bad:     "rr: -0.64",
	Good:    "rr: 0.36",
})

var codeInterval = diag.Define(diag.Info{
	Code:  "aid-interval",
	Title: "An interval that does not fit its estimate",
	Explain: "An interval goes from its lower to its upper limit, on the same scale as the estimate, and contains it. One that does not was copied " +
		"from another analysis or in the wrong order. `level:` is a fraction such as 0.95.",
	Bad:  "rr: 0.36\ninterval: [0.49, 0.74]",
	Good: "rr: 0.36\ninterval: [0.26, 0.51]",
})

var codePrecision = diag.Define(diag.Info{
	Code:    "aid-false-precision",
	Title:   "A count is shown out of many more people than were studied",
	Explain: "Out of 1,000 people each person of a study of 50 stands for 20, and the number looks surer than it is. Show it out of fewer people.",
	Bad:     "shown_per: 1000\nestimates:\n  - {option: exercise, count: {events: 12, people: 56}}",
	Good:    "shown_per: 100\nestimates:\n  - {option: exercise, count: {events: 12, people: 56}}",
})

// checkNumbers holds the numbers of an estimate to the arithmetic of chances.
func checkNumbers(o *Outcome, e *EstimateDefinition, at string, r *diag.Reporter) {
	switch forms := e.forms(); {
	case len(forms) != 1:
		return
	case e.Count != nil || e.Chance != nil && e.Chance.Rule == "":
		chance, err := e.stated(o.measured())
		reportNumber(r, at, forms[0], err)
		if err := risk.CheckPrecision(chance, o.ShownPer); errors.Is(err, risk.FalsePrecision) {
			r.Warnf(codePrecision, diag.At(at+"/count"), "%d people were counted, and this is shown out of %d", e.Count.People, int(o.ShownPer)).
				Hinted("Show it out of fewer people")
		}
	case forms[0] == formRelative:
		if keys, effects := e.effects(); len(keys) == 1 {
			reportNumber(r, at, keys[0], effects[0].Check())
		}
	}
}

// reportNumber reports what package risk finds wrong with a number, at the key that holds it.
func reportNumber(r *diag.Reporter, at, key string, err error) {
	var fault *risk.Error
	if !errors.As(err, &fault) {
		return
	}
	code := codeEffect
	switch fault.Kind {
	case risk.BadChance:
		code = codeChance
	case risk.BadCount:
		code = codeCount
		if fault.Where == "number of people" {
			key = "count/people"
		}
	case risk.BadInterval, risk.MissesEstimate:
		code, key = codeInterval, "interval"
	case risk.BadLevel:
		code, key = codeInterval, "level"
	}
	r.Errorf(code, diag.At(at+"/"+key), "the %s %s cannot be: %s", fault.Where, fault.Got, fault.Why()).Hinted("%s", phrase.Capital(fault.Mend()))
}
