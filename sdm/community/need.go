package community

import (
	"fmt"
	"math"
	"strings"
)

// Need is something that a person needs or is troubled by, in their own words, in a category of a directory, or both. It is a plain value.
type Need struct {
	// ID names the need in the referral, and keeps its meaning through it. A need of a care plan keeps its id of the plan.
	ID string `json:"id"`
	// Words are the person's own.
	Words string `json:"words,omitempty"`
	// Category is the id of a category of the directory, such as loneliness.
	Category string `json:"category,omitempty"`
	// Weight is how much it matters to the person beside the other needs, from 0 to 100; nil where they did not say.
	Weight *float64 `json:"weight,omitempty"`
}

// checkNeeds says what is wrong with a list of needs.
func checkNeeds(needs []Need) error {
	seen := make(map[string]bool, len(needs))
	for i, n := range needs {
		field := func(of string) string { return fmt.Sprintf("needs[%d]%s", i, of) } // said of faults alone
		switch {
		case blank(n.ID):
			return faultIn(field(".id"), "give each need an id of its own, such as need_1", "the need has no id, so nothing later could say that it is for it")
		case seen[n.ID]:
			return faultIn(field(".id"), "give each need an id of its own", "a need before it has the id %q too", n.ID)
		case blank(n.Words) && blank(n.Category):
			return faultIn(field(""), "write down the person's words, name a category, or both", "the need %q has neither words nor a category, so nobody knows what it is", n.ID)
		}
		if n.Weight != nil {
			if err := checkWeight(field(".weight"), n.Weight); err != nil {
				return err
			}
		}
		seen[n.ID] = true
	}
	return nil
}

// checkWeight says what is wrong with what a person said about how much something matters.
func checkWeight(field string, weight *float64) error {
	if weight == nil || *weight >= 0 && *weight <= 100 {
		return nil
	}
	if math.IsNaN(*weight) {
		return faultIn(field, "leave it out where the person did not say", "the weight is no number")
	}
	return faultIn(field, "weights go from 0 to 100", "the weight is %v", *weight)
}

// checkIDs says what is wrong with a list of ids that point to something else: needs, actions of a plan, scores.
func checkIDs(field, of string, ids []string) error {
	seen := make(map[string]bool, len(ids))
	for i, id := range ids {
		switch {
		case blank(id):
			return faultIn(fmt.Sprintf("%s[%d]", field, i), "name it, or take the entry out", "the id of %s is empty", of)
		case seen[id]:
			return faultIn(fmt.Sprintf("%s[%d]", field, i), "take the second one out", "%q stands in the list twice", id)
		}
		seen[id] = true
	}
	return nil
}

// blank tells whether a text says nothing.
func blank(text string) bool { return strings.TrimSpace(text) == "" }
