package diag

import (
	"io"
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

func render(t testing.TB, src string, span Span, edit *Edit) string {
	t.Helper()
	var b strings.Builder
	l := List{{Severity: Error, Format: "x", Span: span, Edit: edit, Related: []Related{{span, "again"}}}}
	err := WriteText(&b, l, Options{Sources: func(string) ([]byte, bool) { return []byte(src), true }})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestSnippetOfHostileSpans(t *testing.T) {
	const src = "ab\ncd"
	pos := func(line, column int) Pos { return Pos{line, column, -7} }
	for _, c := range []struct {
		name       string
		start, end Pos
		want       string // the snippet, or nothing
	}{
		{"in order", pos(1, 1), pos(1, 3), "1 | ab\n  | ^^\n"},
		{"no end", pos(1, 2), Pos{}, "1 | ab\n  |  ^\n"},
		{"empty", pos(2, 1), pos(2, 1), "2 | cd\n  | ^\n"},
		{"reversed in a line", pos(1, 2), pos(1, 1), "1 | ab\n  |  ^\n"},
		{"reversed over lines", pos(2, 2), pos(1, 1), "2 | cd\n  |  ^\n"},
		{"past the line", pos(1, 99), pos(1, 120), "1 | ab\n  |   ^\n"},
		{"past the text", pos(9, 1), pos(9, 2), ""},
		{"end past the text", pos(2, 2), pos(99, 1), "2 | cd\n  |  ^\n"},
		{"zero column", pos(1, 0), pos(1, 2), "1 | ab\n  | ^\n"},
		{"least", pos(1, math.MinInt), pos(math.MaxInt, math.MinInt), "1 | ab\n  | ^^\n2 | cd\n  | ^^\n"},
		{"most", pos(math.MaxInt, math.MaxInt), pos(math.MaxInt, math.MaxInt), ""},
		{"up to a line break", pos(1, 1), pos(2, 1), "1 | ab\n  | ^^\n"},
	} {
		got := render(t, src, Span{Start: c.start, End: c.end}, nil)
		_, got, _ = strings.Cut(got, "\n")
		got, _, _ = strings.Cut(got, "  = see")
		if got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
}

func TestLineEnds(t *testing.T) {
	for _, src := range []string{"a\nbc\nd", "a\r\nbc\r\nd", "\ufeffa\nbc", "a\rb\nbc"} {
		if got := render(t, src, Span{Start: Pos{2, 2, 0}, End: Pos{2, 3, 0}}, nil); !strings.Contains(got, "2 | bc\n  |  ^\n") {
			t.Errorf("%q gives\n%s", src, got)
		}
	}
	if got := render(t, "\ufeffa\rb", Span{Start: Pos{1, 1, 0}, End: Pos{1, 2, 0}}, nil); !strings.Contains(got, "1 | \ufffda␍b\n  | ^\n") {
		t.Errorf("a byte order mark and a lone CR are not shown:\n%s", got)
	}
}

func TestMend(t *testing.T) {
	span := func(l1, c1, l2, c2 int) Span { return Span{File: "f", Start: Pos{l1, c1, 0}, End: Pos{l2, c2, 0}} }
	for _, c := range []struct {
		name string
		edit Edit
		want string
	}{
		{"a word", Edit{span(1, 1, 1, 4), "two"}, "  = mend:\n1 - one: 1\n1 + two: 1\n"},
		{"a line taken out", Edit{span(1, 1, 2, 1), ""}, "  = mend:\n1 - one: 1\n"},
		{"a line put in", Edit{span(2, 1, 2, 1), "new: 2\n"}, "  = mend:\n2 + new: 2\n"},
		{"at the very end", Edit{span(3, 7, 3, 7), "\nend: 4"}, "  = mend:\n4 + end: 4\n"},
		{"nothing", Edit{span(2, 1, 2, 4), "mid"}, "  = mend:\n"},
		{"many lines", Edit{span(2, 1, 2, 7), "1\n2\n3\n4\n5\n6\n7"}, "  = mend:\n2 - mid: 2\n2 + 1\n3 + 2\n4 + 3\n5 + 4\n6 + 5\n7 + 6\n  ...\n"},
		{"reversed", Edit{span(2, 3, 1, 1), "x"}, "  = mend: write \"x\" at f:2:3\n"},
		{"outside", Edit{span(3, 7, 3, 9), "x"}, "  = mend: write \"x\" at f:3:7\n"},
	} {
		got := render(t, "one: 1\nmid: 2\nend: 3", Span{}, &c.edit)
		i := strings.Index(got, "  = mend")
		got, _, _ = strings.Cut(got[max(i, 0):], "\n\n")
		if got+"\n" != c.want && got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func FuzzWriters(f *testing.F) {
	f.Add("a: 你好\r\n\tb: e\u0301\n", 1, 4, 3, 1, 6, 9, "new\ntext")
	f.Add("x", 0, 0, 0, 0, 0, 0, "")
	f.Add("x\n", 2, 1, 2, 1, 5, -1, "\r")
	f.Add("\xff\xe4\xbd", 1, 2, 1, 1, 3, 2, "\xff")
	f.Add(strings.Repeat("wide 你 ", 100), 1, 300, 0, 1, math.MaxInt, 0, strings.Repeat("y", 500))
	f.Add("\ufeffa\n\u202eb", -1, math.MinInt, math.MinInt, math.MaxInt, math.MaxInt, math.MaxInt, "z")
	f.Fuzz(func(t *testing.T, src string, line, column, offset, endLine, endColumn, endOffset int, text string) {
		span := Span{File: text, Start: Pos{line, column, offset}, End: Pos{endLine, endColumn, endOffset}}
		l := List{{
			Code: Code(text), Severity: Severity(column & 7), Span: span, Path: text, Format: text, Hint: text,
			Edit: &Edit{span, text}, Related: []Related{{span, text}},
		}, {Severity: Error, Span: span, Format: src, Args: []any{line, text}}}
		o := Options{Sources: func(string) ([]byte, bool) { return []byte(src), true }, Max: offset}
		for name, write := range writers {
			if err := write(io.Discard, l.Clean(), o); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		var b strings.Builder
		if err := WriteText(&b, l, o); err != nil {
			t.Fatal(err)
		}
		if !utf8.ValidString(b.String()) {
			t.Errorf("the text is not UTF-8: %q", b.String())
		}
	})
}
