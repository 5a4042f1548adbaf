package values

import (
	"encoding/binary"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// FuzzAnything builds attributes, cells and answers out of bytes. Whatever they are, there is a result that holds together or fault.Faults, and no NaN.
func FuzzAnything(f *testing.F) {
	f.Add([]byte("\x03\x02\x00\x10\x20\x30\x40\x50\x60\x70\x80\x90"), uint8(0), 10.0, 0.5)
	f.Add([]byte("\x05\x04\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f"), uint8(3), -1e300, 1e-300)
	f.Add([]byte{}, uint8(5), math.Inf(1), math.NaN())
	f.Fuzz(func(t *testing.T, data []byte, method uint8, x, y float64) {
		next := func() int {
			if len(data) == 0 {
				return 0
			}
			b := data[0]
			data = data[1:]
			return int(b)
		}
		number := func() float64 {
			switch b := next(); b % 8 {
			case 0:
				return x
			case 1:
				return y
			case 2:
				if len(data) >= 8 {
					v := math.Float64frombits(binary.LittleEndian.Uint64(data))
					data = data[8:]
					return v
				}
				fallthrough
			default:
				return float64(b) / 2.56
			}
		}
		refused := func(err error) bool {
			var faults fault.Faults
			if err != nil && (!errors.As(err, &faults) || faults[0].Says == "") {
				t.Fatalf("an error without a fault: %v", err)
			}
			return err != nil
		}
		id := func() string { return string(rune('a' + next()%7)) }
		var list []Attribute
		for range 1 + next()%6 {
			one := Attribute{ID: string(rune('a' + len(list))), Worst: 0, Best: 100}
			if next()%8 == 0 {
				one.Worst, one.Best = number(), number()
			}
			list = append(list, one)
		}
		a, err := NewAttributes(list...)
		if refused(err) {
			return
		}
		var options []Option
		for i := range 2 + next()%3 {
			cells := map[string]Cell{}
			for _, one := range list {
				switch next() % 9 {
				case 0:
					cells[one.ID] = Unknown("")
				case 1:
					cells[one.ID] = Between(number(), number())
				case 2:
					cells[one.ID] = Normal(number(), number())
				case 3:
					cells[one.ID] = Events(next(), next(), number())
				default:
					cells[one.ID] = Known(number())
				}
			}
			options = append(options, Option{ID: string(rune('0' + i)), Cells: cells})
		}
		var said []Answer
		var order Order
		for range next() % 7 {
			said = append(said, SaidBetween(id(), number(), number()))
			if next()%2 == 0 {
				said[len(said)-1].High = said[len(said)-1].Low
			}
			order = append(order, []string{id()})
		}
		var p *Preference
		switch method % 6 {
		case 0:
			p, err = a.Rating(said...)
		case 1:
			p, err = a.Points(said...)
		case 2:
			p, err = a.PointRanges(said...)
		case 3:
			p, err = a.Swing(id(), said...)
		case 4:
			p, err = a.Ranking(order, InOrder(id(), id()))
		case 5:
			p, err = a.BestWorst(Choice{[]string{id(), id(), id()}, id(), ""}, Choice{[]string{id(), id()}, "", id()})
		}
		if refused(err) {
			return
		}
		sum := Range{}
		for _, one := range list {
			r, _ := p.WeightRange(one.ID)
			if !(r.Low >= 0 && r.Low <= r.High && r.High <= 1) {
				t.Fatalf("weight range %v", r)
			}
			sum.Low, sum.High = sum.Low+r.Low, sum.High+r.High
		}
		if sum.Low > 1+1e-9 || sum.High < 1-1e-9 {
			t.Fatalf("weight ranges add up to %v", sum)
		}
		table, err := NewTable(a, options...)
		if refused(err) {
			return
		}
		fits, err := table.Fit(p)
		if refused(err) {
			t.Fatal(err)
		}
		speak := table.Speak(English())
		var said2 []string
		for _, f := range fits {
			if !(f.Points.Low >= 0 && f.Points.Low <= f.Points.High && f.Points.High <= 100) {
				t.Fatalf("fit %v", f.Points)
			}
			said2 = append(said2, speak.Fit(f)...)
		}
		standing, err := table.Standing(p, 5)
		if refused(err) || len(standing.Closest)+len(standing.Undecided) == 0 {
			t.Fatalf("%+v %v", standing, err)
		}
		tradeOff, err := table.TradeOff(p, "0", "1")
		if refused(err) {
			t.Fatal(err)
		}
		firm, err := table.Acceptability(p, Sampling{Draws: 100, Seed: 1})
		if refused(err) {
			return
		}
		for _, o := range firm.Options {
			ranks := 0.0
			for _, r := range o.Ranks {
				ranks += r.Value
			}
			if math.Abs(ranks-1) > 1e-9 {
				t.Fatalf("ranks %v", o.Ranks)
			}
			weights := 0.0
			for _, w := range o.Central {
				weights += w
			}
			if o.Central != nil && math.Abs(weights-1) > 1e-9 {
				t.Fatalf("central weights %v", o.Central)
			}
		}
		said2 = append(append(append(said2, speak.Standing(standing)...), speak.TradeOff(tradeOff)...), speak.Acceptability(firm)...)
		if all := strings.Join(said2, "\n"); strings.Contains(all, "NaN") || strings.Contains(all, "Inf") {
			t.Fatal(all)
		}
	})
}
