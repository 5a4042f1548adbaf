package letter_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// wholeYear is the period of a budget.
var wholeYear = budget.Period{From: date("2026-04-01"), To: date("2027-03-31")}

func granted() budget.Agreed {
	return budget.Agreed{Amount: budget.GBP(50_000), Period: wholeYear, Shares: []budget.Share{{Mode: budget.Direct, Amount: budget.GBP(50_000)}},
		Lines: []budget.Line{{ID: "help", Category: "personal_assistant", What: "Help at home", Cost: budget.GBP(50_000), Mode: budget.Direct, Needs: []string{"n"}, Outcomes: []string{"o"}}}}
}

// TestWhatIsSaid holds what is said in each state: each case adds events to a conversation that was opened, and names what the letter must
// say and must not.
func TestWhatIsSaid(t *testing.T) {
	role := func(role string) sdm.Author { return sdm.Author{Role: role, Name: "Kit Lane"} }
	steps := func(in string, by sdm.Author, bodies ...sdm.Body) []sdm.Event {
		var events []sdm.Event
		for i, body := range bodies {
			e := event("", "2026-02-01", in, by, body)
			if i == 0 && in != "talk" {
				e.ID, e.In = in, ""
			}
			events = append(events, e)
		}
		return events
	}
	budgeted := func(bodies ...sdm.Body) []sdm.Event {
		return append(steps("plan", nurse, plan.Agreed{Version: small()}), steps("money", nurse, bodies...)...)
	}
	refer := community.Referred{Consent: community.ConsentYes, By: community.Referrer{Kind: community.SelfReferral}, To: "the link workers", Needs: []community.Need{{ID: "n", Category: "debt_advice"}}}
	asked, offered := budget.Requested{Basis: "discretionary"}, support.Offered{Document: "offers", Version: "1.0.0", Offers: []support.Shown{{Offer: "health_coaching"}}}
	w := letter.English()
	for name, c := range map[string]struct {
		events  []sdm.Event
		says    []string
		saysNot []string
	}{
		"nothing yet": {nil, []string{w.Decision.None, w.Options.NoneThrough, w.Talk.NoMatters, w.Next.None, w.Again.None, w.Closing.NoOne}, nil},
		"decided by another": {steps("talk", role("representative"), sdm.Decided{Option: "as_now", Reasons: []string{"He asked for it"}}),
			[]string{"On 1 February 2026 this was chosen: Carry on as now. It was written down for you by this person: Kit Lane."}, []string{w.Decision.None, "you chose"}},
		"decided together":  {steps("talk", sdm.Together, sdm.Decided{Option: "as_now"}), []string{"On 1 February 2026 you and your team chose: Carry on as now."}, nil},
		"left by a carer":   {steps("talk", sdm.ByCarer, sdm.Deferred{}), []string{"On 1 February 2026 this was left for later. It was written down for you by this person: Your carer."}, nil},
		"thought better of": {steps("talk", sdm.ByPerson, sdm.Decided{Option: "as_now"}, sdm.Deferred{}), []string{"On 1 February 2026 you said that you want to decide later."}, []string{"you chose"}},
		"in doubt": {steps("talk", nurse, sdm.CapacityAssessed{Found: sdm.InDoubt, Because: "You were in pain", Again: date("2026-02-08")}),
			[]string{"On 1 February 2026 it was not clear", "You were in pain", "8 February 2026."}, []string{"We found that you could not"}},
		"lacks capacity": {steps("talk", nurse, sdm.CapacityAssessed{Found: sdm.Lacks, Support: []string{"Pictures"}, Because: "You were asleep"}, sdm.BestInterests{Decider: "Kit Lane", Role: sdm.DecidesAttorney, Wishes: "To stay at home"}),
			[]string{"On 1 February 2026 we looked at this with you.", "Kit Lane is to decide for you. This is still open.", "To stay at home"}, []string{"decided for you:"}},
		"best interests": {steps("talk", nurse, sdm.CapacityAssessed{Found: sdm.Lacks, Support: []string{"Pictures"}, Because: "You were asleep"}, sdm.BestInterests{Decider: "Kit Lane", Role: sdm.DecidesAttorney, Outcome: "Stay at home", Because: "You always said so"}),
			[]string{"Kit Lane decided for you: Stay at home.", "You always said so"}, nil},
		"capacity regained": {steps("talk", nurse, sdm.CapacityAssessed{Found: sdm.Lacks, Support: []string{"Pictures"}, Because: "You were asleep"}, sdm.CapacityAssessed{Found: sdm.Has}),
			nil, []string{"we looked at this with you", "You were asleep"}},
		"letters in English": {steps("english", nurse, sdm.InformationNeed{Need: "english", Sort: sdm.NeedLanguage, Words: "English"}), nil, []string{"This letter is in English"}},
		"letters in Polish":  {steps("polish", nurse, sdm.InformationNeed{Need: "polish", Sort: sdm.NeedLanguage, Words: "Polish"}), []string{"You need this: Polish. This letter is in English."}, nil},
		"large print":        {steps("print", nurse, sdm.InformationNeed{Need: "large_print", Sort: sdm.NeedFormat}), []string{"You need this: large print. If your letter is not like that, please tell us."}, []string{"points"}},
		"in points": {steps("print", nurse, sdm.InformationNeed{Need: "large_print", Sort: sdm.NeedFormat, Words: "Letters of 18 points."}),
			[]string{"You need this: Letters of 18 points. We set this letter in print of 18 points. If your letter is not like that, please tell us."}, nil},
		"no longer in print": {append(steps("print", nurse, sdm.InformationNeed{Need: "large_print", Sort: sdm.NeedFormat}), steps("not", nurse, sdm.InformationNeed{Need: "large_print", Sort: sdm.NeedFormat, Ended: true})...), nil, []string{"large print"}},
		"choice left open": {steps("refer", nurse, sdm.ChoiceReferred{Referral: choice.Referral{}}, sdm.ChoiceOffered{Providers: []sdm.ProviderOffered{{ID: "north_wing"}}}, sdm.ChoiceMade{LeftOpen: true}),
			[]string{w.Choice.Unknown, "north wing", "On 1 February 2026 you said that you did not want to choose."}, []string{"you chose"}},
		"choice to come": {steps("refer", nurse, sdm.ChoiceReferred{Referral: choice.Referral{Made: date("2026-01-30")}}, sdm.ChoiceOffered{Providers: []sdm.ProviderOffered{{ID: "north"}}}), []string{w.Choice.Open}, nil},
		"not reached":    {steps("walks", worker, refer, community.Contacted{Outcome: community.NoContact, Attempts: 3, Way: community.WayPhone}), []string{w.Community.NotReached, "debt advice"}, []string{w.Community.Waiting}},
		"waiting":        {steps("walks", worker, refer), []string{w.Community.Waiting}, []string{w.Community.NotReached}},
		"declined at contact": {steps("walks", worker, refer, community.Declined{Instead: "A lunch club"}, community.Closed{Reason: community.PersonDeclined, MessageBack: []community.Back{{To: community.ToGP, Withheld: "You asked us not to"}, {To: community.ToReferrer, Says: "Closed", On: date("2026-02-01")}}}),
			[]string{"On 1 February 2026 you said no.", "A lunch club", "You asked us not to"}, nil},
		"support stopped":   {steps("offers", nurse, offered, support.Answered{Offer: "health_coaching", Answer: support.TakenUp}, support.Ended{Offer: "health_coaching", How: support.Stopped}), []string{"It stopped on 1 February 2026."}, []string{w.Support.Yes}},
		"support completed": {steps("offers", nurse, offered, support.Answered{Offer: "health_coaching", Answer: support.TakenUp}, support.Ended{Offer: "health_coaching", How: support.Completed}), []string{"You took part to the end"}, nil},
		"budget asked for":  {steps("money", nurse, asked), []string{w.Money.Waiting}, []string{"You have £"}},
		"budget indicated":  {steps("money", nurse, asked, budget.Indicated{Amount: budget.GBP(123_450), Period: wholeYear}), []string{w.Money.Waiting, "It may be about £1,234.50."}, []string{"You have £"}},
		"budget refused": {steps("money", nurse, asked, budget.Refused{What: budget.RefusedBudget, Reasons: []string{"It is too early"}, Notice: budget.Notice{Reconsideration: "Write to us in 30 days"}}),
			[]string{"On 1 February 2026 we said no to a budget.", "It is too early", "Write to us in 30 days"}, []string{w.Money.Waiting, w.Money.NotTold}},
		"budget stopped": {budgeted(asked, granted(), budget.Stopped{Ground: "ended", Reasons: []string{"You moved"}}),
			[]string{"The budget stops on 1 February 2026.", "You moved", w.Money.NotTold}, []string{"You have £"}},
		"direct payment stopped": {budgeted(asked, granted(), budget.Stopped{Mode: budget.Direct, Ground: "ended", From: date("2026-03-01"), Reasons: []string{"You asked for it"}}),
			[]string{"One part stops on 1 March 2026. It is this: the money is paid to you", "You have £500.00"}, nil},
		"budget reviewed": {budgeted(asked, granted(), budget.Reviewed{Why: budget.ReviewPlanned, Found: "It helps", Next: date("2026-05-01")}),
			[]string{"We looked at your budget again on 1 February 2026.", "It helps", "1 May 2026."}, nil},
		"plan declined":  {steps("plan", nurse, plan.Offered{Status: plan.Declined}), []string{w.Next.Declined}, []string{w.Next.None}},
		"plan undecided": {steps("plan", nurse, plan.Offered{Status: plan.Undecided}), []string{w.Next.Undecided}, nil},
		"plan ended":     {steps("plan", nurse, plan.Agreed{Version: small()}, plan.Ended{Reason: "You moved away"}), []string{"Your plan ended on 1 February 2026.", "You moved away"}, []string{"Walk"}},
		"plan in force":  {steps("plan", nurse, plan.Agreed{Version: small()}), []string{"We agreed on your plan on 1 February 2026.", "You do this. No day is set yet.", w.Next.NoActions}, nil},
		"consent taken back": {append(steps("yes", sdm.ByPerson, sdm.Consent{To: sdm.ToSharing, With: "family", Answer: sdm.Given}), steps("no", sdm.ByPerson, sdm.Consent{To: sdm.ToSharing, With: "family", Answer: sdm.Withdrawn})...),
			[]string{"On 1 February 2026 you took back your yes to this: we share your notes with your family."}, []string{"you said yes"}},
	} {
		t.Run(name, func(t *testing.T) {
			opened := event("talk", "2026-01-10", "", sdm.Together, sdm.Opened{Aid: "hip-osteoarthritis", Version: "1.0.0"})
			o := options(t)
			o.From = letter.Sender{}
			r := record(t, append([]sdm.Event{opened}, c.events...)...)
			l := write(t, r, o)
			traced(t, r, l)
			for _, text := range c.says {
				if !says(l, text) {
					t.Errorf("it does not say %q", text)
				}
			}
			for _, text := range c.saysNot {
				for line := range l.Lines() {
					if strings.Contains(line.Text, text) || strings.Contains(line.Label, text) {
						t.Errorf("it says %q in %q", text, line.Text)
					}
				}
			}
		})
	}
}

