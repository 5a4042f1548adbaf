package cases

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var (
	codeNone = diag.Define(diag.Info{
		Code: "case-none", Title: "The document has no cases",
		Explain: "Cases are worked examples that every check runs. Without one nobody has shown that the rules give what their source says.",
		Bad:     "cases: []",
		Good:    "cases:\n  - name: all at the lowest\n    given: {q1: 0, q2: 0}\n    expect: {total: 0}",
	})
	codeFailed = diag.Define(diag.Info{
		Code: "case-failed", Title: "A case comes out otherwise than expected",
		Explain: "Either the rule or the expectation is wrong. Look at the source of the case before you change either; copying what came out into " +
			"the case proves nothing.",
		Bad:  "given: {q1: 1, q2: 2}\nexpect: {total: 4}",
		Good: "given: {q1: 1, q2: 2}\nexpect: {total: 3}",
	})
	codeExpected = diag.Define(diag.Info{
		Code: "case-expect-name", Title: "A case expects something that is never worked out",
		Explain: "The names under `expect:` are results: scores, bands, findings, chances. An expectation that names nothing would always hold.",
		Bad:     "expect: {totl: 9}",
		Good:    "expect: {total: 9}",
	})
	codeExpectedValue = diag.Define(diag.Info{
		Code: "case-expect-value", Title: "A case expects a value that cannot come out",
		Explain: "The result can never have this value, so the case could never hold.",
		Bad:     "expect: {total.band: midl}",
		Good:    "expect: {total.band: mild}",
	})
	codeEmpty = diag.Define(diag.Info{
		Code: "case-empty", Title: "A case expects nothing",
		Explain: "A case without an expectation holds whatever the rules are, and shows nothing.",
		Bad:     "- name: all at the lowest\n  given: {q1: 0}\n  expect: {}",
		Good:    "- name: all at the lowest\n  given: {q1: 0}\n  expect: {total: 0}",
	})
	codeUntested = diag.Define(diag.Info{
		Code: "case-untested", Title: "No case says what a result should be",
		Explain: "A result that no case expects can change without anybody noticing.",
		Bad:     "expect: {total: 9}   # and the document has a finding caseness too",
		Good:    "expect: {total: 9, caseness: not_met}",
	})
)

// Explainer says in steps how an output came about, after an evaluation; nil where it knows none.
type Explainer func(s *rule.State, output string) []string

// Run runs every case of a document and reports what fails; all of it in one go. at is the JSON pointer of the cases. A
// case that fails, a name that is not there and a value that cannot be right are errors. A document without cases, and
// results that no case expects, are warnings.
//
// What a case does not give is blank, or not supplied where its name has a dot. Numbers are equal after 12 significant
// digits. Unknown is met by any missing result and by nothing else; not_applicable is a result of its own, and satisfies
// neither met nor not_met. An Explainer, where one is given, adds to a failure how the result came about.
func Run(m *rule.Model, all []Case, at string, r *diag.Reporter, explain ...Explainer) {
	if len(all) == 0 {
		r.Warnf(codeNone, diag.At(at).Key(), "the document has no cases").Hinted("Add `cases:` with at least one worked example from a source")
		return
	}
	run := runner{model: m, state: m.NewState(), report: r, expected: map[string]bool{}}
	if len(explain) > 0 {
		run.explain = explain[0]
	}
	for i, c := range all {
		run.one(c, fmt.Sprintf("%s/%d", at, i))
	}
	run.untested(at)
}

// runner runs the cases of one document.
type runner struct {
	model    *rule.Model
	state    *rule.State
	report   *diag.Reporter
	explain  Explainer
	expected map[string]bool // outputs that a case says something of
}

func (run *runner) one(c Case, at string) {
	row, whole := inputsOf(run.model, c, at+"/given", run.report)
	if len(c.Expect) == 0 {
		run.report.Errorf(codeEmpty, diag.At(at), "the case %q expects nothing", c.Name).
			Hinted("Add `expect:` with what the source says").After(at + "/expect")
	}
	evaluate(run.model, run.state, row)
	for _, name := range slices.Sorted(maps.Keys(c.Expect)) {
		here := at + "/expect" + schemas.Pointer(name)
		slot, ok := computed(run.model, name)
		if !ok {
			run.unknownName(name, here)
			continue
		}
		run.expected[name] = true
		t := run.model.Type(slot)
		want, err := expected(t, c.Expect[name].plain)
		if err != nil {
			run.report.Errorf(codeExpectedValue, diag.At(here), "%s: %s", name, err.Error()).Hinted("Expect a value that %s can have", name)
			continue
		}
		if got := run.state.Get(slot); whole && !want.met(t, got) {
			run.report.Errorf(codeFailed, diag.At(here), "in the case %q %s is %s, and %s is expected", c.Name, name, result(t, got), want.words(t)).
				Hinted("%s", run.how(name, row))
		}
	}
}

// evaluate runs the model over one row of inputs.
func evaluate(m *rule.Model, s *rule.State, row []float64) {
	s.Reset()
	copy(s.Frame(), row)
	m.Eval(s)
}

// computed finds a name that the model works out.
func computed(m *rule.Model, name string) (rule.Slot, bool) {
	slot, ok := m.Slot(name)
	return slot, ok && !m.IsInput(slot)
}

// how says how a result came about: by the steps of the Explainer, else by what it was worked out from.
func (run *runner) how(name string, row []float64) string {
	if run.explain != nil {
		if steps := run.explain(run.state, name); len(steps) > 0 {
			return "It came about so: " + strings.Join(steps, "; ")
		}
	}
	slot, _ := run.model.Slot(name)
	if from := personOf(run.model, row, slot); len(from) > 0 {
		return "It came from " + from.String()
	}
	return "It is the same for everybody"
}

func (run *runner) unknownName(name, at string) {
	e := run.report.Errorf(codeExpected, diag.At(at).Key(), "nothing works out %s", name)
	if run.report.Crowded() {
		return
	}
	var names []string
	for _, out := range run.model.Outputs() {
		names = append(names, out.Name)
	}
	if _, input := run.model.Slot(name); input {
		e.Hinted("%s is a question; put it under `given:`", name)
	} else if near := diag.Nearest(name, names); near != "" {
		e.Hinted("Did you mean %s?", near).Mended(diag.At(at).Key(), near)
	} else {
		e.Hinted("The results are %s", shortened(names))
	}
}

// untested reports outputs that no case expects. What a score is before rounding is shown by what it is after.
func (run *runner) untested(at string) {
	var names []string
	for _, out := range run.model.Outputs() {
		if base, exact := strings.CutSuffix(out.Name, ".exact"); !run.expected[out.Name] && !(exact && run.expected[base]) {
			names = append(names, out.Name)
		}
	}
	if len(names) > 0 {
		run.report.Warnf(codeUntested, diag.At(at).Key(), "no case says what these results should be: %s", shortened(names)).
			Hinted("Add them to `expect:` of a case, from the source")
	}
}

// shortened lists names, at most mostNames of them.
func shortened(names []string) string {
	if len(names) <= mostNames {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:mostNames], ", "), len(names)-mostNames)
}
