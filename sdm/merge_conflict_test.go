package sdm

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// together adds events to two copies of one record and merges them.
func together(t *testing.T, base, one, other []Event) (Record, []Conflict) {
	t.Helper()
	r := built(t, base...)
	a, err := r.AddAll(one...)
	if err != nil {
		t.Fatal(err)
	}
	b, err := r.AddAll(other...)
	if err != nil {
		t.Fatal(err)
	}
	return merged(t, a, b)
}

func idsOf(events []Event) (ids []string) {
	for _, e := range events {
		ids = append(ids, e.ID)
	}
	return ids
}

var aTalkOpened = []Event{{ID: "talk", On: date("2026-01-01"), By: Together, Body: Opened{Aid: "hip", Version: "1.0.0"}}}

func TestWhatTwoRecordsDoNotAgreeOn(t *testing.T) {
	inTalk := func(id, on string, body Body) Event {
		return Event{ID: id, On: date(on), By: ByPerson, In: "talk", Body: body}
	}
	alone := func(id, on string, body Body) Event { return Event{ID: id, On: date(on), By: ByPerson, Body: body} }
	agreed := func(id, on, matters string) Event {
		return Event{ID: id, On: date(on), By: Together, In: "plan", Body: plan.Agreed{Supersedes: "plan", Version: plan.Version{Matters: []plan.Statement{{Text: matters}}}}}
	}
	withPlan := append(slices.Clone(aTalkOpened), Event{ID: "plan", On: date("2026-01-01"), By: Together, Body: plan.Agreed{Version: plan.Version{Matters: []plan.Statement{{Text: "dancing"}}}}})
	attorney := func(until string, in ...string) Represented {
		r := Represented{Name: "Ann", Role: LPADonee, For: in}
		if until != "" {
			r.Until = date(until)
		}
		return r
	}
	inThread := func(thread string) func(string, Body) Event {
		return func(id string, body Body) Event { return at(id, "2026-01-02", thread, ByProfessional, body) }
	}
	inOffers, inPlan, inMoney := inThread("offers"), inThread("p"), inThread("money")
	offered := []Event{at("offers", "2026-01-01", "", ByProfessional, support.Offered{Document: "offers", Version: "1.0.0", Offers: []support.Shown{{Offer: "coaching"}, {Offer: "peers"}}})}
	planOffered := []Event{at("p", "2026-01-01", "", ByProfessional, plan.Offered{Status: plan.Undecided})}
	months := budget.Period{From: date("2026-04-01"), To: date("2027-03-31")}
	asked := []Event{at("money", "2026-01-01", "", ByPerson, budget.Requested{Basis: "discretionary"})}
	refused := append(slices.Clone(asked), at("no", "2026-01-01", "money", ByProfessional, budget.Refused{What: budget.RefusedPart, Reasons: []string{"x"}}))
	for name, tc := range map[string]struct {
		base, one, other []Event
		want             []string // kind, what it is about and the sides
	}{
		"decisions":             {aTalkOpened, []Event{inTalk("a", "2026-01-02", Decided{Option: "replace"})}, []Event{inTalk("b", "2026-01-05", Decided{Option: "carry_on"})}, []string{"disagreement decision [a b]"}},
		"later first":           {aTalkOpened, []Event{inTalk("a", "2026-01-09", Decided{Option: "replace"})}, []Event{inTalk("b", "2026-01-05", Decided{Option: "carry_on"})}, []string{"disagreement decision [b a]"}},
		"deferral":              {aTalkOpened, []Event{inTalk("a", "2026-01-02", Decided{Option: "replace"})}, []Event{inTalk("b", "2026-01-05", Deferred{})}, []string{"disagreement decision [a b]"}},
		"the same decision":     {aTalkOpened, []Event{inTalk("a", "2026-01-02", Decided{Option: "replace"})}, []Event{inTalk("b", "2026-01-05", Decided{Option: "replace"})}, nil},
		"a change of mind":      {append(slices.Clone(aTalkOpened), inTalk("a", "2026-01-02", Decided{Option: "replace"})), nil, []Event{inTalk("b", "2026-01-05", Decided{Option: "carry_on"})}, nil},
		"consents":              {aTalkOpened, []Event{alone("a", "2026-01-02", Consent{To: ToSharing, With: "gp", Answer: Given})}, []Event{alone("b", "2026-01-03", Consent{To: ToSharing, With: "gp", Answer: Refused})}, []string{"disagreement consent to sharing with gp [a b]"}},
		"consents to others":    {aTalkOpened, []Event{alone("a", "2026-01-02", Consent{To: ToSharing, With: "gp", Answer: Given})}, []Event{alone("b", "2026-01-03", Consent{To: ToSharing, With: "family", Answer: Refused})}, nil},
		"how much is shared":    {aTalkOpened, []Event{alone("a", "2026-01-02", Consent{To: ToSharing, With: "gp", What: "all of it", Answer: Given})}, []Event{alone("b", "2026-01-03", Consent{To: ToSharing, With: "gp", What: "the plan", Answer: Given})}, []string{"disagreement consent to sharing with gp [a b]"}},
		"noted in a talk":       {aTalkOpened, []Event{inTalk("a", "2026-01-02", Consent{To: ToSharing, With: "gp", Answer: Given})}, []Event{alone("b", "2026-01-02", Consent{To: ToSharing, With: "gp", Answer: Withdrawn})}, []string{"disagreement consent to sharing with gp [a b]"}},
		"ends of a power":       {aTalkOpened, []Event{alone("a", "2026-01-02", attorney("2026-05-31", "health_and_welfare"))}, []Event{alone("b", "2026-01-02", attorney("", "health_and_welfare"))}, []string{"disagreement representative Ann as lpa_donee [a b]"}},
		"powers in two things":  {aTalkOpened, []Event{alone("a", "2026-01-02", attorney("", "health_and_welfare"))}, []Event{alone("b", "2026-01-02", attorney("", "property"))}, []string{"disagreement representative Ann as lpa_donee [a b]"}},
		"the same powers":       {aTalkOpened, []Event{alone("a", "2026-01-02", attorney("", "health_and_welfare", "property"))}, []Event{alone("b", "2026-01-02", attorney("", "property", "health_and_welfare"))}, nil},
		"answers to an offer":   {offered, []Event{inOffers("a", support.Answered{Offer: "coaching", Answer: support.Declined})}, []Event{inOffers("b", support.Answered{Offer: "coaching", Answer: support.TakenUp})}, []string{"disagreement the offer coaching [a b]"}},
		"answers to two offers": {offered, []Event{inOffers("a", support.Answered{Offer: "coaching", Answer: support.Declined})}, []Event{inOffers("b", support.Answered{Offer: "peers", Answer: support.TakenUp})}, nil},
		"a plan is wanted":      {planOffered, []Event{inPlan("a", plan.Offered{Status: plan.Declined})}, []Event{inPlan("b", plan.Offered{Status: plan.Accepted})}, []string{"disagreement the offer of a plan [a b]"}},
		"two indications":       {asked, []Event{inMoney("a", budget.Indicated{Amount: pence(100), Period: months})}, []Event{inMoney("b", budget.Indicated{Amount: pence(900), Period: months})}, []string{"disagreement roughly how much money there is [a b]"}},
		"looked at again":       {refused, []Event{inMoney("a", budget.Reconsidered{Of: "no", Outcome: budget.Upheld, Reasons: []string{"x"}})}, []Event{inMoney("b", budget.Reconsidered{Of: "no", Outcome: budget.Changed, Reasons: []string{"y"}})}, []string{"disagreement the decision no looked at again [a b]"}},
		"capacity":              {aTalkOpened, []Event{inTalk("a", "2026-01-02", CapacityAssessed{Found: Has})}, []Event{inTalk("b", "2026-01-03", CapacityAssessed{Found: InDoubt, Because: "delirium"})}, []string{"disagreement capacity to decide:  [a b]"}},
		"versions of a plan":    {withPlan, []Event{agreed("a", "2026-01-02", "walking")}, []Event{agreed("b", "2026-01-03", "singing")}, []string{"disagreement the plan after plan [a b]", "misfit b [b]"}},
		"the same id":           {aTalkOpened, []Event{inTalk("", "2026-01-02", Asked{Words: "how long?"})}, []Event{inTalk("", "2026-01-03", Asked{Words: "does it hurt?"})}, []string{"same_id 2 [2 2~]"}},
		"the same event":        {aTalkOpened, []Event{inTalk("", "2026-01-02", Asked{Words: "how long?"})}, []Event{inTalk("", "2026-01-02", Asked{Words: "how long?"})}, nil},
		"noted late and behind": {aTalkOpened, []Event{inTalk("a", "2026-01-20", Asked{Words: "how long?"})}, []Event{alone("b", "2026-02-01", InterpreterNeed{}), inTalk("c", "2026-01-05", Asked{Words: "does it hurt?"})}, []string{"misfit c [c]"}},
	} {
		t.Run(name, func(t *testing.T) {
			r, conflicts := together(t, tc.base, tc.one, tc.other)
			var got []string
			for _, c := range conflicts {
				ids := idsOf(c.Events)
				for i, id := range ids {
					if base, _, renamed := strings.Cut(id, "~"); renamed {
						ids[i] = base + "~"
					}
				}
				got = append(got, string(c.Kind)+" "+c.About+" ["+strings.Join(ids, " ")+"]")
				if c.Why == "" {
					t.Error("it does not say why")
				}
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("conflicts %q, want %q", got, tc.want)
			}
			for _, c := range conflicts {
				for _, e := range c.Events {
					if !slices.Contains(idsOf(r.Events()), e.ID) {
						t.Errorf("the side %s is not in the record", e.ID)
					}
				}
			}
		})
	}
}