// small is a small version of a plan: a goal with an action, and one without.
func small() plan.Version {
	return plan.Version{Outcomes: []plan.Outcome{{ID: "o", Text: "Being outside"}}, Needs: []plan.Need{{ID: "n", Text: "Moving", Goals: []plan.Goal{
		{ID: "g", Text: "Get out more", Owner: person, Actions: []plan.Action{{ID: "a", What: "Walk", Who: person}}}, {ID: "h", Text: "Sleep", Owner: person},
	}}}}
}

// A day lies in the past only as of a day.
func TestWithoutADayNothingIsOverdue(t *testing.T) {
	r, o := record(t, rich()...), options(t)
	late := func(l letter.Letter) (n int) {
		for line := range l.Lines() {
			if strings.Contains(line.Text, letter.English().Again.Passed) {
				n++
			}
		}
		return n
	}
	if n := late(write(t, r, o)); n != 2 { // the swimming that is not done, and the visit
		t.Errorf("%d days have passed", n)
	}
	o.AsOf = date("2026-04-15")
	if n := late(write(t, r, o)); n != 0 { // a day has not passed while it lasts
		t.Errorf("%d days have passed on the day of the visit", n)
	}
	o.AsOf = letter.Options{}.AsOf
	if n := late(write(t, r, o)); n != 0 {
		t.Errorf("%d days have passed, as of no day", n)
	}
}

// A letter about a conversation leaves out what has nothing to do with it, and one since a day what was quiet since.
func TestWhatALetterIsAbout(t *testing.T) {
	r := record(t, rich()...)
	about, since := options(t), options(t)
	about.Talk, since.Since = "heart", date("2026-04-20")
	parts := func(l letter.Letter) (ids []string) {
		for _, p := range l.Parts {
			ids = append(ids, p.ID)
		}
		return ids
	}
	if got, want := parts(write(t, r, about)), []string{"address", "language", "talk", "matters", "options", "decision", "next", "again", "held", "ask", "wrong"}; !slices.Equal(got, want) {
		t.Errorf("about the heart: %v", got)
	}
	if got, want := parts(write(t, r, since)), []string{"address", "language", "matters", "next", "community", "again", "trouble", "speakers", "held", "ask", "wrong"}; !slices.Equal(got, want) {
		t.Errorf("since April: %v", got)
	}
}
