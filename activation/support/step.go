package support

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Step is one event of a thread of support: Offered, which opens it, Answered or Ended. Steps are plain values and encode to
// JSON as they stand.
type Step interface {
	// Kind is the word for it in a record, such as support_offered.
	Kind() string
	// Check says what is wrong with the step in itself, for people; nil where nothing is.
	Check() error
	ofSupport()
}

// MaxShown is how many offers one Offered holds at most.
const MaxShown = 100

// maxWords is how many characters the person's own words have at most.
const maxWords = 20_000

// Offered is the step that opens a thread: offers that were put to a person. Tailored.Offered makes one.
type Offered struct {
	// Document, Version and Digest name the document of offers, so that the same list can be made again.
	Document string `json:"document"`
	Version  string `json:"version"`
	Digest   string `json:"digest,omitempty"`
	// Level is the level of activation that the offers rest on; nil where it is not known, which is never the lowest level.
	Level *UsedLevel `json:"level,omitempty"`
	// Offers are what the person was told of, in the order in which it was shown.
	Offers []Shown `json:"offers"`
	// Decision is the id of the event of a decision, and Actions are the ids of plan actions, that the offers are for.
	Decision string   `json:"decision,omitempty"`
	Actions  []string `json:"actions,omitempty"`
}

// UsedLevel is a level with what it cannot be read without.
type UsedLevel struct {
	Measure   string `json:"measure"`
	CutPoints string `json:"cut_points"`
	Level     string `json:"level"`
	// Score is the id of the event of the score or assessment; empty where the record does not hold it.
	Score string `json:"score,omitempty"`
}

// Shown is one offer as it was put to the person.
type Shown struct {
	// Offer is its id in the document.
	Offer string `json:"offer"`
	Title string `json:"title,omitempty"`
	// Because says why it was offered.
	Because string `json:"because,omitempty"`
}

// Answer is what a person said to an offer.
type Answer string

const (
	// TakenUp: the person wants it.
	TakenUp Answer = "taken_up"
	// Declined: the person does not want it. It can be talked about again whenever they like.
	Declined Answer = "declined"
	// Later: not now.
	Later Answer = "later"
)

var answers = []Answer{TakenUp, Declined, Later}

// Answered is what the person said to one offer of the thread. A later answer takes the place of an earlier one.
type Answered struct {
	Offer  string `json:"offer"`
	Answer Answer `json:"answer"`
	// Words are the person's own.
	Words string `json:"words,omitempty"`
	// AskOn is the day on which to ask again, for Later; zero where nobody said.
	AskOn day.Day `json:"ask_on,omitzero"`
	// Actions are the ids of plan actions by which it is done.
	Actions []string `json:"actions,omitempty"`
}

// Ending is how support came to its end. There is no word for failure: who stops has their reasons.
type Ending string

const (
	// Completed: the person took part to its end.
	Completed Ending = "completed"
	// Stopped: it ended before, whoever ended it.
	Stopped Ending = "stopped"
)

var endings = []Ending{Completed, Stopped}

// Ended is the end of support that was taken up.
type Ended struct {
	Offer string `json:"offer"`
	How   Ending `json:"how"`
	// Words say why, or what came of it, in the person's own words.
	Words string `json:"words,omitempty"`
	// Scores are the ids of events of scores that show what came of it.
	Scores []string `json:"scores,omitempty"`
}

// Kind is the word support_offered.
func (Offered) Kind() string { return "support_offered" }

// Kind is the word support_answered.
func (Answered) Kind() string { return "support_answered" }

// Kind is the word support_ended.
func (Ended) Kind() string { return "support_ended" }

func (Offered) ofSupport()  {}
func (Answered) ofSupport() {}
func (Ended) ofSupport()    {}

// Check says what is wrong with the step in itself.
func (o Offered) Check() error {
	switch {
	case o.Document == "" || o.Version == "":
		return errors.New("document: it does not name the document of offers and its version, so the list could not be made again; give id and version")
	case len(o.Offers) == 0:
		return errors.New("offers: nothing was offered; name at least one offer, if only the conversation")
	case len(o.Offers) > MaxShown:
		return fmt.Errorf("offers: %d at once are more than anybody can look at; at most %d can be recorded", len(o.Offers), MaxShown)
	case o.Level != nil && (o.Level.Measure == "" || o.Level.CutPoints == "" || o.Level.Level == ""):
		return errors.New("level: a level cannot be read without its measure and the set of cut points that gave it; give all three, or leave the level out")
	}
	seen := make(map[string]bool, len(o.Offers))
	for i, shown := range o.Offers {
		switch {
		case shown.Offer == "":
			return fmt.Errorf("offers[%d].offer: it does not say which offer; give its id in the document", i)
		case seen[shown.Offer]:
			return fmt.Errorf("offers[%d].offer: %.80q stands there twice, so an answer could be to either; name each offer once", i, shown.Offer)
		}
		seen[shown.Offer] = true
	}
	return checkIDs("actions", o.Actions)
}

// Check says what is wrong with the step in itself.
func (a Answered) Check() error {
	switch {
	case a.Offer == "":
		return errors.New("offer: it does not say which offer was answered; give its id")
	case !slices.Contains(answers, a.Answer):
		return fmt.Errorf("answer: %.80q is no answer to an offer; write taken_up, declined or later", string(a.Answer))
	case !a.AskOn.IsZero() && a.Answer != Later:
		return errors.New("ask_on: only an offer that is left for later has a day on which to ask again; what is declined is not pressed")
	}
	return errors.Join(checkWords(a.Words), checkIDs("actions", a.Actions))
}

// Check says what is wrong with the step in itself.
func (e Ended) Check() error {
	switch {
	case e.Offer == "":
		return errors.New("offer: it does not say which offer ended; give its id")
	case !slices.Contains(endings, e.How):
		return fmt.Errorf("how: %.80q is no end of support; write completed or stopped", string(e.How))
	}
	return errors.Join(checkWords(e.Words), checkIDs("scores", e.Scores))
}

func checkWords(words string) error {
	if n := utf8.RuneCountInString(words); n > maxWords {
		return fmt.Errorf("words: %d characters; at most %d can be recorded", n, maxWords)
	}
	return nil
}

// checkIDs says what is wrong with a list of ids that a step names.
func checkIDs(field string, ids []string) error {
	for i, id := range ids {
		switch {
		case strings.TrimSpace(id) == "":
			return fmt.Errorf("%s[%d]: the id is empty; name what is meant, or leave it out", field, i)
		case slices.Contains(ids[:i], id):
			return fmt.Errorf("%s[%d]: %.80q stands there twice; name it once", field, i, id)
		}
	}
	return nil
}
