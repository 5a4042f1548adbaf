package community

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

var codeCase = diag.Define(diag.Info{
	Code:  "directory-case",
	Title: "A case comes out otherwise than expected, or cannot be run",
	Explain: "A case is somebody who looks for support, with what services come to: fits, unmet or unknown. Either the service or the expectation is wrong; look at " +
		"the service before you change either.",
	Bad:  "- name: too young for the lunch club\n  given: {age: 40}\n  expect: {lunch_club: fits}",
	Good: "- name: too young for the lunch club\n  given: {age: 40}\n  expect: {lunch_club: unmet}",
})

var fits = []string{string(Fits), string(FitUnmet), string(FitUnknown)}

// below turns the field of a fault, such as needs[0].category, into the end of a JSON pointer.
var below = strings.NewReplacer(".", "/", "[", "/", "]", "")

// runCases runs the cases of a directory.
func runCases(d *Directory, r *diag.Reporter) {
	all := d.definition.Cases
	if len(all) == 0 {
		cases.Run(nil, nil, "/cases", r) // says the same of every kind of document without cases
	}
	for i, c := range all {
		runCase(d, c, fmt.Sprintf("/cases/%d", i), r)
	}
}

func runCase(d *Directory, c Case, at string, r *diag.Reporter) {
	if faults := d.seekerFaults(c.Given); len(faults) > 0 {
		for _, f := range faults {
			r.Errorf(codeCase, diag.At(at+"/given/"+below.Replace(f.Field)), "%s", f.Says).Hinted("%s", phrase.Capital(f.Mend))
		}
		return
	}
	if len(c.Expect) == 0 {
		r.Errorf(codeCase, diag.At(at), "the case %q expects nothing", c.Name).Hinted("Add `expect:` with the ids of services").After(at + "/expect")
	}
	matches := make(map[string]Match, len(d.index.byID))
	for _, m := range d.Match(c.Given) {
		matches[m.Service().ID] = m
	}
	for _, id := range slices.Sorted(maps.Keys(c.Expect)) {
		here, want := at+"/expect"+schemas.Pointer(id), string(c.Expect[id])
		m, there := matches[id]
		switch {
		case !there:
			unknownWord(r, diag.At(here).Key(), "service", id, d.index.byID, nil)
		case !slices.Contains(fits, want):
			r.Errorf(codeCase, diag.At(here), "%q is nothing that a service can come to", want).Hinted("Write fits, unmet or unknown")
		case want != string(m.Fit()):
			e := r.Errorf(codeCase, diag.At(here), "%s comes out as %s, not %s", id, m.Fit(), want).Hinted("%s", hintOf(m))
			e.Beside(diag.At(fmt.Sprintf("/services/%d/id", m.service)), "the service")
		}
	}
}

// hintOf says why a match comes out as it does.
func hintOf(m Match) string {
	if open := append(m.Unmet(), m.Unknown()...); len(open) > 0 {
		return fmt.Sprintf("%s: %s", open[0].Criterion, open[0].Says)
	}
	return "Everything that was looked at is met."
}