func TestWhatFollowsFromARenamedEventFollowsIt(t *testing.T) {
	base := []Event{{On: date("2026-01-01"), By: Together, Body: Opened{Aid: "hip", Version: "1.0.0"}}}
	went := func(aid string) []Event {
		return []Event{
			{On: date("2026-01-02"), By: Together, Body: Opened{Aid: aid, Version: "1.0.0"}}, // number 2 in both
			{On: date("2026-01-02"), By: ByPerson, In: "2", Body: Mattered{Words: aid}},
			{On: date("2026-01-03"), By: ByPerson, Body: SeenBy{Events: []string{"2"}, Audience: Audience{Only: []string{aid}}}},
		}
	}
	r, conflicts := together(t, base, went("knee"), went("back"))
	if len(conflicts) != 3 || r.Len() != 7 {
		t.Fatalf("%d events, conflicts %+v", r.Len(), conflicts)
	}
	story, _ := r.Replay()
	for _, talk := range story.Talks[1:] {
		if len(talk.Matters) != 1 || talk.Matters[0].What.Words != talk.Opened.Aid {
			t.Errorf("the talk over %s holds %+v", talk.Opened.Aid, talk.Matters)
		}
		if only := r.audiences(struckBy(r))[talk.ID].Only; !slices.Equal(only, []string{talk.Opened.Aid}) {
			t.Errorf("the talk over %s is for %v", talk.Opened.Aid, only)
		}
	}
}

