package chart

import (
	"bytes"
	"encoding/xml"
	"flag"
	"io"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

var update = flag.Bool("update", false, "write the pictures in testdata anew")

func phq() Trajectory {
	return Trajectory{
		Frame: Frame{Prefix: "phq", Title: "Depression severity over time"},
		Scale: Scale{Name: "Depression severity (PHQ-9)", Lowest: 0, Highest: 27, Better: Lower},
		Bands: []Band{{0, "Minimal"}, {5, "Mild"}, {10, "Moderate"}, {15, "Moderately severe"}, {20, "Severe"}},
		Visits: []Visit{
			{On: day.New(2026, 1, 12), Value: 17}, {On: day.New(2026, 2, 9), Value: 18}, {On: day.New(2026, 3, 2), Value: 14},
			{On: day.New(2026, 4, 7), Missing: "too few answers"}, {On: day.New(2026, 5, 4), Value: 11}, {On: day.New(2026, 6, 15), Value: 8},
		},
		Important: []Change{{"Reliable change", 6, EitherWay}},
	}
}

// pain has no bands, a better end at the top and two important changes, one of them out of reach.
func pain() Trajectory {
	return Trajectory{
		Frame: Frame{Prefix: "function", Title: "Hip function before and after the operation"},
		Scale: Scale{Name: "Hip function", Lowest: 0, Highest: 48, Better: Higher},
		Visits: []Visit{
			{On: day.New(2025, 11, 3), Value: 19}, {On: day.New(2026, 1, 19), Value: 16}, {On: day.New(2026, 4, 20), Value: 31.5},
			{On: day.New(2026, 7, 20), Value: 38}, {On: day.New(2027, 1, 18), Value: 41},
		},
		Important: []Change{{"Smallest change that people notice", 5, ForBetter}, {"Large change", 40, ForBetter}},
	}
}

// clinics is a funnel whose limits are normal approximations, worked out here.
func clinics() Funnel {
	at := func(n float64) Limits {
		half := math.Sqrt(0.52 * 0.48 / n)
		cut := func(z float64) Interval { return Interval{max(0, 0.52-z*half), min(1, 0.52+z*half)} }
		return Limits{At: n, Inner: cut(1.959964), Outer: cut(3.090232)}
	}
	f := Funnel{
		Frame:     Frame{Prefix: "recovery", Title: "Reliable improvement by clinic"},
		Scale:     Scale{Name: "People who reliably improved", Lowest: 0, Highest: 1, Better: Higher, Percent: true},
		Precision: "People with two scores",
		Target:    0.52, Inner: "95%", Outer: "99.8%",
	}
	for n := 10.0; n <= 400; n += 10 {
		f.Curve = append(f.Curve, at(n))
	}
	for i := range 26 {
		n := float64(14 + (i*i*53)%370)
		wobble := math.Sin(float64(i)*2.3) * 1.5 * math.Sqrt(0.52*0.48/n)
		f.Units = append(f.Units, Unit{Name: "Clinic " + string(rune('A'+i)), Value: 0.52 + wobble, Limits: at(n)})
	}
	f.Units[3].Value, f.Units[7].Value, f.Units[12].Value, f.Units[20].Value = 0.71, 0.28, 0.43, 0.605
	f.Units = append(f.Units, Unit{Name: "Valley", Missing: "nobody came twice"}, Unit{Name: "Harbour", Missing: "nobody came twice"})
	return f
}

// golden holds a picture to the one in testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := "testdata/" + name
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s changed; look at the picture, and if it should, run with -update", name)
	}
}

// drawn is what an XML parser finds in a picture.
type drawn struct {
	root     map[string]string
	text     map[string][]string // by element
	ids      []string
	elements map[string]int
	colours  []string
}

func parse(t testing.TB, picture []byte) drawn {
	t.Helper()
	got := drawn{text: map[string][]string{}, elements: map[string]int{}}
	decoder := xml.NewDecoder(bytes.NewReader(picture))
	var open []string
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return got
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, picture)
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, token.Name.Local)
			got.elements[token.Name.Local]++
			attributes := map[string]string{}
			for _, a := range token.Attr {
				attributes[a.Name.Local] = a.Value
				switch a.Name.Local {
				case "id":
					got.ids = append(got.ids, a.Value)
				case "fill", "stroke":
					got.colours = append(got.colours, a.Value)
				}
			}
			if len(open) == 1 {
				got.root = attributes
			}
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if name := open[max(0, len(open)-1):]; len(name) == 1 && strings.TrimSpace(string(token)) != "" {
				got.text[name[0]] = append(got.text[name[0]], string(token))
			}
		case xml.ProcInst, xml.Directive, xml.Comment:
			t.Fatalf("a picture holds %T", token)
		}
	}
}

// says reports whether the lines of a picture's text hold the words.
func (d drawn) says(words string) bool {
	return strings.Contains(strings.Join(d.text["text"], " "), words) || slices.Contains(d.text["text"], words)
}
