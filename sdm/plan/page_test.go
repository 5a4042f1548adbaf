package plan_test

import (
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// paper gives the page of a plan as Markdown.
func paper(t *testing.T, v plan.Version, reader string) string {
	t.Helper()
	e, ok := shipped(t).standard.Export(after(t, event{"e1", "2026-03-09", plan.Agreed{Version: v}}), reader)
	if !ok {
		t.Fatal("there is no plan")
	}
	var md strings.Builder
	if err := e.Page("My plan").WriteMarkdown(&md); err != nil {
		t.Fatal(err)
	}
	return md.String()
}

// Who said something is told once where it is the same of a whole section, else once for a heading, else of each thing; what nobody put down is
// never told of somebody.
func TestWhoSaidItIsToldOnce(t *testing.T) {
	me, on := plan.Someone{Role: plan.ThePerson}, day.New(2026, 3, 2)
	mine, hers := plan.Said{By: me, On: on}, plan.Said{By: plan.Someone{Role: plan.Carer, Name: "Kim"}, On: on}
	spoken := func(v plan.Version, action plan.Said) plan.Version {
		v.Needs[0].Goals[0].Actions[0].Said = action
		return v
	}
	version := func(first, second, need plan.Said) plan.Version {
		return plan.Version{
			Matters:   []plan.Statement{{Text: "My garden", Said: first}, {Text: "My dog", Said: second}},
			Strengths: []plan.Statement{{Text: "My sister", Said: mine}},
			Outcomes:  []plan.Outcome{{ID: "o", Text: "To be out", Said: mine}},
			Needs: []plan.Need{{ID: "n", Text: "My hip", Said: need, Goals: []plan.Goal{{ID: "g", Text: "To walk", Owner: me, Outcomes: []string{"o"}, Said: mine,
				Actions: []plan.Action{{ID: "a", What: "A class", Who: me}}}}}},
		}
	}
	const section, by = "were said by: the person, on 2 March 2026.", "Said by: the person, on 2 March 2026"
	for what, c := range map[string]struct {
		version plan.Version
		section int // how often it is told of the section, and of a heading or a thing
		by      int
		says    string
	}{
		"all the same":            {version(mine, mine, mine), 1, 0, "- \u2068My garden\u2069\n- \u2068My dog\u2069\n\n### Strengths"},
		"an action of the same":   {spoken(version(mine, mine, mine), mine), 1, 1, "\n- " + by + "\n"},
		"a need that nobody said": {version(mine, mine, plan.Said{}), 0, 4, "- \u2068My garden\u2069\n- \u2068My dog\u2069\n\n" + by + ".\n\n### Strengths"},
		"two voices":              {version(mine, hers, mine), 0, 5, "\u2068My dog\u2069\n\nSaid by: Kim (carer), on 2 March 2026."},
		"nobody said what matters": {version(plan.Said{}, plan.Said{}, mine), 0, 4,
			"\u2068My garden\u2069\n\n\u2068My dog\u2069\n\n### Strengths"},
	} {
		md := paper(t, c.version, plan.ForPerson)
		if got := strings.Count(md, section); got != c.section {
			t.Errorf("%s: told %d times of the section", what, got)
		}
		if got := strings.Count(md, by); got != c.by {
			t.Errorf("%s: told %d times of a heading or a thing\n%s", what, got, md)
		}
		if !strings.Contains(md, c.says) {
			t.Errorf("%s: it does not say %q\n%s", what, c.says, md)
		}
	}
}

// Ids are not for people: the page has words for them, or leaves them to the data.
func TestPageHasNoIDs(t *testing.T) {
	v := plan.Version{
		Outcomes: []plan.Outcome{{ID: "out_1", Text: "To be out", Measure: "oxford-hip-score"}, {ID: "out_2", Text: "To sleep", Measure: "eq-5d-5l"}, {ID: "out_3", Text: "To sing", Measure: "by asking Kim"}},
		Needs: []plan.Need{{ID: "need_1", Text: "My hip", Area: plan.DailyLife, Goals: []plan.Goal{{ID: "goal_1", Text: "To walk", Owner: plan.Someone{Role: plan.ThePerson},
			Decision: "decided-1", Outcomes: []string{"out_1", "out_2"}, Status: plan.UnderWay}}}},
		Shares: []plan.Share{{Audience: "gp_practice", AllowedBy: plan.ThePerson}},
	}
	md := paper(t, v, "gp_practice")
	for _, id := range []string{"e1", "decided-1", "out\\_", "need\\_", "goal\\_", "gp\\_", "gp practice", "personalised-plan-england", "oxford-hip-score", "daily\\_life"} {
		if strings.Contains(md, id) {
			t.Errorf("the page says %q", id)
		}
	}
	for _, words := range []string{"This copy is for: GP practice.", "Follows from: a decision that is in the record", "- To lead to:\n  - To be out\n  - To sleep\n",
		"Looked at with: Oxford hip score", "Looked at with: EQ-5D-5L", "Looked at with: by asking Kim", "## Contingency/safety plans\n", "## Additional support plans\n"} {
		if !strings.Contains(md, words) {
			t.Errorf("the page does not say %q\n%s", words, md)
		}
	}
}
