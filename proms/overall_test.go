package proms

import (
	"strings"
	"testing"
)

// TestOverall holds that a wider list is counted too, and that its blanks are named where it is to blame.
func TestOverall(t *testing.T) {
	q := loaded(t, string(read(t, "testdata/overall.yaml")))
	for _, c := range []struct {
		answers       map[string]any
		want, missing string
	}{
		{map[string]any{"a1": 1, "a2": 1, "b1": 1, "b2": 1, "b3": 1}, "6", ""},
		{map[string]any{"a1": 1, "a2": 1, "b1": 1, "b2": 1}, "too_few", "a3 b3"},
		{map[string]any{"a1": 1, "a2": 1}, "too_few", "b"},
		{map[string]any{"a1": 0, "a2": 1, "a3": 1, "b1": 1, "b2": 1}, "4", ""},
	} {
		s := scoreOf(t, q.Score(someAnswers(t, q, c.answers)), "total")
		if got := strings.Join(s.Missing, " "); s.Value.String() != c.want || got != c.missing {
			t.Errorf("%v: %v without %q, want %s without %q", c.answers, s.Value, got, c.want, c.missing)
		}
	}
	steps := q.Explain(someAnswers(t, q, map[string]any{"a1": 1, "a2": 1, "b1": 1, "b2": 1}))[2].String()
	if !strings.Contains(steps, "4 of 6 answered overall; more than 0.8 of the items must be") {
		t.Error(steps)
	}
}

// TestOverallFaults holds that the wider list and its count are checked.
func TestOverallFaults(t *testing.T) {
	src := string(read(t, "testdata/overall.yaml"))
	for name, c := range map[string]struct{ from, to, path, code string }{
		"no such group":         {"overall: {of: items", "overall: {of: item", "/scores/2/missing/overall/of", "score-of"},
		"more than there are":   {"at_least: {more_than: 0.8}", "at_least: 7", "/scores/2/missing/overall/at_least", "score-missing-count"},
		"nothing wrong with it": {"", "", "", ""},
	} {
		list := checked(t, "overall.yaml", []byte(strings.Replace(src, c.from, c.to, 1)))
		switch {
		case c.code == "" && len(list) > 0, c.code != "" && (len(list) != 1 || list[0].Path != c.path || string(list[0].Code) != c.code):
			t.Errorf("%s: %v", name, list)
		}
	}
}
