package cohort

import (
	"fmt"
	"math"
	"slices"
)

// Better says which end of a score is the better one.
type Better string

// The two directions.
const (
	Higher Better = "higher"
	Lower  Better = "lower"
)

// A ChangePlan says which change is summarised. It is the identity of a Change: changes merge only
// where their plans are equal.
type ChangePlan struct {
	Scale      Scale       `json:"scale"`
	Better     Better      `json:"better"`
	Responders []Responder `json:"responders,omitempty"`
}

// A Responder definition says how large a change counts as a response. The threshold is the caller's,
// with its source: published ones differ by method, population and baseline. Exactly one of Points and
// Percent is set, above 0.
type Responder struct {
	Code string `json:"code"`
	// Points is the smallest change that counts, in units of the score.
	Points float64 `json:"points,omitempty"`
	// Percent is the smallest change that counts, in percent of the size of the before value. It has a
	// meaning only where 0 means none of the thing.
	Percent float64 `json:"percent,omitempty"`
}

// A ResponderShare is how many people responded by one definition. The people in neither share changed
// by less.
type ResponderShare struct {
	Code     string `json:"code"`
	Improved Share  `json:"improved"` // changed for the better by the threshold or more
	Worsened Share  `json:"worsened"` // changed for the worse by the threshold or more
}

// Unpaired counts the people who are in no comparison.
type Unpaired struct {
	Before int64 `json:"before"` // only the before value is missing
	After  int64 `json:"after"`  // only the after value is missing
	Both   int64 `json:"both"`   // neither value is there
}

// Total returns how many people are in no comparison.
func (u Unpaired) Total() int64 { return u.Before + u.After + u.Both }

func (u *Unpaired) count(noBefore, noAfter bool) {
	switch {
	case noBefore && noAfter:
		u.Both++
	case noBefore:
		u.Before++
	case noAfter:
		u.After++
	}
}

// A Change describes one score before and after, over the people who have both. Make it with
// [NewChange], [Change.Empty] or by decoding. Reading is safe for concurrent use while nobody adds or
// merges; adding and merging are not.
type Change struct {
	layout                    *layout
	plan                      *ChangePlan // its scale is that of layout
	before, after, difference Moments
	responses                 []response // beside plan.Responders
	unpaired                  Unpaired
	noBefore, noAfter         absence
}

type response struct{ improved, worsened, of int64 }

// NewChange makes an empty summary of change. It returns ErrDefinition where the plan contradicts
// itself.
func NewChange(plan ChangePlan) (*Change, error) {
	l, err := newLayout(plan.Scale)
	if err != nil {
		return nil, err
	}
	plan.Scale = l.scale
	plan.Responders = slices.Clone(plan.Responders)
	if err := plan.check(); err != nil {
		return nil, err
	}
	return emptyChange(l, &plan), nil
}

func (p ChangePlan) check() error {
	if p.Better != Higher && p.Better != Lower {
		return p.Scale.refuse("better is %q; write %q or %q, so that a response has a direction", clip(string(p.Better)), Higher, Lower)
	}
	if len(p.Responders) > MaxWords {
		return p.Scale.refuse("there are %d responder definitions; at most %d are allowed", len(p.Responders), MaxWords)
	}
	seen := map[string]bool{}
	for i, r := range p.Responders {
		threshold := max(r.Points, r.Percent)
		switch {
		case r.Code == "" || len(r.Code) > MaxName || seen[r.Code]:
			return p.Scale.refuse("responder %d has the code %q; codes must be 1 to %d bytes and differ", i+1, clip(r.Code), MaxName)
		case (r.Points != 0) == (r.Percent != 0) || !(threshold > 0) || !usable(threshold):
			return p.Scale.refuse("responder %q must have either points or percent, finite and above 0, and not both", r.Code)
		}
		seen[r.Code] = true
	}
	return nil
}

func emptyChange(l *layout, plan *ChangePlan) *Change {
	none := Moments{noise: l.noise}
	return &Change{
		layout: l, plan: plan, before: none, after: none, difference: none,
		responses: make([]response, len(plan.Responders)),
		noBefore:  newAbsence(l.scale.Reasons), noAfter: newAbsence(l.scale.Reasons),
	}
}

// Empty returns a new summary of nobody by the same plan.
func (c *Change) Empty() *Change {
	if c.layout == nil {
		return &Change{}
	}
	return emptyChange(c.layout, c.plan)
}

