package sdm

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// The chain of what has been overtaken says so, and asks nothing of it.
func TestAChainSaysWhatNoLongerHolds(t *testing.T) {
	events := year()[:slices.IndexFunc(year(), func(e Event) bool { return e.ID == "k6" })]
	smaller := planVersion()
	smaller.Needs[0].Goals = smaller.Needs[0].Goals[1:]
	newMoney := budget.Agreed{Supersedes: "b5", Amount: pence(10_000), Period: budget.Period{From: date("2026-04-01"), To: date("2027-03-31")},
		Shares: []budget.Share{{Mode: budget.Direct, Amount: pence(10_000)}},
		Lines: []budget.Line{{ID: "bus", Category: "travel", What: "The bus", Quantity: budget.Whole(10), Unit: "trip", Rate: pence(1_000), Cost: pence(10_000), Mode: budget.Direct,
			Needs: []string{"hip"}, Outcomes: []string{"moving"}, Actions: []string{"club"}}}}
	card, bus := Ref{Kind: RefLine, In: "money", ID: "pool_card"}, Ref{Kind: RefLine, In: "money", ID: "bus"}
	decided, dance, walks := ref(RefDecision, "decided"), ref(RefGoal, "dance"), ref(RefCommunity, "walks")
	for _, step := range []struct {
		add   []Event
		over  map[Ref][]string
		asked map[Ref]string
	}{
		{nil, map[Ref][]string{ref(RefDecision, "later"): {"replaced by decision decided on 24 January 2026"}, decided: nil, dance: nil, card: nil}, nil},
		{[]Event{at("d9", "2026-05-01", "talk", ByPerson, Decided{Option: "carry_on"})},
			map[Ref][]string{decided: {"replaced by decision d9 on 1 May 2026"}, ref(RefDecision, "d9"): nil, dance: nil},
			map[Ref]string{dance: "another decision has replaced the one that this goal follows from", ref(RefDecision, "d9"): "nothing follows from this decision yet"}},
		{[]Event{at("v2", "2026-05-02", "plan", Together, plan.Agreed{Supersedes: "p4", Version: smaller})},
			map[Ref][]string{dance: {"not in the version in force since 2 May 2026 (event v2)"}, ref(RefAction, "pool"): {"not in the version in force since 2 May 2026 (event v2)"},
				ref(RefNeed, "hip"): nil, ref(RefAction, "club"): nil},
			map[Ref]string{{Kind: RefSupport, In: "offers", ID: "coaching"}: "nothing that it is for holds any more"}},
		{[]Event{at("b52", "2026-05-03", "money", Together, newMoney)},
			map[Ref][]string{card: {"not in the budget in force since 3 May 2026 (event b52)"}, bus: nil}, nil},
		{[]Event{at("stop", "2026-05-04", "money", ByProfessional, budget.Stopped{Ground: "ended", Mode: budget.Direct, Reasons: []string{"x"}})},
			map[Ref][]string{bus: {"direct payment was stopped on 4 May 2026"}}, nil},
		{[]Event{at("end", "2026-06-01", "plan", Together, plan.Ended{Reason: "moved"})},
			map[Ref][]string{dance: {"not in the version in force since 2 May 2026 (event v2)", "the plan ended on 1 June 2026"}, ref(RefNeed, "hip"): {"the plan ended on 1 June 2026"}},
			map[Ref]string{walks: "nothing that it is for holds any more"}},
	} {
		events = append(events, step.add...)
		s := story(t, events...)
		checkGraph(t, s)
		for of, want := range step.over {
			l := linkOf(t, s, of)
			if diff := cmp.Diff(want, l.Over); diff != "" {
				t.Errorf("%s: -want +got\n%s", of, diff)
			}
			if len(want) > 0 && len(l.Open) > 0 {
				t.Errorf("of %s, which no longer holds, is asked %q", of, l.Open)
			}
		}
		for of, open := range step.asked {
			if l := linkOf(t, s, of); !slices.Contains(l.Open, open) {
				t.Errorf("%s is open with %q, and not with %q", of, l.Open, open)
			}
		}
	}
	// The new decision leads to the old one and to what came of it, in words and in JSON.
	s := story(t, events...)
	chain, err := s.Chain(ref(RefDecision, "d9"))
	if err != nil {
		t.Fatal(err)
	}
	if _, there := chain.Link(dance); !there {
		t.Error("the goal is not in the chain of the decision that replaced that of the goal")
	}
	src, err := json.Marshal(chain)
	if err != nil {
		t.Fatal(err)
	}
	for text, words := range map[string][]string{
		chain.String(): {"  no longer holds: replaced by decision d9 on 1 May 2026\n", "  in the place of: decision decided\n"},
		string(src):    {`"over":["replaced by decision d9 on 1 May 2026"]`, `"replaces":{"kind":"decision","id":"later"},"replaced_by":{"kind":"decision","id":"d9"}`},
	} {
		for _, want := range words {
			if !strings.Contains(text, want) {
				t.Errorf("%q is not in\n%s", want, text)
			}
		}
	}
}

func linkOf(t *testing.T, s Story, of Ref) Link {
	t.Helper()
	chain, err := s.Chain(of)
	if err != nil {
		t.Fatal(err)
	}
	l, _ := chain.Link(of)
	return l
}
