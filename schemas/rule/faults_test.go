package rule

import (
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// line is a Locator for one rule: columns are characters from 1, so that a span tells the stretch.
type line struct{}

func (line) File() string               { return "rule" }
func (line) ValueSpan(string) diag.Span { return diag.Span{File: "rule", Start: diag.Pos{Line: 1}} }
func (line) KeySpan(string) diag.Span   { return diag.Span{File: "rule", Start: diag.Pos{Line: 1}} }
func (line) TextSpan(_ string, from, to int) diag.Span {
	return diag.Span{File: "rule", Start: diag.Pos{Line: 1, Column: from + 1}, End: diag.Pos{Line: 1, Column: to + 1}}
}

// faultsOf compiles a rule in the world of tests and gives what was reported.
func faultsOf(text string, change func(*Source)) diag.List {
	w := newWorld()
	w.Builder.report = diag.NewReporter(line{})
	src := Source{At: "/rule", Text: text, Want: Type{Kind: Truth}, Condition: true, Of: w.of}
	if change != nil {
		change(&src)
	}
	w.Compile(src)
	return w.Builder.report.List()
}

func asNumber(s *Source) { s.Want = Type{Kind: Number} }

// stretch cuts the place of a diagnostic out of the rule.
func stretch(text string, span diag.Span) string {
	chars := []rune(text)
	if span.Start.Column < 1 || span.End.Column-1 > len(chars) || span.Start.Column > span.End.Column {
		return "(outside the text)"
	}
	return string(chars[span.Start.Column-1 : span.End.Column-1])
}

// applied makes every certain edit.
func applied(text string, list diag.List) string {
	chars := []rune(text)
	for i := len(list) - 1; i >= 0; i-- { // from the back, so that places in front stay good
		e := list[i].Edit
		if e == nil {
			return "(no certain edit)"
		}
		chars = append(chars[:e.Span.Start.Column-1], append([]rune(e.NewText), chars[e.Span.End.Column-1:]...)...)
	}
	return string(chars)
}

// TestFaults holds each message to its code, its place and its remedy. Expectations: code, stretch, a part of message
// or hint; several faults after each other. mended is the rule after all certain edits, or "".
func TestFaults(t *testing.T) {
	type want [3]string
	for _, c := range []struct {
		text   string
		wants  []want
		mended string
	}{
		// signs that clinicians type
		{"x0 = 2", []want{{"rule-sign", "=", "=="}}, "x0 == 2"},
		{"x0 <> 2", []want{{"rule-sign", "<>", "!="}}, "x0 != 2"},
		{"x0 => 2", []want{{"rule-sign", "=>", ">="}}, "x0 >= 2"},
		{"x0 =< 2", []want{{"rule-sign", "=<", "<="}}, "x0 <= 2"},
		{"x0 === 2", []want{{"rule-sign", "===", "=="}}, "x0 == 2"},
		{"x0 ≥ 2", []want{{"rule-character", "≥", ">="}}, "x0 >= 2"},
		{"x0 ≤ 2", []want{{"rule-character", "≤", "<="}}, "x0 <= 2"},
		{"x0 ≠ 2", []want{{"rule-character", "≠", "!="}}, "x0 != 2"},
		{"x0 − 1 > 0", []want{{"rule-character", "−", "-"}}, "x0 - 1 > 0"},
		{"x0 × 2 > 0", []want{{"rule-character", "×", "*"}}, "x0 * 2 > 0"},
		{"x0 > 1 AND x1 > 1", []want{{"rule-sign", "AND", "and"}}, "x0 > 1 and x1 > 1"},
		{"x0 > 1 OR NOT (x1 > 1)", []want{{"rule-sign", "OR", "or"}, {"rule-sign", "NOT", "not"}}, "x0 > 1 or not (x1 > 1)"},
		{"t0&&t1", []want{{"rule-sign", "&&", "and"}}, "t0 and t1"},
		{"t0||t1", []want{{"rule-sign", "||", "or"}}, "t0 or t1"},
		{"!t0", []want{{"rule-sign", "!", "not"}}, "not t0"},
		{"c0 is \"a\"", []want{{"rule-sign", "is", "=="}}, `c0 == "a"`},
		{"c0 is not \"a\"", []want{{"rule-sign", "is not", "!="}}, `c0 != "a"`},
		{"t0 and TRUE", []want{{"rule-sign", "TRUE", "true"}}, "t0 and true"},
		{"x0 > 1,5", []want{{"rule-decimal-comma", "1,5", "1.5"}}, "x0 > 1.5"},
		{"(x0 + 1,5) > 2", []want{{"rule-decimal-comma", "1,5", "1.5"}}, "(x0 + 1.5) > 2"},
		// quotes and codes
		{"c0 == 'a'", []want{{"rule-quotes", "'a'", `"a"`}}, `c0 == "a"`},
		{"c0 == “a”", []want{{"rule-quotes", "“a”", `"a"`}}, `c0 == "a"`},
		{"c0 == ‘a’", []want{{"rule-quotes", "‘a’", `"a"`}}, `c0 == "a"`},
		{"c0 == `a`", []want{{"rule-quotes", "`a`", `"a"`}}, `c0 == "a"`},
		{`c0 == "a`, []want{{"rule-quotes", `"a`, "not closed"}}, ""},
		{`c0 == "\x61"`, []want{{"rule-quotes", `"\x61"`, "backslash"}}, ""},
		{"c0 == a", []want{{"rule-unquoted-code", "a", `"a"`}}, `c0 == "a"`},
		{"b != c1", []want{{"rule-unquoted-code", "b", `"b"`}}, `"b" != c1`},
		{"c0 in [a, c]", []want{{"rule-unquoted-code", "a", `"a"`}, {"rule-unquoted-code", "c", `"c"`}}, `c0 in ["a", "c"]`},
		{`other == "zz"`, []want{{"rule-unknown-code", `"zz"`, `Did you mean "z"?`}}, ""},
		{`c0 == "none_of_these"`, []want{{"rule-unknown-code", `"none_of_these"`, "counts as missing"}}, ""},
		{`c0 in ["a", "zebra"]`, []want{{"rule-unknown-code", `"zebra"`, `The codes are "a", "b", "c"`}}, ""},
		{"c0 == other", []want{{"rule-other-set", "c0 == other", "abc"}}, ""},
		{`freq == "often"`, []want{{"rule-type", `"often"`, "worth 1"}}, "freq == 1"},
		{"freq == often", []want{{"rule-type", "often", "worth 1"}}, "freq == 1"},
		{`t0 == "yes"`, []want{{"rule-type", `"yes"`, "true or false"}}, ""},
		{"t0 == yes", []want{{"rule-type", "yes", "Write t0 for yes"}}, ""},
		{"t0 == true", []want{{"rule-type", "t0 == true", "Write t0"}}, "t0"},
		{"(x0 > 1) == false", []want{{"rule-type", "(x0 > 1) == false", "Write not (x0 > 1)"}}, "not (x0 > 1)"},
		{`c0 < "b"`, []want{{"rule-type", `c0 < "b"`, "no order"}}, ""},
		{`"a" == "a"`, []want{{"rule-type", `"a" == "a"`, "always the same"}}, ""},
		// not first
		{`not c0 == "a"`, []want{{"rule-not-first", `not c0 == "a"`, `c0 != "a"`}}, `c0 != "a"`},
		{"not x0 > 2", []want{{"rule-not-first", "not x0 > 2", "x0 <= 2"}}, "x0 <= 2"},
		{`not c0 in ["a"]`, []want{{"rule-not-first", `not c0 in ["a"]`, `c0 not in ["a"]`}}, `c0 not in ["a"]`},
		{"not 1 < x0 < 3", []want{{"rule-not-first", "not 1", "not (...)"}}, ""},
		// forms of other languages
		{"x0 ?? 0", []want{{"rule-forbidden", "??", "ifna"}}, ""},
		{"x0 ?: 0", []want{{"rule-forbidden", "?:", "ifna"}}, ""},
		{"d?.x > 0", []want{{"rule-forbidden", "?.", "dotted"}}, ""},
		{"x0 % 2 == 0", []want{{"rule-forbidden", "%", "0.05"}}, ""},
		{"x0 ^ 2 > 0", []want{{"rule-forbidden", "^", "pow"}}, ""},
		{"x0 ** 2 > 0", []want{{"rule-forbidden", "**", "pow"}}, ""},
		{"ws | sum() > 0", []want{{"rule-forbidden", "|", "sum(x)"}}, ""},
		{"x0 > 0; x1 > 0", []want{{"rule-forbidden", ";", "one expression"}}, ""},
		{"let y = 1; y > 0", []want{{"rule-forbidden", "let", "variables"}, {"rule-sign", "=", "=="}, {"rule-forbidden", ";", "one expression"}}, ""},
		{"if t0 { t1 } else { t2 }", []want{{"rule-forbidden", "if", "?"}, {"rule-forbidden", "{", ""}, {"rule-forbidden", "else", ""}, {"rule-forbidden", "{", ""}}, ""},
		{`c0 matches "a"`, []want{{"rule-forbidden", "matches", "=="}}, ""},
		{`c0 contains "a"`, []want{{"rule-forbidden", "contains", "=="}}, ""},
		{`c0 startsWith "a"`, []want{{"rule-forbidden", "startsWith", "=="}}, ""},
		{`c0 not endsWith "a"`, []want{{"rule-forbidden", "endsWith", "=="}}, ""},
		{"x0 in 1..3", []want{{"rule-forbidden", "..", "1 <= x <= 3"}}, ""},
		{"ws[0] > 1", []want{{"rule-forbidden", "[", "square brackets"}}, ""},
		{`total["band"] == 1`, []want{{"rule-forbidden", "[", "dotted name"}}, ""},
		{"sum([w0, w1]) > 1", []want{{"rule-forbidden", "[", "sum(q1, q2)"}}, ""},
		{"{x0: 1} == 1", []want{{"rule-forbidden", "{", ""}}, ""},
		{"x0 in (1, 2)", []want{{"rule-forbidden", "(", "square brackets"}}, ""},
		{"x0 == nil", []want{{"rule-forbidden", "nil", "answered"}}, ""},
		{"x0 == unknown", []want{{"rule-forbidden", "unknown", "answered"}}, ""},
		{"x0 between 1", []want{{"rule-forbidden", "between", "1 <= x <= 3"}}, ""},
		{"::sum(ws) > 1", []want{{"rule-forbidden", "::", ""}}, ""},
		{`b"a" == c0`, []want{{"rule-forbidden", `b"a"`, "bytes"}}, ""},
		{"x0 > 0 // check", []want{{"rule-comment", "// check", "above the rule"}}, ""},
		{"x0 /* eh */ > 0", []want{{"rule-comment", "/* eh */", "above the rule"}}, ""},
		{"x0 > 0 # check", []want{{"rule-comment", "# check", "above the rule"}}, ""},
		{"$env > 0", []want{{"rule-character", "$", "no meaning"}}, ""},
		{"x0 @ 1", []want{{"rule-character", "@", "no meaning"}}, ""},
		{"x0\u200b > 1", []want{{"rule-character", "\u200b", "invisible"}}, "x0 > 1"},
		// numbers
		{"x0 > 10mg", []want{{"rule-number", "10mg", "no unit"}}, ""},
		{"x0 > 0x1F", []want{{"rule-number", "0x1F", "decimal"}}, ""},
		{"x0 > 1_000", []want{{"rule-number", "1_000", "decimal"}}, ""},
		{"x0 > 1e999", []want{{"rule-number", "1e999", ""}}, ""},
		{"x0 > 99999999999999999999", []want{{"rule-number", "99999999999999999999", ""}}, ""},
		// grammar
		{"(x0 > 1", []want{{"rule-syntax", "(", "never closed"}}, ""},
		{"x0 > 1)", []want{{"rule-syntax", ")", "closes nothing"}}, ""},
		{"x0 x1 > 1", []want{{"rule-syntax", "x1", "missing before"}}, ""},
		{"x0 > 1 and", []want{{"rule-syntax", "and", "missing after"}}, ""},
		{"* x0 > 1", []want{{"rule-syntax", "*", "missing before"}}, ""},
		{"x0 + * 2 > 1", []want{{"rule-syntax", "*", "missing before"}}, ""},
		{"+x0 > 1", []want{{"rule-syntax", "+", "alone"}}, "x0 > 1"},
		{"t0 ? t1", []want{{"rule-syntax", "", "cannot be read"}}, ""},
		{"max(x0, ) > 1", []want{{"rule-syntax", ",", "nothing follows"}}, ""},
		{"x0 in []", []want{{"rule-syntax", "[]", "empty"}}, ""},
		{"x0 in ws", []want{{"rule-syntax", "ws", "square brackets"}}, ""},
		{"x0.5 > 1", []want{{"rule-syntax", ".5", "missing before"}}, ""},
		{"(x0).y > 1", []want{{"rule-syntax", ").", "inside a name"}}, ""},
		{"", []want{{"rule-empty", "", "empty"}}, ""},
		// names and functions
		{"x9 > 1", []want{{"rule-unknown-name", "x9", ""}}, ""},
		{"sum > 1", []want{{"rule-unknown-name", "sum", "sum is a function"}}, ""},
		{"exact > 1", []want{{"rule-unknown-name", "exact", "table(exact, x)"}}, ""},
		{"worth > 1", []want{{"rule-unknown-name", "worth", "weigh(worth, of)"}}, ""},
		{"d.y > 1", []want{{"rule-unknown-name", "d.y", "d.x"}}, ""},
		{"dd.x > 1", []want{{"rule-unknown-name", "dd.x", "dd is called d here: write d.x"}}, ""},
		{`x8 == "wine"`, []want{{"rule-unknown-name", "x8", ""}}, ""},
		{`"wine" != x8`, []want{{"rule-unknown-name", "x8", ""}}, ""},
		{`x0 > 1 ? x8 == "a" : (c0 == "a" ? x9 : "b") == "c"`, []want{{"rule-unknown-name", "x8", ""}, {"rule-unknown-name", "x9", ""}}, ""},
		{"average(w0) > 1", []want{{"rule-unknown-function", "average(w0)", "mean"}}, ""},
		{"round(w0) > 1", []want{{"rule-unknown-function", "round(w0)", "round: {places"}}, ""},
		{"filter(w0) > 1", []want{{"rule-unknown-function", "filter(w0)", "no function"}}, ""},
		{"smu(ws) > 1", []want{{"rule-unknown-function", "smu(ws)", "Did you mean sum?"}}, ""},
		{"sum() > 1", []want{{"rule-arguments", "sum()", "at least one"}}, ""},
		{"clamp(x0, 1) > 1", []want{{"rule-arguments", "clamp(x0, 1)", "3 arguments"}}, ""},
		{"sum(of, w0) > 1", []want{{"rule-arguments", "of", "alone"}}, ""},
		{"count(x0) > 1", []want{{"rule-arguments", "x0", "answered(x0)"}}, ""},
		{"answered(ws)", []want{{"rule-arguments", "ws", "count(ws)"}}, ""},
		{"table(exac, w0) > 1", []want{{"rule-table", "exac", "Did you mean exact?"}}, ""},
		{"table(exact, c0) > 1", []want{{"rule-table", "c0", "keys"}}, ""},
		{"sum(weigh(wort, of)) > 1", []want{{"rule-table", "wort", "Did you mean worth?"}}, ""},
		{"sum(weigh(worth, ts)) > 1", []want{{"rule-arguments", "ts", "list of numbers"}}, ""},
		// types
		{"x0", []want{{"rule-type", "x0", "x0 >= 1"}}, ""},
		{"t0 + 1 > 1", []want{{"rule-type", "t0", "(t0 ? 1 : 0)"}}, ""},
		{"ws > 1", []want{{"rule-type", "ws > 1", "a list"}}, ""},
		{"ws + 1 > 1", []want{{"rule-type", "ws", "sum(ws)"}}, ""},
		{"c0 and t0", []want{{"rule-type", "c0", `c0 == "a"`}}, ""},
		{"t0 ? 1 : t1", []want{{"rule-type", "t0 ? 1 : t1", "one kind"}}, ""},
		{"(t0 ? c0 : other) == c0", []want{{"rule-other-set", "t0 ? c0 : other", "two sets"}}, ""},
		{"x0 in [1, \"a\"]", []want{{"rule-type", `"a"`, ""}}, ""},
		{"x0 in [1, x1]", []want{{"rule-type", "x1", "as such"}}, ""},
		{"t0 in [true]", []want{{"rule-type", "t0", ""}}, ""},
		{"x0 < 1 == t0", []want{{"rule-type", "x0 < 1 == t0", ""}}, ""},
		{"sum(ts) > 1", []want{{"rule-type", "ts", "count_true(ts)"}}, ""},
		{"count_true(ws) > 1", []want{{"rule-type", "ws", "sum(ws)"}}, ""},
		{"max(t0, 1) > 1", []want{{"rule-type", "t0", ""}}, ""},
		// warnings
		{"t0 or t1 and t2", []want{{"rule-mixed-and-or", "t1 and t2", "(t1 and t2)"}}, "t0 or (t1 and t2)"},
		{"age + weight > 3", []want{{"rule-unit", "age + weight", "years"}}, ""},
		{"ifna(count(ws), 0) > 1", []want{{"rule-needless-ifna", "ifna(count(ws), 0)", "never missing"}}, "count(ws) > 1"},
		// several at once, at their true places
		{"sum(ws) ≥ 10 AND c0 = a or smu(ws) > 1,5", []want{
			{"rule-character", "≥", ""}, {"rule-sign", "AND", ""}, {"rule-sign", "=", ""}, {"rule-decimal-comma", "1,5", ""},
			{"rule-unquoted-code", "a", ""}, {"rule-unknown-function", "smu(ws)", ""},
		}, ""},
		{"x8 > 1 and x9 > c0 and \"q\" == c1", []want{
			{"rule-unknown-name", "x8", ""}, {"rule-unknown-name", "x9", ""}, {"rule-unknown-code", `"q"`, ""},
		}, ""},
	} {
		list := faultsOf(c.text, nil)
		if len(list) != len(c.wants) {
			t.Errorf("%s: %d faults, want %d:\n%v", c.text, len(list), len(c.wants), list)
			continue
		}
		for i, d := range list {
			w := c.wants[i]
			if d.Hint == "" {
				t.Errorf("%s: no remedy: %v", c.text, d)
			}
			if string(d.Code) != w[0] || w[1] != "" && stretch(c.text, d.Span) != w[1] || !strings.Contains(d.Message()+" "+d.Hint, w[2]) {
				t.Errorf("%s: %s at %q: %s. %s\nwant %q", c.text, d.Code, stretch(c.text, d.Span), d.Message(), d.Hint, w)
			}
		}
		if c.mended != "" {
			if got := applied(c.text, list); got != c.mended {
				t.Errorf("%s: mended to %s, want %s", c.text, got, c.mended)
			}
			if again := faultsOf(c.mended, nil); again.HasErrors() {
				t.Errorf("%s is mended to %s, which has faults: %v", c.text, c.mended, again)
			}
		}
	}
}

// TestFaultsOfSources are those that hang on where a rule stands.
func TestFaultsOfSources(t *testing.T) {
	fill := func(f Fill) func(*Source) {
		return func(s *Source) {
			of := *s.Of
			of.Fill = f
			s.Of, s.Want = &of, Type{}
		}
	}
	for _, c := range []struct {
		text   string
		change func(*Source)
		want   diag.Code
	}{
		{"sum(of) > 1", func(s *Source) { s.Of = nil }, "rule-of"},
		{"t0", asNumber, "rule-type"},
		{"ws", asNumber, "rule-type"},
		{`"a"`, asNumber, "rule-type"},
		{"c0", func(s *Source) { s.Want = newWorld().scope.types[14] }, "rule-other-set"},
		{`t0 ? "z" : "y"`, func(s *Source) { s.Want = newWorld().scope.types[14] }, "rule-unknown-code"},
		{"age", func(s *Source) { s.Want = Type{Unit: "kg"} }, "rule-unit"},
		{"answered(x0)", func(s *Source) { s.Protects = true }, "rule-flips"},
		{"ifna(x0, 1) > 0", func(s *Source) { s.Protects = true }, "rule-flips"},
		{"count(ws) > 0", func(s *Source) { s.Protects = true }, "rule-flips"},
		{"sum(of) + w1", fill(Fill{Kind: FillMean}), "rule-raw-item"},
		{"sum(of) + w1", fill(Fill{Kind: FillDrop}), "rule-raw-item"},
		{"sum(weigh(worth, of))", fill(Fill{Kind: FillMean}), "rule-fill"},
		{"sum(weigh(worth, of))", fill(Fill{Kind: FillValue, Value: 7}), "rule-table-gap"},
		{"table(exact, x0)", asNumber, "rule-table-gap"},
		{"x0 > 1 ? table(exact, x0) : 0", asNumber, "rule-table-gap"},
		{strings.Repeat("(", 65) + "t0" + strings.Repeat(")", 65), nil, "rule-too-big"},
		{strings.Repeat("(", 2000), nil, "rule-too-big"},
		{"t0" + strings.Repeat(" and t0", 300), nil, "rule-too-big"},
		{strings.Repeat(" ", MaxSource+1), nil, "rule-too-big"},
		{strings.Repeat("(", 1<<20), nil, "rule-too-big"},
		{"t0 \xff", nil, "rule-character"},
	} {
		list := faultsOf(c.text, c.change)
		if len(list) != 1 || list[0].Code != c.want || list[0].Hint == "" {
			t.Errorf("%.40s: %v, want %s with a remedy", c.text, list, c.want)
		}
	}
	for _, text := range []string{
		strings.Repeat("(", 64) + "t0" + strings.Repeat(")", 64), "t0" + strings.Repeat(" and t0", 249),
		"t0 or (t1 and t2)", "1 < x0 < 3 or t0", "x0 > .5", "x0 >\n\t1", "sum(of) > 1", "x0 in [-1, 0.5]",
		`not (c0 in ["a"])`, "(t0)", `c0 != "a"`, "table(exact, w0) > 1",
	} {
		if list := faultsOf(text, nil); len(list) > 0 {
			t.Errorf("%.60s: %v", text, list)
		}
	}
}

// TestDeclarations: names, groups and tables that do not fit.
func TestDeclarations(t *testing.T) {
	for _, c := range []struct {
		do   func(b *Builder)
		want diag.Code
	}{
		{func(b *Builder) { b.Name("sum", Type{}, "/a") }, "rule-reserved-name"},
		{func(b *Builder) { b.Group("of", nil, "/a") }, "rule-reserved-name"},
		{func(b *Builder) { b.Name("x0", Type{}, "/a") }, "rule-name-taken"},
		{func(b *Builder) { b.Table("ws", Table{}) }, "rule-name-taken"},
		{func(b *Builder) { b.Weights("worth", nil, "/a") }, "rule-name-taken"},
		{func(b *Builder) { b.Hidden(Type{}); b.Input(Input{Name: "late"}) }, "rule-name-taken"},
		{func(b *Builder) { b.Name("total", Type{}, "/a") }, "rule-unwritten"},
		{func(b *Builder) { b.Output("total") }, "rule-unknown-name"},
		{func(b *Builder) { b.Compute(0, b.Compile(Source{Text: "1"})) }, "rule-written-twice"},
		{func(b *Builder) { b.Compute(99, b.Compile(Source{Text: "1"})) }, "rule-unwritten"},
		{func(b *Builder) { b.Group("g", []string{"x0", "nope"}, "/a"); b.Compile(Source{Text: "sum(g)"}) }, "rule-group"},
		{func(b *Builder) { b.Group("g", []string{"x0", "t0"}, "/a"); b.Compile(Source{Text: "sum(g)"}) }, "rule-group"},
		{func(b *Builder) { b.Group("g", nil, "/a"); b.Compile(Source{Text: "sum(g)"}) }, "rule-group"},
		{func(b *Builder) {
			b.Table("t", Table{Rows: []Row{{Key: 1}, {Key: 1}}})
			b.Compile(Source{Text: "table(t, x0)"})
		}, "rule-table"},
		{func(b *Builder) {
			b.Table("t", Table{Rows: []Row{{Code: "a"}, {Code: "y"}}})
			b.Compile(Source{Text: "table(t, c0)"})
		}, "rule-table"},
		{func(b *Builder) { b.Table("t", Table{}); b.Compile(Source{Text: "table(t, x0)"}) }, "rule-table"},
		{func(b *Builder) {
			b.Weights("v", map[string]map[float64]float64{"w0": {0: 1}}, "/a")
			b.Compile(Source{Text: "sum(weigh(v, ws))"})
		}, "rule-table-gap"},
	} {
		w := newWorld()
		c.do(w.Builder)
		if m := w.Build(); m != nil {
			t.Errorf("want %s, but there is a model", c.want)
		}
		if list := w.report.List(); len(list) == 0 || list[0].Code != c.want || list[0].Hint == "" {
			t.Errorf("%v, want %s", list, c.want)
		}
	}
}

// TestNamesCutShort holds that the beginning of one name suggests it, and that the names of the same prefix are listed else.
func TestNamesCutShort(t *testing.T) {
	for text, want := range map[string]string{
		"line.cat > 1":    "Did you mean line.category?",
		"line.colour > 1": "There is line.amount, line.category",
		"lien.amount > 1": "lien is called line here: write line.amount",
	} {
		b := NewBuilder(diag.NewReporter(line{}))
		for i := range 40 {
			b.Input(Input{Name: "other." + strings.Repeat("z", i+1), Type: Type{Kind: Number, Hi: 9}})
		}
		b.Input(Input{Name: "line.category", Type: Type{Kind: Number, Hi: 9}})
		b.Input(Input{Name: "line.amount", Type: Type{Kind: Number, Hi: 9}})
		b.Compile(Source{At: "/rule", Text: text, Want: Type{Kind: Truth}})
		if list := b.report.List(); len(list) != 1 || list[0].Hint != want {
			t.Errorf("%s gives %v, want the hint %q", text, list, want)
		}
	}
}
