package choice

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// Evidence is what is recorded of one choice. It is a plain value. What is nil was recorded by nobody, and an empty list says
// that there was nothing: null and [] in JSON.
type Evidence struct {
	// Options are the ids of the options that were talked about, without that of no treatment.
	Options []string `json:"options"`
	// NoTreatment says whether having no treatment was talked about.
	NoTreatment *bool `json:"no_treatment,omitempty"`
	// ProvidersOffered are the ids of the suitable providers that the person could choose from.
	ProvidersOffered []string `json:"providers_offered"`
	// InformationNeeds are the formats and languages that the person needs, such as easy_read.
	InformationNeeds []string `json:"information_needs"`
	// InformationGiven are the formats and languages in which they got the information. Upper and lower case are one.
	InformationGiven []string `json:"information_given"`
	// InformedOn is the day on which the information was given.
	InformedOn day.Day `json:"informed_on,omitzero"`
	// DecidedOn is the day of the decision.
	DecidedOn day.Day `json:"decided_on,omitzero"`
	// TimeOffered says whether the person was offered time to think.
	TimeOffered *bool `json:"time_offered,omitempty"`
	// Said is what the person themselves said of the statements, by their ids: true for a yes.
	Said question.Told[string, bool] `json:"said,omitempty"`
}

// Check names everything about the days of the evidence that cannot be right as of a day; without a day nothing is held against it. The
// error is a diag.List whose paths are /informed_on and /decided_on. That the information came too late is no fault, and left to Gaps.
func (e Evidence) Check(asOf day.Day) error {
	i := inspection{asOf: asOf}
	i.possible("/informed_on", &e.InformedOn, true)
	i.possible("/decided_on", &e.DecidedOn, true)
	return i.faults.Err()
}

// Gap is one thing that is missing from the evidence.
type Gap struct {
	// Field is the name of the evidence in JSON.
	Field string `json:"field"`
	// Known tells that it is known to be missing; else nobody recorded it.
	Known bool `json:"known"`
	// Says says what is missing.
	Says string `json:"says"`
}

// evidenced are the facts that follow from evidence, by their ids in documents, in the order of Evidence.Gaps.
var evidenced = []string{
	"other_options_discussed", "no_treatment_discussed", "suitable_providers_offered", "information_as_needed", "time_to_think_offered",
	"informed_before_deciding",
}

// Gaps names everything that is missing from the evidence, whether or not a statement asks for it; nil where nothing is.
func (e Evidence) Gaps() []Gap {
	var g gaps
	for _, id := range evidenced {
		g.of(id, e)
	}
	return g
}

// fact works out the answer to one fact, or nil where it is not known.
func (e Evidence) fact(id string) any {
	var g gaps
	switch g.of(id, e); {
	case !slices.Contains(evidenced, id):
		return nil
	case slices.ContainsFunc(g, func(gap Gap) bool { return gap.Known }):
		return false
	case len(g) > 0:
		return nil
	default:
		return true
	}
}

type gaps []Gap

// of adds what keeps one fact from being a yes.
func (g *gaps) of(id string, e Evidence) {
	switch id {
	case "other_options_discussed":
		g.list("options", e.Options, "no option was talked about")
	case "no_treatment_discussed":
		g.truth("no_treatment", e.NoTreatment, "having no treatment was not talked about")
	case "suitable_providers_offered":
		g.list("providers_offered", e.ProvidersOffered, "no provider was offered")
	case "information_as_needed":
		g.formats(e)
	case "time_to_think_offered":
		g.truth("time_offered", e.TimeOffered, "no time to think was offered")
	case "informed_before_deciding":
		g.days(e)
	}
}

func (g *gaps) add(field string, known bool, says string) { *g = append(*g, Gap{field, known, says}) }

// named tells whether an entry of a list says anything.
func named(entry string) bool { return !fault.Blank(entry) }

func (g *gaps) list(field string, list []string, says string) {
	if list == nil {
		g.add(field, false, "not recorded")
	} else if !slices.ContainsFunc(list, named) {
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
	if e.InformationNeeds == nil || len(e.InformationNeeds) > 0 && !slices.ContainsFunc(e.InformationNeeds, named) {
		g.add("information_needs", false, "nobody recorded what the person needs")
	}
	g.list("information_given", e.InformationGiven, "no information was given")
	if e.InformationGiven == nil {
		return
	}
	for _, need := range e.InformationNeeds {
		if named(need) && !among(need, e.InformationGiven) {
			g.add("information_given", true, fmt.Sprintf("nothing was given in %.80s", need))
		}
	}
}

// days asks that the information came no later than the decision. A day in a year that cannot be counts as not recorded.
func (g *gaps) days(e Evidence) {
	var i inspection
	i.possible("/informed_on", &e.InformedOn, false)
	i.possible("/decided_on", &e.DecidedOn, false)
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
