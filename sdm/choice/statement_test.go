package choice_test

import (
	"encoding/json"
	"fmt"
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

func TestStatements(t *testing.T) {
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
		{"one gap is known and one is not", func(e *choice.Evidence) { e.NoTreatment, e.Options = nil, []string{} }, "not_met met met met options no_treatment?"},
		{"no provider", func(e *choice.Evidence) { e.ProvidersOffered = []string{} }, "met not_met met met providers_offered"},
		{"a format that was not given", func(e *choice.Evidence) { e.InformationNeeds = []string{"easy_read", "bsl", "large_print"} }, "met met not_met met information_given information_given"},
		{"no needs", func(e *choice.Evidence) { e.InformationNeeds = []string{} }, "met met met met"},
		{"no information", func(e *choice.Evidence) { e.InformationNeeds, e.InformationGiven = []string{}, []string{} }, "met met not_met met information_given"},
		{"nobody asked for the needs", func(e *choice.Evidence) { e.InformationNeeds = nil }, "met met unknown met information_needs?"},
		{"decided a day too early", func(e *choice.Evidence) { e.DecidedOn = on("2026-03-01") }, "met met met not_met informed_on"},
		{"not decided yet", func(e *choice.Evidence) { e.DecidedOn = day.Day{} }, "met met met unknown decided_on?"},
		{"no time", func(e *choice.Evidence) { e.TimeOffered = no() }, "met met met not_met time_offered"},
	} {
		e := attested()
		c.change(&e)
		var states, gaps []string
		for _, s := range choice.Statements(e) {
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
	e := attested()
	e.ProvidersOffered = []string{}
	e.Said = map[string]bool{choice.OptionsDiscussed: false, choice.AlternativeOffered: true, choice.TimeToConsider: true}
	var got []string
	for _, s := range choice.Statements(e) {
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

// TestStatementsWithLessKnown holds that a blank never turns yes into no.
func TestStatementsWithLessKnown(t *testing.T) {
	full := choice.Statements(attested())
	for i, blank := range []func(*choice.Evidence){
		func(e *choice.Evidence) { e.Options = nil }, func(e *choice.Evidence) { e.NoTreatment = nil },
		func(e *choice.Evidence) { e.ProvidersOffered = nil }, func(e *choice.Evidence) { e.InformationNeeds = nil },
		func(e *choice.Evidence) { e.InformationGiven = nil }, func(e *choice.Evidence) { e.InformedOn = day.Day{} },
		func(e *choice.Evidence) { e.DecidedOn = day.Day{} }, func(e *choice.Evidence) { e.TimeOffered = nil },
	} {
		e := attested()
		blank(&e)
		changed := 0
		for k, s := range choice.Statements(e) {
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
