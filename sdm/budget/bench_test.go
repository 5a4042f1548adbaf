package budget_test

import (
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

// BenchmarkPolicy asks the law about one budget and about one line.
func BenchmarkPolicy(b *testing.B) {
	law := shipped(b).law
	of := given(b, must(b, begun()...), "2026-11-22", map[string]any{"age": 40}, map[string]any{"necessary": true})
	line := agreed().Lines[0]
	b.Run("findings", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if len(law.Findings(of)) < 40 {
				b.Fatal("findings are missing")
			}
		}
	})
	b.Run("line", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if len(law.Line(budget.Given{}, line)) != 14 {
				b.Fatal("findings are missing")
			}
		}
	})
	// What somebody would write for the lines alone: a table of categories, without reasons or sources.
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		barred := map[string]bool{
			"primary_medical": true, "nhs_charged": true, "planned_surgery": true, "vaccination_screening": true, "child_measurement": true,
			"nhs_health_check": true, "alcohol_tobacco": true, "gambling": true,
		}
		for b.Loop() {
			state := policy.NotMet
			if line.Mode == budget.Direct && (barred[line.Category] || line.Category == "debt" && line.ForLine == "" || line.Paid == budget.Connected && line.Necessity == "") {
				state = policy.Met
			}
			if state == policy.Met {
				b.Fatal("the line may be paid for")
			}
		}
	})
}
