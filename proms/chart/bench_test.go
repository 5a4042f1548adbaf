package chart

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkTrajectory draws six visits with bands, beside what one would write by hand for this one picture: no checks, no
// escaping, no words, and every place fixed.
func BenchmarkTrajectory(b *testing.B) {
	p := phq()
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if s := byHand(p); len(s) < 1000 {
				b.Fatal(s)
			}
		}
	})
	b.Run("svg", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := p.SVG(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("table", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := p.Table(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func byHand(p Trajectory) string {
	var b strings.Builder
	y := func(v float64) float64 { return 54 + 250*(27-v)/27 }
	x := func(i int) float64 { return 70 + 60*float64(i) }
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 440" role="img"><title>%s</title>`, p.Title)
	for _, band := range p.Bands {
		fmt.Fprintf(&b, `<path d="M46 %.1fH456" stroke="currentColor" stroke-opacity=".25"/>`, y(band.From))
		fmt.Fprintf(&b, `<text x="470" y="%.1f">%s</text><text x="30" y="%.1f">%g</text>`, y(band.From), band.Name, y(band.From), band.From)
	}
	for i, visit := range p.Visits {
		fmt.Fprintf(&b, `<text x="%.1f" y="324">%s</text>`, x(i), visit.On.Time().Format("2 Jan"))
		if visit.Missing != "" {
			fmt.Fprintf(&b, `<text x="32" y="400">%s (%s)</text>`, visit.Missing, visit.On.Long())
			continue
		}
		fmt.Fprintf(&b, `<circle cx="%.1f" cy="%.1f" r="4.5"/><text x="%.1f" y="%.1f">%g</text>`, x(i), y(visit.Value), x(i), y(visit.Value)-11, visit.Value)
		if i > 0 && p.Visits[i-1].Missing == "" {
			fmt.Fprintf(&b, `<path d="M%.1f %.1fL%.1f %.1f" stroke="#2b78c5"/>`, x(i-1), y(p.Visits[i-1].Value), x(i), y(visit.Value))
		}
	}
	b.WriteString("</svg>")
	return b.String()
}

func BenchmarkFunnel(b *testing.B) {
	f := clinics()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.SVG(); err != nil {
			b.Fatal(err)
		}
	}
}
