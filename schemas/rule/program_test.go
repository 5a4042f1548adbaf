package rule

import (
	"fmt"
	"slices"
	"testing"
)

func TestCuts(t *testing.T) {
	w := newWorld()
	p := w.compile(t, `x0 >= 1.5 and 3 > x0 and w0 in [0, 2] and c0 == "b" and table(exact, w1) > 1 and sum(ws) > 4 and 1 < w2 < 3 and x0 >= 1.5`, Type{Kind: Truth})
	var got []string
	for _, c := range p.Cuts() {
		got = append(got, fmt.Sprintf("%s %s %v", w.scope.names[c.Slot], c.Op, c.Value))
	}
	want := []string{
		"x0 >= 1.5", "x0 < 3", "w0 in 0", "w0 in 2", "c0 == 1", "w1 table 0", "w1 table 1", "w1 table 2", "w1 table 3", "w2 > 1", "w2 < 3",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}

func TestProgramTellsAboutItself(t *testing.T) {
	w := newWorld()
	p := w.compile(t, "sum(ws) + x1 + x1", Type{})
	if p.Text() != "sum(ws) + x1 + x1" || p.Pointer() != "/rule" || p.Type().Kind != Number {
		t.Errorf("%s at %s is %v", p.Text(), p.Pointer(), p.Type())
	}
	if got := p.Reads(); !slices.Equal(got, []Slot{1, 4, 5, 6, 7, 8}) {
		t.Errorf("reads %v", got)
	}
	p.Reads()[0] = 99
	p2 := w.compile(t, `x0 > 0 ? "a" : c1`, abc)
	if p2.Cuts()[0].Value = 7; p.Reads()[0] != 1 || p2.Cuts()[0].Value != 0 || p2.Type().Set != "abc" {
		t.Error("a Program can be changed from outside")
	}
}

func TestBoundValues(t *testing.T) {
	for b, want := range map[Bound]Reason{
		{Lo: 1, Hi: 1}: Present, {Lo: 1, Hi: 2}: Blank, {Lo: 1, Hi: 2, Why: Declined}: Declined, Point(NA(NotAsked)): NotAsked,
	} {
		if got := ReasonOf(b.Value()); got != want {
			t.Errorf("%+v: %v, want %v", b, got, want)
		}
	}
	if h := Hull(Point(1), Point(NA(Blank))); h.NA != Maybe || h.Lo != 1 || h.Why != Blank || Hull(Point(NA(NotAsked)), Point(NA(Blank))).Why != Blank {
		t.Errorf("hull %+v", h)
	}
	if Never.String()+Maybe.String()+Always.String() != "nevermaybealways" || Code.String() != "a code" || Many.String() != "a list" {
		t.Error("a word is wrong")
	}
}
