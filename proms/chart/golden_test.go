package chart

import (
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

func TestGolden(t *testing.T) {
	start := phq()
	start.Baseline, start.Visits[3].Missing = 3, "did not come"
	crowded := phq()
	crowded.Prefix, crowded.Visits = "crowded", nil
	for i := range 60 {
		crowded.Visits = append(crowded.Visits, Visit{On: day.New(2026, 1, 1).Add(7 * i), Value: float64((i*i*7 + i) % 28)})
	}
	for name, draw := range map[string]func() ([]byte, error){
		"bands.svg": phq().SVG, "no_bands.svg": pain().SVG, "no_start.svg": start.SVG, "crowded.svg": crowded.SVG,
		"funnel.svg": clinics().SVG,
	} {
		t.Run(name, func(t *testing.T) {
			picture, err := draw()
			if err != nil {
				t.Fatal(err)
			}
			again, _ := draw()
			if string(again) != string(picture) {
				t.Error("the same picture has other bytes")
			}
			golden(t, name, picture)
		})
	}
}
