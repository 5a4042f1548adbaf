package activation_test

import (
	"encoding/json"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation"
)

// handwritten is the level of a score as a service would write it without a library.
func handwritten(score float64) (string, bool) {
	switch {
	case !(score >= 0 && score <= 100):
		return "", false
	case score >= 72.5:
		return "level_4", true
	case score >= 55.2:
		return "level_3", true
	case score >= 47.1:
		return "level_2", true
	default:
		return "level_1", true
	}
}

func BenchmarkLevel(b *testing.B) {
	m := pam(b)
	scores := []float64{12.3, 47, 47.1, 60, 67.1, 72.5, 90, 100}
	b.Run("handwritten", func(b *testing.B) {
		i := 0
		for b.Loop() {
			handwritten(scores[i&7])
			i++
		}
	})
	b.Run("compiled", func(b *testing.B) {
		b.ReportAllocs()
		model := m.Model()
		state := model.NewState()
		level, _ := model.Slot("level")
		i := 0
		for b.Loop() {
			state.Frame()[0] = scores[i&7]
			model.Eval(state)
			state.Get(level)
			i++
		}
	})
	b.Run("assessment", func(b *testing.B) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			m.AssessScore(score(scores[i&7]))
			i++
		}
	})
}

func BenchmarkAssess(b *testing.B) {
	m := fromSet(b, "confidence")
	answers := answer(b, m, 4, 5, 6, 7, 8, 9)
	b.Run("questionnaire", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			m.Questionnaire().Score(answers)
		}
	})
	b.Run("person", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			m.Assess(answers)
		}
	})
	b.Run("json", func(b *testing.B) {
		a := m.Assess(answers)
		for b.Loop() {
			if _, err := json.Marshal(a); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkChange(b *testing.B) {
	m := pam(b)
	from, to := m.AssessScore(score(50), activation.On(on("2026-01-10"))), m.AssessScore(score(60), activation.On(on("2026-06-10")))
	b.ReportAllocs()
	for b.Loop() {
		m.Change(from, to)
	}
}
