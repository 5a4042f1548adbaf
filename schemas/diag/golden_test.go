package diag

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var (
	codeKey = Define(Info{
		Code: "key-test-unknown", Title: "The key is unknown",
		Explain: "A key that nothing reads is nearly always a slip, and what it should say is then missing.",
		Bad:     "tilte: PHQ-9", Good: "title: PHQ-9",
	})
	codeName = Define(Info{
		Code: "rule-test-name", Title: "The rule uses an unknown name",
		Explain: "A rule can only use what the definition declares.",
		Bad:     "rule: sum(symptoms) + nme", Good: "rule: sum(symptoms)",
	})
	codeGap = Define(Info{
		Code: "band-test-gap", Title: "The bands leave a gap",
		Explain: "A score in the gap would have no band.\n\nLet each band start right after the one before, as `to: 9` and `from: 10` do.",
		Bad:     "- {id: mild, from: 5, to: 9}\n- {id: moderate, from: 11}", Good: "- {id: mild, from: 5, to: 9}\n- {id: moderate, from: 10}",
	})
	codeTest = Define(Info{
		Code: "zzz-test-other", Title: "A family that the page does not know",
		Explain: "It comes last.", Bad: "say: \"```\"", Good: "say: nothing",
	})
)

// testSources reads from testdata, which only tests may do.
func testSources(file string) ([]byte, bool) {
	src, err := os.ReadFile(filepath.Join("testdata", file))
	return src, err == nil
}

// find gives the span from the first place of a text in a file up to the end of the first upTo after it.
func find(t testing.TB, file, text, upTo string) Span {
	t.Helper()
	src, ok := testSources(file)
	start := bytes.Index(src, []byte(text))
	if !ok || start < 0 {
		t.Fatalf("%s does not hold %q", file, text)
	}
	end := start + bytes.Index(src[start:], []byte(upTo)) + len(upTo)
	return Span{File: file, Start: posOf(src, start), End: posOf(src, end)}
}

func posOf(src []byte, offset int) Pos {
	before := string(src[:offset])
	line := strings.LastIndexByte(before, '\n') + 1
	return Pos{
		Line: strings.Count(before, "\n") + 1, Column: utf8.RuneCountInString(before[line:]) + 1, Offset: offset,
	}
}

// testList has something of everything that a writer can meet.
func testList(t testing.TB) List {
	at := func(text, upTo string) Span { return find(t, "phq.yaml", text, upTo) }
	wide := func(text string) Span { return find(t, "wide.yaml", text, text) }
	insert := at("id: severe", "")
	nme := wide("nme")
	long := find(t, "wide.yaml", " nme y", " nme y")
	long.Start.Column, long.End.Column = long.Start.Column+1, long.End.Column-2
	return List{
		{
			Code: codeKey, Severity: Error, Span: at("tilte", "tilte"), Path: "/tilte", Format: "unknown key %q",
			Args: []any{"tilte"}, Hint: `Did you mean "title"?`, Edit: &Edit{at("tilte", "tilte"), "title"},
		},
		{Code: codeName, Severity: Error, Span: at("nme", "nme"), Path: "/scores/0/rule", Format: "unknown name nme: 100% of 1 < 2, & so on"},
		{
			Code: codeGap, Severity: Warning, Span: at("- id: moderate", "to: 14"), Path: "/scores/0/bands/1",
			Format: "no band holds %d", Args: []any{10}, Hint: "Start the band at 10.",
			Edit:    &Edit{at("11", "11"), "10"},
			Related: []Related{{at("to: 9", "9"), "the band before ends here"}, {Span{}, "every score needs a band"}},
		},
		{Code: codeGap, Severity: Note, Span: at("scores", "from: 15"), Path: "/scores", Format: "a long stretch"},
		{
			Code: codeGap, Severity: Note, Span: insert, Path: "/scores/0/bands/2", Format: "an insertion",
			Edit: &Edit{insert, "label: Severe\n        "},
		},
		{Code: codeName, Severity: Error, Span: wide("typo"), Path: "/title", Format: "after wide characters"},
		{Code: codeName, Severity: Error, Span: nme, Path: "/label", Format: "after a combining mark"},
		{Code: codeName, Severity: Error, Span: find(t, "wide.yaml", "nme\"", "nme"), Path: "/help", Format: "after emoji"},
		{Code: codeName, Severity: Error, Span: wide("👍🏽"), Path: "/help", Format: "on an emoji"},
		{Code: codeName, Severity: Error, Span: find(t, "wide.yaml", "nme\tb", "nme"), Path: "/tab", Format: "after tabs"},
		{Code: codeName, Severity: Error, Span: long, Path: "/long", Format: "in a long line"},
		{
			Code: codeName, Severity: Warning, Path: "/scores/0", Format: "built in code,\nwithout a source",
			Span: Span{File: "dir a/100%,b:c.yaml"},
		},
		{
			Severity: Warning, Path: "/scores/1", Format: "neither code nor source",
			Edit: &Edit{Span{File: "gone.yaml", Start: Pos{3, 1, 9}, End: Pos{3, 4, 12}}, "new\ntext"},
		},
	}
}

