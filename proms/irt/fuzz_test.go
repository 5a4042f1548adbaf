package irt

import (
	"encoding/json"
	"math"
	"testing"
)

// sample hands out numbers from fuzzed bytes.
type sample []byte

func (s *sample) byte() byte {
	if len(*s) == 0 {
		return 0
	}
	b := (*s)[0]
	*s = (*s)[1:]
	return b
}

// number covers ordinary values finely and extraordinary ones at all.
func (s *sample) number() float64 {
	switch b := s.byte(); b {
	case 255:
		return math.NaN()
	case 254:
		return math.Inf(1)
	case 253:
		return math.Inf(-1)
	case 252:
		return 1e6
	case 251:
		return -1e6
	case 250:
		return 1e-6
	default:
		return (float64(b)-100)/20 + float64(s.byte())/5120
	}
}

// FuzzBank makes banks of any parameters. Whatever they are, nothing panics, no NaN or infinity comes out, and a missing number is 0 with
// a reason.
func FuzzBank(f *testing.F) {
	f.Add([]byte{0, 3, 5, 140, 0, 80, 0, 100, 0, 120, 0, 1, 2}, []byte{1, 2, 3})
	f.Add([]byte{1, 2, 2, 130, 0, 90, 0, 105, 9, 252, 0, 251, 7}, []byte{0, 255, 4, 4})
	f.Add([]byte{3, 9, 3, 255, 255, 250, 251, 252, 253, 254, 10, 20}, []byte{1})
	f.Fuzz(func(t *testing.T, parameters, answers []byte) {
		s, settings := sample(parameters), Defaults()
		if mode := s.byte(); mode%2 == 1 {
			settings.Extreme = BoundExtreme
			settings.D, settings.Prior.Mean, settings.Prior.SD, settings.Grid.Low = s.number(), s.number(), s.number(), s.number()
			if mode%4 == 3 {
				settings.Information = ObservedInformation
			}
		}
		var items []Item
		for i := range 1 + int(s.byte())%5 {
			it := Item{ID: string(rune('a' + i)), Model: models[int(s.byte())%len(models)]}
			if it.Model != Rasch && it.Model != PCM {
				it.Discrimination = s.number()
			}
			b := s.number()
			for range 1 + int(s.byte())%4 {
				it.Thresholds = append(it.Thresholds, b)
				b += math.Abs(s.number())
				if it.Model == Rasch || it.Model == TwoPL || it.Model == ThreePL {
					break
				}
			}
			if it.Model == ThreePL {
				it.Guessing = float64(s.byte()) / 200
			}
			items = append(items, it)
		}
		b, err := NewBank(items, settings)
		if err != nil {
			return
		}
		x := make([]int8, len(items))
		for i := range x {
			x[i] = Missing
			if i < len(answers) {
				x[i] = int8(answers[i])
			}
		}
		var scratch Scratch
		for _, method := range []Method{MethodEAP, MethodMAP, MethodML, MethodWLE} {
			e, err := b.Estimate(method, &scratch, x)
			if err != nil || !finite(e.Theta) || !finite(e.SE) || e.SE < 0 || e.OK() != (e.SE > 0) || !e.OK() && e.Theta != 0 {
				t.Fatalf("%s gives %+v, %v", method, e, err)
			}
			if e.OK() && (e.Theta < settings.Grid.Low || e.Theta > settings.Grid.High) {
				t.Fatalf("%s gives %v, outside the grid", method, e.Theta)
			}
			if fit := b.Fit(&scratch, x, e.Theta); !finite(fit.LZ) || !finite(fit.Variance) || !finite(fit.Expected) || !finite(fit.LogLikelihood) {
				t.Fatalf("fit gives %+v", fit)
			}
		}
		for _, row := range b.RawTable(0).Rows {
			if !finite(row.Reported.Value) || !finite(row.Reported.SE) {
				t.Fatalf("the raw table has %+v", row)
			}
		}
		if info, err := b.TestInformation(0); err != nil || !finite(info) || info < 0 {
			t.Fatalf("information %v, %v", info, err)
		}
		cat, err := NewAdaptive(b, Design{Criterion: MPWI, Stop: Stop{MinItems: 1, MaxItems: 9}})
		if err != nil {
			t.Fatal(err)
		}
		for st := cat.Start(&scratch); st.Stopped == ""; {
			item, _ := b.Index(st.Next.Item)
			if st, err = cat.Answer(&scratch, st, min(x[item], int8(items[item].Categories()-1))); err != nil {
				t.Fatal(err)
			}
			if _, err := json.Marshal(st); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// FuzzState continues states of any JSON: a fault or a sound next state, never a panic.
func FuzzState(f *testing.F) {
	b := mustBank(f, bankG(f, GRM), nil)
	cat := mustAdaptive(f, b, Design{Criterion: MFI, Stop: Stop{MinItems: 1, MaxItems: 3}})
	st := cat.Start(nil)
	for range 3 {
		text, err := json.Marshal(st)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text), int8(2))
		if st, err = cat.Answer(nil, st, 1); err != nil {
			f.Fatal(err)
		}
	}
	f.Add(`{"test":"`+cat.Digest()+`","steps":[{"question":{"item":"g1"},"response":-9,"estimate":{"reason":"x"}}],"next":{"item":"g2"}}`, int8(-3))
	f.Fuzz(func(t *testing.T, text string, response int8) {
		var st State
		if json.Unmarshal([]byte(text), &st) != nil {
			return
		}
		next, err := cat.Answer(nil, st, response)
		if err != nil {
			return
		}
		if len(next.Steps) != len(st.Steps)+1 || (next.Next.Item == "") != (next.Stopped != "") {
			t.Fatalf("from %s comes %+v", text, next)
		}
		if _, err := json.Marshal(next); err != nil {
			t.Fatal(err)
		}
		_ = cat.Verify(nil, st)
	})
}
