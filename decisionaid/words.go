package decisionaid

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/decisionaid/values"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// Words hold every text of a page and of Personal.Text that is not the author's, so that another language is a value and no
// code. {name} stands for a text; a translation uses the same names. The zero Words are English.
type Words struct {
	// Page are the texts of the interface, Voice reads chances aloud; the zero Voice is English.
	Page  page.Words
	Voice risk.Voice
	// Values says how options fit what matters.
	Values values.Words
	// Certainty are the general sentences for how sure one can be.
	Certainty CertaintyWords

	// Whom the aid is for: {who}. Then what is known of that: it fits, does not, depends on open questions, or has to be checked.
	For, Fits, FitsNot, FitsOpen, FitsCheck string
	Whom                                    string // names the note that says so
	Open                                    string // above the open questions
	// In place of a chance: a burden that is part of an option or not, an outcome that does not apply or is not known {because};
	// then why it is not: numbers that are not about the person, numbers that wait for an answer.
	Part, PartNot, NotApplicable, NotKnown, NotYours, NotYet string

	// Headings.
	Decision, Condition, NaturalCourse, Steps, Options, Compare, Pictures, Questions, Matters, Knowledge, Ready, Evidence, Test, Glossary, Sources string
	// Labels of what an option is like.
	Happens, Physical, Emotional, Social, Practical string
	// Names of the kinds of outcome.
	Benefit, Risk, Burden string
	Among                 string // {who}: whom numbers are about
	Within                string // {period}
	Compared              string // corner of the grid
	WithOption            string // {outcome} {option}: title of a picture
	Instead               string // {label} {with} {without}: an outcome with an option and with doing nothing
	Alone                 string // {label} {with}: an outcome of doing nothing
	None                  string // nothing to say beneath a question
	See                   string // {option}: where the same is said
	AskTeam               string // beneath a question that only the conversation answers
	Low, High             string // ends of the scale of what matters
	Rate                  string // asks for the ratings
	Else                  string // asks for the person's own concerns
	OwnWords              string // names the line for them
	Unmarked              string // above the knowledge items
	Yourself              string // above the questions about readiness
	Yes, No               string
	Rest                  string // people to whom none of the exclusive outcomes happens
	// What stands below the page.
	Version, Published, Reviewed, ReviewDue, Authors, Funding, Interests, Updates, Searched string
}

// English gives the English words.
func English() Words {
	return Words{
		Page: page.English(), Values: values.English(), Certainty: generalCertainty,
		Whom: "Is this about you?", For: "This is for: {who}.", Fits: "What we know of you fits.", FitsNot: "What we know of you does not fit, so these numbers are not about you.",
		FitsOpen: "We cannot tell yet whether that is you: it depends on what is still to answer.", FitsCheck: "Please check that this is you.", Open: "Still to answer",
		Part: "This is part of it.", PartNot: "This is not part of it.", NotApplicable: "Does not apply. {because}",
		NotKnown: "Not known. {because}", NotYours: "The studies were not about people like you.", NotYet: "It depends on what is still to answer.",
		Decision: "The decision", Condition: "What it is about", NaturalCourse: "What happens if nothing is done", Steps: "Step by step", Options: "Your options",
		Compare: "The options side by side", Pictures: "The numbers in pictures", Questions: "What you can ask", Matters: "What matters to you", Knowledge: "Check what you know",
		Ready: "Are you ready?", Evidence: "How we know", Test: "The test in numbers", Glossary: "Words explained", Sources: "Where the numbers come from",
		Happens: "What happens", Physical: "Your body", Emotional: "How you may feel", Social: "People around you, and work", Practical: "What it takes",
		Benefit: "Benefit", Risk: "Risk", Burden: "What it asks of you", Among: "Among {who}.", Within: "{period}.", Compared: "What may happen",
		WithOption: "{outcome}: {option}", Instead: "{label}: {with}. With doing nothing or waiting: {without}.", Alone: "{label}: {with}.",
		None: "Nothing that this aid has a number for.", See: "See “{option}”.", AskTeam: "Ask this when you talk with your care team.", Low: "Does not matter", High: "Matters most",
		Rate: "How much does each of these matter to you?", Else: "What else matters to you?", OwnWords: "In your own words",
		Unmarked: "Nobody marks this. It shows what to talk about again.", Yourself: "Answer for yourself.",
		Yes: "Yes", No: "No, or not sure", Rest: "None of these",
		Version: "Version", Published: "Published", Reviewed: "Last review", ReviewDue: "Next review", Authors: "Written by", Funding: "Paid for by",
		Interests: "What the writers could gain", Updates: "Keeping it up to date", Searched: "Last search for studies",
	}
}

// or gives the words, or English where they are the zero Words.
func (w Words) or() Words {
	if w.For == "" {
		return English()
	}
	return w
}

// among says whom numbers are about. Authors write it with a full stop where it has more than one sentence, and the words end with one too.
func (w *Words) among(who string) string {
	return phrase.Fill(w.Among, "who", strings.TrimSuffix(who, "."))
}

// certainty says how sure one can be in the author's words, or in these.
func (w *Words) certainty(def *Definition, c Certainty) string {
	if def.Evidence != nil {
		if own := def.Evidence.Certainty.of(c); own != "" {
			return own
		}
	}
	return w.Certainty.of(c)
}

// instead says what stands in place of a chance; empty where there is one to tell.
func (w *Words) instead(e *Estimate) string {
	switch {
	case e.ByNature && e.Frequencies.Did.People == 0:
		return w.PartNot
	case e.ByNature:
		return w.Part
	case e.Chance.Reason() == NotApplicable:
		return phrase.Fill(w.NotApplicable, "because", e.Because)
	case !e.Chance.Known():
		return phrase.Fill(w.NotKnown, "because", w.because(e))
	}
	return ""
}

// because says why a chance is not known.
func (w *Words) because(e *Estimate) string {
	switch reason := e.Chance.Reason(); {
	case reason == OutsidePopulation:
		return w.NotYours
	case len(e.Missing) > 0:
		return w.NotYet
	case e.Because != "":
		return e.Because
	default:
		return phrase.Capital(w.Voice.Reason(reason)) + "."
	}
}

// audience says for whom the aid is, and whether that is the person.
func (w *Words) audience(e *Eligibility) (who, fits string) {
	who = phrase.Fill(w.For, "who", strings.TrimSuffix(e.Who, "."))
	switch {
	case e.State == policy.Met:
		return who, w.Fits
	case e.State == policy.NotMet:
		return who, w.FitsNot
	case len(e.Missing) > 0:
		return who, w.FitsOpen
	default:
		return who, w.FitsCheck
	}
}
