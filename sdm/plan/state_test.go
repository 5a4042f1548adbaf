package plan_test

import (
	"testing"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

func TestSmoke(t *testing.T) {
	var s plan.State
	d := day.New(2026, time.March, 2)
	if err := s.Apply("e1", d, plan.Offered{Status: plan.Accepted}); err != nil {
		t.Fatal(err)
	}
	err := s.Apply("e2", d, plan.Agreed{Version: plan.Version{Needs: []plan.Need{{ID: "a", Text: "x", Goals: []plan.Goal{{ID: "g0", Text: "t", Owner: plan.Someone{Role: "person"}}, {ID: "g", Text: "t"}}}}}})
	if err == nil || err.Error() != `needs[0].goals[1].owner: nobody owns this goal, so nobody would see to it; say who; where it is the person, write {"role": "person"}` {
		t.Fatal(err)
	}
}
