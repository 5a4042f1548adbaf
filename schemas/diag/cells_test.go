package diag

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"
)

// The expected widths are those of terminals that follow Unicode, written by hand.
func TestCells(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "plain": 5, "你好": 4, "ｆｕｌｌ": 8, "ｶﾅ": 2, "カナ": 4, "한글": 4, "\u1112\u1161\u11ab": 2,
		"e\u0301": 1, "é": 1, "नि": 2, "\u202fx": 2, "zero\u200bwidth": 9,
		"👍": 2, "👍🏽": 2, "👨\u200d👩\u200d👧": 2, "❤": 1, "❤\ufe0f": 2, "1\ufe0f\u20e3": 2, "🇬🇧": 2, "🏽": 2,
		"🧑\u200d⚕\ufe0f": 2, "👍👍": 4, "क\u200dष": 2, "\u200d\ufe0f": 0, "a\ufe0f": 1, "👍\u200dx": 2,
	} {
		got := 0
		for _, w := range cells([]rune(text)) {
			got += w
		}
		if got != want {
			t.Errorf("%q takes %d cells, want %d", text, got, want)
		}
	}
}

// The table is checked against another implementation of the Unicode data, character by character.
func TestWideAgreesWithUnicodeData(t *testing.T) {
	file, err := os.Open("testdata/wide.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	checked := 0
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var from, to rune
		var width string
		if _, err := fmt.Sscanf(lines.Text(), "%X %X %s", &from, &to, &width); err != nil {
			t.Fatal(err)
		}
		for r := from; r <= to; r++ {
			if unicode.Is(wide, r) != (width == "W") {
				t.Errorf("U+%04X is %s", r, width)
			}
			checked++
		}
	}
	if checked != 144_762 { // Every character of Unicode 14: 144,697, and 65 controls.
		t.Errorf("%d characters checked; is the file whole?", checked)
	}
}

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"a\r\nb\nc\td": "a b c d", "\x1b[31mred\x1b[0m": "␛[31mred␛[0m", "x\u202ey": "x\ufffdy", "\x7f\u0085": "␡\ufffd", "é 你": "é 你",
		"\u2028": "\ufffd",
	} {
		if got := plain(in); got != want {
			t.Errorf("plain(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNothingReachesTheTerminal(t *testing.T) {
	src := []byte("a: \x1b[2J\x9bx \u202e hidden \x00\n")
	d := Diagnostic{
		Severity: Error, Format: "\x1b]0;title\a", Hint: "\x1b[1m", Code: "\x1b", Path: "\x1b",
		Span:    Span{File: "\x1b.yaml", Start: Pos{1, 4, 3}, End: Pos{1, 9, 9}},
		Related: []Related{{Span{File: "\x1b"}, "\x1b"}},
	}
	for _, line := range []int{1, 99} {
		d.Edit = &Edit{Span{File: "\x1b", Start: Pos{line, 1, 0}, End: Pos{line, 2, 1}}, "\x1b\u202e"}
		var b strings.Builder
		if err := WriteText(&b, List{d}, Options{Sources: func(string) ([]byte, bool) { return src, true }}); err != nil {
			t.Fatal(err)
		}
		if i := strings.IndexFunc(b.String(), func(r rune) bool { return r != '\n' && unicode.IsControl(r) || r == '\u202e' }); i >= 0 {
			t.Errorf("%q holds a control character at %d", b.String(), i)
		}
	}
}
