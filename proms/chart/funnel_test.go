package chart

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
)

func TestPlace(t *testing.T) {
	limits := Limits{At: 50, Inner: Interval{0.4, 0.6}, Outer: Interval{0.3, 0.7}}
	for value, want := range map[float64]Place{
		0.5: Within, 0.4: Within, 0.6: Within, 0.61: AboveInner, 0.7: AboveInner, 0.71: AboveOuter,
		0.39: BelowInner, 0.3: BelowInner, 0.29: BelowOuter,
	} {
		if got := (Unit{Value: value, Limits: limits}).Place(); got != want {
			t.Errorf("%v is %s, want %s", value, got, want)
		}
	}
	if (Unit{Missing: "closed", Limits: limits}).Place() != NoPlace {
		t.Error("a unit without a value has a place")
	}
}

func TestFunnelInWords(t *testing.T) {
	text, err := clinics().Describe()
	want := "People who reliably improved, 0% to 100%. Higher is better. Target 52%. Units with a value: 26 of 28. Within all limits: 23. " +
		"Below the 95% limits: 2. Above the 99.8% limits: 1. 1. Clinic D: 71%. Above the 99.8% limits. 2. Clinic H: 28%. Below the 95% limits. " +
		"3. Clinic M: 43%. Below the 95% limits. No value: nobody came twice (Valley, Harbour). A place outside the limits is a reason to look closer, and no verdict."
	if err != nil || text != want {
		t.Errorf("%v\n got %s\nwant %s", err, text, want)
	}
	table, err := clinics().Table()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(table.Text(), "\n")
	if want := "Unit: Clinic D; People with two scores: 121; People who reliably improved: 71%; 95% limits: 43.1% to 60.9%; " +
		"99.8% limits: 38% to 66%; Place: Above the 99.8% limits"; lines[4] != want {
		t.Errorf(" got %s\nwant %s", lines[4], want)
	}
	if len(table.Rows) != 28 || !strings.Contains(lines[28], "no value: nobody came twice") {
		t.Error(lines[28])
	}
}

func TestFunnelShowsEverything(t *testing.T) {
	picture, err := clinics().SVG()
	if err != nil {
		t.Fatal(err)
	}
	got := parse(t, picture)
	for _, words := range []string{"99.8% limits", "95% limits", "Target 52%", "1. Clinic D: 71%. Above the 99.8% limits", "100%", "People with two scores"} {
		if !got.says(words) {
			t.Errorf("the picture does not say %q", words)
		}
	}
	for _, number := range []string{"1", "2", "3"} {
		if !slices.Contains(got.text["text"], number) {
			t.Errorf("no mark has the number %s", number)
		}
	}
	if n := got.elements["circle"]; n != 23+1 {
		t.Errorf("%d discs", n)
	}
}

// TestManyOutside holds that the key stays readable and says that there is more.
func TestManyOutside(t *testing.T) {
	f := clinics()
	for i := range f.Units {
		f.Units[i].Missing = ""
		f.Units[i].Value, f.Units[i].Limits = 0.99, f.Curve[39]
	}
	picture, err := f.SVG()
	if err != nil {
		t.Fatal(err)
	}
	got := parse(t, picture)
	if !got.says("12. Clinic L: 99%.") || got.says("13. Clinic M") || !got.says("And 16 more, which are in the table") {
		t.Error(got.text["text"])
	}
}

func TestFunnelRefusals(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*Funnel)
		want   Kind
	}{
		"no prefix":            {func(f *Funnel) { f.Prefix = "" }, BadPrefix},
		"no title":             {func(f *Funnel) { f.Title = "" }, BadText},
		"no precision":         {func(f *Funnel) { f.Precision = "" }, BadText},
		"no level":             {func(f *Funnel) { f.Outer = "" }, BadText},
		"no scale":             {func(f *Funnel) { f.Scale.Highest = 0 }, BadScale},
		"a target off scale":   {func(f *Funnel) { f.Target = 52 }, BadValue},
		"no target":            {func(f *Funnel) { f.Target = math.NaN() }, BadValue},
		"no limits":            {func(f *Funnel) { f.Curve = f.Curve[:1] }, BadLimits},
		"too many limits":      {func(f *Funnel) { f.Curve = make([]Limits, 501) }, BadLimits},
		"limits out of order":  {func(f *Funnel) { f.Curve[1].At = 5 }, BadLimits},
		"limits that cross":    {func(f *Funnel) { f.Curve[4].Inner.High = 0.5 }, BadLimits},
		"inner beyond outer":   {func(f *Funnel) { f.Curve[4].Outer.Low = 0.5 }, BadLimits},
		"endless limits":       {func(f *Funnel) { f.Curve[4].Outer.High = math.Inf(1) }, BadLimits},
		"limits of nothing":    {func(f *Funnel) { f.Units[4].Limits.Outer.High = math.NaN() }, BadLimits},
		"precision of nothing": {func(f *Funnel) { f.Units[4].Limits.At = math.NaN() }, BadLimits},
		"no units":             {func(f *Funnel) { f.Units = nil }, BadUnits},
		"no values":            {func(f *Funnel) { f.Units = f.Units[26:] }, BadUnits},
		"too many units":       {func(f *Funnel) { f.Units = make([]Unit, 1001) }, BadUnits},
		"a unit without name":  {func(f *Funnel) { f.Units[1].Name = "" }, BadText},
		"a blank reason":       {func(f *Funnel) { f.Units[1].Missing = "\t" }, BadText},
		"a value of nothing":   {func(f *Funnel) { f.Units[1].Value = math.NaN() }, BadValue},
		"a value off scale":    {func(f *Funnel) { f.Units[1].Value = 1.01 }, BadValue},
	} {
		f := clinics()
		test.change(&f)
		if picture, err := f.SVG(); !errors.Is(err, test.want) || picture != nil {
			t.Errorf("%s: %v, want %s", name, err, test.want)
		}
		if _, err := f.Table(); !errors.Is(err, test.want) {
			t.Errorf("%s: the table says %v", name, err)
		}
		if _, err := f.Describe(); !errors.Is(err, test.want) {
			t.Errorf("%s: the description says %v", name, err)
		}
	}
}
