package decisionaid

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// ErrKnowledge is returned for an answer to a knowledge item that the aid does not have, or that is none of its answers.
var ErrKnowledge = errors.New("no such knowledge item or answer")

// KnowledgeItem asks whether a person took in something that the decision rests on.
type KnowledgeItem struct {
	ID  string `json:"id"`
	Ask string `json:"ask"`
	// Options are the answers to choose from, one of them correct.
	Options []KnowledgeOption `json:"options"`
	// Correct is the id of the correct one.
	Correct string `json:"correct"`
	// Because says why, and is shown when it was answered.
	Because string `json:"because"`
}

// KnowledgeOption is one answer to choose from.
type KnowledgeOption struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// Knowledge is what a person knew. An item without an answer is not wrong, but nobody can say that it is known: so the share
// of correct answers lies between Low and High, which are equal once all items are answered.
type Knowledge struct {
	// Of is how many items there are, Answered how many were answered, Correct how many of those correctly.
	Of       int `json:"of"`
	Answered int `json:"answered"`
	Correct  int `json:"correct"`
	// Low and High are percentages, 0 to 100: with every open item wrong, and with every open item right. Both are 0 for an
	// aid without items.
	Low  float64 `json:"low"`
	High float64 `json:"high"`
	// Items are in the order of the aid.
	Items []KnownItem `json:"items,omitempty"`
}

// KnownItem is how one item was answered.
type KnownItem struct {
	Item string `json:"item"`
	// Given is the id of the answer; empty where there is none.
	Given   string `json:"given,omitempty"`
	Correct bool   `json:"correct"`
	// Because explains the correct answer; empty until the item was answered, so that nobody reads it before.
	Because string `json:"because,omitempty"`
}

// Complete reports whether there are items and all were answered.
func (k Knowledge) Complete() bool { return k.Of > 0 && k.Answered == k.Of }

// Knowledge scores answers to the knowledge items: the id of an answer by the id of its item. An item that is not in the map
// was not answered. The error joins an ErrKnowledge for each item or answer that the aid does not have; the good answers are
// scored.
func (a *Aid) Knowledge(answers map[string]string) (Knowledge, error) {
	items := a.definition.Knowledge
	k := Knowledge{Of: len(items)}
	var faults []error
	for _, id := range slices.Sorted(maps.Keys(answers)) {
		if !slices.ContainsFunc(items, func(i KnowledgeItem) bool { return i.ID == id }) {
			faults = append(faults, fmt.Errorf("decisionaid: %s has no knowledge item %q: %w", a.ID(), id, ErrKnowledge))
		}
	}
	for _, item := range items {
		known := KnownItem{Item: item.ID}
		given, answered := answers[item.ID]
		switch {
		case !answered:
		case !item.has(given):
			faults = append(faults, fmt.Errorf("decisionaid: %q is no answer to %s: %w", given, item.ID, ErrKnowledge))
		default:
			known.Given, known.Correct, known.Because = given, given == item.Correct, item.Because
			k.Answered++
			if known.Correct {
				k.Correct++
			}
		}
		k.Items = append(k.Items, known)
	}
	if k.Of > 0 {
		k.Low = float64(100*k.Correct) / float64(k.Of)
		k.High = float64(100*(k.Correct+k.Of-k.Answered)) / float64(k.Of)
	}
	return k, errors.Join(faults...)
}

// has reports whether an answer is one of the item's.
func (i *KnowledgeItem) has(answer string) bool {
	return slices.ContainsFunc(i.Options, func(o KnowledgeOption) bool { return o.ID == answer })
}
