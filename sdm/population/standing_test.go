package population

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// stands says where the person of a record stands in a component, a letter a month from April: C counted, ? not known, D declined,
// n not counted, and a dot where there is nothing.
func stands(t testing.TB, rec sdm.Record, component int) string {
	t.Helper()
	counter := must(New(year[:6]...))
	if err := counter.Add(rec); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range counter.Counts().All.Periods {
		c := p.Components[component]
		if c.People() > p.Seen || c.People() > 1 {
			t.Errorf("%s: %+v of %d seen", p.Period, c, p.Seen)
		}
		b.WriteString(map[ComponentCounts]string{
			{c.Component, 0, 0, 0, 0}: ".", {c.Component, 1, 0, 0, 0}: "C", {c.Component, 0, 1, 0, 0}: "D", {c.Component, 0, 0, 1, 0}: "n", {c.Component, 0, 0, 0, 1}: "?",
		}[c])
	}
	return b.String()
}

func TestWhereAPersonStands(t *testing.T) {
	refer := at("c", "2026-04-02", "", sdm.ChoiceReferred{Referral: choice.Referral{Facts: map[string]any{"referred_by": "gp"}}})
	right := func(s policy.State) sdm.ChoiceOffered {
		return sdm.ChoiceOffered{Rights: []sdm.RightFound{{Document: "d@1.0.0", ID: "r", State: s}}}
	}
	answer := func(id, on, offer string, a support.Answer) sdm.Event {
		return at(id, on, "s", support.Answered{Offer: offer, Answer: a})
	}
	talk := []sdm.Event{at("t", "2026-04-01", "", opened), at("m", "2026-04-01", "t", mattered), at("w1", "2026-04-01", "t", carryOn), at("w2", "2026-05-01", "t", replace)}
	alone := at("d", "2026-06-01", "t", decided)
	alone.By = sdm.ByProfessional
	offered := at("k", "2026-04-03", "", community.Offered{Reason: "Company"})
	helped := at("s", "2026-04-01", "", offers2)
	asked := at("p", "2026-04-01", "", plan.Offered{Status: plan.Accepted})
	wanted := at("b", "2026-05-01", "", budget.Requested{Basis: "discretionary"})
	theirs := at("q", "2026-04-01", "", withOutcome())
	for _, tc := range []struct {
		name      string
		component int
		want      string
		events    []sdm.Event
	}{
		{"no event at all", talking, "......", nil},
		{"a talk without a decision", talking, "nn....", talk},
		{"a decision on options and what matters", talking, "nnC...", append(talk[:4:4], at("d", "2026-06-01", "t", decided))},
		{"not to decide yet counts too", talking, "nC....", append(talk[:4:4], at("d", "2026-05-01", "t", sdm.Deferred{}))},
		{"one option is nothing to compare", talking, "n.n...", append(talk[:3:3], at("d", "2026-06-01", "t", decided))},
		{"the same option twice is one", talking, "nnn...", append(talk[:3:3], at("w", "2026-05-01", "t", carryOn), at("d", "2026-06-01", "t", decided))},
		{"nothing that matters", talking, "nnn...", []sdm.Event{talk[0], talk[2], talk[3], at("d", "2026-06-01", "t", decided)}},
		{"what matters comes too late", talking, "nnnn..", []sdm.Event{talk[0], talk[2], talk[3], at("d", "2026-06-01", "t", decided), at("m", "2026-07-01", "t", mattered)}},
		{"what matters is noted after the decision, of the same day", talking, "nC....", []sdm.Event{talk[0], talk[2], talk[3], at("d", "2026-05-01", "t", decided), at("m", "2026-05-01", "t", mattered)}},
		{"twice in a month is once", talking, "nC....", append(talk[:4:4], at("d", "2026-05-02", "t", sdm.Deferred{}), at("e", "2026-05-03", "t", decided))},
		{"once in each of two months", talking, "nCC...", append(talk[:4:4], at("d", "2026-05-02", "t", sdm.Deferred{}), at("e", "2026-06-03", "t", decided))},

		{"the word of the professional alone", talking, "nnn...", append(talk[:4:4], alone)},

		{"a referral alone", choosing, "n.....", []sdm.Event{refer}},
		{"providers to choose from", choosing, "nC....", []sdm.Event{refer, at("o", "2026-05-01", "c", sdm.ChoiceOffered{Providers: []sdm.ProviderOffered{{ID: "north"}}})}},
		{"a right that is met", choosing, "nC....", []sdm.Event{refer, at("o", "2026-05-01", "c", right(policy.Met))}},
		{"a right that the person does not have", choosing, "nn....", []sdm.Event{refer, at("o", "2026-05-01", "c", right(policy.NotMet))}},
		{"a right of which nobody knows", choosing, "n?....", []sdm.Event{refer, at("o", "2026-05-01", "c", right(policy.Unknown))}},
		{"a right of which nobody knew at first", choosing, "n?C...", []sdm.Event{refer, at("o", "2026-05-01", "c", right(policy.Unknown)), at("q", "2026-06-01", "c", right(policy.Met))}},
		{"not known, then not met in the same month", choosing, "nn....", []sdm.Event{refer, at("o", "2026-05-01", "c", right(policy.Unknown)), at("q", "2026-05-31", "c", right(policy.NotMet))}},
		{"not known, then not met a month later", choosing, "n?n...", []sdm.Event{refer, at("o", "2026-05-01", "c", right(policy.Unknown)), at("q", "2026-06-01", "c", right(policy.NotMet))}},
		{"met, then not met in the same month", choosing, "nC....", []sdm.Event{refer, at("o", "2026-05-01", "c", right(policy.Met)), at("q", "2026-05-31", "c", right(policy.NotMet))}},
		{"left open is a choice", choosing, "n.C...", []sdm.Event{refer, at("o", "2026-06-01", "c", sdm.ChoiceMade{LeftOpen: true})}},

		{"an offer alone", prescribing, "n.....", []sdm.Event{offered}},
		{"a referral", prescribing, "C.....", []sdm.Event{offered, at("r", "2026-04-05", "k", referred)}},
		{"an offer declined", prescribing, "nD....", []sdm.Event{offered, at("r", "2026-05-05", "k", community.Declined{})}},
		{"a referral declined in its month", prescribing, "D.....", []sdm.Event{offered, at("r", "2026-04-05", "k", referred), at("d", "2026-04-30", "k", community.Declined{})}},
		{"a referral declined later", prescribing, "CD....", []sdm.Event{offered, at("r", "2026-04-05", "k", referred), at("d", "2026-05-01", "k", community.Declined{})}},
		{"one declined and another referred", prescribing, "C.....", []sdm.Event{offered, at("d", "2026-04-05", "k", community.Declined{}), at("r", "2026-04-06", "", referred)}},
		{"a contact of a month later", prescribing, "C.n...", []sdm.Event{at("r", "2026-04-06", "", referred), at("x", "2026-06-01", "r", community.Contacted{Outcome: community.ContactAccepted, Attempts: 1, Way: community.WayPhone})}},

		{"offers alone", supporting, "n.....", []sdm.Event{helped}},
		{"taken up", supporting, "nC....", []sdm.Event{helped, answer("a", "2026-05-01", "peers", support.TakenUp)}},
		{"one taken up and one declined", supporting, "nC....", []sdm.Event{helped, answer("a", "2026-05-01", "peers", support.TakenUp), answer("d", "2026-05-01", "coaching", support.Declined)}},
		{"declined", supporting, "nD....", []sdm.Event{helped, answer("a", "2026-05-01", "peers", support.Declined)}},
		{"put off", supporting, "nn....", []sdm.Event{helped, answer("a", "2026-05-01", "peers", support.Later)}},
		{"declined, then taken up in the same month", supporting, "nC....", []sdm.Event{helped, answer("a", "2026-05-01", "peers", support.Declined), answer("d", "2026-05-31", "peers", support.TakenUp)}},
		{"declined, then put off", supporting, "nn....", []sdm.Event{helped, answer("a", "2026-05-01", "peers", support.Declined), answer("d", "2026-05-31", "peers", support.Later)}},
		{"declined, then put off a month later", supporting, "nDn...", []sdm.Event{helped, answer("a", "2026-05-01", "peers", support.Declined), answer("d", "2026-06-01", "peers", support.Later)}},
		{"stopped in the same month", supporting, "nC....", []sdm.Event{helped, answer("a", "2026-05-01", "peers", support.TakenUp), at("e", "2026-05-20", "s", support.Ended{Offer: "peers", How: support.Stopped})}},

		{"a plan offered", planning, "n.....", []sdm.Event{asked}},
		{"a plan declined", planning, "D.....", []sdm.Event{at("p", "2026-04-01", "", plan.Offered{Status: plan.Declined})}},
		{"declined, then accepted", planning, "n.....", []sdm.Event{at("p", "2026-04-01", "", plan.Offered{Status: plan.Declined}), at("o", "2026-04-20", "p", plan.Offered{Status: plan.Accepted})}},
		{"a plan agreed and reviewed", planning, "nC.C..", []sdm.Event{asked, at("v", "2026-05-01", "p", withOutcome()), at("r", "2026-07-01", "p", plan.Reviewed{How: plan.Informal})}},
		{"a plan that ended within the month", planning, "nn....", []sdm.Event{asked, at("v", "2026-05-01", "p", withOutcome()), at("e", "2026-05-31", "p", plan.Ended{Reason: "Done"})}},
		{"a plan that ended a day later", planning, "nCn...", []sdm.Event{asked, at("v", "2026-05-01", "p", withOutcome()), at("e", "2026-06-01", "p", plan.Ended{Reason: "Done"})}},

		{"a budget asked for", budgeting, ".n....", []sdm.Event{theirs, wanted}},
		{"a budget indicated and refused", budgeting, ".nn...", []sdm.Event{theirs, wanted, at("i", "2026-05-02", "b", budget.Indicated{Amount: budget.GBP(1), Period: money.Period}),
			at("r", "2026-06-01", "b", budget.Refused{What: budget.RefusedBudget, Reasons: []string{"None"}})}},
		{"a budget agreed and stopped", budgeting, ".nC...", []sdm.Event{theirs, wanted, at("a", "2026-06-01", "b", money), at("x", "2026-06-20", "b", budget.Stopped{Ground: "g", Reasons: []string{"Done"}})}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := stands(t, record(t, tc.events...), tc.component); got != tc.want {
				t.Errorf("%s, not %s", got, tc.want)
			}
		})
	}
}

