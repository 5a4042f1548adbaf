package letter

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// The standard of a Summary: Shared Decision Making, version 1.0, of the Professional Record Standards Body.
const (
	Standard        = "PRSB Shared Decision Making"
	StandardVersion = "1.0"
	// Notice is what has to stand beside the headings.
	Notice = "The headings are those of the PRSB standard Shared Decision Making v1.0. From 1 January 2026 PRSB standards are owned by NHS England and can be reused under the Open Government Licence v3.0."
)

// Clinical says what a summary is to be about, and what of it the record does not hold.
type Clinical struct {
	// Options are those of a letter. To, From and Words are not used.
	Options
	// Reader is who is to read it, in the words of audiences, such as gp_practice. The empty reader sees what everybody may see.
	Reader string
	// Problems is the problem list. The record has none, and the standard makes it mandatory.
	Problems []string
	// Contact is what the record does not hold of the contacts. It is written down for each of them.
	Contact ContactDetails
	// ConsentForm says where a signed form is kept.
	ConsentForm string
}

// ContactDetails are what a host knows of a contact. Each may be empty.
type ContactDetails struct {
	Time, SeenBy, Responsible, Location, LocationType, Type, Method, Specialty string
}

// Summary is what professionals need to know of shared decisions, under the headings of the standard. It is a plain value that encodes
// to stable JSON and decodes again; Page writes it out. What nobody recorded is left out of the JSON, and stands in Missing where the
// standard asks for it.
type Summary struct {
	Standard string `json:"standard"`
	Version  string `json:"version"`
	Notice   string `json:"notice"`
	// Reader is for whom it is. On, Talk and Since are as in Options.
	Reader string  `json:"reader,omitempty"`
	On     day.Day `json:"on,omitzero"`
	Talk   string  `json:"talk,omitempty"`
	Since  day.Day `json:"since,omitzero"`

	Contacts    []Contact  `json:"contacts_with_professionals,omitempty"`
	Problems    []Entry    `json:"problem_list,omitempty"`
	Decisions   []Decision `json:"shared_decision_points,omitempty"`
	ConsentForm []Entry    `json:"consent_form_details,omitempty"`
	// Elsewhere says what of the whole record the reader is not shown.
	Elsewhere []Entry `json:"not_shown,omitempty"`
	// Missing is everything that the standard asks for and nobody recorded, in the order of the headings.
	Missing []Missing `json:"missing,omitempty"`
}

// Entry is what stands under a heading, with what it rests on as in Line.
type Entry struct {
	Text string `json:"text"`
	// Notes are what of the text has to be known of a number in it, and end the text. A page says once what is true of all numbers.
	Notes  []string `json:"notes,omitempty"`
	From   Basis    `json:"from"`
	Events []string `json:"events,omitempty"`
}

// Contact is a day of a conversation.
type Contact struct {
	Talk string  `json:"talk"`
	On   day.Day `json:"on"`
	// Question is what was to be decided.
	Question     string  `json:"question,omitempty"`
	Date         []Entry `json:"date,omitempty"`
	Time         []Entry `json:"time,omitempty"`
	SeenBy       []Entry `json:"seen_by,omitempty"`
	Responsible  []Entry `json:"responsible_professional,omitempty"`
	Location     []Entry `json:"location,omitempty"`
	Accompanying []Entry `json:"accompanying_person,omitempty"`
	Interpreter  []Entry `json:"interpreter,omitempty"`
	LocationType []Entry `json:"location_type,omitempty"`
	Type         []Entry `json:"contact_type,omitempty"`
	Method       []Entry `json:"method,omitempty"`
	Specialty    []Entry `json:"specialty,omitempty"`
	Others       []Entry `json:"others_present,omitempty"`
	Recording    []Entry `json:"recording,omitempty"`
}

// Status is how a shared decision point stands.
type Status string

// The states of a shared decision point. One that nothing was decided of is in progress, the default of the standard.
const (
	InProgress Status = "in_progress"
	Valid      Status = "valid"
	Cancelled  Status = "cancelled"
)

