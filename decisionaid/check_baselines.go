package decisionaid

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeRelative = diag.Define(diag.Info{
	Code:  "aid-relative-to",
	Title: "An effect has no chance to work on",
	Explain: "An effect changes the chance of another option of the same outcome. That option must be there, must not be said to be not applicable, " +
		"and its own chance must not, through a chain of effects, depend on this one.",
	Bad:  "- {option: doac, relative_to: doac, rr: 0.81}",
	Good: "- {option: doac, relative_to: warfarin, rr: 0.81}",
})

// checkBaselines holds that every effect of an outcome starts, through however many others, from a chance.
func checkBaselines(def *Definition, o *Outcome, at string, r *diag.Reporter) {
	b := &baselines{outcome: o, at: at, report: r, said: map[int]bool{}}
	for _, option := range def.Options {
		b.ids = append(b.ids, option.ID)
	}
	for k := range o.Estimates {
		b.follow(k)
	}
}

// baselines follows the chains of effects of one outcome.
type baselines struct {
	outcome *Outcome
	at      string
	report  *diag.Reporter
	ids     []string
	said    map[int]bool // estimates of a circle that was reported
}

// follow looks at the baseline of one estimate, and for a circle through it.
func (b *baselines) follow(k int) {
	to := b.outcome.Estimates[k].RelativeTo
	if to == "" {
		return
	}
	here := fmt.Sprintf("%s/estimates/%d/relative_to", b.at, k)
	next := b.find(to)
	switch {
	case !slices.Contains(b.ids, to):
		reportOption(b.report, codeRelative, here, to, b.ids)
	case next >= 0 && b.outcome.Estimates[next].NotApplicable != "":
		b.report.Errorf(codeRelative, diag.At(here), "%s cannot happen with %s, so no effect can start from there", b.outcome.ID, to).
			Hinted("Name an option that has a chance")
	case !b.said[k]:
		b.circle(k, here)
	}
}

// circle reports the circle that starts and ends at an estimate, once and whole.
func (b *baselines) circle(start int, here string) {
	trail := []int{start}
	for at := b.find(b.outcome.Estimates[start].RelativeTo); at >= 0 && len(trail) <= len(b.outcome.Estimates); {
		trail = append(trail, at)
		if at == start {
			break
		}
		at = b.find(b.outcome.Estimates[at].RelativeTo)
	}
	if len(trail) < 2 || trail[len(trail)-1] != start {
		return
	}
	names := make([]string, len(trail))
	for i, k := range trail {
		b.said[k] = true
		names[i] = b.outcome.Estimates[k].Option
	}
	b.report.Errorf(codeRelative, diag.At(here), "these effects go round in a circle: %s", strings.Join(names, " starts from ")).
		Hinted("One of them needs a chance, a count or a rule of its own")
}

// find gives the place of an option's estimate, or -1.
func (b *baselines) find(option string) int {
	if option == "" {
		return -1
	}
	return slices.IndexFunc(b.outcome.Estimates, func(e EstimateDefinition) bool { return e.Option == option })
}
