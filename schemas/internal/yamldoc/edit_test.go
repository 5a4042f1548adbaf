package yamldoc

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWith(t *testing.T) {
	const text = "a: 1\nb:\n  - x: y\n"
	root := parseGood(t, text)
	before := root.Plain()
	for _, c := range []struct {
		pointer string
		value   any
		want    map[string]any
	}{
		{"/a", "new", map[string]any{"a": "new", "b": []any{map[string]any{"x": "y"}}}},
		{"/b/0/x", nil, map[string]any{"a": 1.0, "b": []any{map[string]any{"x": nil}}}},
		{"/b/0/z", true, map[string]any{"a": 1.0, "b": []any{map[string]any{"x": "y", "z": true}}}},
		{"/b/0", []any{1, 2.5}, map[string]any{"a": 1.0, "b": []any{[]any{1.0, 2.5}}}},
		{"/c~1d", map[string]any{"z": 1, "a": int64(2)}, map[string]any{"a": 1.0, "b": []any{map[string]any{"x": "y"}}, "c/d": map[string]any{"z": 1.0, "a": 2.0}}},
		{"/b/1", "nowhere", before.(map[string]any)},
		{"/b/x/y", "nowhere", before.(map[string]any)},
		{"/a", math.NaN(), map[string]any{"a": nil, "b": []any{map[string]any{"x": "y"}}}},
	} {
		changed := root.With(c.pointer, Of(c.value))
		if diff := cmp.Diff(c.want, changed.Plain()); diff != "" {
			t.Errorf("With(%s, %v): %s", c.pointer, c.value, diff)
		}
		if diff := cmp.Diff(before, root.Plain()); diff != "" {
			t.Fatalf("With(%s) changed the original: %s", c.pointer, diff)
		}
	}
	changed := root.With("/b/0/x", Of("longer than it was"))
	if got := cut(t, text, changed.ValueSpan("/b/0/x")); got != "y" {
		t.Errorf("the place of a replaced value is %q, want that of the original", got)
	}
	if got := cut(t, text, changed.TextSpan("/b/0/x", 3, 5)); got != "y" {
		t.Errorf("the place within a replaced text is %q, want that of the original", got)
	}
	if got := root.With("/new", Of(1)).KeySpan("/new"); got.Start.Line != 0 {
		t.Errorf("an added key stands at %+v", got)
	}
}

func TestManyAddedKeys(t *testing.T) {
	root := parseGood(t, "a: 1\n")
	for _, key := range []string{"b", "c", "d", "e", "f", "g", "h", "i", "j", "k"} {
		root = root.With("/"+key, Of(key))
	}
	if v, ok := root.At("/k"); !ok || v.Text != "k" {
		t.Errorf("got %v", root.Plain())
	}
	if i, ok := root.Get("a"); !ok || i != 0 {
		t.Error("the first key is lost")
	}
}
