package letter

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/community"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// option gives the name of an option: that of the aid, or its id.
func (o *Options) option(opened sdm.Opened, id string) string {
	if def := o.definition(opened); def != nil {
		for _, option := range def.Options {
			if option.ID == id {
				return option.Label
			}
		}
	}
	return phrase.Spoken(id)
}

// value gives the name of something that the aid asks about.
func (o *Options) value(opened sdm.Opened, id string) string {
	def := o.definition(opened)
	if def == nil {
		return phrase.Spoken(id)
	}
	for _, v := range def.Values {
		if v.ID != id {
			continue
		}
		if v.Label != "" {
			return v.Label
		}
		for _, outcome := range def.Outcomes {
			if outcome.ID == v.About {
				return outcome.Label
			}
		}
	}
	return phrase.Spoken(id)
}

// question gives the words of a question, and whether they are the record's or the aid's.
func (o *Options) question(opened sdm.Opened, asked sdm.Asked) (words string, from Basis) {
	if asked.Words != "" {
		return asked.Words, FromRecord
	}
	prompts := decisionaid.Questions{}.Prompts()
	if def := o.definition(opened); def != nil {
		prompts = def.Questions.Prompts()
	}
	for _, p := range prompts {
		if p.ID == asked.Question {
			return p.Ask, FromAid
		}
	}
	return phrase.Spoken(asked.Question), FromRecord
}

// decision gives the question that a conversation was about, in the words of the aid; empty where nobody knows it.
func (o *Options) decision(opened sdm.Opened) string {
	if opened.Decision != "" {
		return opened.Decision
	}
	if def := o.definition(opened); def != nil {
		return def.Decision
	}
	return ""
}

// service gives the name of a service of a directory.
func (o *Options) service(c community.Connected) string {
	if o.Library != nil && c.Directory != "" {
		if directory, err := o.Library.Directory(c.Directory); err == nil {
			if service, ok := directory.Service(c.Service); ok {
				return service.Name
			}
		}
	}
	return phrase.Spoken(c.Service)
}

// right gives the criterion behind a right that was found; only its id where the document is not at hand, or is not the same.
func (o *Options) right(found sdm.RightFound) policy.Criterion {
	none := policy.Criterion{ID: found.ID, Title: phrase.Spoken(found.ID)}
	if o.Library == nil {
		return none
	}
	document, err := o.Library.Policy(found.Document)
	if err != nil || found.Digest != "" && document.Digest() != found.Digest {
		return none
	}
	for i := range document.Set().Len() {
		if c := document.Set().Criterion(i); c.ID == found.ID {
			return c
		}
	}
	return none
}

// role puts a role into words.
func (w *Words) role(role string) string {
	if said, ok := w.Roles[role]; ok {
		return said
	}
	return phrase.Spoken(role)
}

// author says who said or did something, by name where there is one.
func (w *Words) author(by sdm.Author) string {
	if by.Name != "" && by.Role != sdm.ByPerson.Role {
		return by.Name
	}
	return w.role(by.Role)
}

// someone says who has a part in a plan.
func (w *Words) someone(s plan.Someone) string {
	name := s.Name
	if name == "" || s.Role == plan.ThePerson {
		name = w.role(string(s.Role))
	}
	if s.Organisation != "" {
		name = strings.TrimSpace(name + " (" + s.Organisation + ")")
	}
	return name
}
