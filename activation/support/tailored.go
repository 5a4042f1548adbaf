package support

import (
	"errors"
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// Tailored is what can be offered to one person on a day. It encodes to stable JSON and decodes again to the same Tailored.
type Tailored struct {
	// Document, Version and Digest name the document that made it.
	Document string `json:"document"`
	Version  string `json:"version"`
	Digest   string `json:"digest"`
	// On is the day for which it is; zero where nobody said.
	On day.Day `json:"on,omitzero"`
	// Start is where the person starts from.
	Start Start `json:"start"`
	// Stage is what the document makes of the level, and HowOften says how often to be in touch. They are nil where the level is not known or
	// the document does not say.
	Stage    *Offer `json:"stage,omitempty"`
	HowOften *Offer `json:"how_often,omitempty"`
	// Offers are all offers of the document, in the order of their standing and then of the document's rules.
	Offers []Offer `json:"offers"`
	// Arrangements are what makes every offer work for this person, such as with an interpreter.
	Arrangements []Offer `json:"arrangements,omitempty"`
}

// Offer is one offer with everything that is needed to say why, and how it stands.
type Offer struct {
	// Finding has the reason, the basis and the source.
	policy.Finding
	// LevelLabel is the level in words, for offers that have levels.
	LevelLabel string `json:"level_label,omitempty"`
	// Standing says how it stands between the person and the offer.
	Standing Standing `json:"standing"`
	// Capacity is what is known of its places; nil where nothing is.
	Capacity *Capacity `json:"capacity,omitempty"`
	// Said is what became of the offer before; nil where it was never put to the person.
	Said *Said `json:"said,omitempty"`
	// Ask are the questions whose answers could bring the offer in, in words, for Maybe.
	Ask []string `json:"ask,omitempty"`
}

// Said is what became of an offer before.
type Said struct {
	Answer Answer  `json:"answer,omitempty"`
	Ended  Ending  `json:"ended,omitempty"`
	Words  string  `json:"words,omitempty"`
	AskOn  day.Day `json:"ask_on,omitzero"`
	On     day.Day `json:"on"`
	Thread string  `json:"thread"`
}

// Standing says how it stands between a person and an offer.
type Standing string

const (
	// Running: the person took it up, and it has not ended.
	Running Standing = "running"
	// Ready: it can be offered now. Whether there is a place may not be known.
	Ready Standing = "ready"
	// Waiting: the person said later, and the day to ask again has not come or was not said.
	Waiting Standing = "waiting"
	// Full: there is no place, and nothing is known of a later one.
	Full Standing = "full"
	// Past: the person took part before. It can be offered again.
	Past Standing = "past"
	// Maybe: an answer that is missing could bring it in.
	Maybe Standing = "maybe"
	// Refused: the person declined it. It is shown so that they can come back to it, and never pressed.
	Refused Standing = "declined"
	// NotNow: by what is known it is not for this person at present.
	NotNow Standing = "not_now"
)

// standings are in the order in which offers are shown.
var standings = []Standing{Running, Ready, Waiting, Full, Past, Maybe, Refused, NotNow}

// In gives the offers of a standing, in their order.
func (t Tailored) In(s Standing) []Offer {
	var of []Offer
	for _, o := range t.Offers {
		if o.Standing == s {
			of = append(of, o)
		}
	}
	return of
}

// ErrNoOffer is returned for an offer that is not in the list, or for a list with nothing to offer.
var ErrNoOffer = errors.New("no such offer")

// Offered makes the step by which offers are put to the person, in the order of the list; without ids it takes all that are Ready. What
// the person declined is only in it where its id is given. score is the id of the event that holds the assessment, or empty. The error is
// ErrNoOffer.
func (t Tailored) Offered(score string, ids ...string) (Offered, error) {
	step := Offered{Document: t.Document, Version: t.Version, Digest: t.Digest}
	if t.Start.Known() {
		step.Level = &UsedLevel{Measure: t.Start.Measure, CutPoints: t.Start.CutPoints, Level: t.Start.Level.ID, Score: score}
	}
	for _, o := range t.Offers {
		if len(ids) == 0 && o.Standing == Ready || slices.Contains(ids, o.ID) {
			step.Offers = append(step.Offers, Shown{Offer: o.ID, Title: o.Title, Because: o.Because})
		}
	}
	for _, id := range ids {
		if !slices.ContainsFunc(step.Offers, func(s Shown) bool { return s.Offer == id }) {
			return Offered{}, fmt.Errorf("support: %.80q is no offer of %s: %w", id, t.Document, ErrNoOffer)
		}
	}
	if len(step.Offers) == 0 {
		return Offered{}, fmt.Errorf("support: there is nothing to offer now: %w", ErrNoOffer)
	}
	return step, nil
}
