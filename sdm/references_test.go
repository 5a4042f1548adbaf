package sdm

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// until gives the events of the year before one of them.
func until(id string) []Event {
	events := year()
	return events[:slices.IndexFunc(events, func(e Event) bool { return e.ID == id })]
}

// instead puts another body into an event of the year.
func instead[T Body](id string, change func(*T)) Event {
	for _, e := range year() {
		if e.ID == id {
			body := e.Body.(T)
			change(&body)
			e.Body = body
			return e
		}
	}
	panic(id)
}

func TestWhatTheRecordDoesNotHave(t *testing.T) {
	goal := func(change func(*plan.Goal)) Event {
		return instead("p4", func(a *plan.Agreed) { change(&a.Needs[0].Goals[0]) })
	}
	line := func(change func(*budget.Line)) Event {
		return instead("b5", func(a *budget.Agreed) { change(&a.Lines[0]) })
	}
	for name, tc := range map[string]struct {
		event Event
		says  []string
	}{
		"goal for an unknown decision": {goal(func(g *plan.Goal) { g.Decision = "decide" }), []string{"needs[0].goals[0].decision", `no earlier event "decide"`, "did you mean decided?"}},
		"goal for no decision":         {goal(func(g *plan.Goal) { g.Decision = "m1" }), []string{`"m1" is mattered and not a decision`, "there is decided, later"}},
		"line for an unknown need":     {line(func(l *budget.Line) { l.Needs = []string{"hop"} }), []string{"lines[0].needs[0]", `need "hop"`, "did you mean hip?"}},
		"line for an outcome":          {line(func(l *budget.Line) { l.Outcomes = []string{"dance"} }), []string{"lines[0].outcomes[0]", "which is a goal", "there is moving"}},
		"line for an action":           {line(func(l *budget.Line) { l.Actions = []string{"pool", "sauna"} }), []string{"lines[0].actions[1]", `"sauna"`, "there is surgeon, coach, pool, rest, club"}},
		"budget for no plan":           {instead("money", func(r *budget.Requested) { r.Plan = "talk" }), []string{"plan:", "is opened and not a plan", "there is plan"}},
		"budget review":                {instead("b8", func(r *budget.Reviewed) { r.Goals = []string{"win"} }), []string{"goals[0]"}},
		"budget review score":          {instead("b8", func(r *budget.Reviewed) { r.Scores = []string{"befor"} }), []string{"scores[0]", "did you mean before?"}},
		"referral for an action":       {instead("refer", func(r *ChoiceReferred) { r.Actions = []string{"surgery"} }), []string{"actions[0]", `action "surgery"`}},
		"referral for a decision":      {instead("refer", func(r *ChoiceReferred) { r.Decision = "p4" }), []string{"decision:", "is plan_agreed"}},
		"community for an action":      {instead("k2", func(r *community.Referred) { r.Actions = []string{"clubs"} }), []string{"actions[0]", "did you mean club?"}},
		"community for a decision":     {instead("walks", func(r *community.Offered) { r.Decision = "x" }), []string{"decision:"}},
		"connected for an action":      {instead("k5", func(c *community.Connected) { c.Actions = []string{"x"} }), []string{"actions[0]"}},
		"assessed with a score":        {instead("k4", func(a *community.Assessed) { a.Scores = []string{"after"} }), []string{"scores[0]", "no earlier event"}},
		"assessed for a plan":          {instead("k4", func(a *community.Assessed) { a.Plan = "w1" }), []string{"plan:"}},
		"followed up with a score":     {instead("k6", func(f *community.FollowedUp) { f.Scores = []string{"walks"} }), []string{"is community_offered and not a score"}},
		"support for an action":        {instead("offers", func(o *support.Offered) { o.Actions = []string{"x"} }), []string{"actions[0]"}},
		"support for a level": {instead("offers", func(o *support.Offered) {
			o.Level = &support.UsedLevel{Measure: "m", CutPoints: "c", Level: "l", Score: "level9"}
		}), []string{"level.score", "level1"}},
		"support ended with a score": {instead("s4", func(e *support.Ended) { e.Scores = []string{"x"} }), []string{"scores[0]"}},
		"score for a goal":           {instead("after", func(s *Scored) { s.For = []Ref{ref(RefGoal, "dnce")} }), []string{"for[0].id", "did you mean dance?"}},
		"score for a referral":       {instead("after", func(s *Scored) { s.For = []Ref{ref(RefGoal, "dance"), ref(RefCommunity, "k2")} }), []string{"for[1].id", "is community_referred and not"}},
		"assessment for an outcome":  {instead("level2", func(a *ActivationAssessed) { a.For = []Ref{ref(RefOutcome, "x")} }), []string{"for[0].id"}},
		"score for a line":           {instead("after", func(s *Scored) { s.For = []Ref{{Kind: RefLine, In: "money", ID: "pool"}} }), []string{"for[0].id", `no budget line "pool"`, "there is pool_card"}},
		"score for another's line":   {instead("after", func(s *Scored) { s.For = []Ref{{Kind: RefLine, In: "plan", ID: "pool"}} }), []string{"for[0].in", "is plan_offered", "there is money"}},
		"score for an offer":         {instead("after", func(s *Scored) { s.For = []Ref{{Kind: RefSupport, In: "offers", ID: "coachin"}} }), []string{"for[0].id", "did you mean coaching?"}},
		"review of a score":          {instead("p6", func(r *plan.Reviewed) { r.Goals[0].Scores = []string{"aftr"} }), []string{"goals[0].scores[0]", "did you mean after?"}},
		"review of scores":           {instead("p6", func(r *plan.Reviewed) { r.Scores = []string{"aftr"} }), []string{"scores[0]"}},
		"provider not offered":       {instead("c3", func(m *ChoiceMade) { m.Provider = "sauth" }), []string{"provider:", "did you mean south?"}},
		"another thread":             {at("k2", "2026-03-04", "plan", ByPerson, community.Declined{}), []string{"in:", "is plan_offered"}},
		"a step of a thread":         {at("k3", "2026-03-10", "k2", ByPerson, community.Declined{}), []string{"in:", "name the event that opened it"}},
		"no thread":                  {at("b6", "2026-04-01", "mony", ByPerson, budget.Entry{What: budget.Allocate, Line: "pool_card", Amount: pence(1)}), []string{"in:", "did you mean money?"}},
		"a step that opens nothing":  {at("b6", "2026-04-01", "", ByPerson, budget.Entry{What: budget.Allocate, Line: "pool_card", Amount: pence(1)}), []string{"in: it is empty"}},
		"two meanings of an id": {at("b6", "2026-04-01", "", ByPerson, plan.Agreed{Version: plan.Version{Outcomes: []plan.Outcome{{ID: "dance", Text: "x"}}}}),
			[]string{"outcomes[0].id", "already names a goal in event p4"}},
	} {
		t.Run(name, func(t *testing.T) {
			before := record(t, until(tc.event.ID)...)
			after, err := before.Add(tc.event)
			if !errors.Is(err, ErrEvent) || after.Len() != before.Len() {
				t.Fatalf("the event stands: %v", err)
			}
			for _, says := range append(tc.says, tc.event.ID) {
				if !strings.Contains(err.Error(), says) {
					t.Errorf("it should say %q:\n%v", says, err)
				}
			}
		})
	}
}

