package sdm

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// ids of the chain of one thing, written out by hand from the year.
func TestChainsOfTheYear(t *testing.T) {
	s := story(t, year()...)
	coaching := Ref{Kind: RefSupport, In: "offers", ID: "coaching"}
	card := Ref{Kind: RefLine, In: "money", ID: "pool_card"}
	// What came of one decision of a conversation comes with what came of the others.
	ofTheTalk := []Ref{ref(RefDecision, "later"), ref(RefDecision, "decided"), ref(RefGoal, "dance"), ref(RefOutcome, "moving"),
		ref(RefAction, "surgeon"), ref(RefAction, "coach"), ref(RefAction, "pool"), ref(RefAction, "rest"), ref(RefChoice, "refer"), ref(RefCommunity, "walks"),
		coaching, {Kind: RefSupport, In: "offers", ID: "peers"}, card, ref(RefScore, "before"), ref(RefScore, "after"),
		ref(RefAssessment, "level1"), ref(RefAssessment, "level2"), ref(RefReview, "b8"), ref(RefReview, "p6")}
	for _, tc := range []struct {
		of   Ref
		want []Ref
	}{
		{ref(RefReview, "b8"), []Ref{ref(RefDecision, "later"), ref(RefDecision, "decided"), ref(RefNeed, "hip"), ref(RefGoal, "dance"), ref(RefOutcome, "moving"), ref(RefAction, "surgeon"),
			ref(RefAction, "pool"), ref(RefGoal, "company"), ref(RefAction, "club"), ref(RefChoice, "refer"), ref(RefCommunity, "walks"), card, ref(RefScore, "after"), ref(RefReview, "b8")}},
		{coaching, []Ref{ref(RefDecision, "later"), ref(RefDecision, "decided"), ref(RefNeed, "hip"), ref(RefGoal, "dance"), ref(RefAction, "coach"), coaching,
			ref(RefAssessment, "level1"), ref(RefAssessment, "level2"), ref(RefReview, "p6")}},
		{ref(RefAction, "rest"), []Ref{ref(RefDecision, "later"), ref(RefDecision, "decided"), ref(RefNeed, "hip"), ref(RefGoal, "dance"), ref(RefAction, "rest")}},
		{ref(RefDecision, "later"), ofTheTalk},
		{ref(RefDecision, "decided"), ofTheTalk},
		{card, []Ref{ref(RefDecision, "later"), ref(RefDecision, "decided"), ref(RefNeed, "hip"), ref(RefGoal, "dance"), ref(RefOutcome, "moving"), ref(RefAction, "pool"), card,
			ref(RefScore, "after"), ref(RefReview, "b8"), ref(RefReview, "p6")}},
	} {
		chain, err := s.Chain(tc.of)
		if err != nil {
			t.Errorf("%s: %v", tc.of, err)
			continue
		}
		var got []Ref
		for _, l := range chain.Links {
			got = append(got, l.Ref)
		}
		byText := func(a, b Ref) int { return strings.Compare(a.String(), b.String()) }
		slices.SortFunc(got, byText)
		slices.SortFunc(tc.want, byText)
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", tc.of, diff)
		}
	}
}

// What is open is named, and only where it is.
func TestWhatIsOpenInAChain(t *testing.T) {
	early := slices.IndexFunc(year(), func(e Event) bool { return e.ID == "refer" })
	s := story(t, year()[:early]...)
	for of, want := range map[Ref][]string{
		ref(RefGoal, "dance"):     {"no score shows yet how far this goal is", "no review has looked at this goal yet"},
		ref(RefAction, "surgeon"): {"this action is a referral, and nobody has been referred for it yet"},
		ref(RefAction, "coach"):   {"this action is support to look after oneself, and none was offered for it yet"},
		ref(RefAction, "pool"):    {"this action is to be paid from a budget, and no line of a budget is for it yet"},
		ref(RefAction, "rest"):    nil, // the person does it
		ref(RefOutcome, "moving"): {"no score shows yet whether this came about"},
		ref(RefScore, "before"):   {"no review has looked at it yet"},
		ref(RefDecision, "later"): nil, // put off, and decided since
		ref(RefAssessment, "level1"): {
			"it does not say what it is to show", "no review has looked at it yet"},
	} {
		chain, err := s.Chain(of)
		if err != nil {
			t.Fatal(err)
		}
		l, _ := chain.Link(of)
		if diff := cmp.Diff(want, l.Open); diff != "" {
			t.Errorf("%s: -want +got\n%s", of, diff)
		}
	}
	whole := story(t, year()...)
	chain, err := whole.Chain(ref(RefGoal, "dance"))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range chain.Links {
		if len(l.Open) > 0 {
			t.Errorf("%s has %q open at the end of the year", l.Ref, l.Open)
		}
	}
}

