package sdm

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// ErrNotChecked is wrapped by the error about an event that could not be held against its document, since the library does not have it in
// just that form.
var ErrNotChecked = errors.New("this could not be checked")

// CheckRecord holds a record that comes from elsewhere against the documents that its events name: the options, values and questions of
// decision aids, the scores of questionnaires, the levels of measures and the rights of choice. The error joins one *EventFault for each
// event that names what its document does not have, and one that wraps ErrNotChecked too for each event whose document is not there;
// nil means that everything was checked and found.
func (l *Library) CheckRecord(r Record) error {
	c := recordCheck{library: l, aids: map[string]*decisionaid.Aid{}}
	for _, e := range r.events {
		if err := c.check(e); err != nil {
			c.faults = append(c.faults, faulty(e, err))
		}
	}
	return errors.Join(c.faults...)
}

type recordCheck struct {
	library *Library
	aids    map[string]*decisionaid.Aid // by the conversation; nil where the aid is not there
	faults  []error
}

func (c *recordCheck) check(e Event) error {
	switch b := e.Body.(type) {
	case Opened:
		return c.opened(e, b)
	case Mattered:
		return c.inAid(e, "value", b.Value, valuesOf)
	case WentThrough:
		return c.inAid(e, "option", b.Option, optionsOf)
	case Decided:
		return c.inAid(e, "option", b.Option, optionsOf)
	case Asked:
		return cmp.Or(c.inAid(e, "question", b.Question, questionsOf), c.inAid(e, "option", b.Option, optionsOf))
	case Scored:
		return c.scored(b)
	case ActivationAssessed:
		return c.assessed(b)
	case ChoiceOffered:
		return c.rights(b)
	}
	return nil
}

func notChecked(field string, err error) error {
	return because(errors.Join(ErrNotChecked, err), field, "put the document into the library", "it could not be checked: %v", err)
}

// otherForm says of a document that its content is another than that which was used.
func otherForm(field, ref, was, is string) error {
	return because(ErrNotChecked, field, "put the document as it was used into the library", "it could not be checked: the library has %s as %s, and %s was used", ref, is, was)
}

func (c *recordCheck) opened(e Event, o Opened) error {
	ref := o.Aid + "@" + o.Version
	aid, err := c.library.Aid(ref)
	switch {
	case err != nil:
		return notChecked("aid", err)
	case o.Digest != "" && o.Digest != aid.Digest():
		return otherForm("digest", ref, o.Digest, aid.Digest())
	}
	c.aids[e.ID] = aid
	return nil
}

// inAid asks that the aid of the conversation has an id. Of a conversation whose aid is not there that was said once, where it was opened.
func (c *recordCheck) inAid(e Event, field, id string, of func(*decisionaid.Definition) []string) error {
	aid := c.aids[e.In]
	if aid == nil || id == "" {
		return nil
	}
	return has(field, "the aid "+aid.ID()+"@"+aid.Version(), field, id, of(aid.Definition()))
}

// has asks that a document has an id.
func has(field, document, what, id string, ids []string) error {
	if slices.Contains(ids, id) {
		return nil
	}
	return fault.In(field, thereIs(id, ids), "%s has no %s %.80q", document, what, id)
}

func optionsOf(d *decisionaid.Definition) (ids []string) {
	for _, o := range d.Options {
		ids = append(ids, o.ID)
	}
	return ids
}

func valuesOf(d *decisionaid.Definition) (ids []string) {
	for _, v := range d.Values {
		ids = append(ids, v.ID)
	}
	return ids
}

func questionsOf(d *decisionaid.Definition) (ids []string) {
	for _, q := range d.Questions.Prompts() {
		ids = append(ids, q.ID)
	}
	return ids
}

func (c *recordCheck) scored(s Scored) error {
	ref := s.Result.Questionnaire + "@" + s.Result.Version
	q, err := c.library.Questionnaire(ref)
	switch {
	case err != nil:
		return notChecked("result.questionnaire", err)
	case s.Result.Digest != q.Digest():
		return otherForm("result.digest", ref, s.Result.Digest, q.Digest())
	}
	var ids []string
	for _, score := range q.Definition().Scores {
		ids = append(ids, score.ID)
	}
	for i, score := range s.Result.Scores {
		if err := has(fmt.Sprintf("result.scores[%d].id", i), "the questionnaire "+ref, "score", score.ID, ids); err != nil {
			return err
		}
	}
	return nil
}

func (c *recordCheck) assessed(a ActivationAssessed) error {
	ref := a.Assessment.Measure + "@" + a.Assessment.Version
	m, err := c.library.Measure(ref)
	switch {
	case err != nil:
		return notChecked("assessment.measure", err)
	case a.Assessment.Digest != "" && a.Assessment.Digest != m.Digest():
		return otherForm("assessment.digest", ref, a.Assessment.Digest, m.Digest())
	}
	var sets, levels []string
	for _, cut := range m.Definition().CutPoints {
		sets = append(sets, cut.ID)
		for _, level := range cut.Levels {
			if cut.ID == a.Assessment.CutPoints {
				levels = append(levels, level.ID)
			}
		}
	}
	if err := has("assessment.cut_points", "the measure "+ref, "set of cut points", a.Assessment.CutPoints, sets); err != nil || a.Assessment.Level.ID == "" {
		return err
	}
	return has("assessment.level.id", "the set of cut points "+a.Assessment.CutPoints, "level", a.Assessment.Level.ID, levels)
}

func (c *recordCheck) rights(o ChoiceOffered) error {
	for i, r := range o.Rights {
		document, err := c.library.Policy(r.Document)
		switch {
		case err != nil:
			return notChecked(fmt.Sprintf("rights[%d].document", i), err)
		case r.Digest != "" && r.Digest != document.Digest():
			return otherForm(fmt.Sprintf("rights[%d].digest", i), r.Document, r.Digest, document.Digest())
		}
		if err := has(fmt.Sprintf("rights[%d].id", i), r.Document, "right", r.ID, criteriaOf(document)); err != nil {
			return err
		}
	}
	return nil
}

func criteriaOf(document *policy.Policy) (ids []string) {
	for _, c := range document.Definition().Criteria {
		ids = append(ids, c.ID)
	}
	return ids
}
