package question

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Option is one answer of an answer set.
type Option struct {
	// ID names the answer in rules and in JSON: snake_case, unique in its set.
	ID string `json:"id"`
	// Value is what the answer scores. Either all options of a set have one, or none; an option that counts as something
	// else needs none.
	Value *float64 `json:"value,omitempty"`
	// Label is the wording shown; empty where it may not be shipped.
	Label string `json:"label,omitempty"`
	// CountsAs is "missing" for an option such as "prefer not to say", which is an answer to read and none to score, and
	// "not_applicable" for one such as "I do not work", after which the question counts as rightly not asked.
	CountsAs string `json:"counts_as,omitempty"`
}

// What an option can count as, instead of an answer.
const (
	countsAsMissing       = "missing"
	countsAsNotApplicable = "not_applicable"
)

// AnswerSet is the options of a closed question, in the order in which they are shown.
type AnswerSet []Option

// YesNo is the name of the built-in answer set of two truths. A document need not define it, and may not.
const YesNo = "yes_no"

// Reason gives what an answer comes to: rule.Present for an option that is scored, rule.Declined for one that counts as
// missing, rule.NotAsked for one that counts as not applicable, and rule.Invalid for an id that no option has.
func (set AnswerSet) Reason(id string) rule.Reason {
	i := slices.IndexFunc(set, func(o Option) bool { return o.ID == id })
	switch {
	case i < 0:
		return rule.Invalid
	case set[i].CountsAs == "":
		return rule.Present
	case set[i].CountsAs == countsAsNotApplicable:
		return rule.NotAsked
	default:
		return rule.Declined
	}
}

// MayNotApply reports whether an option of the set says that the question does not apply.
func (set AnswerSet) MayNotApply() bool {
	return slices.ContainsFunc(set, func(o Option) bool { return o.CountsAs == countsAsNotApplicable })
}

// marked gives the options of which each can be marked on its own.
func (set AnswerSet) marked() []Option {
	var options []Option
	for _, o := range set {
		if o.CountsAs == "" {
			options = append(options, o)
		}
	}
	return options
}