func TestEveryKindOfThingHasItsPlace(t *testing.T) {
	for i, kind := range RefKinds() {
		if at, there := levels[kind]; !there || len(levels) != len(RefKinds()) || i > 0 && at < levels[RefKinds()[i-1]] {
			t.Errorf("%s stands at level %d of %d kinds", kind, at, len(levels))
		}
	}
}

func TestAChainOfNothing(t *testing.T) {
	s := story(t, year()...)
	for of, says := range map[Ref]string{
		ref(RefGoal, "dence"):       "did you mean dance",
		ref(RefLine, "pool_card"):   "did you mean budget line pool_card of money",
		ref(RefGoal, "pool"):        "the id is that of action pool",
		ref(RefDecision, "nowhere"): "there is later, decided",
		ref("gaol", "dense"):        `there is no kind "gaol"; did you mean goal?`,
		ref("", "dense"):            `there is no kind ""`,
		ref("gaol", "dance"):        "the id is that of goal dance",
	} {
		if _, err := s.Chain(of); !errors.Is(err, ErrNoRef) || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: error %v; it should say %q", of, err, says)
		}
	}
	if found := s.Find("pool_card"); len(found) != 1 || found[0].In != "money" {
		t.Errorf("found %v", found)
	}
	if found := s.Find("m1"); found != nil {
		t.Errorf("an event that is no link is %v", found)
	}
	empty := Story{}
	if _, err := empty.Chain(Ref{}); !errors.Is(err, ErrNoRef) {
		t.Errorf("error %v", err)
	}
}

// Every edge is found from both ends, no chain runs in a circle, and what a chain holds holds it.
func checkGraph(t *testing.T, s Story) {
	t.Helper()
	all := s.graph()
	for _, l := range all.links {
		chain, err := s.Chain(l.Ref)
		if err != nil {
			t.Fatal(err)
		}
		for _, from := range l.From {
			if !slices.Contains(all.link(from).To, l.Ref) {
				t.Errorf("%s names %s, which does not know of it", l.Ref, from)
			}
			if levels[from.Kind] >= levels[l.Kind] {
				t.Errorf("%s names %s, so a chain could run in a circle", l.Ref, from)
			}
		}
		for _, to := range l.To {
			if !slices.Contains(all.link(to).From, l.Ref) {
				t.Errorf("%s is named by %s, which does not say so", l.Ref, to)
			}
		}
		for _, other := range chain.Links {
			back, err := s.Chain(other.Ref)
			if err != nil {
				t.Fatal(err)
			}
			if _, there := back.Link(l.Ref); !there {
				t.Errorf("%s is in the chain of %s and not the other way round", other.Ref, l.Ref)
			}
		}
		if text := chain.String(); !strings.Contains(text, l.Ref.String()+": ") || strings.Count(text, "<- asked for") != 1 {
			t.Errorf("the text of the chain of %s:\n%s", l.Ref, text)
		}
		if again, _ := s.Chain(l.Ref); again.String() != chain.String() {
			t.Errorf("the chain of %s is printed in two ways", l.Ref)
		}
	}
}

func TestEveryEdgeIsFoundFromBothEnds(t *testing.T) {
	events := year()
	for n := len(events); n > 0; n -= 9 {
		checkGraph(t, story(t, events[:n]...))
	}
}

