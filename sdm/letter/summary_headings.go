package letter

import (
	"slices"
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// heading is a heading of the standard in a summary, with what stands under it.
type heading struct {
	path, title string
	asked       Asked
	entries     []Entry
	under       []heading
}

// leaf is a heading with entries.
func leaf(path, title string, asked Asked, entries []Entry) heading {
	return heading{path: path, title: title, asked: asked, entries: entries}
}

// headings gives the four sections of the standard in its order. What has several of a kind has a heading for each; where there is none, the
// headings under it are left out, and it is missing itself.
func (s *Summary) headings() []heading {
	contacts := heading{path: "contacts_with_professionals", title: "Contacts with professionals", asked: Mandatory}
	for i := range s.Contacts {
		h := s.Contacts[i].heading(at(contacts.path, i))
		for k := range s.Contacts { // two of one day are told apart by what they were about
			if k != i && s.Contacts[k].On == s.Contacts[i].On && s.Contacts[i].Question != "" {
				h.title += ": " + s.Contacts[i].Question
				break
			}
		}
		contacts.under = append(contacts.under, h)
	}
	points := heading{path: "shared_decision_points", title: "Shared decision point", asked: Mandatory}
	for i := range s.Decisions {
		h := s.Decisions[i].heading(at(points.path, i))
		for k := range s.Decisions { // two over one question are told apart by the day of their conversation
			if s.Decisions[k].Talk != s.Decisions[i].Talk && s.Decisions[k].Question == s.Decisions[i].Question {
				h.title += s.begun(s.Decisions[i].Talk)
				break
			}
		}
		points.under = append(points.under, h)
	}
	return []heading{
		contacts,
		leaf("problem_list", "Problem list", Mandatory, s.Problems),
		points,
		leaf("consent_form_details", "Consent form details", Optional, s.ConsentForm),
	}
}

// begun says in brackets on which day a conversation began.
func (s *Summary) begun(talk string) string {
	for _, c := range s.Contacts {
		if c.Talk == talk {
			return " (" + c.On.Long() + ")"
		}
	}
	return ""
}

func at(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

func (c *Contact) heading(path string) heading {
	h := heading{path: path, title: "Contact of " + c.On.Long(), asked: Required}
	for _, l := range []heading{
		leaf("date", "Date and time: date", Mandatory, c.Date),
		leaf("time", "Date and time: time", Mandatory, c.Time),
		leaf("seen_by", "Seen by", Mandatory, c.SeenBy),
		leaf("responsible_professional", "Responsible professional", Mandatory, c.Responsible),
		leaf("location", "Location", Required, c.Location),
		leaf("accompanying_person", "Person accompanying", Required, c.Accompanying),
		leaf("interpreter", "Interpreter", Required, c.Interpreter),
		leaf("location_type", "Location type", Required, c.LocationType),
		leaf("contact_type", "Contact type", Required, c.Type),
		leaf("method", "Consultation method", Required, c.Method),
		leaf("specialty", "Specialty", Required, c.Specialty),
		leaf("others_present", "Others present", Required, c.Others),
		leaf("recording", "Recording of the contact", Required, c.Recording),
	} {
		l.path = path + "." + l.path
		h.under = append(h.under, l)
	}
	return h
}

func (d *Decision) heading(path string) heading {
	here := func(name, title string, asked Asked, entries []Entry) heading {
		return leaf(path+"."+name, title, asked, entries)
	}
	var tools []Entry
	for _, t := range d.Tools {
		tools = append(tools, t.Entry)
	}
	dialogue := heading{path: path + ".dialogue", title: "Decision dialogue", asked: Required, under: []heading{
		here("people_involved", "People involved", Required, d.People),
		here("agenda_of_patient", "Shared agenda: patient", Optional, d.Patient),
		here("agenda_of_clinician", "Shared agenda: clinician", Optional, d.Clinician),
		here("what_matters", "What matters to the person", Mandatory, d.Matters),
		d.options(path + ".options_discussed"),
		here("decision_support_tools", "Decision support tool", Required, tools),
	}}
	var status []Entry
	noted(&status, statusWords[d.Status], d.Talk)
	title := "Decision point"
	if !fault.Blank(d.Question) {
		title += ": " + d.Question
	}
	return heading{path: path, title: title, asked: Mandatory, under: []heading{
		here("status", "Status", Mandatory, status),
		here("pre_discussion_information", "Pre-discussion information", Optional, d.Before),
		dialogue,
		{path: path + ".recording", title: "Recording the decision", asked: Required, under: []heading{
			here("decision_entry", "Decision entry", Mandatory, d.Decided),
			here("planned_review", "Planned review", Required, d.Review),
		}},
		here("decision_issues", "Decision issues", Required, d.Issues),
		here("information_withheld", "Information withheld", Required, d.Withheld),
		here("sharing_delayed", "Sharing delayed", Optional, d.Delayed),
		here("actions_for_professionals", "Post-discussion actions for professionals", Optional, d.ForProfessionals),
		here("actions_for_person", "Post-discussion actions for the person or carer", Optional, d.ForPerson),
	}}
}

// options are the options discussed. The least of them is to take no action; it is missing where no option is known to be that.
func (d *Decision) options(path string) heading {
	var options []Option
	for _, o := range d.Options {
		o.Risks, o.Benefits = slices.Clone(o.Risks), slices.Clone(o.Benefits)
		options = append(options, o)
	}
	h := heading{path: path, title: "Options discussed", asked: Mandatory, entries: numbers(options)}
	nothing := false
	for i, o := range options {
		nothing = nothing || o.Nothing
		here := at(path, i)
		h.under = append(h.under, heading{path: here, title: "Option " + strconv.Itoa(i+1), asked: Mandatory, under: []heading{
			leaf(here+".option_entry", "Option entry", Mandatory, o.Entry),
			leaf(here+".risks", "Risks", Mandatory, o.Risks),
			leaf(here+".benefits", "Benefits", Mandatory, o.Benefits),
		}})
	}
	if !nothing && len(d.Options) > 0 {
		h.under = append(h.under, leaf(path+".take_no_action", "Option to do nothing or take no action", Mandatory, nil))
	}
	return h
}

// missing lists what is asked for and has nothing under it, in the order of the headings. under names the one of several that they are of.
func missing(all []heading, under string) []Missing {
	var found []Missing
	for _, h := range all {
		if h.lacks() {
			found = append(found, Missing{Path: h.path, Heading: h.title, Under: under, Asked: h.asked})
		}
		within := under
		if strings.HasSuffix(h.path, "]") {
			within = phrase.Joined(", ", under, h.title)
		}
		found = append(found, missing(h.under, within)...)
	}
	return found
}

// lacks tells whether the standard asks for something that is not there.
func (h *heading) lacks() bool {
	return h.asked != Optional && len(h.entries)+len(h.under) == 0
}