// What somebody may not see, or cannot read, is never a no, and nothing that it may have taken back is certain.
func TestWhatIsHiddenIsNotKnown(t *testing.T) {
	only := func(e sdm.Event, hideKind bool) sdm.Event {
		e.Audience = sdm.Audience{Only: []string{"gp"}, HideKind: hideKind}
		return e
	}
	talk := []sdm.Event{at("t", "2026-04-01", "", opened), at("m", "2026-04-01", "t", mattered), at("w1", "2026-04-01", "t", carryOn), at("w2", "2026-04-01", "t", replace)}
	refer := at("r", "2026-04-06", "", referred)
	helped := at("s", "2026-04-01", "", offers2)
	taken := at("a", "2026-05-01", "s", support.Answered{Offer: "peers", Answer: support.TakenUp})
	for _, tc := range []struct {
		name      string
		component int
		want      string
		events    []sdm.Event
	}{
		{"a decision is withheld", talking, "n.?...", append(talk[:4:4], only(at("d", "2026-06-01", "t", decided), false))},
		{"something of the talk is withheld, nobody knows what", talking, "n.?...", append(talk[:4:4], only(at("d", "2026-06-01", "t", sdm.Asked{Question: "risks"}), true))},
		{"a question is withheld", talking, "n.n...", append(talk[:4:4], only(at("d", "2026-06-01", "t", sdm.Asked{Question: "risks"}), false))},
		{"what matters is withheld", talking, "n?....", []sdm.Event{talk[0], only(talk[1], false), talk[2], talk[3], at("d", "2026-05-01", "t", decided)}},
		{"what matters is there, more of it is withheld", talking, "nC....", append(talk[:4:4], only(at("n", "2026-04-02", "t", mattered), false), at("d", "2026-05-01", "t", decided))},
		{"the whole talk is withheld", talking, "n?....", []sdm.Event{only(talk[0], false), talk[1], talk[2], talk[3], at("d", "2026-05-01", "t", decided)}},
		{"a decision stays one, whatever else is withheld", talking, "CC....", append(talk[:4:4], at("d", "2026-04-01", "t", decided), at("e", "2026-05-01", "t", decided), only(at("f", "2026-05-02", "t", decided), true))},
		{"a no is withheld", prescribing, "C?....", []sdm.Event{refer, only(at("d", "2026-05-01", "r", community.Declined{}), false)}},
		{"a no of the same month is withheld", prescribing, "?.....", []sdm.Event{refer, only(at("d", "2026-04-30", "r", community.Declined{}), false)}},
		{"a contact is withheld", prescribing, "Cn....", []sdm.Event{refer, only(at("d", "2026-05-01", "r", community.Contacted{Outcome: community.NoContact, Attempts: 1, Way: community.WayPhone}), false)}},
		{"a referral is withheld beside a no", prescribing, "n?....", []sdm.Event{at("k", "2026-04-01", "", community.Offered{Reason: "x"}), at("d", "2026-05-01", "k", community.Declined{}), only(at("r", "2026-05-02", "", referred), false)}},
		{"an answer is withheld beside one that is taken up", supporting, "nC?...", []sdm.Event{helped, taken, only(at("x", "2026-05-05", "s", support.Answered{Offer: "coaching", Answer: support.Declined}), false),
			only(at("y", "2026-06-05", "s", support.Answered{Offer: "coaching", Answer: support.TakenUp}), false)}},
		{"an answer is withheld beside a no", supporting, "n?....", []sdm.Event{helped, at("a", "2026-05-01", "s", support.Answered{Offer: "peers", Answer: support.Declined}),
			only(at("y", "2026-05-05", "s", support.Answered{Offer: "coaching", Answer: support.TakenUp}), false)}},
		{"the end of a plan is withheld", planning, "?.....", []sdm.Event{at("p", "2026-04-01", "", withOutcome()), only(at("e", "2026-04-30", "p", plan.Ended{Reason: "x"}), false)}},
		{"anything may be withheld", budgeting, "?.....", []sdm.Event{only(at("x", "2026-04-01", "", sdm.InterpreterNeed{}), true)}},
		{"a need that is withheld belongs to no component", planning, "......", []sdm.Event{only(at("x", "2026-04-01", "", sdm.InterpreterNeed{}), false)}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			rec := record(t, tc.events...)
			if got := stands(t, rec.For("stranger"), tc.component); got != tc.want {
				t.Errorf("%s, not %s", got, tc.want)
			}
			if got := stands(t, rec, tc.component); strings.Contains(got, "?") {
				t.Errorf("with everything to be seen it is %s", got)
			}
		})
	}
}

