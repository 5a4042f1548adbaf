package yamldoc

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

func codes(list diag.List) string {
	var all []string
	for _, d := range list {
		all = append(all, string(d.Code))
	}
	return strings.Join(all, " ")
}

func TestLimits(t *testing.T) {
	deep := func(n int) string { return "a: " + strings.Repeat("[", n) + strings.Repeat("]", n) + "\n" }
	long := func(n int) string { return strings.Repeat("k", n) + ": 1\n" }
	fill := func(n int) string { return "a: x #" + strings.Repeat(" ", n-7) + "\n" }
	wide := func(n int) string { return "a: [" + strings.Repeat("1,", n-3) + "1]\n" } // map, list and n-2 numbers
	for _, c := range []struct{ name, text, want string }{
		{"deepest", deep(MaxDepth - 1), ""},
		{"too deep", deep(MaxDepth), "yaml-too-deep"},
		{"far too deep", deep(20_000), "yaml-too-deep"},
		{"longest key", long(MaxKey), ""},
		{"key too long", long(MaxKey + 1), "yaml-key"},
		{"biggest", fill(MaxBytes), ""},
		{"too big", fill(MaxBytes + 1), "yaml-too-big"},
		{"widest", wide(MaxValues), ""},
		{"too wide", wide(MaxValues + 1), "yaml-too-many-values"},
		{"mark", "\xef\xbb\xbfa: 1\n", "yaml-bom"},
		{"latin 1", "a: caf\xe9\n", "yaml-not-utf8"},
		{"utf-16", "\xff\xfea\x00:\x00", "yaml-not-utf8"},
		{"surrogate", "a: \xed\xa0\x80\n", "yaml-not-utf8"},
		{"nul", "a: b\x00c\n", "yaml-control-character"},
		{"two controls", "a: b\x07c\u0085\n", "yaml-control-character yaml-control-character"},
		{"line separator", "a: b\u2028c\n", "yaml-control-character"},
		{"old mac", "a: b\rc: d\r", "yaml-control-character yaml-control-character"},
		{"full of nuls", strings.Repeat("\x00", 1000), strings.TrimSpace(strings.Repeat("yaml-control-character ", maxControl))},
		{"windows", "a: b\r\nc: d\r\n", ""},
		{"empty", "", "yaml-empty"},
		{"only comments", "# a\n\n# b\n", "yaml-empty"},
		{"only a start", "---\n", "yaml-empty"},
		{"list", "- a\n", "yaml-not-a-map"},
		{"text", "hello\n", "yaml-not-a-map"},
		{"second", "a: 1\n---\nb: 1\n", "yaml-second-document"},
		{"second is broken", "a: 1\n---\nb: [\n", "yaml-unclosed"},
		{"marked", "---\na: 1\n...\n", ""},
		{"full of faults", "a: [" + strings.Repeat("no,", 5000) + "no]\n", strings.TrimSpace(strings.Repeat("yaml-retyped ", MaxFaults)) + " yaml-too-many-faults"},
		{"twice", "a: 1\nb: 2\na: 3\n", "yaml-duplicate-key"},
		{"twice in other quotes", "a: 1\n\"a\": 2\n", "yaml-duplicate-key"},
	} {
		root, list := Parse("f", []byte(c.text))
		if got := codes(list); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if root == nil && len(list) == 0 {
			t.Errorf("%s: nothing was read, and nothing reported", c.name)
		}
	}
}

func TestDuplicateNamesTheFirst(t *testing.T) {
	const text = "a: 1\nb: 2\na: 3\n"
	root, list := Parse("f", []byte(text))
	if root.Values[0].Number != 1 || len(root.Keys) != 2 {
		t.Errorf("the first of two keys does not win: %v", root.Plain())
	}
	if d := list[0]; d.Span.Start.Line != 3 || len(d.Related) != 1 || d.Related[0].Span.Start.Line != 1 {
		t.Errorf("got %+v", d)
	}
}

