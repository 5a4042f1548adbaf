package sdm

import (
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/schemas/person"
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
	for answer, m := range map[string]ChoiceMade{"south": {Provider: "south"}, "left open": {LeftOpen: true}} {
		if _, got := m.Answers(); got != answer {
			t.Errorf("the answer is %q, not %q", got, answer)
		}
	}
}

// Rights come from several documents at once, and each is kept with the one that says so.
func TestRightsAreKeptWithTheirDocument(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"person-facts.yaml", "policies/nhs-choice-england.yaml", "policies/nhs-waiting-england.yaml"} {
		src, err := fs.ReadFile(examples.Definitions, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: src}
	}
	newer := regexp.MustCompile(`(?m)^version: .*$`).ReplaceAll(files["policies/nhs-choice-england.yaml"].Data, []byte("version: 99.0.0"))
	files["newer.yaml"] = &fstest.MapFile{Data: newer}
	lib, err := LoadFS(files)
	if err != nil {
		t.Fatal(err)
	}
	var law []*policy.Policy
	for _, ref := range []string{"nhs-choice-england@0", "nhs-waiting-england", "nhs-choice-england@99"} {
		document, err := lib.Policy(ref)
		if err != nil {
			t.Fatal(err)
		}
		law = append(law, document)
	}
	law, both := law[:2], law[2]
	referral := choice.Referral{Made: date("2026-03-01"), Received: date("2026-03-02")}
	found, err := choice.Rights(referral, person.Facts{}, date("2026-11-21"), law...)
	if err != nil {
		t.Fatal(err)
	}
	rights, err := RightsFound(found, law...)
	if err != nil || len(rights) != len(found) {
		t.Fatalf("%d of %d rights, %v", len(rights), len(found), err)
	}
	r := record(t, at("r", "2026-11-21", "", ByPerson, ChoiceReferred{Referral: referral}), at("o", "2026-11-21", "r", ByPerson, ChoiceOffered{Rights: rights}))
	if err := lib.CheckRecord(r); err != nil {
		t.Errorf("the rights are kept with another document: %v", err)
	}
	for i, document := range law {
		at := i * law[0].Set().Len()
		want := RightFound{document.ID() + "@" + document.Version(), document.Digest(), found[at].ID, found[at].State, found[at].Because}
		if diff := cmp.Diff(want, rights[at]); diff != "" {
			t.Error(diff)
		}
	}
	if again, err := RightsFound(found[:1], law[0], law[0]); err != nil || !cmp.Equal(again, rights[:1]) {
		t.Errorf("a document that is named twice: %v", err)
	}
	if _, err := RightsFound(found, law[0]); err == nil || !strings.Contains(err.Error(), "found["+strconv.Itoa(law[0].Set().Len())+"]: none of the documents has the right") {
		t.Errorf("without the second document: %v", err)
	}
	if _, err := RightsFound(found[:1], law[0], both); err == nil || !strings.Contains(err.Error(), "both have the right") {
		t.Errorf("two documents with one right: %v", err)
	}
}

// Days that become known later do not cut the referral off from the decision and the action that it is for.
func TestALaterFormOfAReferralStaysInItsChain(t *testing.T) {
	made := choice.Referral{Made: date("2026-02-21")}
	events := append(year(), at("d9", "2026-09-20", "talk", ByPerson, Decided{Option: "carry_on"}))
	known := made
	known.Stops, known.KnownTo = []choice.Stop{{Kind: choice.TreatmentStarted, On: date("2026-09-30")}}, date("2026-09-30")
	events = append(events, at("r9", "2026-09-30", "refer", ByProfessional, ChoiceReferred{Referral: known}))
	l := linkOf(t, story(t, events...), ref(RefChoice, "refer"))
	if diff := cmp.Diff([]Ref{ref(RefDecision, "decided"), ref(RefAction, "surgeon")}, l.From); diff != "" {
		t.Errorf("what it is for: -want +got\n%s", diff)
	}
	events = append(events, at("r10", "2026-09-30", "refer", ByProfessional, ChoiceReferred{Referral: known, Decision: "d9"}))
	l = linkOf(t, story(t, events...), ref(RefChoice, "refer"))
	if diff := cmp.Diff([]Ref{ref(RefDecision, "d9"), ref(RefAction, "surgeon")}, l.From); diff != "" {
		t.Errorf("what it is for, once it names another decision: -want +got\n%s", diff)
	}
}