// Decision is a shared decision point: a conversation with what came of it. A decision that a later word took back, in the conversation or in
// a later one over the same aid, is Cancelled, and the later one is a point of its own.
type Decision struct {
	Talk string `json:"talk"`
	// Question is what was to be decided.
	Question string `json:"question,omitempty"`
	// Status is empty where what this reader is not shown, or what could not be read, may have decided otherwise.
	Status Status  `json:"status,omitempty"`
	Before []Entry `json:"pre_discussion_information,omitempty"`
	// The decision dialogue.
	People    []Entry  `json:"people_involved,omitempty"`
	Patient   []Entry  `json:"agenda_of_patient,omitempty"`
	Clinician []Entry  `json:"agenda_of_clinician,omitempty"`
	Matters   []Entry  `json:"what_matters,omitempty"`
	Options   []Option `json:"options_discussed,omitempty"`
	Tools     []Tool   `json:"decision_support_tools,omitempty"`
	// The decision itself.
	Decided []Entry `json:"decision_entry,omitempty"`
	Review  []Entry `json:"planned_review,omitempty"`
	Issues  []Entry `json:"decision_issues,omitempty"`
	// Withheld says what is withheld from the person, why, and on whose advice; Delayed what is only told later.
	Withheld []Entry `json:"information_withheld,omitempty"`
	Delayed  []Entry `json:"sharing_delayed,omitempty"`
	// What is to be done.
	ForProfessionals []Entry `json:"actions_for_professionals,omitempty"`
	ForPerson        []Entry `json:"actions_for_person,omitempty"`
}

// Option is an option that was gone through.
type Option struct {
	ID    string  `json:"id"`
	Entry []Entry `json:"option_entry,omitempty"`
	// Nothing tells that it is to do nothing or to wait, which the standard wants among the options.
	Nothing  bool    `json:"take_no_action,omitempty"`
	Risks    []Entry `json:"risks,omitempty"`
	Benefits []Entry `json:"benefits,omitempty"`
}

// Tool is a decision aid that was used. Its digest names the very text, see decisionaid.
type Tool struct {
	Entry
	Aid     string `json:"aid,omitempty"`
	Version string `json:"version,omitempty"`
	Digest  string `json:"digest,omitempty"`
}

// Asked is how the standard asks for something.
type Asked string

// How the standard asks for something.
const (
	Mandatory Asked = "mandatory"
	Required  Asked = "required" // to be sent where it is known
	Optional  Asked = "optional"
)

// Missing is something that the standard asks for and nobody recorded, as far as the reader is shown the record: see Summary.Elsewhere.
type Missing struct {
	// Path leads to it in the JSON of the summary, Heading is its heading, and Under the contact, decision point or option that lacks it;
	// empty where the summary as a whole does.
	Path    string `json:"path"`
	Heading string `json:"heading"`
	Under   string `json:"under,omitempty"`
	Asked   Asked  `json:"asked"`
}

// Summarise writes the summary of the conversations of a record for a professional. The record is best the whole one: the reader gets what
// audiences allow, and learns why something is withheld from the person only where they may see it themselves. The error is ErrTalk.
func Summarise(record sdm.Record, c Clinical) (Summary, error) {
	c.Words = Words{}
	a, err := accountOf(record, c.Reader, c.Options)
	if err != nil {
		return Summary{}, err
	}
	m := maker{account: a, c: c, law: withholdings(record)}
	for _, t := range a.story.Plans {
		m.goals = append(m.goals, t.State.Goals())
	}
	s := Summary{Standard: Standard, Version: StandardVersion, Notice: Notice, Reader: c.Reader, On: c.AsOf, Talk: c.Talk, Since: c.Since}
	for _, problem := range c.Problems {
		s.Problems = append(s.Problems, told(problem)...)
	}
	for _, talk := range a.conversations() {
		s.Contacts = append(s.Contacts, m.contacts(talk)...)
		s.Decisions = append(s.Decisions, m.decisions(talk)...)
	}
	s.ConsentForm = told(c.ConsentForm)
	s.Elsewhere = m.elsewhere()
	s.Missing = missing(s.headings(), "")
	return s, nil
}
