package support_test

import (
	"encoding/json"
	"sync"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation/support"
)

// TestManyAtOnce holds that one document serves many people at the same time, each with the same list as alone.
func TestManyAtOnce(t *testing.T) {
	w := shipped(t)
	givens := []support.Given{{On: today}, {On: today, Assessment: w.level(20)}, {On: today, Assessment: w.level(90), Person: w.person(t, map[string]any{"age": 40, "copd": true})}}
	var alone []string
	for _, given := range givens {
		alone = append(alone, written(t, w.tailor(t, given)))
	}
	var all sync.WaitGroup
	for i := range 12 {
		all.Add(1)
		go func() {
			defer all.Done()
			for range 20 {
				list, err := w.offers.Tailor(givens[i%3])
				if err != nil {
					t.Error(err)
				}
				if got := written(t, list); got != alone[i%3] {
					t.Errorf("%s, alone %s", got, alone[i%3])
				}
			}
		}()
	}
	all.Wait()
}

func written(t *testing.T, list support.Tailored) string {
	out, err := json.Marshal(list)
	if err != nil {
		t.Error(err)
	}
	return string(out)
}

// TestTailorIsFrugal bounds what one list costs: about two allocations for each of its offers.
func TestTailorIsFrugal(t *testing.T) {
	w := shipped(t)
	given := support.Given{On: today, Assessment: w.level(60), Answers: w.answers(t, map[string]any{"way": "any_way", "meets_others": true})}
	if n := testing.AllocsPerRun(50, func() {
		if _, err := w.offers.Tailor(given); err != nil {
			t.Fatal(err)
		}
	}); n > 300 {
		t.Errorf("%v allocations", n)
	} else {
		t.Logf("%v allocations", n)
	}
}