// Plans of every shape, with scores that are for any parts of them and reviews of any of those.
func TestEdgesOfRandomPlans(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 10))
	for range 20 {
		events := []Event{
			at("talk", "2026-01-01", "", Together, Opened{Aid: "x", Version: "1.0.0"}),
			at("d0", "2026-01-01", "talk", ByPerson, Decided{Option: "a"}),
			at("d1", "2026-01-01", "talk", ByPerson, Deferred{}),
		}
		v := plan.Version{}
		var goals, outcomes, actions []string
		id := func(of string, i int) string { return fmt.Sprintf("%s%d", of, i) }
		for i := range random.IntN(3) {
			outcomes = append(outcomes, id("o", i))
			v.Outcomes = append(v.Outcomes, plan.Outcome{ID: id("o", i), Text: "x"})
		}
		for i := range random.IntN(4) {
			need := plan.Need{ID: id("n", i), Text: "x"}
			for range random.IntN(4) {
				g := plan.Goal{ID: id("g", len(goals)), Text: "x", Owner: thePerson, Decision: []string{"", "d0", "d1"}[random.IntN(3)], Outcomes: some(random, outcomes)}
				goals = append(goals, g.ID)
				for range random.IntN(3) {
					a := plan.Action{ID: id("a", len(actions)), What: "x", Who: thePerson}
					actions = append(actions, a.ID)
					g.Actions = append(g.Actions, a)
				}
				need.Goals = append(need.Goals, g)
			}
			v.Needs = append(v.Needs, need)
		}
		events = append(events, at("plan", "2026-01-02", "", Together, plan.Agreed{Version: v}))
		var scores []string
		for i := range random.IntN(4) {
			scores = append(scores, id("s", i))
			events = append(events, at(id("s", i), "2026-02-01", "", ByPerson, Scored{Result: result(1, ""),
				For: slices.Concat(each(RefDecision, some(random, []string{"d0", "d1"})...), each(RefGoal, some(random, goals)...),
					each(RefOutcome, some(random, outcomes)...), each(RefAction, some(random, actions)...))}))
		}
		for i := range random.IntN(3) {
			r := plan.Reviewed{How: plan.Informal, Scores: some(random, scores)}
			for _, g := range some(random, goals) {
				r.Goals = append(r.Goals, plan.GoalReviewed{Goal: g, Scores: some(random, scores)})
			}
			events = append(events, at(id("r", i), "2026-03-01", "plan", Together, r))
		}
		checkGraph(t, story(t, events...))
	}
}

// some takes any of the ids.
func some(random *rand.Rand, ids []string) []string {
	var taken []string
	for _, id := range ids {
		if random.IntN(2) == 0 {
			taken = append(taken, id)
		}
	}
	return taken
}

// A copy from which something is withheld still has its chains, with what is hidden named and not told.
func TestChainsOfACopyForOneReader(t *testing.T) {
	for _, hidden := range year() {
		events := year()
		for i := range events {
			if events[i].ID == hidden.ID {
				events[i].Audience = Audience{Only: []string{"family"}}
			}
		}
		copied := record(t, events...).For("gp_practice")
		s, err := copied.Replay()
		if err != nil {
			t.Fatalf("without %s: %v", hidden.ID, err)
		}
		for _, l := range s.graph().links {
			chain, err := s.Chain(l.Ref)
			if err != nil {
				t.Fatal(err)
			}
			if l.Ref.ID == hidden.ID && l.Says != "in an event that cannot be read or is withheld" {
				t.Errorf("%s is told as %q", l.Ref, l.Says)
			}
			if chain.String() == "" {
				t.Errorf("the chain of %s is empty", l.Ref)
			}
		}
		for _, of := range Components() {
			if e := s.Evidence(of, Documents{}); len(s.Withheld) > 0 && strings.Contains(e.String(), string(NotShown)+"  ") {
				t.Errorf("without %s something counts as missing that may be withheld:\n%s", hidden.ID, e)
			}
		}
	}
}

func TestAChainComesBackFromJSON(t *testing.T) {
	s := story(t, year()...)
	chain, err := s.Chain(ref(RefGoal, "dance"))
	if err != nil {
		t.Fatal(err)
	}
	src, err := json.Marshal(chain)
	var back Chain
	if err != nil || json.Unmarshal(src, &back) != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(chain, back); diff != "" {
		t.Error(diff)
	}
}

// Long words of the record are cut between two of them, and said whole where they fit.
func TestLongWordsAreCutBetweenWords(t *testing.T) {
	words := strings.TrimSpace(strings.Repeat("four ", 39)) // 194 letters
	for text, want := range map[string]string{
		words + " to":            words + " to",
		words + " toooo":         words + " toooo",
		words + " toooo much":    words + " toooo...",
		words + " toooooo":       words + "...",
		strings.Repeat("é", 201): strings.Repeat("é", 200) + "...",
	} {
		if got := quoted(text); got != want {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}
