package choice_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

// attested is evidence with nothing missing.
func attested() choice.Evidence {
	return choice.Evidence{
		Options: []string{"hip_replacement"}, NoTreatment: yes(), ProvidersOffered: []string{"rk5", "rx1"},
		InformationNeeds: []string{"easy_read"}, InformationGiven: []string{"easy_read", "video"},
		InformedOn: on("2026-03-02"), DecidedOn: on("2026-03-02"), TimeOffered: yes(),
	}
}

func statements(t testing.TB, w world, e choice.Evidence) []choice.Statement {
	t.Helper()
	all, err := choice.Statements(w.said, e)
	if err != nil {
		t.Error(err)
	}
	return all
}

func TestStatements(t *testing.T) {
	w := shipped(t)
	for _, c := range []struct {
		name   string
		change func(*choice.Evidence)
		want   string // the states, and the fields that are missing
	}{
		{"nothing is missing", func(*choice.Evidence) {}, "met met met met"},
		{"nothing is recorded", func(e *choice.Evidence) { *e = choice.Evidence{} },
			"unknown unknown unknown unknown options? no_treatment? providers_offered? information_needs? information_given? time_offered? informed_on? decided_on?"},
		{"no treatment was not an option", func(e *choice.Evidence) { e.NoTreatment = no() }, "not_met met met met no_treatment"},
		{"no other option", func(e *choice.Evidence) { e.Options = []string{} }, "not_met met met met options"},
		{"an option without a name is none", func(e *choice.Evidence) { e.Options = []string{""} }, "not_met met met met options"},
		{"an option of blanks is none", func(e *choice.Evidence) { e.Options = []string{" "} }, "not_met met met met options"},
		{"a format in capitals", func(e *choice.Evidence) { e.InformationNeeds = []string{"Easy_Read"} }, "met met met met"},
		{"a need of blanks says nothing", func(e *choice.Evidence) { e.InformationNeeds = []string{" "} }, "met met unknown met information_needs?"},
		{"one need of blanks among others", func(e *choice.Evidence) { e.InformationNeeds = []string{"", "easy_read"} }, "met met met met"},
		{"one gap is known and one is not", func(e *choice.Evidence) { e.NoTreatment, e.Options = nil, []string{} }, "not_met met met met options no_treatment?"},
		{"no provider", func(e *choice.Evidence) { e.ProvidersOffered = []string{} }, "met not_met met met providers_offered"},
		{"a format that was not given", func(e *choice.Evidence) { e.InformationNeeds = []string{"easy_read", "bsl", "large_print"} }, "met met not_met met information_given information_given"},
		{"no needs", func(e *choice.Evidence) { e.InformationNeeds = []string{} }, "met met met met"},
		{"no information", func(e *choice.Evidence) { e.InformationNeeds, e.InformationGiven = []string{}, []string{} }, "met met not_met met information_given"},
		{"nobody asked for the needs", func(e *choice.Evidence) { e.InformationNeeds = nil }, "met met unknown met information_needs?"},
		{"decided a day too early", func(e *choice.Evidence) { e.DecidedOn = on("2026-03-01") }, "met met met not_met informed_on"},
		{"informed in a year that cannot be", func(e *choice.Evidence) { e.InformedOn = on("0001-03-02") }, "met met met unknown informed_on?"},
		{"not decided yet", func(e *choice.Evidence) { e.DecidedOn = day.Day{} }, "met met met unknown decided_on?"},
		{"no time", func(e *choice.Evidence) { e.TimeOffered = no() }, "met met met not_met time_offered"},
	} {
		e := attested()
		c.change(&e)
		var states, gaps []string
		for _, s := range statements(t, w, e) {
			states = append(states, s.State.String())
			for _, g := range s.Gaps {
				mark := "?"
				if g.Known {
					mark = ""
				}
				gaps = append(gaps, g.Field+mark)
				if g.Says == "" {
					t.Errorf("%s: %s says nothing", c.name, g.Field)
				}
			}
		}
		if all := e.Gaps(); len(all) != len(gaps) {
			t.Errorf("%s: the evidence has the gaps %v, and the statements %v", c.name, all, gaps)
		}
		if got := strings.Join(append(states, gaps...), " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		src, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		var again choice.Evidence
		if err := json.Unmarshal(src, &again); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(e, again); diff != "" {
			t.Error(diff)
		}
	}
}

func TestThePersonsOwnWordStands(t *testing.T) {
	w := shipped(t)
	e := attested()
	e.ProvidersOffered = []string{}
	e.Said = map[string]bool{"options_discussed": false, "alternative_offered": true, "time_to_consider": true}
	var got []string
	for _, s := range statements(t, w, e) {
		said := "not asked"
		if s.Said != nil {
			said = fmt.Sprint(*s.Said)
		}
		got = append(got, fmt.Sprintf("%s %v said %s differs %v", s.ID, s.State, said, s.Differs))
	}
	want := []string{
		"options_discussed met said false differs true", "alternative_offered not_met said true differs true",
		"information_provided met said not asked differs false", "time_to_consider met said true differs false",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestDaysOfEvidenceThatCannotBeRight(t *testing.T) {
	e := attested()
	e.InformedOn, e.DecidedOn = on("0001-03-02"), today.Add(1)
	if diff := cmp.Diff([]string{"/decided_on answer-day-future", "/informed_on answer-day-impossible"}, codesOf(t, e.Check(today))); diff != "" {
		t.Error(diff)
	}
	if e = attested(); e.Check(today) != nil || e.Check(day.Day{}) != nil {
		t.Error(e.Check(today))
	}
}

func FuzzEvidence(f *testing.F) {
	f.Add([]byte(`{"options": ["a"], "no_treatment": true, "providers_offered": [], "information_needs": ["bsl"], "information_given": ["bsl", ""]}`))
	f.Add([]byte(`{"options": null, "informed_on": "2026-03-02", "decided_on": "2026-03-01", "said": {"time_to_consider": false, "x": true}}`))
	w := shipped(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		var e, again choice.Evidence
		if json.Unmarshal(src, &e) != nil {
			return
		}
		all, err := choice.Statements(w.said, e)
		codesOf(t, err)
		for _, s := range all {
			known := slices.ContainsFunc(s.Gaps, func(g choice.Gap) bool { return g.Known })
			if (s.State == policy.Met) != (len(s.Gaps) == 0) || (s.State == policy.NotMet) != known {
				t.Errorf("%+v", s)
			}
		}
		written, err := json.Marshal(e)
		if err != nil || json.Unmarshal(written, &again) != nil {
			t.Fatalf("%s: %v", written, err)
		}
		same, err := choice.Statements(w.said, again)
		if diff := cmp.Diff(all, same); diff != "" {
			t.Errorf("%s %v", diff, err)
		}
	})
}

func TestStatementsSayWhereTheyStand(t *testing.T) {
	w := shipped(t)
	e := attested()
	e.TimeOffered = no()
	for i, s := range statements(t, w, e) {
		if s.Basis != "guidance" || s.Source == nil || (s.NextStep == "") != (s.State == policy.Met) || s.Text != w.said.Definition().Criteria[i].Title {
			t.Errorf("%+v", s)
		}
	}
	e.Said = map[string]bool{"time_to_think": true, "time_to_consider": true}
	all, err := choice.Statements(w.said, e)
	if diff := cmp.Diff([]string{"/said/time_to_think answer-unknown-statement"}, codesOf(t, err)); diff != "" {
		t.Error(diff)
	}
	if len(all) != 4 || all[3].Said == nil || !all[3].Differs {
		t.Errorf("%+v", all)
	}
}

// TestAStatementMayBeMetInAnotherWay holds that a document of one's own decides what a statement takes.
func TestAStatementMayBeMetInAnotherWay(t *testing.T) {
	p, err := choice.Load("ours.yaml", []byte(`
kind: choice-rights
id: ours
version: 1.0.0
title: Our statements
facts:
  - {id: no_treatment_discussed, ask: "Was having no treatment talked about?", answer: yes_no}
  - {id: suitable_providers_offered, ask: "Was a provider offered?", answer: yes_no}
criteria:
  - {id: heard, title: I was heard., when: no_treatment_discussed or suitable_providers_offered, basis: local}
cases:
  - {name: a blank, given: {}, expect: {heard: unknown}}
`))
	if err != nil {
		t.Fatal(err)
	}
	for want, e := range map[string]choice.Evidence{
		"met []": {NoTreatment: yes(), ProvidersOffered: []string{}},
		"not_met [{no_treatment true having no treatment was not talked about} {providers_offered true no provider was offered}]": {NoTreatment: no(), ProvidersOffered: []string{}},
		"unknown [{no_treatment true having no treatment was not talked about} {providers_offered false not recorded}]":           {NoTreatment: no()},
	} {
		all, err := choice.Statements(p, e)
		if got := fmt.Sprint(all[0].State, " ", all[0].Gaps); got != want || err != nil {
			t.Errorf("%s, want %s; %v", got, want, err)
		}
	}
}

// TestStatementsWithLessKnown holds that a blank never turns yes into no.
func TestStatementsWithLessKnown(t *testing.T) {
	w := shipped(t)
	full := statements(t, w, attested())
	for i, blank := range []func(*choice.Evidence){
		func(e *choice.Evidence) { e.Options = nil }, func(e *choice.Evidence) { e.NoTreatment = nil },
		func(e *choice.Evidence) { e.ProvidersOffered = nil }, func(e *choice.Evidence) { e.InformationNeeds = nil },
		func(e *choice.Evidence) { e.InformationGiven = nil }, func(e *choice.Evidence) { e.InformedOn = day.Day{} },
		func(e *choice.Evidence) { e.DecidedOn = day.Day{} }, func(e *choice.Evidence) { e.TimeOffered = nil },
	} {
		e := attested()
		blank(&e)
		changed := 0
		for k, s := range statements(t, w, e) {
			if s.State == policy.NotMet {
				t.Errorf("%d: %+v", i, s)
			}
			if s.State != full[k].State {
				changed++
			}
		}
		if changed != 1 {
			t.Errorf("%d: %d statements changed", i, changed)
		}
	}
}
