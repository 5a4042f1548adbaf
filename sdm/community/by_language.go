package community

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// tongues are the languages that are spoken at a service. open tells that there may be more: none is named, one has no tag, or others are
// interpreted.
type tongues struct {
	codes []string
	open  bool
}

func tonguesOf(s Service) tongues {
	t := tongues{open: len(s.Languages) == 0 || !fault.Blank(s.InterpretationServices)}
	for _, l := range s.Languages {
		if code, ok := tagOf(l.Code); ok {
			t.codes = append(t.codes, code)
		} else {
			t.open = true
		}
	}
	return t
}

// speaks tells whether one of the person's languages is spoken. Two forms of one language, such as zh-hans and zh-hant, may or may not
// do.
func (t tongues) speaks(person []string) policy.State {
	state := policy.NotMet
	if t.open {
		state = policy.Unknown
	}
	for _, theirs := range t.codes {
		for _, own := range person {
			switch {
			case theirs == own, narrows(theirs, own), narrows(own, theirs):
				return policy.Met
			case base(theirs) == base(own):
				state = policy.Unknown
			}
		}
	}
	return state
}

// narrows tells whether one tag is a form of another, as en-gb is of en.
func narrows(tag, of string) bool {
	return len(tag) > len(of) && tag[len(of)] == '-' && tag[:len(of)] == of
}

func base(tag string) string {
	short, _, _ := strings.Cut(tag, "-")
	return short
}

// byLanguage asks whether the person can take part in a language of theirs.
func (d *Directory) byLanguage(s Seeker) column {
	all, services := d.index.tongues, d.definition.Services
	var person []string
	for _, said := range s.Languages {
		if tag, ok := tagOf(said); ok {
			person = append(person, tag)
		}
	}
	c := column{criterion: ByLanguage}
	if len(person) == 0 {
		c.unknown("The person's language is not given as a tag such as cy.")
		return c
	}
	wanted := strings.Join(s.Languages, ", ")
	c.state = func(i int) policy.State { return all[i].speaks(person) }
	c.says = func(i int, state policy.State) string {
		var names []string
		for _, l := range services[i].Languages {
			names = append(names, first(l.Name, l.Code))
		}
		spoken := phrase.Listed(names)
		switch {
		case !fault.Blank(services[i].InterpretationServices) && state == policy.Unknown:
			return fmt.Sprintf("Ask for an interpreter (%s): %s.", wanted, trimmed(services[i].InterpretationServices))
		case spoken == "":
			return "It does not say which languages are spoken."
		case state == policy.Met:
			return fmt.Sprintf("It speaks a language of the person's (%s): %s.", wanted, spoken)
		case state == policy.NotMet:
			return fmt.Sprintf("It speaks %s, and not what the person speaks (%s).", spoken, wanted)
		}
		return fmt.Sprintf("It speaks %s; whether that will do for the person (%s) is not known.", spoken, wanted)
	}
	return c
}