func TestBodiesSayWhatIsWrongWithThem(t *testing.T) {
	good := Scored{Result: result(1, "")}
	twice := result(1, "")
	twice.Scores = append(twice.Scores, twice.Scores[0])
	cited, found := result(1, ""), result(1, "")
	cited.Scores[0].Source = &schemas.Cite{Verified: true}
	found.Findings = []policy.Finding{{ID: "x", Source: &schemas.Cite{Verified: true}}}
	none := result(1, "")
	none.Scores = nil
	level := activation.Assessment{Measure: "m", Version: "1.0.0", CutPoints: "c", Score: rule.ValueOf(1)}
	for says, body := range map[string]Body{
		"it does not name the questionnaire":     Scored{},
		"there is no score":                      Scored{Result: none},
		"result.scores[1].id":                    Scored{Result: twice},
		"for[1]: goal a stands there twice":      Scored{Result: good.Result, For: []Ref{ref(RefGoal, "a"), ref(RefGoal, "a")}},
		"for[0].id: it is empty":                 Scored{Result: good.Result, For: []Ref{ref(RefAction, "")}},
		"result.scores[0].source":                Scored{Result: cited},
		"result.findings[0].source":              Scored{Result: found},
		"assessment.source":                      ActivationAssessed{Assessment: func() activation.Assessment { a := level; a.Source.Verified = true; return a }()},
		"for[0].kind":                            Scored{Result: good.Result, For: []Ref{ref(RefReview, "a")}},
		"for[0].in: a budget line has its id":    Scored{Result: good.Result, For: []Ref{ref(RefLine, "a")}},
		"it cannot be written":                   Scored{Result: good.Result, Answers: map[string]any{"q": make(chan int)}},
		"assessment.measure":                     ActivationAssessed{},
		"assessment.cut_points":                  ActivationAssessed{Assessment: activation.Assessment{Measure: "m", Version: "1"}},
		"assessment.on":                          ActivationAssessed{Assessment: func() activation.Assessment { a := level; a.On = "yesterday"; return a }()},
		"for[0].in: a goal has its id in the":    ActivationAssessed{Assessment: level, For: []Ref{{Kind: RefGoal, In: "x", ID: "a"}}},
		"no provider was offered and no right":   ChoiceOffered{},
		"providers[1]":                           ChoiceOffered{Providers: []ProviderOffered{{ID: "a"}, {ID: "a"}}},
		"rights[0]: a right cannot be looked up": ChoiceOffered{Rights: []RightFound{{ID: "a"}}},
		"rights[1].id":                           ChoiceOffered{Rights: []RightFound{{Document: "d", ID: "a"}, {Document: "d", ID: "a"}}},
		"it does not say what the person chose":  ChoiceMade{},
		"left_open":                              ChoiceMade{Provider: "a", LeftOpen: true},
		"referral.facts":                         ChoiceReferred{Referral: choice.Referral{Facts: map[string]any{"f": func() {}}}},
		"actions[0]":                             ChoiceReferred{Actions: []string{""}},
	} {
		if err := body.Check(); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%T: error %v; it should say %q", body, err, says)
		}
	}
	for _, e := range year() {
		if err := e.Body.Check(); err != nil {
			t.Errorf("%s: %v", e.ID, err)
		}
	}
}