// What a later version wrote is kept by the record and not known here.
func TestWhatCannotBeReadIsNotKnown(t *testing.T) {
	rec := record(t, at("r", "2026-04-06", "", referred), at("p", "2026-04-07", "", withOutcome()), at("d", "2026-05-01", "r", community.Declined{}))
	src := string(must(json.Marshal(rec)))
	for _, tc := range []struct {
		name, was, is string
		prescribing   string
		planning      string
	}{
		{"another form of the no", `"kind":"community_declined","form":1`, `"kind":"community_declined","form":9`, "C?....", "C....."},
		{"another form of the referral", `"kind":"community_referred","form":1`, `"kind":"community_referred","form":9`, "??....", "C....."},
		{"a kind of a later version in a thread", `"kind":"community_declined"`, `"kind":"community_paused"`, "C?....", "C....."},
		{"a kind of a later version with a thread that nobody knows", `"kind":"community_declined","form":1,"on":"2026-05-01","by":{"role":"together"},"in":"r"`,
			`"kind":"wishes","form":1,"on":"2026-05-01","by":{"role":"together"},"in":"x"`, "C?....", "C?...."},
		{"a day that is none", `"on":"2026-05-01"`, `"on":"soon"`, "??????", "C....."},
	} {
		t.Run(tc.name, func(t *testing.T) {
			broken := strings.Replace(src, tc.was, tc.is, 1)
			if broken == src {
				t.Fatalf("%s is not in %s", tc.was, src)
			}
			rec, err := sdm.ParseRecord([]byte(broken))
			if err == nil {
				t.Fatal("it could be read")
			}
			if got := stands(t, rec, prescribing); got != tc.prescribing {
				t.Errorf("social prescribing %s, not %s", got, tc.prescribing)
			}
			if got := stands(t, rec, planning); got != tc.planning {
				t.Errorf("plan %s, not %s", got, tc.planning)
			}
		})
	}
}