func golden(t *testing.T, name string, write func(w io.Writer) error) {
	t.Helper()
	var got bytes.Buffer
	if err := write(&got); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("%s (-want +got); run with -update to accept:\n%s", path, diff)
	}
}

type writer func(w io.Writer, l List, o Options) error

var writers = map[string]writer{"text": WriteText, "json": WriteJSON, "github": WriteGitHub, "sarif": WriteSARIF}

func TestGolden(t *testing.T) {
	for name, write := range writers {
		golden(t, name+".golden", func(w io.Writer) error {
			return write(w, testList(t).Clean(), Options{Sources: testSources})
		})
		golden(t, name+"-capped.golden", func(w io.Writer) error {
			return write(w, testList(t), Options{Max: 2})
		})
		golden(t, name+"-empty.golden", func(w io.Writer) error {
			return write(w, nil, Options{Sources: testSources})
		})
	}
	golden(t, "codes.golden", func(w io.Writer) error {
		var mine []Info
		for _, c := range []Code{codeTest, codeName, codeGap, codeKey} {
			info, _ := Lookup(c)
			mine = append(mine, info)
		}
		return WriteCodes(w, mine)
	})
}

// failing takes so many bytes and then gives its error.
type failing struct{ room int }

func (f *failing) Write(p []byte) (int, error) {
	if len(p) > f.room {
		return 0, errFull
	}
	f.room -= len(p)
	return len(p), nil
}

var errFull = io.ErrClosedPipe

func TestWritersReturnTheWritersError(t *testing.T) {
	list := testList(t)
	for len(list) < 500 {
		list = append(list, list...)
	}
	for name, write := range writers {
		for _, room := range []int{0, 5000} {
			if err := write(&failing{room}, list, Options{Max: -1}); err != errFull {
				t.Errorf("%s with room for %d bytes: got %v, want the writer's error", name, room, err)
			}
		}
	}
	if err := WriteCodes(&failing{}, Codes()); err != errFull {
		t.Errorf("codes: got %v, want the writer's error", err)
	}
}

func TestWritersLeaveTheListAlone(t *testing.T) {
	for name, write := range writers {
		list, want := testList(t), testList(t)
		if err := write(io.Discard, list, Options{Sources: testSources}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, list); diff != "" {
			t.Errorf("%s changed its list:\n%s", name, diff)
		}
	}
}

func TestCap(t *testing.T) {
	list := make(List, 150)
	for i := range list {
		list[i] = Diagnostic{Code: codeKey, Severity: Error, Format: "fault %d", Args: []any{i}}
	}
	for _, c := range []struct{ max, want int }{{0, MaxShown}, {7, 7}, {150, 150}, {149, 149}, {-1, 150}, {1000, 150}} {
		for name, write := range writers {
			var b strings.Builder
			if err := write(&b, list, Options{Max: c.max}); err != nil {
				t.Fatal(err)
			}
			if got := strings.Count(b.String(), "fault "); got != c.want {
				t.Errorf("%s with Max %d shows %d, want %d", name, c.max, got, c.want)
			}
			more := "and " + itoa(150-c.want) + " more"
			if name == "json" {
				more = `{"more":` + itoa(150-c.want) + `}`
			}
			if strings.Contains(b.String(), more) != (c.want < 150) {
				t.Errorf("%s with Max %d: %q told wrongly", name, c.max, more)
			}
		}
	}
	if lines := strings.Split(list.Error(), "\n"); len(lines) != MaxShown+1 || lines[MaxShown] != "and 50 more" {
		t.Errorf("Error gives %d lines, the last %q", len(lines), lines[len(lines)-1])
	}
}
