package choice

import (
	"errors"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// ErrNoDay is returned where the day is missing as of which something is asked.
var ErrNoDay = errors.New("choice: a right holds as of a day, and the day is missing; pass today's date")

var codeNoFact = diag.Define(diag.Info{
	Code:    "answer-unknown-fact",
	Title:   "A fact that no right asks for",
	Explain: "None of the documents has a question with this id, so the fact changes nothing. It may be misspelt.",
	Bad:     `{"facts": {"refered_by": "gp"}}`,
	Good:    `{"facts": {"referred_by": "gp"}}`,
})

// Law is the documents of rights that hold somewhere, made ready for referrals. It is immutable and safe for concurrent use.
type Law struct {
	documents []*policy.Policy
	forms     []sheetForm
	rights    int
}

// NewLaw puts documents together, in the order in which findings are given.
func NewLaw(documents ...*policy.Policy) *Law {
	l := &Law{documents: slices.Clone(documents)}
	seen := map[string]bool{}
	for _, p := range l.documents {
		form := formOf(p.Sheet())
		for i, q := range form.asked {
			form.asked[i].anew = !seen[q.id]
			seen[q.id] = true
		}
		l.forms = append(l.forms, form)
		l.rights += p.Set().Len()
	}
	return l
}

// Case is one referral as a law sees it on a day. It is immutable and safe for concurrent use.
type Case struct {
	law     *Law
	answers []question.Answers
}

// Read works out what follows from the dates of a referral as of a day and puts it to the questions of the law, with Referral.Facts. It
// always gives a Case. The error is ErrNoDay, where nothing could be worked out from dates, or a diag.List that names every
// date and fact that cannot be right; those count as not known, so that a right may be unknown because of them and never denied.
func (l *Law) Read(r Referral, asOf day.Day) (Case, error) {
	if asOf.IsZero() {
		r = Referral{Facts: r.Facts} // no date can be judged
	}
	sound, faults := r.sound(asOf)
	c := Case{law: l, answers: make([]question.Answers, len(l.documents))}
	told := 0
	for i := range l.documents {
		answers, known, err := l.forms[i].fill(r.Facts, func(q *asked) any { return sound.derived(&r, q, asOf) })
		faults = append(faults, under("", err)...)
		c.answers[i] = answers
		told += known
	}
	if told < len(r.Facts) {
		faults = append(faults, strangers(r.Facts, l.documents)...)
	}
	if asOf.IsZero() {
		return c, ErrNoDay
	}
	return c, faults.Err()
}

// Rights finds what every right comes to for a person, in the order of the law. The zero Case has none.
func (c Case) Rights(who person.Facts) []policy.Finding { return c.Append(nil, who) }

// Append is Rights for a host that goes through many referrals: it adds to the findings that it is given, and found[:0] takes the memory
// of those that are done with. The zero Case adds none.
func (c Case) Append(found []policy.Finding, who person.Facts) []policy.Finding {
	if len(c.answers) == 0 {
		return found
	}
	found = slices.Grow(found, c.law.rights)
	for i, answers := range c.answers {
		found = c.law.documents[i].Append(found, policy.Given{Person: who, Answers: answers})
	}
	return found
}

// Rights finds what every right of some documents comes to for one referral, in the order of the documents. It is Law.Read and
// Case.Rights in one step, and has the error of Law.Read; the findings are always given.
func Rights(r Referral, who person.Facts, asOf day.Day, documents ...*policy.Policy) ([]policy.Finding, error) {
	c, err := NewLaw(documents...).Read(r, asOf)
	return c.Rights(who), err
}

// strangers names the facts for which no document has a question.
func strangers(facts map[string]any, rights []*policy.Policy) diag.List {
	asked := func(id string) bool {
		return slices.ContainsFunc(rights, func(p *policy.Policy) bool { _, ok := p.Sheet().Place(id); return ok })
	}
	var names []string
	for id := range facts {
		if !asked(id) {
			names = append(names, id)
		}
	}
	if len(names) == 0 {
		return nil
	}
	slices.Sort(names)
	r := diag.NewReporter(nil)
	for _, name := range names {
		e := r.Errorf(codeNoFact, diag.At(schemas.Pointer("facts", name)), "no right asks for %.80q", name)
		var known []string
		for _, p := range rights {
			known = append(known, p.Sheet().IDs()...)
		}
		if near := diag.Nearest(name, known); near != "" {
			e.Hinted("Did you mean %s?", near)
		} else {
			e.Hinted("Leave it out, or add the document that asks for it")
		}
	}
	return r.List()
}