// Add adds one person's values. It does not allocate. Where either value is not finite or cannot
// occur, the person is unpaired, that side is counted as missing with the reason "internal", and
// FaultsBefore or FaultsAfter says so.
func (c *Change) Add(before, after float64) {
	if c.layout == nil {
		c.refuse(before, after, true, true)
		return
	}
	placeBefore, from := c.layout.find(before)
	placeAfter, to := c.layout.find(after)
	if placeBefore < 0 || placeAfter < 0 {
		c.refuse(before, after, placeBefore < 0, placeAfter < 0)
		return
	}
	c.before.add(from)
	c.after.add(to)
	c.difference.add(to - from)
	better := to - from
	if c.plan.Better == Lower {
		better = -better
	}
	for i := range c.plan.Responders {
		c.responses[i].add(c.plan.Responders[i], from, better, c.layout.noise)
	}
}

func (c *Change) refuse(before, after float64, noBefore, noAfter bool) {
	if noBefore {
		c.noBefore.faults.value(before)
	}
	if noAfter {
		c.noAfter.faults.value(after)
	}
	c.unpaired.count(noBefore, noAfter)
}

// add counts one person. A change that reaches the threshold but for rounding counts.
func (r *response) add(by Responder, before, better, noise float64) {
	threshold := by.Points
	if by.Percent != 0 {
		if math.Abs(before) <= noise {
			return // a percentage of nothing has no meaning
		}
		threshold = float64(by.Percent*math.Abs(before)) / 100
	}
	r.of++
	if better >= threshold-noise {
		r.improved++
	} else if -better >= threshold-noise {
		r.worsened++
	}
}

// AddMissing counts one person who lacks a value before, after or both. A word says why; "" means that
// this side has a value, which is then in no comparison. It does not allocate. A word that the scale
// does not list, and "" on both sides, are counted as "internal", and FaultsBefore or FaultsAfter says
// so.
func (c *Change) AddMissing(before, after string) {
	neither := before == "" && after == ""
	noBefore, noAfter := before != "" || neither, after != "" || neither
	if noBefore {
		c.noBefore.word(before)
	}
	if noAfter {
		c.noAfter.word(after)
	}
	c.unpaired.count(noBefore, noAfter)
}

// Merge adds the people of the other change to this one, and leaves the other as it was. It returns
// ErrIncompatible where the plans differ, ErrUnmade where either was never made, and ErrTooMany past
// MaxCount; then nothing is changed.
func (c *Change) Merge(other *Change) error {
	if other == nil || other.layout == nil || c.layout == nil {
		return fmt.Errorf("%w: make both changes with NewChange, Empty or a decoder before merging them", ErrUnmade)
	}
	if err := sameLayout(c.layout, other.layout); err != nil {
		return err
	}
	if c.plan.Better != other.plan.Better || !slices.Equal(c.plan.Responders, other.plan.Responders) {
		return fmt.Errorf("%w: both are of score %q, but what counts as a response differs", ErrIncompatible, clip(c.layout.scale.Score))
	}
	if err := fits(c.People(), other.People()); err != nil {
		return err
	}
	c.before.merge(other.before)
	c.after.merge(other.after)
	c.difference.merge(other.difference)
	for i, r := range other.responses {
		c.responses[i].improved += r.improved
		c.responses[i].worsened += r.worsened
		c.responses[i].of += r.of
	}
	c.unpaired.Before += other.unpaired.Before
	c.unpaired.After += other.unpaired.After
	c.unpaired.Both += other.unpaired.Both
	c.noBefore.merge(&other.noBefore)
	c.noAfter.merge(&other.noAfter)
	return nil
}

// People returns how many people were added, paired or not.
func (c *Change) People() int64 { return c.difference.n + c.unpaired.Total() }

// Unpaired returns how many people are in no comparison.
func (c *Change) Unpaired() Unpaired { return c.unpaired }

// MissingBefore returns why before values are missing, in the order of the scale's reason words.
func (c *Change) MissingBefore() []MissingCount { return c.noBefore.list() }

// MissingAfter returns why after values are missing, in the order of the scale's reason words.
func (c *Change) MissingAfter() []MissingCount { return c.noAfter.list() }

// FaultsBefore returns what was refused among before values and their reason words.
func (c *Change) FaultsBefore() Faults { return c.noBefore.faults }

// FaultsAfter returns what was refused among after values and their reason words.
func (c *Change) FaultsAfter() Faults { return c.noAfter.faults }
