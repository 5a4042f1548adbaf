package change_test

import (
	"encoding/csv"
	"errors"
	"math"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/whatmatters-care/whatmatters/proms/change"
	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// near holds a result against a published one.
func near(t *testing.T, what string, got float64, err error, want, within float64) {
	t.Helper()
	if err != nil || math.Abs(got-want) > within {
		t.Errorf("%s is %v (%v), want %v", what, got, err, want)
	}
}

// TestTextbook holds the worked figures: SD 5 with reliability 0.84, and the two groups whose cut-offs are 4.4, 10.9 and 8.2441.
func TestTextbook(t *testing.T) {
	sem, err := change.SEM(5, 0.84)
	near(t, "SEM", sem, err, 2, 1e-12)
	sdc, err := change.Detectable(sem, change.Confidence95)
	near(t, "SDC95", sdc, err, 5.5437, 5e-5)
	sdc90, err := change.Detectable(sem, change.Confidence90)
	near(t, "SDC90", sdc90, err, 1.645*2*math.Sqrt2, 1e-12)
	group, err := change.DetectableInGroup(sem, change.Confidence95, 25)
	near(t, "SDC of 25", group, err, sdc/5, 1e-12)
	index, err := change.ReliableChangeIndex(20, 14, sem)
	near(t, "RCI", index, err, -6/(2*math.Sqrt2), 1e-12)

	clinical, functional := change.Group{Mean: 15.4, SD: 5.5}, change.Group{Mean: 3.3, SD: 3.8}
	a, err := change.CutOffA(clinical, change.LowerIsBetter)
	near(t, "a", a, err, 4.4, 1e-12)
	b, err := change.CutOffB(functional, change.LowerIsBetter)
	near(t, "b", b, err, 10.9, 1e-12)
	c, err := change.CutOffC(clinical, functional, change.LowerIsBetter)
	near(t, "c", c, err, 8.2441, 5e-5)
}

// TestMirror holds that turning a score round turns cut-offs and classes round, and nothing else.
func TestMirror(t *testing.T) {
	clinical, functional := change.Group{Mean: 15.4, SD: 5.5}, change.Group{Mean: 3.3, SD: 3.8}
	turned := func(g change.Group) change.Group { return change.Group{Mean: -g.Mean, SD: g.SD} }
	c, err := change.CutOffC(clinical, functional, change.LowerIsBetter)
	mirrored, errMirrored := change.CutOffC(turned(clinical), turned(functional), change.HigherIsBetter)
	if err != nil || errMirrored != nil || c != -mirrored {
		t.Errorf("c is %v and mirrored %v: %v %v", c, mirrored, err, errMirrored)
	}
	a, _ := change.CutOffA(clinical, change.LowerIsBetter)
	b, _ := change.CutOffB(functional, change.LowerIsBetter)
	mirroredA, _ := change.CutOffA(turned(clinical), change.HigherIsBetter)
	mirroredB, _ := change.CutOffB(turned(functional), change.HigherIsBetter)
	if a != -mirroredA || b != -mirroredB {
		t.Errorf("a %v %v, b %v %v", a, mirroredA, b, mirroredB)
	}

	opposite := map[change.Class]change.Class{
		change.Recovered: change.Deteriorated, change.Improved: change.Deteriorated, change.Unchanged: change.Unchanged,
	}
	lower := change.Rule{Better: change.LowerIsBetter, Reliable: 6, CutOff: 10}
	higher := change.Rule{Better: change.HigherIsBetter, Reliable: 6, CutOff: -10}
	for before := range 28 {
		for after := range 28 {
			x, y := float64(before), float64(after)
			v, err := lower.Classify(x, y)
			m, errMirrored := higher.Classify(-x, -y)
			if err != nil || errMirrored != nil || v != m {
				t.Fatalf("%v to %v: %+v and mirrored %+v", x, y, v, m)
			}
			if v != handClassified(before, after) {
				t.Errorf("%v to %v is %+v, by hand %+v", x, y, v, handClassified(before, after))
			}
			back, _ := lower.Classify(y, x)
			if want, better := opposite[v.Class]; better && back.Class != want {
				t.Errorf("%v to %v is %s, and back %s", x, y, v.Class, back.Class)
			}
			if back.Gain != -v.Gain && v.Gain != 0 {
				t.Errorf("%v to %v gains %v, and back %v", x, y, v.Gain, back.Gain)
			}
		}
	}
}

// handClassified is the PHQ-9 by hand: 6 points are reliable, and below 10 is functional.
func handClassified(before, after int) change.Verdict {
	v := change.Verdict{Class: change.Unchanged, Crossed: change.StayedOnSide, Gain: float64(before - after)}
	if before >= 10 && after <= 9 {
		v.Crossed = change.IntoFunctional
	}
	if before <= 9 && after >= 10 {
		v.Crossed = change.OutOfFunctional
	}
	switch {
	case after-before >= 6:
		v.Class = change.Deteriorated
	case before-after >= 6 && before >= 10 && after <= 9:
		v.Class = change.Recovered
	case before-after >= 6:
		v.Class = change.Improved
	}
	return v
}

func TestSizesAreComparedAsPeopleReadThem(t *testing.T) {
	rule := change.Rule{Better: change.LowerIsBetter, Reliable: 3, CutOff: 0}
	for _, c := range []struct {
		exceed bool
		want   change.Class
	}{{false, change.Improved}, {true, change.Unchanged}} {
		rule.Exceed = c.exceed
		if v, err := rule.Classify(50.1, 47.1); err != nil || v.Class != c.want { // the doubles differ by a little more or less
			t.Errorf("exceed %v: %+v %v", c.exceed, v, err)
		}
	}
	at := change.Rule{Better: change.LowerIsBetter, Reliable: 0.1, CutOff: 0.3}
	if v, err := at.Classify(0.9, 0.1+0.2); err != nil || v.Crossed != change.StayedOnSide {
		t.Errorf("a person at the cut-off has crossed it: %+v %v", v, err)
	}
}

// TestProfileVectors holds the classification of the R package eq5d.
func TestProfileVectors(t *testing.T) {
	file, err := os.Open("testdata/eq5d5l_pchc.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil || len(rows) < 41 {
		t.Fatal(len(rows), err)
	}
	words := map[string]change.Shift{
		"Improve": change.ShiftBetter, "Worsen": change.ShiftWorse, "Mixed change": change.ShiftMixed,
		"No change": change.ShiftNone, "No problems": change.ShiftNoProblems,
	}
	turned := map[change.Shift]change.Shift{change.ShiftBetter: change.ShiftWorse, change.ShiftWorse: change.ShiftBetter}
	for _, row := range rows[1:] {
		var levels []int
		for _, cell := range row[:10] {
			level, err := strconv.Atoi(cell)
			if err != nil {
				t.Fatal(err)
			}
			levels = append(levels, level)
		}
		got, err := change.CompareProfiles(levels[:5], levels[5:], 5)
		if want := words[row[11]]; err != nil || got != want || want == "" {
			t.Errorf("%v: %s %v, want %s", levels, got, err, want)
		}
		back, _ := change.CompareProfiles(levels[5:], levels[:5], 5)
		want := got
		if other, ok := turned[got]; ok {
			want = other
		}
		if back != want {
			t.Errorf("%v is %s, and back %s", levels, got, back)
		}
	}
	if s, err := change.CompareProfiles([]int{1, 1, 1}, []int{1, 1, 1}, 3); err != nil || s != change.ShiftNoProblems {
		t.Errorf("no problems both times is %s %v", s, err)
	}
}

func points(start day.Day, step int, values ...float64) []change.Point {
	var all []change.Point
	for i, v := range values {
		all = append(all, change.Point{On: start.Add(i * step), Value: v})
	}
	return all
}

func TestArea(t *testing.T) {
	start := day.New(2026, 1, 5)
	c, err := change.Area(points(start, 14, 20, 10, 10), change.Week)
	want := change.Course{Duration: 4, Area: 50, Mean: 12.5, FromBaseline: -30, MeanFromBaseline: -7.5}
	if err != nil || c != want {
		t.Errorf("got %+v %v, want %+v", c, err, want)
	}
	flat, err := change.Area(points(start, 3, 7, 7), change.Day)
	if err != nil || flat != (change.Course{Duration: 3, Area: 21, Mean: 7}) {
		t.Errorf("a flat course is %+v %v", flat, err)
	}
	// A point on the straight line between its neighbours changes nothing.
	whole, _ := change.Area(points(start, 10, 20, 10), change.Day)
	split, _ := change.Area(points(start, 5, 20, 15, 10), change.Day)
	if whole != split {
		t.Errorf("%+v and %+v", whole, split)
	}
}

func TestPercent(t *testing.T) {
	for _, c := range []struct{ before, after, want float64 }{{20, 15, -25}, {10, 12, 20}, {8, 8, 0}, {5, 0, -100}} {
		got, err := change.Percent(c.before, c.after)
		near(t, "percentage", got, err, c.want, 1e-12)
	}
}

// TestReasons holds that what cannot be worked out has its reason, and no number beside it.
func TestReasons(t *testing.T) {
	first := day.New(2026, 1, 1)
	good := change.Group{Mean: 10, SD: 2}
	rule := func(b change.Better, reliable, cut float64) func(float64, float64) (float64, error) {
		return func(x, y float64) (float64, error) {
			v, err := change.Rule{Better: b, Reliable: reliable, CutOff: cut}.Classify(x, y)
			return v.Gain, err
		}
	}
	area := func(per change.Unit, all ...change.Point) (float64, error) {
		c, err := change.Area(all, per)
		return c.Area, err
	}
	compare := func(a, b []int, levels int) (float64, error) {
		s, err := change.CompareProfiles(a, b, levels)
		return float64(len(s)), err
	}
	type result struct {
		value float64
		err   error
	}
	of := func(value float64, err error) result { return result{value, err} }
	nan, inf := math.NaN(), math.Inf(1)
	for name, c := range map[string]struct {
		got  result
		want change.Reason
	}{
		"sd below 0":            {of(change.SEM(-1, 0.5)), change.OutOfRange},
		"reliability above 1":   {of(change.SEM(1, 1.01)), change.OutOfRange},
		"reliability below 0":   {of(change.SEM(1, -0.1)), change.OutOfRange},
		"sd not a number":       {of(change.SEM(nan, 0.5)), change.NotFinite},
		"sd too large":          {of(change.SEM(1e13, 0.5)), change.NotFinite},
		"sem below 0":           {of(change.Detectable(-1, change.Confidence95)), change.OutOfRange},
		"confidence of 50":      {of(change.Detectable(1, 50)), change.OutOfRange},
		"group of nobody":       {of(change.DetectableInGroup(1, change.Confidence95, 0)), change.TooFew},
		"group, sem infinite":   {of(change.DetectableInGroup(inf, change.Confidence95, 9)), change.NotFinite},
		"index without error":   {of(change.ReliableChangeIndex(1, 2, 0)), change.NoSpread},
		"index of nothing":      {of(change.ReliableChangeIndex(2, 2, 0)), change.NoSpread},
		"index of infinity":     {of(change.ReliableChangeIndex(inf, 2, 1)), change.NotFinite},
		"index, sem below 0":    {of(change.ReliableChangeIndex(1, 2, -1)), change.OutOfRange},
		"a of no direction":     {of(change.CutOffA(good, "")), change.OutOfRange},
		"a without spread":      {of(change.CutOffA(change.Group{Mean: 1}, change.LowerIsBetter)), change.OutOfRange},
		"b not a number":        {of(change.CutOffB(change.Group{Mean: nan, SD: 1}, change.LowerIsBetter)), change.NotFinite},
		"b of no direction":     {of(change.CutOffB(good, "up")), change.OutOfRange},
		"c of one group":        {of(change.CutOffC(good, good, change.LowerIsBetter)), change.OutOfOrder},
		"c the wrong way round": {of(change.CutOffC(good, change.Group{Mean: 12, SD: 1}, change.LowerIsBetter)), change.OutOfOrder},
		"c of no direction":     {of(change.CutOffC(good, good, "")), change.OutOfRange},
		"c without a group":     {of(change.CutOffC(change.Group{}, good, change.LowerIsBetter)), change.OutOfRange},
		"c without the other":   {of(change.CutOffC(good, change.Group{}, change.LowerIsBetter)), change.OutOfRange},
		"class, no direction":   {of(rule("", 1, 1)(1, 2)), change.OutOfRange},
		"class, size 0":         {of(rule(change.LowerIsBetter, 0, 1)(1, 2)), change.OutOfRange},
		"class, cut-off":        {of(rule(change.LowerIsBetter, 1, inf)(1, 2)), change.NotFinite},
		"class, missing value":  {of(rule(change.LowerIsBetter, 1, 1)(1, nan)), change.NotFinite},
		"percent of 0":          {of(change.Percent(0, 2)), change.ZeroBaseline},
		"percent of 0 to 0":     {of(change.Percent(0, 0)), change.ZeroBaseline},
		"percent of almost 0":   {of(change.Percent(5e-324, 2)), change.ZeroBaseline},
		"percent below 0":       {of(change.Percent(-1, 2)), change.OutOfRange},
		"percent not a number":  {of(change.Percent(1, nan)), change.NotFinite},
		"area of one point":     {of(area(change.Day, change.Point{On: first, Value: 1})), change.TooFew},
		"area of nothing":       {of(area(change.Day)), change.TooFew},
		"area twice a day":      {of(area(change.Day, points(first, 0, 1, 2)...)), change.OutOfOrder},
		"area backwards":        {of(area(change.Day, points(first, -1, 1, 2)...)), change.OutOfOrder},
		"area with a gap":       {of(area(change.Day, points(first, 1, 1, nan)...)), change.NotFinite},
		"area in no unit":       {of(area(0, points(first, 1, 1, 2)...)), change.OutOfRange},
		"area in tiny units":    {of(area(1e-300, points(first, 1, 1, 2)...)), change.NotFinite},
		"profiles, lengths":     {of(compare([]int{1}, []int{1, 1}, 5)), change.DifferentLength},
		"profiles of nothing":   {of(compare(nil, nil, 5)), change.TooFew},
		"profiles, level 6":     {of(compare([]int{1}, []int{6}, 5)), change.OutOfRange},
		"profiles, level 0":     {of(compare([]int{0}, []int{1}, 5)), change.OutOfRange},
		"profiles of one level": {of(compare([]int{1}, []int{1}, 1)), change.OutOfRange},
	} {
		var reason change.Reason
		if !errors.As(c.got.err, &reason) || reason != c.want || !errors.Is(c.got.err, c.want) || c.got.value != 0 {
			t.Errorf("%s: %v %v, want %s", name, c.got.value, c.got.err, c.want)
		}
	}
}

// FuzzNumbers holds that every result is a finite number or an error with a reason, whatever comes in.
func FuzzNumbers(f *testing.F) {
	f.Add(5.0, 0.84, 20.0, 14.0)
	f.Add(math.Inf(1), math.NaN(), math.Copysign(0, -1), 5e-324)
	f.Add(1e12, 1.0, -1e12, 1e12)
	f.Fuzz(func(t *testing.T, a, b, x, y float64) {
		sem, err := change.SEM(a, b)
		held(t, "SEM", sem, err)
		got, err := change.Detectable(a, change.Confidence95)
		held(t, "SDC", got, err)
		got, err = change.ReliableChangeIndex(x, y, a)
		held(t, "RCI", got, err)
		if back, errBack := change.ReliableChangeIndex(y, x, a); errBack != nil != (err != nil) || err == nil && back != -got && got != 0 {
			t.Errorf("the index there is %v, and back %v", got, back)
		}
		got, err = change.Percent(x, y)
		held(t, "percentage", got, err)
		c, err := change.CutOffC(change.Group{Mean: x, SD: a}, change.Group{Mean: y, SD: b}, change.LowerIsBetter)
		held(t, "c", c, err)
		if noise := 1e-9 * (math.Abs(x) + math.Abs(y)); err == nil && (c < y-noise || c > x+noise) {
			t.Errorf("c is %v, not between %v and %v", c, y, x)
		}
		v, err := change.Rule{Better: change.HigherIsBetter, Reliable: a, CutOff: b}.Classify(x, y)
		held(t, "gain", v.Gain, err)
		if (v.Class == "") != (err != nil) {
			t.Errorf("%+v with %v", v, err)
		}
		start := day.Of(time.Unix(int64(b), 0))
		course, err := change.Area([]change.Point{{On: start, Value: x}, {On: start.Add(3), Value: y}}, change.Unit(a))
		for _, number := range []float64{course.Area, course.Duration, course.Mean, course.FromBaseline, course.MeanFromBaseline} {
			held(t, "course", number, err)
		}
	})
}

func held(t *testing.T, what string, got float64, err error) {
	t.Helper()
	var reason change.Reason
	switch {
	case math.IsNaN(got) || math.IsInf(got, 0):
		t.Errorf("%s is %v", what, got)
	case err != nil && (!errors.As(err, &reason) || got != 0):
		t.Errorf("%s is %v with %v", what, got, err)
	}
}

// BenchmarkClassify holds a class beside the same by hand.
func BenchmarkClassify(b *testing.B) {
	rule := change.Rule{Better: change.LowerIsBetter, Reliable: 6, CutOff: 10}
	b.Run("handwritten", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if handClassified(i%28, (i+7)%28).Class == "" {
				b.Fatal("no class")
			}
		}
	})
	b.Run("classify", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			if v, err := rule.Classify(float64(i%28), float64((i+7)%28)); err != nil || v.Class == "" {
				b.Fatal(err)
			}
		}
	})
}

func TestClassifyDoesNotAllocate(t *testing.T) {
	rule := change.Rule{Better: change.LowerIsBetter, Reliable: 6, CutOff: 10}
	if n := testing.AllocsPerRun(100, func() { _, _ = rule.Classify(20, 9) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
