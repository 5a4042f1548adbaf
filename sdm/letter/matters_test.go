package letter_test

import (
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
)

// What mattered is told under the day on which it was said, also where one conversation went on for days.
func TestWeightsStandUnderTheirDays(t *testing.T) {
	weight := 70.0
	l := write(t, record(t,
		event("talk", "2026-01-10", "", sdm.Together, sdm.Opened{Aid: "hip", Version: "1.0.0"}),
		event("m1", "2026-01-10", "talk", sdm.ByPerson, sdm.Mattered{Value: "pain", Weight: &weight}),
		event("m2", "2026-01-15", "talk", sdm.ByPerson, sdm.Mattered{Value: "walking", Weight: &weight})), letter.Options{})
	for _, day := range []string{"This is how much each of these mattered to you on 10 January 2026. 100 is the most.", "This is how much each of these mattered to you on 15 January 2026. 100 is the most."} {
		if !says(l, day) {
			t.Errorf("it does not say %q", day)
		}
	}
}
