package plan

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// Currency says how far a plan can be relied on as of a day.
type Currency struct {
	AsOf  day.Day       `json:"as_of,omitzero"`
	State CurrencyState `json:"state"`
	// Plan is the id of the version, AgreedOn its day, and Until the last day on which it is current.
	Plan     string  `json:"plan,omitempty"`
	AgreedOn day.Day `json:"agreed_on,omitzero"`
	Until    day.Day `json:"until,omitzero"`
	// Because says in words how that follows, and what is missing where it is unknown. Basis and Source are those of the period.
	Because string        `json:"because"`
	Basis   string        `json:"basis,omitempty"`
	Source  *schemas.Cite `json:"source,omitempty"`
	// ReviewDue is the day by which a formal review is due; the zero day where nobody named one.
	ReviewDue day.Day `json:"review_due,omitzero"`
	// Review tells whether that day has passed.
	Review DueState `json:"review"`
	// Overdue lists what has passed its day: reviews, and actions that are neither done nor stopped.
	Overdue []Overdue `json:"overdue,omitempty"`
}

// CurrencyState tells whether a plan is current.
type CurrencyState string

// Whether a plan is current.
const (
	NotKnown CurrencyState = "unknown" // a date or the period is missing
	NoPlan   CurrencyState = "none"    // no version has been agreed
	IsOver   CurrencyState = "ended"   // the plan has ended
	Current  CurrencyState = "current"
	Lapsed   CurrencyState = "lapsed"
)

// DueState tells whether a day has passed.
type DueState string

// Whether a day has passed.
const (
	DueUnknown DueState = "unknown" // nobody named the day, or today is not known
	InTime     DueState = "in_time"
	PastDue    DueState = "overdue"
)

// Overdue is something that has passed its day.
type Overdue struct {
	// Field leads to the day in the version, such as needs[0].goals[1].actions[0].due, and ID is that of the action or plan.
	Field string `json:"field"`
	ID    string `json:"id,omitempty"`
	// What it is, in the words of the plan.
	What string  `json:"what,omitempty"`
	Due  day.Day `json:"due"`
}

// Currency says how far a plan can be relied on as of a day. With the zero day, or a document without a period, that is unknown.
func (s *Standard) Currency(of *State, asOf day.Day) Currency {
	c := Currency{AsOf: asOf, Review: DueUnknown}
	latest, agreed := of.Latest()
	if !agreed {
		c.State, c.Because = NoPlan, "No plan has been agreed."
		return c
	}
	c.Plan, c.AgreedOn = latest.ID, latest.On
	if end, over := of.Ended(); over {
		c.State, c.Because = IsOver, fmt.Sprintf("The plan ended on %s: %s", end.On.Long(), phrase.Stopped(end.Step.Reason))
		if asOf.Before(end.On) {
			c.State, c.Because = NotKnown, fmt.Sprintf("The plan ended on %s, after the day that was asked about.", end.On.Long())
		}
		return c
	}
	c.period(s.definition.ValidFor)
	c.reviews(of)
	return c
}

// period works out until when the version is current.
func (c *Currency) period(valid *ValidFor) {
	c.State = NotKnown
	if valid == nil {
		c.Because = "The plan standard does not say how long a plan is current."
		return
	}
	c.Basis, c.Source = valid.Basis, valid.Source
	c.Until = lastDay(c.AgreedOn, valid.Months)
	months := phrase.Counted(valid.Months, "month")
	switch {
	case c.Until.IsZero():
		c.Because = "The end of the period lies outside the calendar."
	case c.AsOf.IsZero():
		c.Because = "It is not known for which day the question is asked."
	case c.AsOf.Before(c.AgreedOn):
		c.Because = fmt.Sprintf("The version was agreed on %s, after the day that was asked about.", c.AgreedOn.Long())
	case c.AsOf.After(c.Until):
		c.State = Lapsed
		c.Because = fmt.Sprintf("It was agreed on %s and was current for %s, up to %s.", c.AgreedOn.Long(), months, c.Until.Long())
	default:
		c.State = Current
		c.Because = fmt.Sprintf("It was agreed on %s and is current for %s, up to %s.", c.AgreedOn.Long(), months, c.Until.Long())
	}
}

// lastDay gives the last day of so many months from a day on: the one before the same day of the month, or the last of a month that has no such
// day, as twelve months from 29 February end on 28 February.
func lastDay(from day.Day, months int) day.Day {
	same := from.AddMonths(months)
	_, _, first := from.Date()
	if _, _, last := same.Date(); last < first {
		return same
	}
	return same.Add(-1)
}

// reviews looks for what has passed its day.
func (c *Currency) reviews(of *State) {
	c.ReviewDue = of.NextReview()
	current, _ := of.Current()
	late := func(field, id, what string, due day.Day) {
		if c.AsOf.After(due) {
			c.Overdue = append(c.Overdue, Overdue{field, id, what, due})
		}
	}
	if !c.ReviewDue.IsZero() && !c.AsOf.IsZero() {
		c.Review = InTime
		if c.AsOf.After(c.ReviewDue) {
			c.Review = PastDue
		}
		late("review.due", "", "Review of the plan", c.ReviewDue)
	}
	need, goal := "", 0
	for i, g := range of.Goals() {
		if i == 0 || g.Need != need {
			need, goal = g.Need, 0
		} else {
			goal++
		}
		at := fmt.Sprintf("needs[%d].goals[%d]", placeOf(current.Step.Needs, need), goal)
		if g.Status == Finished || g.Status == GivenUp {
			continue
		}
		for k, a := range g.Actions {
			if a.Status == Done || a.Status == Stopped {
				continue
			}
			here := fmt.Sprintf("%s.actions[%d]", at, k)
			late(here+".due", a.ID, a.What, a.Due)
			late(here+".review", a.ID, a.What, a.Review)
		}
	}
	for i, k := range current.Step.Contingency {
		late(path("contingency", i)+".review", k.ID, k.Name, k.Review)
	}
	for i, a := range current.Step.Additional {
		late(path("additional_plans", i)+".review", a.ID, a.Name, a.Review)
	}
}

// placeOf finds a need by its id.
func placeOf(needs []Need, id string) int {
	for i := range needs {
		if needs[i].ID == id {
			return i
		}
	}
	return -1
}

// StageNow is a stage of planning, and when it was reached.
type StageNow struct {
	Stage
	// Events are those that reached it, in order; none where it was not reached, or nobody wrote it down.
	Events []Entry[Reached] `json:"events,omitempty"`
	// Now tells that it is the stage that was reached last.
	Now bool `json:"now,omitempty"`
}

// Stages says how far planning has come: the stages of the document in its order, and the events that reached a stage which it does not know.
func (s *Standard) Stages(of *State) (stages []StageNow, strange []Entry[Reached]) {
	place := map[string]int{}
	for i, stage := range s.definition.Stages {
		stages = append(stages, StageNow{Stage: stage})
		place[stage.ID] = i
	}
	for _, e := range of.Stages() {
		if i, known := place[e.Step.Stage]; known {
			stages[i].Events = append(stages[i].Events, e)
		} else {
			strange = append(strange, e)
		}
	}
	if last, ok := of.Stage(); ok {
		if i, known := place[last.Step.Stage]; known {
			stages[i].Now = true
		}
	}
	return stages, strange
}
