package yamldoc

import (
	"fmt"
	"slices"
	"strconv"
	"testing"
)

func itoa(i int) string { return strconv.Itoa(i) }

func TestScalars(t *testing.T) {
	for written, want := range map[string]any{
		"0": 0.0, "-0": 0.0, "12": 12.0, "-1.5": -1.5, "0.072": 0.072, "1e3": 1000.0, "2.5E-1": 0.25, "1e+2": 100.0,
		"9007199254740992": 9007199254740992.0, "0e5": 0.0,
		"true": true, "false": false, "null": nil,
		"0.1.0": "0.1.0", "1.0.0": "1.0.0", "v1": "v1", "mild": "mild", "12a": "12a", "1,5": "1,5", "10 mg": "10 mg",
		"44250-9": "44250-9", "10.1046/j.1525": "10.1046/j.1525", "nobody": "nobody", "once": "once", "n": "n", "y": "y",
		`"no"`: "no", `'010'`: "010", `"2024-01-02"`: "2024-01-02", `"null"`: "null", `""`: "",
		"p > 1": "p > 1", "a ? b": "a ? b", "x [1]": "x [1]", "http://a.b/c": "http://a.b/c", "-x": "-x", "?x": "?x", ":x": ":x",
	} {
		root := parseGood(t, "k: "+written+"\n")
		if got := root.Values[0].Plain(); got != want {
			t.Errorf("%s is read as %v, want %v", written, got, want)
		}
	}
}

func TestRetyped(t *testing.T) {
	lost := []string{"1e400", "-1e400", "1e-400", "9007199254740993", "123456789012345678901"}
	for _, written := range append(lost,
		"010", "0o10", "0x1F", "0b11", "1_000", "+1", ".5", "1.", "-.5",
		".nan", ".NaN", ".inf", "-.inf", "+.Inf", "2024-01-02", "2024-01-02T10:00:00Z", "1:30", "12:30:45",
		"yes", "Yes", "YES", "no", "No", "NO", "on", "On", "off", "OFF", "~", "Null", "NULL", "True", "TRUE", "False",
	) {
		code := CodeRetyped
		if slices.Contains(lost, written) {
			code = CodeNumber
		}
		for _, text := range []string{"k: " + written + "\n", "k: [a, " + written + "]\n", written + ": a\n"} {
			root, list := Parse("f", []byte(text))
			if len(list) != 1 || list[0].Code != code {
				t.Errorf("%q gives %v, want one %s", text, list, code)
				continue
			}
			if got := cut(t, text, list[0].Span); got != written {
				t.Errorf("%q is told at %q", text, got)
			}
			if list[0].Hint == "" {
				t.Errorf("%q has no remedy", text)
			}
			broken := 0
			root.each("", func(_ string, v *Value) {
				if v.Broken {
					broken++
				}
			})
			if broken != 1 && len(root.Keys) > 0 {
				t.Errorf("%q leaves %d broken values", text, broken)
			}
			// The remedy works: in quotes it is text.
			e := list[0].Edit
			if e != nil && code == CodeNumber {
				t.Errorf("%q is quoted unasked, as if it were no number", text)
			}
			if e != nil {
				mended := text[:e.Span.Start.Offset] + e.NewText + text[e.Span.End.Offset:]
				parseGood(t, mended)
			}
		}
	}
}

func TestKeys(t *testing.T) {
	for text, code := range map[string]string{
		"? [a]\n: 1\n": "yaml-key", "{a: 1}: 2\n": "yaml-key", "? \n: 1\n": "yaml-key", "\"\": 1\n": "yaml-key", "true: 1\n": "yaml-retyped",
		"\"a\\nb\": 1\n": "yaml-key", "null: 1\n": "yaml-retyped", "<<: {a: 1}\n": "yaml-merge-key", "!x a: 1\n": "yaml-tag",
		"&x a: 1\n": "yaml-anchor", fmt.Sprintf("%0201d: 1\n", 1)[1:]: "yaml-retyped", "1e400: 1\n": "yaml-number",
	} {
		if _, list := Parse("f", []byte(text)); len(list) != 1 || string(list[0].Code) != code {
			t.Errorf("%q gives %v, want one %s", text, list, code)
		}
	}
	root := parseGood(t, "1: a\n1.5: b\n-2: c\n'no': d\n")
	if root.Keys[0].Name != "1" || root.Keys[1].Name != "1.5" || root.Keys[2].Name != "-2" || root.Keys[3].Name != "no" {
		t.Errorf("keys are %v", root.Keys)
	}
}