func TestCutValueIsBroken(t *testing.T) {
	root, list := Parse("f", []byte("a: {id: x, rule: sum(q1, q2), last: 1}\n"))
	a := root.Values[0]
	if len(a.Keys) != 3 || !a.Values[1].Broken || a.Values[0].Broken || a.Values[2].Broken {
		t.Errorf("got %v", a.Plain())
	}
	if want := `rule: "sum(q1, q2)"`; !strings.Contains(list[0].Hint, want) {
		t.Errorf("the hint %q does not say %s", list[0].Hint, want)
	}
}

func TestLibraryPanicIsADiagnostic(t *testing.T) {
	f := &faults{source: &source{file: "f", text: []byte("a: 1\n")}}
	guard(f, func() { panic("out of order") })
	if len(f.list) != 1 || f.list[0].Code != codeInternal || !strings.Contains(f.list[0].Message(), "out of order") {
		t.Errorf("got %v", f.list)
	}
}

// distinct is a file of about n bytes of distinct keys.
func distinct(n int) []byte {
	var b strings.Builder
	for i := 0; b.Len() < n-12; i++ {
		fmt.Fprintf(&b, "k%07d: 1\n", i)
	}
	return []byte(b.String())
}

func TestManyKeysAreCheap(t *testing.T) {
	if testing.Short() || racing {
		t.Skip("takes some seconds, and the race detector has nothing to find here and times nothing")
	}
	text := distinct(MaxBytes)
	start := time.Now()
	root, list := Parse("f", text)
	took, limit := time.Since(start), time.Second
	if len(list) > 0 || len(root.Keys) < 85_000 {
		t.Fatalf("%d keys, %v", len(root.Keys), list)
	}
	if took > limit { // on a busy machine, a few times what the YAML library alone takes just now
		took = fastest(func() { Parse("f", text) })
		limit = max(limit, 5*fastest(func() { yaml.Unmarshal(text, new(yaml.Node)) }))
	}
	if took > limit {
		t.Errorf("1 MB of distinct keys took %v, more than %v", took, limit)
	}
}

// fastest gives the least time of three runs.
func fastest(run func()) time.Duration {
	least := time.Duration(math.MaxInt64)
	for range 3 {
		start := time.Now()
		run()
		least = min(least, time.Since(start))
	}
	return least
}

// TestHostileFilesAreCheap holds that no file within the limits takes more than its share of time. Each takes well under 3
// seconds on a quiet machine; what grows with the square of a file takes minutes.
func TestHostileFilesAreCheap(t *testing.T) {
	if testing.Short() || racing {
		t.Skip("takes some seconds, and far more under the race detector, which has nothing to find here")
	}
	for name, text := range map[string]string{
		"one line":        "{" + strings.Repeat("a,", MaxBytes/2-2) + "}",
		"same key":        strings.Repeat("a: 1\n", MaxBytes/5),
		"comments":        "a:\n" + strings.Repeat("  - b #c\n", MaxBytes/9-1),
		"retyped":         "a: [" + strings.Repeat("no,", MaxBytes/3-3) + "no]",
		"unclosed quotes": strings.Repeat("\"\n", MaxBytes/2),
		"quoted lines":    "a: [" + strings.Repeat("\"\n\"'", MaxBytes/4-2),
		"open brackets":   "a: [" + strings.Repeat("{a: [\n", MaxBytes/6-1),
		"long keys":       strings.Repeat("? "+strings.Repeat("k", 1000)+"\n", MaxBytes/1003),
		"escapes":         "a: \"" + strings.Repeat("\\\n", MaxBytes/2-3) + "\"",
	} {
		start := time.Now()
		Parse("f", []byte(text[:min(len(text), MaxBytes)]))
		if took, limit := time.Since(start), 30*time.Second; took > limit {
			t.Errorf("%s took %v, more than %v", name, took, limit)
		} else if testing.Verbose() {
			t.Log(name, took)
		}
	}
}
