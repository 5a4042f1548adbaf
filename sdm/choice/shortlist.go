package choice

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Search is what a shortlist is made from. It is a plain value.
type Search struct {
	Referral  Referral
	Providers []Provider
	// Wishes are what matters to the person about a provider.
	Wishes []Wish
	// Law is a document about providers, such as nhs-provider-england, and Right the id of its criterion that a provider must meet. Without
	// them it is not known which providers may be chosen.
	Law   *policy.Policy
	Right string
	// WaitsNow is how many weeks the person would still wait where they are.
	WaitsNow rule.Value
	// AsOf is the day of the search.
	AsOf day.Day
}

// ErrNoRight is returned where Search.Right names no criterion of Search.Law.
var ErrNoRight = errors.New("choice: the document about providers has no criterion with this id; see Search.Right")

// Listed is a provider on a shortlist.
type Listed struct {
	Provider string `json:"provider"`
	Name     string `json:"name,omitempty"`
	// Place counts from 1; equals share one, and then the caller's order stands.
	Place int `json:"place"`
	// May says whether the person may choose it by law, and Findings why.
	May      policy.State     `json:"may"`
	Findings []policy.Finding `json:"findings,omitempty"`
	// Wishes say of each wish, in the person's order, whether the provider has what they wished for.
	Wishes []Match `json:"wishes,omitempty"`
	// FitLow and FitHigh say which part of what matters the provider has, in percent of the points: at least, and at most where what
	// is not known came out well. Missing where no wish counts anything.
	FitLow  rule.Value `json:"fit_low,omitzero"`
	FitHigh rule.Value `json:"fit_high,omitzero"`
}

// Match is one wish held against a provider.
type Match struct {
	About string       `json:"about"`
	State policy.State `json:"state"`
	Need  bool         `json:"need,omitempty"`
	Says  string       `json:"says,omitempty"`
}

// Unmet gives what is wished for or needed and not there, by what it is about.
func (l Listed) Unmet() []string { return l.only(policy.NotMet) }

// NotKnown gives the wishes of which nobody knows whether the provider has it.
func (l Listed) NotKnown() []string { return l.only(policy.Unknown) }

func (l Listed) only(s policy.State) []string {
	var about []string
	for _, m := range l.Wishes {
		if m.State == s {
			about = append(about, m.About)
		}
	}
	return about
}

// Shortlist sets providers beside what the person said matters. Every provider stays on the list. First come those that may be chosen, then
// those of which that is not known, then the others; among these, fewer unmet needs come first, then fewer needs of which nobody knows,
// then the greater part of what matters that is certainly there, then the greater part that may be. The order says how near each comes to
// what the person said, and nothing else; it recommends none.
//
// The error is ErrNoRight or ErrNoDay, or a diag.List of what cannot be right, which counts as not known; its paths are those of the
// search, as in /providers/0/facts/standard_contract, /wishes/1 and /referral/received. Of several entries with one id the first is taken.
func Shortlist(s Search) ([]Listed, error) {
	if s.Law != nil && !slices.ContainsFunc(s.Law.Definition().Criteria, func(c policy.Criterion) bool { return c.ID == s.Right }) {
		return nil, ErrNoRight
	}
	if s.AsOf.IsZero() {
		return nil, ErrNoDay
	}
	r := diag.NewReporter(nil)
	s = s.checked(r)
	var form sheetForm
	if s.Law != nil {
		form = formOf(s.Law.Sheet())
	}
	list := make([]Listed, 0, len(s.Providers))
	seen := map[string]bool{}
	for i, p := range s.Providers {
		at := fmt.Sprintf("/providers/%d", i)
		if !p.isNew(at, seen, r) {
			continue
		}
		p = p.sound(at, r)
		l := s.hold(p)
		if s.Law != nil {
			l.Findings, l.May = s.judge(p, form, at, r)
		}
		list = append(list, l)
	}
	slices.SortStableFunc(list, Listed.compare)
	for i := range list {
		list[i].Place = i + 1
		if i > 0 && list[i-1].compare(list[i]) == 0 {
			list[i].Place = list[i-1].Place
		}
	}
	return list, r.List().Err()
}

// hold holds the wishes against a provider.
func (s Search) hold(p Provider) Listed {
	l := Listed{Provider: p.ID, Name: p.Name}
	all, low, high := 0.0, 0.0, 0.0
	for _, w := range s.Wishes {
		m := Match{About: w.About, State: w.metBy(p), Need: w.Need, Says: w.Says}
		l.Wishes = append(l.Wishes, m)
		all += w.weight()
		if m.State == policy.Met {
			low += w.weight()
		}
		if m.State != policy.NotMet {
			high += w.weight()
		}
	}
	if all > 0 && !math.IsInf(all, 0) {
		l.FitLow, l.FitHigh = rule.ValueOf(float64(low/all)*100), rule.ValueOf(float64(high/all)*100)
	}
	return l
}

// judge finds what the law says of a provider.
func (s Search) judge(p Provider, form sheetForm, at string, r *diag.Reporter) (found []policy.Finding, may policy.State) {
	answers, err := p.answers(form, s.Referral, s.WaitsNow)
	r.Add(under(at, err)...)
	r.Add(under(at, strangers(p.Facts, []*policy.Policy{s.Law}).Err())...)
	found = s.Law.Evaluate(policy.Given{Answers: answers})
	for _, f := range found {
		if f.ID == s.Right {
			may = f.State
		}
	}
	return found, may
}

// standing ranks what is known of a right: held, not known, not held.
var standing = map[policy.State]int{policy.Met: 0, policy.Unknown: 1, policy.NotMet: 2, policy.NotApplicable: 2}

// compare puts what comes nearer to what the person said first.
func (l Listed) compare(m Listed) int {
	low, _ := l.FitLow.Number()
	otherLow, _ := m.FitLow.Number()
	high, _ := l.FitHigh.Number()
	otherHigh, _ := m.FitHigh.Number()
	return cmp.Or(
		cmp.Compare(standing[l.May], standing[m.May]),
		cmp.Compare(l.needs(policy.NotMet), m.needs(policy.NotMet)),
		cmp.Compare(l.needs(policy.Unknown), m.needs(policy.Unknown)),
		-compareShares(low, otherLow),
		-compareShares(high, otherHigh),
	)
}

// compareShares takes shares that differ only by rounding for equals.
func compareShares(a, b float64) int {
	if rule.Equal(a, b) {
		return 0
	}
	return cmp.Compare(a, b)
}

// needs counts the needs that are met, not met or not known.
func (l Listed) needs(s policy.State) int {
	n := 0
	for _, m := range l.Wishes {
		if m.Need && m.State == s {
			n++
		}
	}
	return n
}
