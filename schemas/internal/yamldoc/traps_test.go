package yamldoc

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// TestTraps holds that what authors write in good faith gives one fault with the remedy, at the place where it is.
func TestTraps(t *testing.T) {
	for _, want := range []struct{ text, told string }{
		{"a: ü b: c\n", "1:7 yaml-colon"},
		{"a: x ? y : z\n", "1:10 yaml-colon"},
		{"a: {b: text : more, c: 1}\n", "1:13 yaml-colon"},
		{"a:\n  b: |\n    x: [\n  c: \"y\n    d\"\n  e: z: 1\n", "6:7 yaml-colon"},
		{"a:\n- b\n- c: d\n  e: f: g\n", "4:7 yaml-colon"},
		{"a: \"fem\" == sex\n", "1:10 yaml-after-quote"},
		{"a: 'fem' == sex\n", "1:10 yaml-after-quote"},
		{"a: \"x\" y: z\n", "1:8 yaml-after-quote"},
		{"x:\n  - a: \"q\" and \"r\"\n    b: 1\n", "2:12 yaml-after-quote"},
		{"a: {b: \"x\" == y}\n", "1:12 yaml-after-quote"},
		{"x: 1\na: {ask: How old?}\nb: 1\nc: 2\n", "2:17 yaml-question-mark"},
		{"a: ? b\n", "1:4 yaml-question-mark"},
		{"x: 1\na: {w: s in [\"a\", \"b\"]}\nb: 1\n", "2:13 yaml-bracket"},
		{"- [a, b]]\n", "1:9 yaml-bracket"},
		{"a: [x, y] z\n", "1:11 yaml-bracket"},
		{"a: {b: [1}\n", "1:10 yaml-bracket"},
		{"a:\n\tb: 1\n", "2:1 yaml-tab"},
		{"a: foo\n\tbar\n", "2:1 yaml-tab"},
		{"a: |\n\tfoo\n", "2:1 yaml-tab"},
		{"a: [1, 2\nb: 1\nc: 2\n", "1:4 yaml-unclosed"},
		{"a: {b: c\n", "1:4 yaml-unclosed"},
		{"a: \"foo\nb: 1\n", "1:4 yaml-unclosed"},
		{"a: 'foo\nb: it''s\n", "1:4 yaml-unclosed"},
		{"a: @x\n", "1:4 yaml-start"},
		{"a: `x`\n", "1:4 yaml-start"},
		{"a: %x\n", "1:4 yaml-start"},
		{"a: , b\n", "1:4 yaml-start"},
		{"a: ]x\n", "1:4 yaml-start"},
		{"a: - b\n", "1:4 yaml-start"},
		{"a: > x\n  y\n", "1:4 yaml-start"},
		{"a: {b: x, c: @z}\n", "1:14 yaml-start"},
		{"x: 1\na: *\n", "2:4 yaml-alias"},
		{"a: *y\n", "1:4 yaml-alias"},
		{"a: &\n", "1:4 yaml-anchor"},
		{"a: !<x y\n", "1:4 yaml-tag"},
		{"a: foo\n b: 1\n", "2:2 yaml-indent"},
		{"a:\n  - b\n c: 1\n", "3:2 yaml-indent"},
		{"a:\n  b: 1\n   c: 2\n", "3:4 yaml-indent"},
		{"a: 1\n- b\n", "2:1 yaml-indent"},
		{"- a\nb: c\n", "2:1 yaml-indent"},
		{"a: \"x\"\n  b: 1\n", "2:3 yaml-indent"},
		{"a: 1\nb\n", "2:1 yaml-no-colon"},
		{"a:b\nc: 1\n", "1:1 yaml-no-colon"},
		{"a: \"\\q\"\n", "1:5 yaml-escape"},
		{"a: \"\\xZZ\"\n", "1:1 yaml-syntax"},
		{"%YAML 1.2\n---\na: 1\n", "1:1 yaml-syntax"},
		// Not refused by the library, but by the walk.
		{"a: !x y\n", "1:4 yaml-tag"},
		{"a: !x\n", "1:4 yaml-tag"},
		{"a: !!binary aGk=\n", "1:4 yaml-tag"},
		{"a: &x 1\n", "1:4 yaml-anchor"},
		{"- {id: a, rule: sum(q1, q2)}\n", "1:25 yaml-flow-comma"},
		{"a: {label: Yes and, a lot}\n", "1:21 yaml-flow-comma"},
		{"a: Room #5\n", "1:4 yaml-comment"},
	} {
		_, list := Parse("f", []byte(want.text))
		if len(list) == 2 && list[1].Code == codeNotAMap {
			list = list[:1]
		}
		if len(list) != 1 {
			t.Errorf("%q gives %v, want one %s", want.text, list, want.told)
			continue
		}
		d := list[0]
		cut(t, want.text, d.Span)
		if got := fmt.Sprintf("%d:%d %s", d.Span.Start.Line, d.Span.Start.Column, d.Code); got != want.told {
			t.Errorf("%q gives %s, want %s", want.text, got, want.told)
		}
		if d.Hint == "" {
			t.Errorf("%q has no remedy", want.text)
		}
	}
}

// TestNoFalseTraps holds that the search for traps is silent in files that can be read.
func TestNoFalseTraps(t *testing.T) {
	files, err := filepath.Glob("../../testdata/ok/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no good files", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if found := findTrap(text); found != nil {
			t.Errorf("%s: %s at %q", file, found.code, text[found.from:found.to])
		}
	}
}
