package sdm

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"testing"
)

// TestNothingIsInventedForAKeyThatIsNotThere takes every number, yes and no out of every kind of event, and puts null in its place. What is read
// of the rest either is refused, or is written without that key: a 0 or a no that nobody said never comes back.
func TestNothingIsInventedForAKeyThatIsNotThere(t *testing.T) {
	tried := 0
	for _, e := range slices.Concat(year(), conditions()) {
		e.ID = "x"
		src, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		var whole map[string]any
		if err := json.Unmarshal(src, &whole); err != nil {
			t.Fatal(err)
		}
		eachPlain(whole["body"], "body", func(object map[string]any, key, path string) {
			kept := object[key]
			defer func() { object[key] = kept }()
			for _, left := range []string{"out", "null"} {
				if object[key] = nil; left == "out" {
					delete(object, key)
				}
				tried++
				if at := comesBack(t, whole, path); at != nil {
					t.Errorf("%s: %s left %s is read as %v", e.Body.Kind(), path, left, at)
				}
			}
		})
	}
	if tried < 60 {
		t.Errorf("only %d were tried", tried)
	}
}

// comesBack reads an event and gives what is written of it at a path; nil where it is refused.
func comesBack(t *testing.T, event map[string]any, path string) (at any) {
	t.Helper()
	src, err := json.Marshal(event)
	if err != nil {
		t.Fatal(err)
	}
	e, err := ParseEvent(src)
	if err != nil {
		return nil
	}
	var again map[string]any
	if src, err = json.Marshal(e); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(src, &again); err != nil {
		t.Fatal(err)
	}
	eachPlain(again["body"], "body", func(object map[string]any, key, here string) {
		if here == path {
			at = object[key]
		}
	})
	return at
}

// eachPlain visits every number, yes and no that stands under a key.
func eachPlain(v any, path string, visit func(object map[string]any, key, path string)) {
	switch v := v.(type) {
	case []any:
		for i, one := range v {
			eachPlain(one, fmt.Sprintf("%s[%d]", path, i), visit)
		}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			switch v[key].(type) {
			case bool, float64:
				visit(v, key, path+"."+key)
			default:
				eachPlain(v[key], path+"."+key, visit)
			}
		}
	}
}
