package risk

import (
	"fmt"
	"strings"
	"testing"
)

// One cell of a decision aid: an effect with its interval on a baseline.
func BenchmarkCell(b *testing.B) {
	baseline := chance(b, 0.072, Interval{}, Years(1))
	joint := chance(b, 0.072, CI95(0.065, 0.08), Years(1))
	odds := Effect{Measure: OddsRatio, Value: 0.36, Interval: CI95(0.26, 0.51)}
	for name, c := range map[string]struct {
		effect   Effect
		baseline Chance
	}{"relative-risk": {warfarin, baseline}, "odds-ratio": {odds, baseline}, "joined": {warfarin, joint}} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.effect.Apply(c.baseline); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	// What one would write by hand for a relative risk, with the same refusals.
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, _, _, err := byHand(0.072, 0.36, 0.26, 0.51); err != nil {
				b.Fatal(err)
			}
		}
	})
}

//go:noinline
func byHand(p0, rr, low, high float64) (value, lower, upper float64, err error) {
	if !(rr > 0) || !(low > 0) || low > rr || rr > high || !(p0 >= 0 && p0 <= 1) || p0*high > 1 {
		return 0, 0, 0, fmt.Errorf("out of range: %v %v %v %v", p0, rr, low, high)
	}
	return p0 * rr, p0 * low, p0 * high, nil
}

func BenchmarkPer(b *testing.B) {
	c := chance(b, 0.02592, Interval{}, Years(1))
	b.Run("per", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := c.Framed(Per1000); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		p, did, didNot := 0.02592, 0, 0
		for b.Loop() {
			did = int(p*1000 + 0.5)
			didNot = 1000 - did
		}
		_ = didNot
	})
}

func BenchmarkSentence(b *testing.B) {
	c := chance(b, 0.072, Interval{}, Years(1))
	b.Run("chance", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := (Voice{}).Chance(c, Per1000, stroke); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_ = fmt.Sprintf("%d in every %s people %s in %d year; %d do not.", 72, "1,000", stroke.Happens, 1, 928)
		}
	})
}

func BenchmarkIconArray(b *testing.B) {
	icons, err := Voice{}.Icons("p", "Stroke", chance(b, 0.072, Interval{}, Years(1)), Per1000, stroke)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("dashed", func(b *testing.B) {
		b.ReportAllocs()
		var size int
		for b.Loop() {
			picture, err := icons.SVG()
			if err != nil {
				b.Fatal(err)
			}
			size = len(picture)
		}
		b.ReportMetric(float64(size), "bytes/picture")
	})
	// What one would write by hand: one circle for each person.
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		var size int
		for b.Loop() {
			size = len(circles(icons))
		}
		b.ReportMetric(float64(size), "bytes/picture")
	})
}

func circles(icons IconArray) string {
	var s strings.Builder
	s.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">`)
	for i := range 1000 {
		fill := "none"
		if i < icons.Parts[0].People {
			fill = blue
		}
		fmt.Fprintf(&s, `<circle cx="%d" cy="%d" r="4" fill="%s" stroke="%s"/>`, 5+i%40*10, 5+i/40*10, fill, grey)
	}
	s.WriteString("</svg>")
	return s.String()
}

// Working out and showing a cell as numbers allocates nothing.
func TestAllocations(t *testing.T) {
	baseline := chance(t, 0.072, CI95(0.065, 0.08), Years(1))
	for name, work := range map[string]func() error{
		"apply":   func() error { _, err := warfarin.Apply(baseline); return err },
		"chain":   func() error { _, err := Chain(warfarin, doac); return err },
		"over":    func() error { _, err := baseline.Over(Years(5), ConstantRate); return err },
		"framed":  func() error { _, err := baseline.Framed(Per1000); return err },
		"uplift":  func() error { _, err := NewUplift(baseline, baseline, Wanted, Per1000); return err },
		"tested":  func() error { _, err := Test{0.9, 0.9, 0.1}.People(Per1000); return err },
		"compare": func() error { _, err := Compare(baseline, baseline); return err },
	} {
		if n := testing.AllocsPerRun(100, func() {
			if err := work(); err != nil {
				t.Fatal(err)
			}
		}); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
	icons, err := Voice{}.Icons("p", "Stroke", baseline, Per1000, stroke)
	if err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(100, func() { _, _ = icons.SVG() }); n > 20 {
		t.Errorf("an icon array allocates %v times", n)
	}
}
