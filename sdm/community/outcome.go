package community

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Scale is what a score is read on. It is a plain value.
type Scale struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// Lo and Hi are the lowest and the highest score.
	Lo float64 `json:"lo"`
	Hi float64 `json:"hi"`
	// LowerIsBetter tells which way is better for the person.
	LowerIsBetter bool `json:"lower_is_better,omitempty"`
}

// ONS4 gives the scales of the four personal well-being questions of the Office for National Statistics, each from 0 to 10. Each is a measure
// of its own; there is no sum of them. Their ids are those of the scores of the questionnaire ons4 among the definitions.
func ONS4() []Scale {
	return []Scale{
		{ID: "life_satisfaction", Title: "Life satisfaction", Hi: 10},
		{ID: "worth", Title: "Things done are worthwhile", Hi: 10},
		{ID: "happiness", Title: "Happiness yesterday", Hi: 10},
		{ID: "anxiety", Title: "Anxiety yesterday", Hi: 10, LowerIsBetter: true},
	}
}

// MaxConcerns is how many concerns of their own a person names for follow-up.
const MaxConcerns = 2

// Concern gives the scale of one of a person's own concerns, in their words, from 0, it does not bother me, to 6, it bothers me as much as can be. number
// counts from 1 to MaxConcerns. It is the usual form of a measure with named concerns, and is that of no publisher.
func Concern(number int, words string) Scale {
	return Scale{ID: fmt.Sprintf("concern_%d", number), Title: words, Hi: 6, LowerIsBetter: true}
}

// Reading is a score on a day.
type Reading struct {
	On day.Day `json:"on,omitzero"`
	// Score is the score, or the reason why there is none.
	Score rule.Value `json:"score"`
	// Event is the id of the event with the score.
	Event string `json:"event,omitempty"`
}

// Direction is the way a score went.
type Direction string

// The ways a score can go. They follow from the sign of the change alone, however small it is: whether a change means something to the person is for
// the person to say, and no threshold is laid down here.
const (
	DirectionUnknown Direction = "unknown"
	Better           Direction = "better"
	Same             Direction = "same"
	Worse            Direction = "worse"
)

// Change is one score before and after, with what became of it.
type Change struct {
	Scale  Scale   `json:"scale"`
	Before Reading `json:"before"`
	After  Reading `json:"after"`
	// Change is the score after less the score before, or missing.
	Change rule.Value `json:"change"`
	// Days is how many days lie between; 0 where Change is missing.
	Days      int       `json:"days"`
	Direction Direction `json:"direction"`
	// Why says in a sentence why nothing is known; empty where it is.
	Why string `json:"why,omitempty"`
}

// ChangeOf holds two scores on one scale against each other. Where one is missing, outside its scale, without a day or on a day that is not after the other,
// nothing is said of a change, and Why says the reason.
func ChangeOf(scale Scale, before, after Reading) Change {
	c := Change{Scale: scale, Before: before, After: after, Change: rule.MissingValue(rule.NotSupplied), Direction: DirectionUnknown}
	first, noFirst := scale.read(before, "before")
	last, noLast := scale.read(after, "after")
	days, dated := after.On.Sub(before.On)
	switch {
	case noFirst != "":
		c.Why, c.Change = noFirst, missing(before)
	case noLast != "":
		c.Why, c.Change = noLast, missing(after)
	case !dated:
		c.Why = "The day of a score is not known, so nobody can tell which came first."
	case days <= 0:
		c.Why = fmt.Sprintf("The score after, of %s, is not later than the score before, of %s.", after.On.Long(), before.On.Long())
	default:
		c.Days, c.Change = days, rule.ValueOf(last-first)
		c.Direction = scale.direction(first, last)
	}
	return c
}

// read gives a score, or a sentence that says why it cannot be used.
func (s Scale) read(r Reading, when string) (score float64, why string) {
	score, given := r.Score.Number()
	switch {
	case !given:
		return 0, fmt.Sprintf("There is no score %s (%s).", when, phrase.Spoken(r.Score.Reason().String()))
	case !(score >= s.Lo && score <= s.Hi):
		return 0, fmt.Sprintf("The score %s is %s, and the scale goes from %s to %s.", when, r.Score, rule.FormatNumber(s.Lo), rule.FormatNumber(s.Hi))
	}
	return score, ""
}

// missing carries on why there is no score; one outside its scale is invalid.
func missing(r Reading) rule.Value {
	if _, given := r.Score.Number(); given {
		return rule.MissingValue(rule.Invalid)
	}
	return rule.MissingValue(r.Score.Reason())
}

func (s Scale) direction(before, after float64) Direction {
	switch {
	case rule.Equal(before, after):
		return Same
	case (after < before) == s.LowerIsBetter:
		return Better
	}
	return Worse
}
