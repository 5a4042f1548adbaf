package main

import (
	"slices"
	"time"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
)

// letters write what goes out after the second decision: the letter to Rosa, and the summary for the professionals. The story has parts of them.
func letters(t *teller) {
	t.chapter("June: what goes out, her letter and the summary for the professionals")
	options := letter.Options{AsOf: date(time.June, 15), Talk: t.ids.secondTalk, Aids: []decisionaid.Personal{t.hipAid.For(t.who)}, Library: t.lib,
		To:   letter.Address{Name: "Mrs Hallam"},
		From: letter.Sender{Address: letter.Address{Name: nurse.Name}, Ask: "Ask for " + theNurse.Name + ": " + theNurse.Contact + "."}}
	var err error
	t.letter, err = letter.ToPerson(t.record, options)
	t.keep(err)
	t.say("From the letter, which is in large print and stands in full under `-print letter`:")
	for _, part := range t.letter.Parts {
		if slices.Contains([]string{"decision", "next"}, part.ID) {
			t.part(part)
		}
	}
	t.summary, err = letter.Summarise(t.record, letter.Clinical{Options: options, Reader: "gp_practice",
		Problems: []string{"Osteoarthritis of the right hip", "Late effects of polio"},
		Contact:  letter.ContactDetails{SeenBy: physio.Name, Responsible: nurse.Name, Location: theNurse.Organisation}})
	t.keep(err)
	t.say("The summary has the headings of %s %s, and says first what they ask for and nobody recorded:", t.summary.Standard, t.summary.Version)
	for _, missing := range t.summary.Missing {
		if missing.Asked == letter.Mandatory {
			t.point("missing: %s (%s)", missing.Heading, missing.Path)
		}
	}
}

// part prints a part of the letter. Lines with one label stand behind it together.
func (t *teller) part(p letter.Part) {
	if p.Title != "" {
		t.say("%s", p.Title)
	}
	for i := 0; i < len(p.Lines); {
		label, said := p.Lines[i].Label, p.Lines[i].Text
		for i++; label != "" && i < len(p.Lines) && p.Lines[i].Label == label; i++ {
			said += "; " + p.Lines[i].Text
		}
		if label != "" {
			said = label + ": " + said
		}
		t.point("%s", said)
	}
	for _, in := range p.Parts {
		t.part(in)
	}
}