func TestThreadsOfChoice(t *testing.T) {
	for says, e := range map[string]Event{
		"nothing was referred yet":                        at("x", "2026-02-22", "", ByPerson, ChoiceOffered{Providers: []ProviderOffered{{ID: "a"}}}),
		"choice_made comes after choice_referred":         at("x", "2026-02-22", "", ByPerson, ChoiceMade{LeftOpen: true}),
		"choice_attested comes after choice_referred":     at("x", "2026-02-22", "", ByPerson, ChoiceAttested{}),
		"was not offered, and nobody else":                at("x", "2026-02-22", "refer", ByPerson, ChoiceMade{Provider: "a"}),
		"evidence.informed_on: 2026-03-01 lies after":     at("x", "2026-02-22", "refer", ByPerson, ChoiceAttested{Evidence: choice.Evidence{InformedOn: date("2026-03-01")}}),
		"is after 2026-02-22, the day as of which":        at("x", "2026-02-22", "refer", ByPerson, ChoiceReferred{Referral: choice.Referral{Made: date("2062-02-21")}}),
		"the answers are of 2026-03-01, after 2026-02-22": at("x", "2026-02-22", "", ByPerson, ActivationAssessed{Assessment: activation.Assessment{Measure: "m", Version: "1", CutPoints: "c", On: "2026-03-01"}}),
	} {
		if _, err := record(t, until("c2")...).Add(e); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("error %v; it should say %q", err, says)
		}
	}
	later := record(t, append(until("c2"), at("x", "2026-02-23", "refer", ByPerson, ChoiceReferred{Referral: choice.Referral{Received: date("2026-02-23")}}))...)
	s, err := later.Replay()
	if err != nil || len(s.Choices) != 1 || len(s.Choices[0].State.Referred) != 2 {
		t.Errorf("a referral that is known better now opened another: %v", err)
	}
}

// Days inside bodies are held against the day of birth too.
func TestDaysBeforeBirth(t *testing.T) {
	r, err := NewRecord("p").BornOn(date("1950-06-15"))
	if err != nil {
		t.Fatal(err)
	}
	of := func(c choice.Referral) Event {
		return at("x", "2026-02-01", "", ByProfessional, ChoiceReferred{Referral: c})
	}
	told := func(on string) Event {
		return at("x", "2026-02-01", "", ByPerson, plan.Told{Statements: []plan.Statement{{Text: "x", Said: plan.Said{On: date(on)}}}})
	}
	for says, e := range map[string]Event{
		"":                                     of(choice.Referral{Made: date("2026-02-01"), Born: date("1950-06-15")}),
		"referral.made: ":                      of(choice.Referral{Made: date("1949-02-01")}),
		"referral.born: it is 1951-06-15":      of(choice.Referral{Born: date("1951-06-15")}),
		"before the person was born":           told("1949-01-01"),
		"lies after 2026-02-01, the day of th": told("2026-03-01"),
	} {
		_, err := r.Add(e)
		if (err == nil) != (says == "") || err != nil && !strings.Contains(err.Error(), says) {
			t.Errorf("error %v; it should say %q", err, says)
		}
		if strings.HasPrefix(says, "referral.born") && !errors.Is(err, ErrPerson) {
			t.Errorf("error %v does not wrap ErrPerson", err)
		}
	}
	if _, err := r.Add(told("2026-01-01")); err != nil {
		t.Error(err)
	}
}
