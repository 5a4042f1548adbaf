package support

import (
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// Given is what offers are tailored with. What is left out is not known, and never "no".
type Given struct {
	// On is the day for which the offers are.
	On day.Day
	// Person are the shared facts, such as conditions, age and what makes reading hard.
	Person person.Facts
	// Answers answer the document's own questions: what the person likes and what stands in the way.
	Answers question.Answers
	// Assessment is the person's level by one of the document's measures; nil where nobody assessed.
	Assessment *activation.Assessment
	// Confirmed says that flagged answers were talked about and the level fits. Until then a flagged level is not used.
	Confirmed bool
	// Capacity says what is known of places, by the id of the offer.
	Capacity map[string]Capacity
	// Threads are the threads of support of this person so far, in the order in which they were opened.
	Threads []*State
}

// Capacity is what is known of the places of one offer. What is left out is not known; the offer stays an offer.
type Capacity struct {
	// Places is how many are left; 0 is none.
	Places *int `json:"places,omitempty"`
	// WaitWeeks is how many weeks people wait at present.
	WaitWeeks *int `json:"wait_weeks,omitempty"`
	// NextStart is the day on which it starts next.
	NextStart day.Day `json:"next_start,omitzero"`
}

// UnmarshalJSON reads a capacity as fault.Decode does, and refuses keys that it does not know.
func (c *Capacity) UnmarshalJSON(src []byte) error {
	type plain Capacity
	return fault.Decode(src, (*plain)(c))
}

// full reports whether there is no place, and nothing said of a later one.
func (c Capacity) full() bool {
	return c.Places != nil && *c.Places == 0 && c.WaitWeeks == nil && c.NextStart.IsZero()
}

var codeCapacity = diag.Define(diag.Info{
	Code:    "policy-offer-capacity",
	Title:   "What is said of the places of an offer cannot be",
	Explain: "Places and weeks are whole numbers from 0 to 100,000, and a next start does not lie in the past. What cannot be counts as not known, so that the offer stays an offer.",
	Bad:     `{"course_pain": {"places": -1}}`,
	Good:    `{"course_pain": {"places": 0, "wait_weeks": 6}}`,
})

// maxCount is the largest number of places or weeks.
const maxCount = 100_000

// capacities gives what can be of the capacities, and reports the rest.
func (o *Offers) capacities(given Given, r *diag.Reporter) map[string]Capacity {
	sound := make(map[string]Capacity, len(given.Capacity))
	for _, id := range slices.Sorted(maps.Keys(given.Capacity)) {
		at := schemas.Pointer("capacity", id)
		if c, ok := o.criterion(id); !ok || !isOffer(c.Kind) {
			e := r.Errorf(codeCapacity, diag.At(at), "there is no offer %.80q", id)
			if near := diag.Nearest(id, o.offerIDs()); near != "" {
				e.Hinted("Did you mean %s?", near)
			} else {
				e.Hinted("Leave it out, or add the offer to %s", o.ID())
			}
			continue
		}
		c := given.Capacity[id]
		c.Places = count(c.Places, at+"/places", r)
		c.WaitWeeks = count(c.WaitWeeks, at+"/wait_weeks", r)
		if c.NextStart.Before(given.On) {
			r.Errorf(codeCapacity, diag.At(at+"/next_start"), "%v is before %v, the day for which the offers are", c.NextStart, given.On).
				Hinted("Give the next start from then on, or leave it out")
			c.NextStart = day.Day{}
		}
		sound[id] = c
	}
	return sound
}

func count(n *int, at string, r *diag.Reporter) *int {
	if n == nil || *n >= 0 && *n <= maxCount {
		return n
	}
	r.Errorf(codeCapacity, diag.At(at), "%d cannot be", *n).Hinted("Write a whole number from 0 to %d, or leave it out", maxCount)
	return nil
}

// offerIDs gives the ids of the offers, in the order of the document.
func (o *Offers) offerIDs() []string {
	var ids []string
	for _, c := range o.policy.Definition().Criteria {
		if isOffer(c.Kind) {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// isOffer tells offers from what says how they are made.
func isOffer(kind string) bool {
	return kind != KindStage && kind != KindIntensity && kind != KindArrangement
}