// What was entered in error counts for nothing, and what stands without it does.
func TestWhatWasEnteredInErrorIsNotCounted(t *testing.T) {
	asked := at("p", "2026-04-01", "", plan.Offered{Status: plan.Accepted})
	inError := func(id string, of ...string) sdm.Event {
		return at(id, "2026-05-02", "", sdm.InError{Events: of, Because: "of somebody else"})
	}
	talk := []sdm.Event{at("t", "2026-04-01", "", opened), at("m", "2026-04-01", "t", mattered), at("w1", "2026-04-01", "t", carryOn), at("w2", "2026-04-01", "t", replace), at("d", "2026-05-01", "t", decided)}
	for name, tc := range map[string]struct {
		component int
		want      string
		events    []sdm.Event
	}{
		"a decision":            {talking, "nC....", talk},
		"in error":              {talking, "n.....", append(talk[:5:5], inError("x", "d"))},
		"in error, in error":    {talking, "nC....", append(talk[:5:5], inError("x", "d"), inError("y", "x"))},
		"a plan that was asked": {planning, ".", []sdm.Event{asked, inError("x", "p")}},
	} {
		if got := stands(t, record(t, tc.events...), tc.component); !strings.HasPrefix(got, tc.want) {
			t.Errorf("%s: it is %s, want %s", name, got, tc.want)
		}
	}
}
