package proms

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeOf = diag.Define(diag.Info{
	Code:    "score-of",
	Title:   "A score names something that is not there",
	Explain: "`of:` names a group, or lists items and scores; `reversed:` and `key:` list members of it. Each member is named once, or it would count twice.",
	Bad:     "of: symptom",
	Good:    "of: symptoms",
})

// members finds the list that the score is made of, gives reversed members slots of their own, and finds the key items.
// It reports whether all of it is there.
func (c *compiler) members(sc *score) bool {
	ids, whole := c.memberIDs(sc.definition.Of, sc.at+"/of")
	for _, id := range ids {
		if item, ok := c.listed[id]; ok {
			sc.members = append(sc.members, item)
		}
	}
	if !whole {
		return false
	}
	for k, id := range sc.definition.Reversed {
		whole = c.reverse(sc, id, fmt.Sprintf("%s/reversed/%d", sc.at, k)) && whole
	}
	if sc.definition.Missing == nil {
		return whole
	}
	for k, id := range sc.definition.Missing.Key {
		place := c.member(sc, id, fmt.Sprintf("%s/key/%d", sc.place("missing"), k))
		if place < 0 {
			whole = false
			continue
		}
		sc.key = append(sc.key, sc.members[place])
	}
	return whole
}

// memberIDs gives the ids of a list, and whether all of them are there.
func (c *compiler) memberIDs(of Members, at string) ([]string, bool) {
	if of.Group == "" {
		return of.IDs, c.checkMembers(of.IDs, at)
	}
	group, ok := c.def.Groups[of.Group]
	if !ok && strings.Contains(of.Group, ",") {
		c.report.Errorf(codeOf, diag.At(at), "`of` is one text here, and names no group").Hinted("Write it as a list: [%s]", of.Group)
		return nil, false
	}
	if !ok {
		reportNearest(c.report, codeOf, at, of.Group, "group", slices.Sorted(maps.Keys(c.def.Groups))).After("/groups")
		return nil, false
	}
	for _, id := range group {
		if _, ok := c.listed[id]; !ok {
			return group, false // reported once, at the group
		}
	}
	return group, len(group) > 0
}

// checkMembers reports ids of a list that are not there or stand twice, and a list without any.
func (c *compiler) checkMembers(ids []string, at string) bool {
	whole := len(ids) > 0
	if !whole {
		c.report.Errorf(codeOf, diag.At(at), "the list is empty").Hinted("Name its items").After("/items")
	}
	first := map[string]string{}
	for k, id := range ids {
		here := fmt.Sprintf("%s/%d", at, k)
		if _, ok := c.listed[id]; !ok {
			c.reportMember(id, here, ids)
			whole = false
		}
		if other, twice := first[id]; twice {
			c.report.Errorf(codeOf, diag.At(here), "%s stands twice in the list, so it would count twice", id).
				Hinted("Take one of the two out").Beside(diag.At(other), "the other one")
			whole = false
			continue
		}
		first[id] = here
	}
	return whole
}

// reportMember reports an id that no list can hold, here one among others.
func (c *compiler) reportMember(id, at string, others []string) {
	place, item := c.sheet.Place(id)
	_, group := c.def.Groups[id]
	switch {
	case c.report.WasTold(id):
		return
	case group:
		c.report.Errorf(codeOf, diag.At(at), "%s is a group, and a list names items and scores", id).
			Hinted("Name the members of the group one by one, or a score that is made of them")
		return
	case !item:
		var free map[string]rule.ListItem
		if !c.report.Crowded() {
			free = maps.Clone(c.listed)
			for _, other := range others {
				delete(free, other)
			}
		}
		reportNearest(c.report, codeOf, at, id, "item or score", slices.Sorted(maps.Keys(free))).After("/items")
		return
	}
	e := c.report.Errorf(codeOf, diag.At(at), "%s takes %s, which is no one value to score", id, c.sheet.Question(place).Form())
	if c.sheet.Question(place).Form() == question.FormMarks {
		e.Hinted("Make a score with a rule of its own, such as %s.count", id)
		return
	}
	e.Hinted("Take it out of the list")
}

// reverse lets the score read one member from the other end.
func (c *compiler) reverse(sc *score, id, at string) bool {
	place := c.member(sc, id, at)
	if place < 0 {
		return false
	}
	from := sc.members[place].Slot
	for _, t := range sc.turned {
		if t.to == from {
			c.report.Errorf(codeOf, diag.At(at), "%s is turned round twice", id).Hinted("Take one of the two out")
			return false
		}
	}
	t := c.types[from]
	to := c.builder.Hidden(t)
	asked, gated := c.asked[from]
	sc.members[place].Slot = to
	sc.turned = append(sc.turned, turned{from: from, to: to, sum: t.Lo + t.Hi, asked: asked, gated: gated})
	return true
}

// overall finds the wider list of which a number must be answered too.
func (c *compiler) overall(sc *score) bool {
	at := sc.place("missing") + "/overall"
	form := sc.definition.Missing.Overall
	ids, whole := c.memberIDs(form.Of, at+"/of")
	sc.overall.atLeast = form.AtLeast
	for _, id := range ids {
		if item, ok := c.listed[id]; ok {
			sc.overall.members = append(sc.overall.members, item)
		}
	}
	for _, part := range c.declared {
		if slices.ContainsFunc(sc.members, func(m rule.ListItem) bool { return m.Slot == part.value }) {
			sc.overall.parts = append(sc.overall.parts, part)
		}
	}
	checkAtLeast(form.AtLeast, at+"/at_least", len(ids), c.report)
	return whole
}

// member gives the place of a member by its id, or -1 after it reported that there is none.
func (c *compiler) member(sc *score, id, at string) int {
	place := slices.IndexFunc(sc.members, func(m rule.ListItem) bool { return m.ID == id })
	if place < 0 {
		ids := make([]string, len(sc.members))
		for i, m := range sc.members {
			ids[i] = m.ID
		}
		e := c.report.Errorf(codeOf, diag.At(at), "%s is not among the items of this score", id)
		_, elsewhere := c.listed[id]
		if near := diag.Nearest(id, ids); near != "" && !elsewhere {
			e.Hinted("Did you mean %s?", near).Mended(diag.At(at), near)
		} else {
			e.Hinted("Its items are %s", phrase.Listed(ids))
		}
	}
	return place
}

// reportNearest reports a name that is not there, with a did-you-mean.
func reportNearest(r *diag.Reporter, code diag.Code, at, typed, what string, candidates []string) *diag.Entry {
	e := r.Errorf(code, diag.At(at), "there is no %s %s", what, typed)
	if r.Crowded() {
		return e
	}
	switch near := diag.Nearest(typed, candidates); {
	case near != "":
		e.Hinted("Did you mean %s?", near).Mended(diag.At(at), near)
	case len(candidates) > 0 && len(candidates) <= maxNames:
		e.Hinted("There is %s", phrase.Listed(candidates))
	case len(candidates) == 0 && what == "group":
		e.Hinted("The document has no groups; list the items: [q1, q2]")
	default:
		e.Hinted("Name one that the document has")
	}
	return e
}
