package sdm

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

func TestBodiesFollowOtherIDs(t *testing.T) {
	other := func(id string) string { return id + "'" }
	score := Scored{For: []Ref{ref(RefGoal, "dance"), ref(RefDecision, "d"), {Kind: RefLine, In: "money", ID: "pool"}, ref(RefChoice, "c")}}
	want := []Ref{ref(RefGoal, "dance"), ref(RefDecision, "d'"), {Kind: RefLine, In: "money'", ID: "pool"}, ref(RefChoice, "c'")}
	if diff := cmp.Diff(want, score.Referring(other).(Scored).For); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want, ActivationAssessed{For: score.For}.Referring(other).(ActivationAssessed).For); diff != "" {
		t.Error(diff)
	}
	if score.For[1].ID != "d" {
		t.Error("the score itself was changed")
	}
	if got := (ChoiceReferred{Decision: "d", Actions: []string{"a"}}).Referring(other).(ChoiceReferred); got.Decision != "d'" || got.Actions[0] != "a" {
		t.Errorf("%+v", got)
	}
	if got := (ChoiceReferred{}).Referring(other).(ChoiceReferred); got.Decision != "" {
		t.Errorf("no decision became %q", got.Decision)
	}
}

func TestWhatWasOfferedAndFound(t *testing.T) {
	offered := ProvidersOffered([]choice.Listed{{Provider: "a", Name: "A", May: policy.Met}, {Provider: "b", May: policy.Unknown}, {Provider: "c", May: policy.NotMet}})
	if diff := cmp.Diff([]ProviderOffered{{ID: "a", Name: "A"}}, offered); diff != "" {
		t.Error(diff)
	}
	document := documents(t).Statements
	rights := RightsFound(document, []policy.Finding{{ID: "x", State: policy.NotMet, Because: "y"}, {ID: "z"}})
	want := []RightFound{{Document: "nhs-choice-statements-england@" + document.Version(), Digest: document.Digest(), ID: "x", State: policy.NotMet, Because: "y"},
		{Document: "nhs-choice-statements-england@" + document.Version(), Digest: document.Digest(), ID: "z", State: policy.Unknown}}
	if diff := cmp.Diff(want, rights); diff != "" {
		t.Error(diff)
	}
	for answer, m := range map[string]ChoiceMade{"south": {Provider: "south"}, "left open": {LeftOpen: true}} {
		if _, got := m.Answers(); got != answer {
			t.Errorf("the answer is %q, not %q", got, answer)
		}
	}
}
