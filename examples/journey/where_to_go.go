package main

import (
	"slices"
	"strings"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

// referralFacts answer the questions of the rights about this referral.
var referralFacts = map[string]any{
	"referred_by": "gp", "referred_to": "consultant", "elective": true, "first_appointment": "consultant", "service": "none_of_these",
	"under_care": false, "missed": "none", "own_reason": "none", "clinical_decision": "none_of_these",
}

// qualifies are the answers of a provider with a contract that the law asks for.
func qualifies() map[string]any {
	return map[string]any{"clinically_appropriate": true, "standard_contract": true, "contract_covers_service": true, "contract_names_place": true,
		"contract_for_one_person": false, "commissioning_contract": true}
}

// providers are the places where a surgeon could see her, as somebody wrote them down in June. What is left out nobody knows.
func providers() []choice.Provider {
	n := rule.ValueOf
	contract := day.New(2025, time.April, 1)
	return []choice.Provider{
		{ID: "fennbridge_general", Name: "Fennbridge General", WaitWeeks: n(15), DistanceMiles: n(2), Quality: map[string]string{"cqc": "good"},
			Has: map[string]bool{"step_free": true, "hoist": true}, ContractFrom: contract, Facts: qualifies()},
		{ID: "saltmere_infirmary", Name: "Saltmere Infirmary", WaitWeeks: n(11), DistanceMiles: n(14), Quality: map[string]string{"cqc": "good"},
			Has: map[string]bool{"step_free": true, "hoist": true}, ContractFrom: contract, Facts: qualifies()},
		{ID: "rush_clinic", Name: "Upper Rush Clinic", WaitWeeks: n(6), DistanceMiles: n(22), Has: map[string]bool{"step_free": true},
			ContractFrom: contract, Facts: qualifies()},
		{ID: "new_hips", Name: "New Hips at the Station", WaitWeeks: n(4), DistanceMiles: n(1), Has: map[string]bool{"step_free": true, "hoist": false},
			ContractFrom: date(time.August, 1), Facts: qualifies()},
	}
}

// whereToGo is June: the rights to choose on that day, a shortlist by what matters to her, her choice, and whether it was one.
func whereToGo(t *teller) {
	june, decided := date(time.June, 16), date(time.June, 22)
	t.chapter("June: where to go (enabling choice)")
	referral := choice.Referral{Made: june, Facts: referralFacts}
	t.say("%s. %s, her GP, refers her to a surgeon. May she choose where? Nobody has asked yet whether one of the exceptions is about her:",
		june.Long(), gp.Name)
	t.rights(referral, june, "first_outpatient_provider")
	t.knows(`"legal_status": "none_of_these",`, june)
	t.say("Dr Osei asks. None of them is.")
	found := t.rights(referral, june, "first_outpatient_provider", "first_outpatient_team")
	t.ids.referral = t.note(june, gp, "", sdm.ChoiceReferred{Referral: referral, Decision: t.ids.surgery, Actions: []string{"surgeon"}})

	t.heading("The shortlist, by what matters to her")
	t.say("%s", wished(wishes()))
	list := t.shortlist("qualifying_contract", choice.Search{Referral: referral, Providers: providers(), Law: t.providers, Right: "may_be_chosen",
		AsOf: june, Wishes: wishes()})
	t.note(june, gp, t.ids.referral, sdm.ChoiceOffered{Providers: sdm.ProvidersOffered(list), Rights: t.found(found)})
	made := sdm.ChoiceMade{Provider: "fennbridge_general", Reasons: []string{"Nell can come in her lunch hour", "They have a hoist"}}
	t.note(decided, sdm.ByPerson, t.ids.referral, made)
	t.say("%s. She takes six days over it and chooses Fennbridge General: “%s.”", decided.Long(), strings.Join(made.Reasons, ". "))
	referral.Received = date(time.June, 17)
	t.note(decided, gp, t.ids.referral, sdm.ChoiceReferred{Referral: referral})
	clock := referral.Clock(choice.EighteenWeeks, decided)
	t.point("the clock of the law on waiting runs since %s, and its last day is %s", clock.Start.Long(), clock.LastDay.Long())

	t.heading("Was it a choice? The four statements that everybody should be able to say")
	yes := true
	evidence := choice.Evidence{Options: []string{"replacement", "exercise"}, ProvidersOffered: offeredIDs(list), InformationNeeds: []string{"large_print"},
		InformationGiven: []string{"large_print"}, InformedOn: june, DecidedOn: decided, TimeOffered: &yes}
	before := t.attest(evidence, decided)
	for _, s := range before {
		t.statement(s)
	}
	evidence.NoTreatment = &yes
	t.say("They had talked about carrying on as now, and nobody had ticked it. It is put right:")
	for i, s := range t.attest(evidence, decided) {
		if s.State != before[i].State {
			t.statement(s)
		}
	}
}

// wishes are what matters to her about a hospital.
func wishes() []choice.Wish {
	return []choice.Wish{
		choice.With("step_free").Needed().Saying("I come on wheels"),
		choice.With("hoist").Matters(80).Saying("Nobody lifts me by the arms"),
		choice.DistanceAtMost(5).Matters(60).Saying("Nell can come in her lunch hour"),
		choice.WaitAtMost(12).Matters(40).Saying("Before Ivy is too big for my lap"),
	}
}

// wished puts wishes into her words.
func wished(wishes []choice.Wish) string {
	var said []string
	for _, w := range wishes {
		said = append(said, phrase.Spoken(strings.TrimPrefix(w.About, "has."))+", “"+w.Says+"”")
	}
	return "What she asks of a hospital: " + strings.Join(said, "; ") + "."
}

// rights finds what the law of choice and of waiting says of the referral on a day, prints some of the rights, and gives those.
func (t *teller) rights(referral choice.Referral, on day.Day, ids ...string) (picked []policy.Finding) {
	found, err := choice.Rights(referral, t.who, on, t.choice, t.waiting)
	t.keep(err)
	for i, f := range found {
		if !slices.Contains(ids, f.ID) {
			continue
		}
		of := &t.choice.Definition().Header
		if i >= t.choice.Set().Len() {
			of = &t.waiting.Definition().Header
		}
		t.finding(of, f)
		picked = append(picked, f)
	}
	return picked
}

// found puts rights that were picked into the form in which the record keeps them, with the document of each.
func (t *teller) found(picked []policy.Finding) []sdm.RightFound {
	rights, err := sdm.RightsFound(picked, t.choice, t.waiting)
	t.keep(err)
	return rights
}

// mayBeChosen says whether the law lets a provider be chosen.
var mayBeChosen = map[policy.State]string{
	policy.Met: "which may be chosen", policy.NotMet: "which may not be chosen", policy.Unknown: "of which nobody knows whether it may be chosen",
}

// shortlist prints providers beside what she wished for. reason is the criterion that says why one may not be chosen;
// it is empty where the right itself says enough.
func (t *teller) shortlist(reason string, search choice.Search) []choice.Listed {
	list, err := choice.Shortlist(search)
	t.keep(err)
	of := &search.Law.Definition().Header
	for i := range search.Law.Set().Len() {
		if c := search.Law.Set().Criterion(i); c.ID == search.Right {
			t.say("%s %s", c.Because, t.ground(of, c.Basis, c.Source))
		}
	}
	for _, one := range list {
		var wishes []string
		for _, w := range one.Wishes {
			wishes = append(wishes, phrase.Spoken(strings.TrimPrefix(w.About, "has."))+" "+phrase.Spoken(w.State.String()))
		}
		t.point("%d. %s, %s: %s", one.Place, one.Name, mayBeChosen[one.May], strings.Join(wishes, ", "))
		for _, f := range one.Findings {
			if f.ID == reason && f.State == policy.NotMet {
				t.sub("%s %s", f.Because, t.ground(of, f.Basis, f.Source))
			}
		}
	}
	return list
}

func offeredIDs(list []choice.Listed) (ids []string) {
	for _, one := range sdm.ProvidersOffered(list) {
		ids = append(ids, one.ID)
	}
	return ids
}

// attest notes what is recorded of the choice, and holds the statements against it.
func (t *teller) attest(evidence choice.Evidence, on day.Day) []choice.Statement {
	t.note(on, nurse, t.ids.referral, sdm.ChoiceAttested{Evidence: evidence})
	found, err := choice.Statements(t.statements, evidence)
	t.keep(err)
	return found
}

// statement prints one statement with what is missing.
func (t *teller) statement(s choice.Statement) {
	t.point("%s: %s %s", s.State, s.Text, t.ground(&t.statements.Definition().Header, s.Basis, s.Source))
	for _, gap := range s.Gaps {
		t.sub("missing: %s, %s. What to do: %s", phrase.Spoken(gap.Field), gap.Says, s.NextStep)
	}
}
