package plan

import "github.com/whatmatters-care/whatmatters/schemas/day"

// Version is one version of a personalised care and support plan, the whole of it. It is a plain value; a Version that was
// given to a State must not be changed afterwards.
type Version struct {
	// About is what the person wants everybody to know.
	About AboutMe `json:"about_me,omitzero"`
	// Matters is what matters to the person now.
	Matters []Statement `json:"what_matters,omitempty"`
	// Strengths are what they and those around them bring.
	Strengths []Statement `json:"strengths,omitempty"`
	// Formulation is what the person and the professionals made of it together.
	Formulation []Statement `json:"formulation,omitempty"`
	// Needs are the needs, concerns and problems. They hold the goals, and those the actions.
	Needs []Need `json:"needs,omitempty"`
	// Outcomes are what the plan is to lead to. Goals name them.
	Outcomes []Outcome `json:"outcomes,omitempty"`
	// Contingency says what to do when things go wrong.
	Contingency []Contingency `json:"contingency,omitempty"`
	// Additional are other plans that belong to this one.
	Additional []Additional `json:"additional_plans,omitempty"`
	// Involved are those who had a part in the plan.
	Involved []Involved `json:"involved,omitempty"`
	// InvolvedBy is who decided who had a part in it, also where nobody else had one; empty where that is not known.
	InvolvedBy Role `json:"involved_decided_by,omitempty"`
	// Coordinator is whom the person can turn to.
	Coordinator Someone `json:"coordinator,omitzero"`
	// Shares lists with whom the plan is shared. What has an audience of its own is for that alone.
	Shares []Share `json:"shared_with,omitempty"`
	// AgreedWith is who agreed to it: the person or their representative, and professionals.
	AgreedWith []Agreement `json:"agreed_with,omitempty"`
	// Funding is where the money for care comes from, in words.
	Funding string `json:"funding,omitempty"`
	// Review says how the plan is looked at again.
	Review ReviewPlan `json:"review,omitzero"`
}

// AboutMe has the seven headings of the About Me standard, in its order.
type AboutMe struct {
	// Important is what is most important to the person.
	Important []Statement `json:"most_important,omitempty"`
	// People are the people who are important to them.
	People []Statement `json:"important_people,omitempty"`
	// Communication is how the person communicates, and how to communicate with them.
	Communication []Statement `json:"communication,omitempty"`
	// Wellness is how they are, well or unwell ("My wellness").
	Wellness []Statement `json:"wellness,omitempty"`
	// DoAndDoNot is what others should please do and please not do.
	DoAndDoNot []Statement `json:"do_and_do_not,omitempty"`
	// Support is how and when to support them.
	Support []Statement `json:"how_and_when_to_support,omitempty"`
	// AlsoKnow is what else is worth knowing about them.
	AlsoKnow []Statement `json:"also_worth_knowing,omitempty"`
	// SupportedBy is who helped to write it.
	SupportedBy Someone `json:"supported_by,omitzero"`
	// Updated is the day on which it was last changed.
	Updated day.Day `json:"updated,omitzero"`
}

// IsZero reports whether nothing is written there.
func (a AboutMe) IsZero() bool {
	for _, h := range a.headings() {
		if len(*h.statements) > 0 {
			return false
		}
	}
	return a.SupportedBy.IsZero() && a.Updated.IsZero()
}

// aboutHeading is one of the seven headings, by its key in JSON.
type aboutHeading struct {
	id         string
	statements *[]Statement
}

// headings gives the headings in the order of the standard.
func (a *AboutMe) headings() [7]aboutHeading {
	return [...]aboutHeading{
		{"most_important", &a.Important}, {"important_people", &a.People}, {"communication", &a.Communication},
		{"wellness", &a.Wellness}, {"do_and_do_not", &a.DoAndDoNot}, {"how_and_when_to_support", &a.Support},
		{"also_worth_knowing", &a.AlsoKnow},
	}
}

// Involved is somebody who had a part in making the plan.
type Involved struct {
	Someone
	// Part is what they did or are to do, in words.
	Part string `json:"part,omitempty"`
	// KeyWorker marks the professional who is the first to turn to in their field.
	KeyWorker bool `json:"key_worker,omitempty"`
}

// Agreement is somebody's agreement to the plan.
type Agreement struct {
	Someone
	// On is the day on which they agreed; left out, it is that of the event.
	On day.Day `json:"on,omitzero"`
}

// Share is a permission to see the plan, and who gave it.
type Share struct {
	// Audience is one word for a reader or a kind of reader, such as gp_practice, ambulance or family.
	Audience string `json:"audience"`
	// Who says in words who that is.
	Who string `json:"who,omitempty"`
	// AllowedBy is who allowed it: the person or their representative.
	AllowedBy Role `json:"allowed_by,omitempty"`
}

// ReviewPlan says how the plan is looked at again. The zero ReviewPlan says nothing of it.
type ReviewPlan struct {
	// Due is the day by which the next formal review is due.
	Due day.Day `json:"due,omitzero"`
	// Responsible is who sees to it.
	Responsible Someone `json:"responsible,omitzero"`
	// Informal says in words how the person can have the plan looked at in between.
	Informal string `json:"informal,omitempty"`
}

// IsZero reports whether nothing is said of reviews.
func (r ReviewPlan) IsZero() bool { return r == ReviewPlan{} }

// SharedWith reports whether the plan is shared with a reader. It always is with ForPerson.
func (v *Version) SharedWith(reader string) bool {
	if reader == ForPerson {
		return true
	}
	for _, s := range v.Shares {
		if s.Audience == reader {
			return true
		}
	}
	return false
}
