package plan

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Story is every statement of a plan once, in the order in which it was made: what people were promised to have to tell only once.
type Story []Heard

// Heard is a statement with the event that holds it.
type Heard struct {
	Statement
	// Event is the id of the event in which it was first written down, EventOn its day, and Field its place there.
	Event   string  `json:"event"`
	EventOn day.Day `json:"event_on"`
	Field   string  `json:"field"`
	// Corrected tells that a later statement took its place. A statement that is made anew under the same id is not corrected by what took the
	// place of the earlier one.
	Corrected bool `json:"corrected,omitempty"`
}

// Story gives what a reader may see of the statements of all steps; ForPerson sees every one. A statement that a later version repeats
// as it was, with its source, stands there once. The latest version decides with whom the plan is shared.
func (s *State) Story(reader string) Story {
	var story Story
	var steps []int // in which step each was made
	made, seen := map[source]bool{}, map[source]bool{}
	replaced, read := map[string]int{}, visible{} // in which step a place was last taken
	now := 0
	hear := func(id string, on day.Day, shared bool) func(field *fault.Place, st *Statement) {
		return func(field *fault.Place, st *Statement) {
			from := sourceOf(st)
			if st.Replaces != "" && !made[from] {
				replaced[st.Replaces] = now
			}
			made[from] = true
			if !mayRead(st.Audience, reader, shared) || seen[from] {
				return
			}
			seen[from], read[st.ID] = true, true
			story, steps = append(story, Heard{Statement: *st, Event: id, EventOn: on, Field: field.String()}), append(steps, now)
		}
	}
	shared := s.sharedWith(reader)
	for i, m := range s.history {
		now = i
		switch step := m.step.(type) {
		case Told:
			each(nil, "statements", step.Statements, hear(m.id, m.on, shared))
		case Agreed:
			step.statements(hear(m.id, m.on, shared && step.SharedWith(reader)))
		case Reviewed:
			each(nil, "words", step.Words, hear(m.id, m.on, shared))
		}
	}
	for i := range story {
		if !read[story[i].Replaces] {
			story[i].Replaces = ""
		}
		taken, so := replaced[story[i].ID]
		story[i].Corrected = story[i].ID != "" && so && taken >= steps[i]
	}
	return story
}

// source is what makes two statements the same one: their id, words, question and where they come from.
type source struct {
	id, text, answers string
	by                Someone
	on                day.Day
}

func sourceOf(s *Statement) source { return source{s.ID, s.Text, s.Answers, s.By, s.On} }

// sharedWith tells whether the version that was agreed last is shared with a reader. Before there is one, only the person reads.
func (s *State) sharedWith(reader string) bool {
	latest, ok := s.Latest()
	return reader == ForPerson || ok && latest.Step.SharedWith(reader)
}

// statements goes through the statements of a version.
func (v *Version) statements(take func(field *fault.Place, s *Statement)) {
	about := fault.Field("about_me")
	for _, h := range v.About.headings() {
		each(&about, h.id, *h.statements, take)
	}
	each(nil, "what_matters", v.Matters, take)
	each(nil, "strengths", v.Strengths, take)
	each(nil, "formulation", v.Formulation, take)
}

func each(p *fault.Place, key string, all []Statement, take func(field *fault.Place, s *Statement)) {
	for i := range all {
		here := p.Item(key, i)
		take(&here, &all[i])
	}
}

// Answers gives what was answered to a question, but for what was corrected since. Whoever wants to ask looks here first.
func (s Story) Answers(question string) Story {
	var found Story
	for _, h := range s {
		if question != "" && h.Answers == question && !h.Corrected {
			found = append(found, h)
		}
	}
	return found
}

// Repeat is something that a person had to tell again.
type Repeat struct {
	// Question is what was asked again; empty where the same words came up again without one.
	Question string `json:"question,omitempty"`
	First    Heard  `json:"first"`
	Again    Heard  `json:"again"`
}

// Repeats lists what was told more than once: the same answer to the same question from another day or somebody else, or the same words.
func (s Story) Repeats() []Repeat {
	var repeats []Repeat
	first := map[[2]string]int{}
	for i, h := range s {
		key := [2]string{h.Answers, plainWords(h.Text)}
		if k, told := first[key]; told {
			repeats = append(repeats, Repeat{h.Answers, s[k], h})
			continue
		}
		first[key] = i
	}
	return repeats
}

// Contradiction is different answers to one question, or different words under one id, side by side. Nothing here says which one
// holds: that is for the person, and a Statement with Replaces puts it right.
type Contradiction struct {
	// Question is what was asked; ID is the id of the statement where that is what they share.
	Question string  `json:"question,omitempty"`
	ID       string  `json:"id,omitempty"`
	Said     []Heard `json:"said"`
}

// Contradictions lists the questions that have different answers and the ids that have different words, apart from what was corrected.
// One person who gave several answers on one day gave a list, and contradicts nobody.
func (s Story) Contradictions() []Contradiction {
	var all []Contradiction
	place := map[[2]string]int{}
	take := func(key [2]string, h Heard) {
		i, there := place[key]
		if !there {
			place[key], i = len(all), len(all)
			all = append(all, Contradiction{Question: key[0], ID: key[1]})
		}
		for _, before := range all[i].Said {
			if plainWords(before.Text) == plainWords(h.Text) {
				return
			}
		}
		all[i].Said = append(all[i].Said, h)
	}
	for _, h := range s {
		if h.Corrected {
			continue
		}
		if h.Answers != "" {
			take([2]string{h.Answers, ""}, h)
		}
		if h.ID != "" {
			take([2]string{"", h.ID}, h)
		}
	}
	kept := all[:0]
	for _, one := range all {
		if one.differs() {
			kept = append(kept, one)
		}
	}
	return kept
}

// differs tells whether what was said does not go together.
func (c Contradiction) differs() bool {
	for _, h := range c.Said {
		if first := c.Said[0]; h.By != first.By || h.On != first.On || h.Event != first.Event || c.ID != "" && h.Text != first.Text {
			return true
		}
	}
	return false
}

// plainWords is a text without what does not change what it says: capitals, spaces, the full stop at its end.
func plainWords(text string) string {
	return strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(text), " ")), ".!")
}