func TestRecordsOfTwoPersonsStayTwo(t *testing.T) {
	one, other := NewRecord("a"), NewRecord("b")
	if _, _, err := Merge(one, other); !errors.Is(err, ErrPerson) {
		t.Errorf("error %v", err)
	}
	nobodys := built(t, aTalkOpened...)
	nobodys.person = ""
	if _, _, err := Merge(one, nobodys); !errors.Is(err, ErrPerson) {
		t.Errorf("error %v", err)
	}
	if r, _, err := Merge(Record{}, one); err != nil || r.Person() != "a" {
		t.Errorf("an empty record: %v, %v", r, err)
	}
}

func TestTwoDaysOfBirthAreShown(t *testing.T) {
	one, _ := NewRecord("a").BornOn(date("1950-02-01"))
	other, _ := NewRecord("a").BornOn(date("1950-01-02"))
	r, conflicts := merged(t, one, other)
	if r.Born() != date("1950-01-02") || len(conflicts) != 1 || conflicts[0].Kind != TwoBirths {
		t.Errorf("born %s, %+v", r.Born(), conflicts)
	}
	if r, conflicts := merged(t, one, NewRecord("a")); r.Born() != date("1950-02-01") || len(conflicts) != 0 {
		t.Errorf("born %s, %+v", r.Born(), conflicts)
	}
}

