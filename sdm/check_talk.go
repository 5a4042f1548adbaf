package sdm

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// has asks that a document has an id.
func has(f *fault.Faults, at *fault.Place, field, document, what, id string, ids []string) {
	if slices.Contains(ids, id) {
		return
	}
	mend := "leave it out, or mend the document"
	if len(ids) > 0 {
		mend = thereIs(id, ids)
	}
	f.Tell(at, field, mend, "%s has no %s %.80q", document, what, id)
}

// aidOf finds the aid over which a conversation was opened.
func aidOf(c *eventCheck, o Opened, field, digestField string) (*decisionaid.Aid, bool) {
	return asUsed(c, o.Aid+"@"+o.Version, field, o.Digest, digestField, c.library.Aid)
}

// inTalk holds what is said in a conversation against its aid.
func (c *eventCheck) inTalk(b Body) {
	names := namesInAid(b)
	if len(names) == 0 {
		return
	}
	if at, ok := c.thread(aTalk); ok {
		if aid, ok := aidOf(c, c.story.Talks[at].Opened, "in", "in"); ok {
			c.wrong = append(c.wrong, notInAid(aid, names)...)
		}
	}
}

// nameInAid is an id of an aid in a field of an event.
type nameInAid struct {
	field, id string
	of        func(*decisionaid.Definition) []string
}

// namesInAid gives the ids of its aid that an event of a conversation names; none where it is all in words.
func namesInAid(b Body) (names []nameInAid) {
	switch b := b.(type) {
	case Mattered:
		names = []nameInAid{{"value", b.Value, valuesOf}}
	case WentThrough:
		names = []nameInAid{{"option", b.Option, optionsOf}}
	case Decided:
		names = []nameInAid{{"option", b.Option, optionsOf}}
	case Asked:
		names = []nameInAid{{"question", b.Question, questionsOf}, {"option", b.Option, optionsOf}}
	}
	return slices.DeleteFunc(names, func(n nameInAid) bool { return n.id == "" })
}

// notInAid tells which ids an aid does not have.
func notInAid(aid *decisionaid.Aid, names []nameInAid) (f fault.Faults) {
	for _, n := range names {
		has(&f, nil, n.field, nameOf("aid", aid), n.field, n.id, n.of(aid.Definition()))
	}
	return f
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
