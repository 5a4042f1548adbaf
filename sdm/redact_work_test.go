package sdm

import (
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// readersOf are all whom a record names as readers, the person, and somebody who is named nowhere.
func readersOf(r Record) []string {
	readers := []string{ForPerson, "link_worker", "family"}
	for e := range r.All() {
		readers = append(readers, e.Audience.Only...)
		if v, ok := e.Body.(plan.Agreed); ok {
			for _, s := range v.Shares {
				readers = append(readers, s.Audience)
			}
		}
	}
	slices.Sort(readers)
	return slices.Compact(readers)
}

// checkCopies looks at the copy of a record for every reader: all that they see of it is told, and what they see next can be added to the copy
// that they had before.
func checkCopies(t *testing.T, name string, events []Event) {
	t.Helper()
	whole := record(t, events...)
	for _, reader := range readersOf(whole) {
		story, err := whole.For(reader).Replay()
		if err != nil || len(story.Untold) > 0 {
			t.Errorf("%s: the copy for %s leaves untold %v, %v", name, reader, story.Untold, err)
		}
		for n := range events {
			before, after := record(t, events[:n]...).For(reader), record(t, events[:n+1]...).For(reader)
			next := after.Last()
			if _, hidden := next.Body.(Withheld); hidden {
				continue
			}
			grown, err := before.Add(next)
			if err != nil {
				t.Errorf("%s: event %s cannot be added to the copy for %s: %v", name, next.ID, reader, err)
				continue
			}
			if story, err := grown.Replay(); err != nil || len(story.Untold) > 0 {
				t.Errorf("%s: with event %s added the copy for %s leaves untold %v, %v", name, next.ID, reader, story.Untold, err)
			}
		}
	}
}

// shownTo is the year with its plan shared, and some parts of it for others.
func shownTo(shared []string, change func(*plan.Version)) []Event {
	events := year()
	for i, e := range events {
		if agreed, ok := e.Body.(plan.Agreed); ok {
			v := planVersion()
			for _, audience := range shared {
				v.Shares = append(v.Shares, plan.Share{Audience: audience})
			}
			if change(&v); true {
				agreed.Version, events[i].Body = v, plan.Agreed{Version: v}
			}
		}
	}
	return events
}

// What stands in parts that are withheld counts as there, so that nothing that a reader may see falls out of the story.
func TestACopyCanBeWorkedWith(t *testing.T) {
	bare := slices.DeleteFunc(year(), func(e Event) bool {
		return e.ID == "plan" || e.ID == "p2" || e.ID == "p3" || e.ID == "p5" || e.ID == "money" || e.In == "money" || e.ID == "after"
	})
	for i := range bare { // one event has all of the plan, and is seen in part
		switch body := bare[i].Body.(type) {
		case plan.Agreed:
			bare[i].ID, bare[i].In = "plan", ""
		case community.Assessed:
			body.Plan = "plan"
			bare[i].Body = body
		case plan.Reviewed:
			body.Goals[0].Scores = nil
		}
	}
	for name, events := range map[string][]Event{
		"shared with nobody": year(),
		"only a version":     bare,
		"shared":             shownTo([]string{"link_worker", "gp_practice"}, func(*plan.Version) {}),
		"a need for the practice": shownTo([]string{"link_worker", "gp_practice"}, func(v *plan.Version) {
			v.Needs[0].Audience = []string{"gp_practice"}
		}),
		"an action for the practice": shownTo([]string{"link_worker", "gp_practice"}, func(v *plan.Version) {
			v.Needs[0].Goals[1].Actions[0].Audience = []string{"gp_practice"}
		}),
		"all parts for the family": shownTo(nil, func(v *plan.Version) {
			v.Needs[0].Audience, v.Outcomes[0].Audience, v.Matters[0].Audience = []string{"family"}, []string{"family"}, []string{"family"}
		}),
	} {
		checkCopies(t, name, events)
	}
}

// hidingFrom gives the year with events that are for the family alone.
func hidingFrom(events []Event, ids ...string) []Event {
	for i := range events {
		if slices.Contains(ids, events[i].ID) {
			events[i].Audience = Audience{Only: []string{"family"}}
		}
	}
	return events
}

// A step that is withheld leaves those after it untold, and they can still be added: nobody can say that they do not fit. The rest of the
// record is told.
func TestAStepThatIsWithheldRefusesNothing(t *testing.T) {
	whole := func() []Event { return shownTo([]string{"gp_practice"}, func(*plan.Version) {}) }
	for _, hidden := range whole() {
		events := hidingFrom(whole(), hidden.ID)
		if hidden.In == "" {
			continue // the whole thread is then hidden
		}
		at := slices.IndexFunc(events, func(e Event) bool { return e.ID == hidden.ID })
		copied := record(t, events[:at+1]...).For("gp_practice")
		for _, e := range events[at+1:] {
			var err error
			if copied, err = copied.Add(e); err != nil {
				t.Errorf("without %s: %v", hidden.ID, err)
			}
		}
		s, err := copied.Replay()
		if err != nil {
			t.Errorf("without %s: %v", hidden.ID, err)
		}
		for _, u := range s.Untold {
			if e := events[slices.IndexFunc(events, func(e Event) bool { return e.ID == u.Event })]; e.In != hidden.In {
				t.Errorf("without %s, which is of another thread, event %s is untold: %s", hidden.ID, u.Event, u.Why)
			}
		}
		whole, conflicts := merged(t, copied, record(t, events...))
		if len(conflicts) > 0 || bytesOf(t, whole) != bytesOf(t, record(t, events...)) {
			t.Errorf("without %s, and added to, it does not go back into the whole: %v", hidden.ID, conflicts)
		}
	}
}

// A plan or budget whose first version is withheld goes on with the next.
func TestALaterVersionStandsWithoutTheFirst(t *testing.T) {
	events := hidingFrom(year(), "p4", "b5")
	events = events[:slices.IndexFunc(events, func(e Event) bool { return e.ID == "b6" })]
	v := planVersion()
	v.Shares = []plan.Share{{Audience: "gp_practice"}}
	first := events[len(events)-1].Body.(budget.Agreed)
	first.Supersedes = "b5"
	events = append(events, at("p42", "2026-03-25", "plan", Together, plan.Agreed{Supersedes: "p4", Version: v}), at("b52", "2026-03-25", "money", Together, first))
	r := record(t, events...)
	copied := r.For("gp_practice")
	s, err := copied.Replay()
	if err != nil || len(s.Untold) > 0 || len(s.Plans[0].State.Versions()) != 1 || len(s.Budgets[0].State.Agreed) != 1 {
		t.Errorf("untold %v, %v", s.Untold, err)
	}
	if whole, conflicts := merged(t, copied, r); len(conflicts) > 0 || bytesOf(t, whole) != bytesOf(t, r) {
		t.Errorf("the copy and its record make another one: %v", conflicts)
	}
}

// A reader who may not see how a plan began sees the plan from the first event on that is theirs.
func TestAThreadBeginsWithWhatIsSeenOfIt(t *testing.T) {
	v := planVersion()
	v.Shares, v.Needs[0].Goals[0].Decision = []plan.Share{{Audience: "family"}}, ""
	r := record(t,
		at("plan", "2026-01-02", "", ByPerson, plan.Told{Statements: []plan.Statement{{Text: "x", Said: plan.Said{Audience: []string{"gp_practice"}}}}}),
		at("first", "2026-01-03", "plan", Together, plan.Agreed{Version: v}))
	copied := r.For("family")
	s, err := copied.Replay()
	if err != nil || len(s.Untold) > 0 || len(s.Plans) != 1 || s.Plans[0].ID != "plan" || len(s.Plans[0].State.Versions()) != 1 {
		t.Fatalf("plans %+v, untold %v, %v", s.Plans, s.Untold, err)
	}
	if _, err := copied.Add(at("end", "2026-02-01", "plan", Together, plan.Ended{Reason: "done"})); err != nil {
		t.Error(err)
	}
}

// Who sees only part of a plan can add a review of the whole of it.
func TestAReviewOfWhatIsSeenInPartCanBeAdded(t *testing.T) {
	events := year()
	last := slices.IndexFunc(events, func(e Event) bool { return e.ID == "p6" })
	copied, err := record(t, events[:last]...).For("link_worker").Add(events[last])
	if err != nil {
		t.Fatal(err)
	}
	if s, err := copied.Replay(); err != nil || len(s.Untold) != 1 || s.Untold[0].Event != "p6" {
		t.Errorf("untold %v, %v", s.Untold, err)
	}
}

// In a copy nobody is told to record what may be there, and what has nothing to do with what is withheld is still looked up.
func TestWhatACopySaysOfWhatItDoesNotHave(t *testing.T) {
	refer := at("k", "2026-12-01", "", ByProfessional, ChoiceReferred{Decision: "nowhere", Actions: []string{"surgoen"}})
	for name, tc := range map[string]struct {
		events []Event
		says   []string
		not    []string
	}{
		"a talk is withheld":  {hidingFrom(year(), "talk"), []string{"decision:", "whole record", "did you mean surgeon"}, []string{"record it first"}},
		"a plan is withheld":  {hidingFrom(year(), "plan"), []string{"decision:", "whole record"}, []string{"record it first", "surgoen"}},
		"nothing is withheld": {shownTo([]string{"gp_practice"}, func(*plan.Version) {})[:1], []string{"record it first"}, []string{"whole record"}},
	} {
		events := slices.DeleteFunc(tc.events, func(e Event) bool { return e.ID == "p5" }) // who got a copy is not for the practice
		for i := range events {
			if agreed, ok := events[i].Body.(plan.Agreed); ok {
				agreed.Shares = []plan.Share{{Audience: "gp_practice"}}
				events[i].Body = agreed
			}
		}
		_, err := record(t, events...).For("gp_practice").Add(refer)
		if err == nil {
			t.Errorf("%s: it is added", name)
			continue
		}
		for _, words := range tc.says {
			if !strings.Contains(err.Error(), words) {
				t.Errorf("%s: the error does not say %q: %v", name, words, err)
			}
		}
		for _, words := range tc.not {
			if strings.Contains(err.Error(), words) {
				t.Errorf("%s: the error says %q: %v", name, words, err)
			}
		}
	}
}