func TestMergeMendsARecordThatSaysThingsTwice(t *testing.T) {
	const opened = `{"id":"1","kind":"opened","form":1,"on":"2026-01-01","by":{"role":"together"},"body":{"aid":"hip","version":"1.0.0"}}`
	src := `{"format":1,"person":"p","events":[` + opened + `,` + opened + `,` + strings.Replace(opened, "hip", "knee", 1) + `]}`
	broken, err := ParseRecord([]byte(src))
	if !errors.Is(err, ErrRepeated) || !errors.Is(err, ErrIDTaken) {
		t.Fatal(err)
	}
	r, conflicts := merged(t, broken, NewRecord("p"))
	if r.Len() != 2 || len(conflicts) != 1 || conflicts[0].Kind != SameID {
		t.Errorf("%s\n%+v", bytesOf(t, r), conflicts)
	}
	if story, _ := r.Replay(); len(story.Talks) != 2 || len(story.Unread) != 0 {
		t.Errorf("story %+v", story)
	}
}

func TestConflictsAreWrittenWithTheirSides(t *testing.T) {
	_, conflicts := together(t, aTalkOpened, []Event{{ID: "a", On: date("2026-01-02"), By: ByPerson, In: "talk", Body: Decided{Option: "replace"}}},
		[]Event{{ID: "b", On: date("2026-01-05"), By: ByCarer, In: "talk", Body: Decided{Option: "carry_on"}}})
	src, err := json.Marshal(conflicts)
	if err != nil || !strings.Contains(string(src), `"option":"replace"`) || !strings.Contains(string(src), `"option":"carry_on"`) {
		t.Errorf("%s, %v", src, err)
	}
}

func BenchmarkMerge(b *testing.B) {
	whole := built(b, mixed(1000)...)
	one := partOf(b, whole, func(i int) bool { return i%3 != 0 })
	other := partOf(b, whole, func(i int) bool { return i%3 != 1 })
	for b.Loop() {
		if _, _, err := Merge(one, other); err != nil {
			b.Fatal(err)
		}
	}
}

// Every id of an event in every body of the year must follow when the event gets another id.
func TestEveryReferenceToAnEventFollows(t *testing.T) {
	events := year()
	ids := map[string]bool{}
	for _, e := range events {
		ids[e.ID] = true
	}
	var found func(v any, into map[string]int)
	found = func(v any, into map[string]int) {
		switch v := v.(type) {
		case map[string]any:
			for _, one := range v {
				found(one, into)
			}
		case []any:
			for _, one := range v {
				found(one, into)
			}
		case string:
			into[v]++
		}
	}
	texts := func(b Body) map[string]int {
		src, err := json.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		var v any
		if err := json.Unmarshal(src, &v); err != nil {
			t.Fatal(err)
		}
		into := map[string]int{}
		found(v, into)
		return into
	}
	followed := 0
	for _, e := range events {
		before := bytesOf(t, Record{events: []Event{e}})
		after := texts(referringBody(e.Body, func(id string) string { return "other " + id }))
		for text, n := range texts(e.Body) {
			if !ids[text] || e.ID == "offers" && text == "offers" { // the document of offers only looks like an event
				continue
			}
			if after[text] != 0 || after["other "+text] != n {
				t.Errorf("%s (%s) still names %s", e.ID, e.Body.Kind(), text)
			}
			followed += n
		}
		if bytesOf(t, Record{events: []Event{e}}) != before {
			t.Errorf("%s was changed in its place", e.ID)
		}
	}
	if followed < 15 {
		t.Errorf("only %d references were found", followed)
	}
}

// What one part of a record cannot tell, since the rest is in the other, is not said to be in error only because something is.
func TestAMisfitBesideAnErrorIsNotSaidToRestOnIt(t *testing.T) {
	whole := built(t, aTalkOpened[0], at("d", "2026-01-02", "talk", ByPerson, Decided{Option: "replace"}),
		at("score", "2026-01-03", "", ByPerson, Scored{Result: result(1, ""), For: []Ref{ref(RefDecision, "d")}}),
		at("need", "2026-01-04", "", ByPerson, InterpreterNeed{}), inErrorOf("x", "2026-01-05", "need"))
	one := partOf(t, whole, func(i int) bool { return i == 1 || i == 2 })
	other := partOf(t, whole, func(i int) bool { return i > 2 })
	_, conflicts := merged(t, one, other)
	for _, c := range conflicts {
		if strings.Contains(c.Why, "rests on what was entered in error") {
			t.Errorf("%s", c.Why)
		}
	}
	if len(conflicts) == 0 {
		t.Error("the decision fits without its conversation")
	}
}
