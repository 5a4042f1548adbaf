package letter_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
)

// complete is a conversation with everything that a decision point must have.
func complete() []sdm.Event {
	return []sdm.Event{
		event("talk", "2026-01-10", "", nurse, sdm.Opened{Aid: "hip-osteoarthritis", Version: "1.0.0"}),
		event("m", "2026-01-10", "talk", sdm.ByPerson, sdm.Mattered{Words: "To dance"}),
		event("w1", "2026-01-10", "talk", sdm.Together, sdm.WentThrough{Option: "as_now"}),
		event("w2", "2026-01-10", "talk", sdm.Together, sdm.WentThrough{Option: "exercise"}),
		event("d", "2026-01-10", "talk", sdm.ByPerson, sdm.Decided{Option: "exercise"}),
	}
}

// full is a summary of that with all that a host can know.
func full(t testing.TB) letter.Clinical {
	c := clinical(t)
	c.Contact.Time = "10:40"
	return c
}

// TestEachMandatoryEntryIsMissed takes away one thing at a time: what the standard makes mandatory is then missing, and nothing else is.
func TestEachMandatoryEntryIsMissed(t *testing.T) {
	for what, c := range map[string]struct {
		without string // an event
		spoil   func(*letter.Clinical)
		want    []string
	}{
		"nothing":                {"", nil, nil},
		"problems":               {"", func(c *letter.Clinical) { c.Problems = []string{" "} }, []string{"problem_list"}},
		"time":                   {"", func(c *letter.Clinical) { c.Contact.Time = "" }, []string{"contacts_with_professionals[0].time"}},
		"responsible":            {"", func(c *letter.Clinical) { c.Contact.Responsible = "" }, []string{"contacts_with_professionals[0].responsible_professional"}},
		"what matters":           {"m", nil, []string{"shared_decision_points[0].what_matters"}},
		"doing nothing":          {"w1", nil, []string{"shared_decision_points[0].options_discussed.take_no_action"}},
		"options":                {"w1 w2", nil, []string{"shared_decision_points[0].options_discussed"}},
		"the decision":           {"d", nil, []string{"shared_decision_points[0].decision_entry"}},
		"the aid":                {"", func(c *letter.Clinical) { c.Aids = nil }, []string{"shared_decision_points[0].options_discussed[0].risks", "shared_decision_points[0].options_discussed[0].benefits", "shared_decision_points[0].options_discussed[1].risks", "shared_decision_points[0].options_discussed[1].benefits"}},
		"the whole conversation": {"talk m w1 w2 d", nil, []string{"contacts_with_professionals", "shared_decision_points"}},
	} {
		host := full(t)
		if c.spoil != nil {
			c.spoil(&host)
		}
		var events []sdm.Event
		for _, e := range complete() {
			if !slices.Contains(strings.Fields(c.without), e.ID) {
				events = append(events, e)
			}
		}
		s, err := letter.Summarise(record(t, events...), host)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range s.Missing {
			if m.Asked == letter.Mandatory {
				got = append(got, m.Path)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("without %s these are missing: %v", what, got)
		}
	}
}

func TestStatusOfADecision(t *testing.T) {
	later := event("l", "2026-01-20", "talk", sdm.ByPerson, sdm.Deferred{Until: "spring"})
	again := event("d2", "2026-01-21", "talk", sdm.ByPerson, sdm.Decided{Option: "as_now"})
	other := func(aid, option string) []sdm.Event {
		return append(complete(), event("t2", "2026-02-01", "", sdm.Together, sdm.Opened{Aid: aid, Version: "1.0.0"}), event("d3", "2026-02-02", "t2", sdm.ByPerson, sdm.Decided{Option: option}))
	}
	for what, c := range map[string]struct {
		events []sdm.Event
		want   []letter.Status
	}{
		"otherwise in a later conversation":  {other("hip-osteoarthritis", "as_now"), []letter.Status{letter.Cancelled, letter.Valid}},
		"the same in a later conversation":   {other("hip-osteoarthritis", "exercise"), []letter.Status{letter.Valid, letter.Valid}},
		"something else in a later one":      {other("atrial-fibrillation-stroke", "doac"), []letter.Status{letter.Valid, letter.Valid}},
		"a later one without a decision yet": {other("hip-osteoarthritis", "as_now")[:len(complete())+1], []letter.Status{letter.Valid, letter.InProgress}},
		"nothing decided":                    {complete()[:4], []letter.Status{letter.InProgress}},
		"decided":                            {complete(), []letter.Status{letter.Valid}},
		"put off again":                      {append(complete(), later), []letter.Status{letter.Cancelled, letter.InProgress}},
		"decided anew":                       {append(complete(), again), []letter.Status{letter.Cancelled, letter.Valid}},
		"put off and decided":                {append(complete(), later, again), []letter.Status{letter.Cancelled, letter.Valid}},
	} {
		s, err := letter.Summarise(record(t, c.events...), full(t))
		if err != nil {
			t.Fatal(err)
		}
		var got []letter.Status
		for _, d := range s.Decisions {
			got = append(got, d.Status)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v", what, got)
		}
	}
}

// Issues are what stands in the way of the person's own decision.
func TestDecisionIssues(t *testing.T) {
	s, err := letter.Summarise(record(t, append(complete(),
		event("c", "2026-01-10", "talk", nurse, sdm.CapacityAssessed{Found: sdm.Lacks, Support: []string{"Pictures"}, Because: "Asleep"}),
		event("b", "2026-01-10", "talk", nurse, sdm.BestInterests{Decider: "Kit Lane", Role: sdm.DecidesAttorney, Wishes: "Home", Outcome: "Stay", Because: "Always said so"}))...), full(t))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range s.Decisions[0].Issues {
		got = append(got, e.Text)
	}
	want := []string{"Capacity on 10 January 2026: lacks capacity. Asleep", "Best interests: Kit Lane (attorney) decides. Wishes: Home. Outcome: Stay. Because: Always said so"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// What the aid says and was answered in the same words stands once, and rests on both. A name that the caller gave is not given again.
func TestNothingIsSaidTwice(t *testing.T) {
	answer := "12 in every 100 people have a serious health problem in 6 months; 88 do not."
	host := full(t)
	host.Contact.SeenBy = "Mo Reed, nurse"
	s, err := letter.Summarise(record(t, append(complete(),
		event("w3", "2026-01-10", "talk", sdm.Together, sdm.WentThrough{Option: "replacement"}),
		event("q1", "2026-01-10", "talk", sdm.ByPerson, sdm.Asked{Question: "risks", Option: "replacement", Answer: answer}),
		event("q2", "2026-01-10", "talk", sdm.ByPerson, sdm.Asked{Question: "risks", Option: "replacement", Answer: "A clot"}))...), host)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, risk := range s.Decisions[0].Options[2].Risks {
		if strings.Contains(risk.Text, answer) {
			found++
			if !slices.Equal(risk.Events, []string{"w3", "q1"}) {
				t.Errorf("it rests on %v", risk.Events)
			}
			if len(risk.Notes) != 2 || !strings.HasSuffix(risk.Text, " "+strings.Join(risk.Notes, " ")) {
				t.Errorf("what has to be known of it is %q, and it says %q", risk.Notes, risk.Text)
			}
		}
	}
	if risks := s.Decisions[0].Options[2].Risks; found != 1 || risks[len(risks)-1].Text != "A clot" {
		t.Errorf("the risks are %+v", risks)
	}
	if by := s.Contacts[0].SeenBy; len(by) != 1 || by[0].Text != "Mo Reed, nurse" || !slices.Equal(by[0].Events, []string{"talk"}) {
		t.Errorf("seen by %+v", by)
	}
	tool := s.Decisions[0].Tools[0]
	if tool.Aid != "hip-osteoarthritis" || strings.Contains(tool.Text, "sha256") {
		t.Errorf("the tool is %+v", tool)
	}
	var text strings.Builder
	if err := s.Page("").WriteText(&text); err != nil {
		t.Fatal(err)
	}
	note := "This is our best estimate"
	if n := strings.Count(text.String(), note); n != 1 {
		t.Errorf("%q is on the page %d times", note, n)
	}
	for _, bad := range []string{"[0]", "sha256", "gp practice", "_"} {
		if strings.Contains(text.String(), bad) {
			t.Errorf("the page says %q", bad)
		}
	}
}
