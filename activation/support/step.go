package support

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Step is one event of a thread of support: Offered, which opens it, Answered or Ended. Steps are plain values and encode to
// JSON as they stand.
type Step interface {
	// Kind is the word for it in a record, such as support_offered.
	Kind() string
	// Check says all that is wrong with the step in itself; nil where nothing is. The error is fault.Faults.
	Check() error
	faults() fault.Faults
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
	// Decision is the id of the event of a decision that the offers are for.
	Decision string `json:"decision,omitempty"`
	// Actions are the ids of the plan actions that the offers are for.
	Actions []string `json:"actions,omitempty"`
}

// UsedLevel is a level with what it cannot be read without.
type UsedLevel struct {
	// Measure is the id of the measure of activation.
	Measure string `json:"measure"`
	// CutPoints is the id of the set of cut points that gave the level.
	CutPoints string `json:"cut_points"`
	// Level is the id of the level in that set.
	Level string `json:"level"`
	// Score is the id of the event of the score or assessment; empty where the record does not hold it.
	Score string `json:"score,omitempty"`
}

// Shown is one offer as it was put to the person.
type Shown struct {
	// Offer is its id in the document.
	Offer string `json:"offer"`
	// Title is what the person was told that it is called; it may be empty.
	Title string `json:"title,omitempty"`
	// Because says why it was offered, in words that the person can read.
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
	// Offer is the id of one of the offers of the thread.
	Offer string `json:"offer"`
	// Answer is what they said: they want it, do not want it, or not now (later).
	Answer Answer `json:"answer"`
	// Words are the person's own.
	Words string `json:"words,omitempty"`
	// AskOn is the day on which to ask again, for an answer of later; left out where nobody said.
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
	// Offer is the id of an offer of the thread that was taken up.
	Offer string `json:"offer"`
	// How is how it ended: completed where the person took part to its end, and stopped where it ended before, whoever ended it.
	How Ending `json:"how"`
	// Words are the person's own: why, or what came of it.
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
