package question

import (
	"math"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// typeOf gives the type of an answer. It is called for questions that passed their checks. Words and days have none.
func typeOf(q Question, sets map[string]AnswerSet) rule.Type {
	switch q.Form() {
	case FormNumber:
		return rule.Type{Kind: rule.Number, Unit: q.Number.Unit, Lo: q.Number.Range[0], Hi: q.Number.Range[1], Step: q.Number.Step}
	case FormScale:
		return rule.Type{Kind: rule.Number, Lo: q.Scale.Range[0], Hi: q.Scale.Range[1], Step: q.Scale.Step}
	case FormYesNo:
		return truth()
	case FormMarks:
		return codeType(q.Marks, sets[q.Marks])
	case FormChoice:
		return SetType(q.Answer, sets[q.Answer])
	default:
		return rule.Type{}
	}
}

func truth() rule.Type { return rule.Type{Kind: rule.Truth, Set: YesNo, Lo: 0, Hi: 1, Step: 1} }

// SetType gives the type of the answers of a set: numbers where the options have values, else codes in their order.
func SetType(name string, set AnswerSet) rule.Type {
	if scored(set) {
		return scoredType(name, set)
	}
	return codeType(name, set)
}

func codeType(name string, set AnswerSet) rule.Type {
	t := rule.Type{Kind: rule.Code, Set: name, Step: 1}
	for i, o := range set {
		t.Options = append(t.Options, rule.Option{ID: o.ID, Value: float64(i), Missing: o.CountsAs != ""})
	}
	t.Hi = float64(len(set) - 1)
	return t
}

func scoredType(name string, set AnswerSet) rule.Type {
	t := rule.Type{Kind: rule.Number, Set: name, Lo: math.Inf(1), Hi: math.Inf(-1), Step: 1}
	for _, o := range set {
		option := rule.Option{ID: o.ID, Missing: o.CountsAs != ""}
		if o.Value != nil {
			option.Value = *o.Value
			t.Lo, t.Hi = min(t.Lo, option.Value), max(t.Hi, option.Value)
			if option.Value != math.Trunc(option.Value) {
				t.Step = 0
			}
		}
		t.Options = append(t.Options, option)
	}
	return t
}

// scored reports whether any option has a value, so that answers are numbers.
func scored(set AnswerSet) bool {
	for _, o := range set {
		if o.Value != nil {
			return true
		}
	}
	return false
}
