package choice

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// The ids of the four statements.
const (
	OptionsDiscussed    = "options_discussed"
	AlternativeOffered  = "alternative_offered"
	InformationProvided = "information_provided"
	TimeToConsider      = "time_to_consider"
)

// statements are what NHS England wants everyone treated by the NHS to be able to say, in the words in which it is published.
var statements = []struct{ id, text string }{
	{OptionsDiscussed, "I have discussed with my GP or healthcare professional the different options available to me."},
	{AlternativeOffered, "I was given the opportunity to choose a suitable alternative provider."},
	{InformationProvided, "Information to help me make my decisions was available and accessible for me."},
	{TimeToConsider, "I was given sufficient time to consider what was right for me."},
}

// Evidence is what is recorded of one choice. It is a plain value. nil means that nobody recorded it, and an empty list that there was
// nothing.
type Evidence struct {
	// Options are the ids of the options that were talked about, without that of no treatment.
	Options []string `json:"options"`
	// NoTreatment says whether having no treatment was talked about.
	NoTreatment *bool `json:"no_treatment,omitempty"`
	// ProvidersOffered are the ids of the suitable providers that the person could choose from.
	ProvidersOffered []string `json:"providers_offered"`
	// InformationNeeds are the formats and languages that the person needs, such as easy_read, and InformationGiven those that they got.
	InformationNeeds []string `json:"information_needs"`
	InformationGiven []string `json:"information_given"`
	// InformedOn is the day on which the information was given, and DecidedOn that of the decision.
	InformedOn day.Day `json:"informed_on,omitzero"`
	DecidedOn  day.Day `json:"decided_on,omitzero"`
	// TimeOffered says whether the person was offered time to think.
	TimeOffered *bool `json:"time_offered,omitempty"`
	// Said is what the person themselves said of the statements, by their ids.
	Said map[string]bool `json:"said,omitempty"`
}

// Statement is one of the four statements held against what is recorded.
type Statement struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	// State is Met where everything is recorded that it takes, NotMet where something is known to be missing, else Unknown.
	State policy.State `json:"state"`
	// Gaps name each thing that is missing.
	Gaps []Gap `json:"gaps,omitempty"`
	// Said is what the person said of it; nil where nobody asked them.
	Said *bool `json:"said,omitempty"`
	// Differs tells that the person says something else than the record. Their word is not overruled by it.
	Differs bool `json:"differs,omitempty"`
}

// Gap is one thing that a statement takes and that is missing.
type Gap struct {
	// Field is the name of the evidence in JSON.
	Field string `json:"field"`
	// Known tells that it is known to be missing; else nobody recorded it.
	Known bool `json:"known"`
	// Says says what is missing.
	Says string `json:"says"`
}

// Statements holds the four statements against what is recorded, in their order. It is no score: each statement stands for itself.
func Statements(e Evidence) []Statement {
	all := make([]Statement, len(statements))
	for i, s := range statements {
		all[i] = Statement{ID: s.id, Text: s.text, Gaps: e.gaps(s.id)}
		all[i].State = policy.Met
		for _, g := range all[i].Gaps {
			if g.Known {
				all[i].State = policy.NotMet
				break
			}
			all[i].State = policy.Unknown
		}
		if said, asked := e.Said[s.id]; asked {
			all[i].Said = &said
			all[i].Differs = said && all[i].State == policy.NotMet || !said && all[i].State == policy.Met
		}
	}
	return all
}

// gaps names what a statement takes and the record has not.
func (e Evidence) gaps(id string) []Gap {
	var g gaps
	switch id {
	case OptionsDiscussed:
		g.list("options", e.Options, "no option was talked about")
		g.truth("no_treatment", e.NoTreatment, "having no treatment was not talked about")
	case AlternativeOffered:
		g.list("providers_offered", e.ProvidersOffered, "no provider was offered")
	case InformationProvided:
		g.formats(e)
	case TimeToConsider:
		g.truth("time_offered", e.TimeOffered, "no time to think was offered")
		g.days(e)
	}
	return g
}

type gaps []Gap

func (g *gaps) add(field string, known bool, says string) { *g = append(*g, Gap{field, known, says}) }

func (g *gaps) list(field string, list []string, says string) {
	if list == nil {
		g.add(field, false, "not recorded")
	} else if !slices.ContainsFunc(list, func(s string) bool { return s != "" }) {
		g.add(field, true, says)
	}
}

func (g *gaps) truth(field string, v *bool, says string) {
	if v == nil {
		g.add(field, false, "not recorded")
	} else if !*v {
		g.add(field, true, says)
	}
}

// formats asks that every need is among what was given. No needs are met by any information.
func (g *gaps) formats(e Evidence) {
	if e.InformationNeeds == nil {
		g.add("information_needs", false, "nobody recorded what the person needs")
	}
	g.list("information_given", e.InformationGiven, "no information was given")
	if e.InformationGiven == nil {
		return
	}
	for _, need := range e.InformationNeeds {
		if !slices.Contains(e.InformationGiven, need) {
			g.add("information_given", true, fmt.Sprintf("nothing was given in %s", need))
		}
	}
}

// days asks that the information came no later than the decision.
func (g *gaps) days(e Evidence) {
	switch {
	case e.InformedOn.IsZero():
		g.add("informed_on", false, "not recorded")
	case e.DecidedOn.Before(e.InformedOn):
		g.add("informed_on", true, "the information came after the decision")
	}
	if e.DecidedOn.IsZero() {
		g.add("decided_on", false, "not recorded")
	}
}
