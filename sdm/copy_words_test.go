package sdm

import (
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// Of a version of a plan that a copy shows in part nobody can say what it does not have, and of a copy with gaps nobody can say that something
// is not there.
func TestAChainOfACopyDeniesNothing(t *testing.T) {
	first, second := planVersion(), planVersion()
	first.Needs[0].Goals[0].Decision, second.Needs[0].Goals[0].Decision = "", ""
	first.Shares = []plan.Share{{Audience: "gp"}}
	second.Shares, second.Needs[0].Audience = first.Shares, []string{"family"}
	r := built(t, at("p1", "2026-01-02", "", Together, plan.Agreed{Version: first}), at("p2", "2026-02-02", "p1", Together, plan.Agreed{Supersedes: "p1", Version: second}))
	need := ref(RefNeed, first.Needs[0].ID)
	l := linkOf(t, story(t, r.For("gp").Events()...), need)
	if want := "as far as this copy shows, the version in force no longer has it"; len(l.Over) > 0 || !slices.Contains(l.Open, want) {
		t.Errorf("over %q, open %q", l.Over, l.Open)
	}
	outcome := ref(RefOutcome, first.Outcomes[0].ID)
	if l := linkOf(t, story(t, r.For("gp").Events()...), outcome); !slices.Contains(l.Open, "as far as this copy shows, no score shows yet whether this came about") {
		t.Errorf("open %q", l.Open)
	}
	if l := linkOf(t, story(t, r.Events()...), outcome); !slices.Contains(l.Open, "no score shows yet whether this came about") {
		t.Errorf("open %q", l.Open)
	}
}

// An event that is refused leaves nothing behind, not even a doubt about what comes after it.
func TestARefusedEventLeavesNoDoubt(t *testing.T) {
	r := built(t, aTalkOpened[0])
	part := at("x", "2026-01-02", "nowhere", ByPerson, Decided{Option: "replace"})
	part.Part = true
	if _, err := r.Add(part); err == nil {
		t.Fatal("it is added")
	}
	_, err := r.Add(at("y", "2026-01-02", "nowhere", ByPerson, Decided{Option: "replace"}))
	if err == nil || strings.Contains(err.Error(), "withheld") {
		t.Errorf("error %v", err)
	}
}

// Nobody is asked to record first, or offered in its place, what is in the record and in error, or rests on what is.
func TestAnErrorIsNamedAndNothingElseOffered(t *testing.T) {
	r := built(t, aTalkOpened[0], at("d", "2026-01-02", "talk", ByPerson, Decided{Option: "replace"}), inErrorOf("x", "2026-01-03", "talk"))
	for says, e := range map[string]Event{
		`the event "talk" was entered in error, as event "x" says; name what is right instead`:                  at("y", "2026-01-04", "talk", ByPerson, Decided{Option: "a"}),
		`the event "d" cannot be told, since it rests on what was entered in error; name what is right instead`: at("y", "2026-01-04", "", ByPerson, Scored{Result: result(1, ""), For: []Ref{ref(RefDecision, "d")}}),
	} {
		if _, err := r.Add(e); err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "record it first") {
			t.Errorf("it does not say %q: %v", says, err)
		}
	}
}

// What a diag.List says becomes part of a sentence, and its pointers become fields.
func TestWordsOfAListInASentence(t *testing.T) {
	for sentence, want := range map[string]string{"": "", "Write it": "write it", "A": "a", "PHQ-9 has it": "PHQ-9 has it", "Ä": "ä"} {
		if got := begun(sentence); got != want {
			t.Errorf("%q begins as %q", sentence, got)
		}
	}
	for pointer, want := range map[string]string{"": "", "/stops/0/on": ".stops[0].on", "/a~1b/c~0d": ".a/b.c~d"} {
		if got := pointed(pointer); got != want {
			t.Errorf("%q is the field %q", pointer, got)
		}
	}
}

// What rests on an error is untold in the whole record too. Nothing is withheld there, and still nobody can say that it is not so.
func TestWhatCannotBeToldIsNotWithheld(t *testing.T) {
	r := built(t, aTalkOpened[0], at("d", "2026-01-02", "talk", ByPerson, Decided{Option: "replace"}),
		at("wrong", "2026-01-02", "", Together, Opened{Aid: "hip", Version: "1.0.0"}), at("m", "2026-01-02", "wrong", ByPerson, Mattered{Words: "Dancing"}), inErrorOf("x", "2026-01-03", "wrong"))
	s := story(t, r.Events()...)
	if caution := s.caution(); strings.Contains(caution, "withheld") || !strings.Contains(caution, "error") {
		t.Errorf("caution %q", caution)
	}
	if l := linkOf(t, s, ref(RefDecision, "d")); !slices.Contains(l.Open, "as far as the record can be told, nothing follows from this decision yet") {
		t.Errorf("open %q", l.Open)
	}
	if item, _ := s.Evidence(SharedDecisionMaking, Documents{}).Threads[0].Item("what_matters"); item.Shown != NotKnown || strings.Contains(item.Because, "withheld") {
		t.Errorf("what matters: %+v", item)
	}
}
