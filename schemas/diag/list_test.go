package diag

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func itoa(n int) string { return strconv.Itoa(n) }

// fault makes an error at a line and a pointer.
func fault(line int, path string, follows ...string) Diagnostic {
	return Diagnostic{
		Code: codeKey, Severity: Error, Path: path, Follows: follows, Format: "fault at " + path,
		Span: Span{File: "a.yaml", Start: Pos{line, 1, 10 * line}, End: Pos{line, 5, 10*line + 4}},
	}
}

func paths(l List) []string {
	out := []string{}
	for _, d := range l {
		out = append(out, d.Path)
	}
	return out
}

func TestCleanSortsAndDropsRepeats(t *testing.T) {
	other := fault(1, "/z")
	other.Span.File = "0.yaml"
	unplaced := Diagnostic{Code: codeKey, Severity: Error, Path: "/none", Format: "x"}
	warning := fault(2, "/b")
	warning.Severity = Warning
	longer := fault(2, "/a")
	longer.Span.End.Column = 9
	laterCode := fault(2, "/b")
	laterCode.Code = codeName
	laterText := fault(2, "/b")
	laterText.Format = "fault no. %d"
	laterText.Args = []any{2}
	want := List{unplaced, other, fault(1, "/y"), fault(2, "/b"), laterText, laterCode, warning, longer, fault(10, "/c")}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		in := append(slices.Clone(want), want[3], want[6])
		rng.Shuffle(len(in), func(i, j int) { in[i], in[j] = in[j], in[i] })
		before := slices.Clone(in)
		if diff := cmp.Diff(want, in.Clean()); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
		if diff := cmp.Diff(before, in); diff != "" {
			t.Fatalf("Clean changed its receiver:\n%s", diff)
		}
	}
}

func TestCleanDropsFollowers(t *testing.T) {
	warned := fault(1, "/items/0")
	warned.Severity = Warning
	elsewhere := fault(1, "/items/0")
	elsewhere.Span.File = "b.yaml"
	follower := fault(9, "/scores/0", "/items/0")
	mild := fault(9, "/scores/0", "/items/0")
	mild.Severity = Warning
	for _, c := range []struct {
		name string
		in   List
		want []string
	}{
		{"an error at the root", List{follower, fault(1, "/items/0")}, []string{"/items/0"}},
		{"an error under the root", List{fault(1, "/items/0/id"), follower}, []string{"/items/0/id"}},
		{"an error above the root", List{fault(1, "/items"), follower}, []string{"/items", "/scores/0"}},
		{"a pointer that only begins alike", List{fault(1, "/items/01"), follower}, []string{"/items/01", "/scores/0"}},
		{"a warning is no cause", List{warned, follower}, []string{"/items/0", "/scores/0"}},
		{"another file is no cause", List{elsewhere, follower}, []string{"/scores/0", "/items/0"}},
		{"warnings follow too", List{fault(1, "/items/0"), mild}, []string{"/items/0"}},
		{"nothing there", List{follower}, []string{"/scores/0"}},
		{"the whole document", List{fault(1, "/x"), fault(2, "/y", "")}, []string{"/x"}},
		{"the same place is no cause", List{fault(1, "/x"), fault(2, "/x", "/x")}, []string{"/x", "/x"}},
		{"a chain", List{fault(3, "/c", "/b"), fault(2, "/b", "/a"), fault(1, "/a")}, []string{"/a"}},
		{"a chain through a warning", List{fault(3, "/scores/1", "/scores/0"), mild, fault(1, "/items/0")}, []string{"/items/0", "/scores/1"}},
		{"a circle stays", List{fault(1, "/a", "/b"), fault(2, "/b", "/a")}, []string{"/a", "/b"}},
		{"a circle with a cause goes", List{fault(1, "/a", "/b", "/r"), fault(2, "/b", "/a"), fault(3, "/r")}, []string{"/r"}},
	} {
		if diff := cmp.Diff(c.want, paths(c.in.Clean())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// Whatever the errors, cleaning never leaves a list with errors without any: else a broken definition would load.
func TestCleanKeepsAnError(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	pointers := []string{"", "/a", "/a/b", "/a/b/0", "/c", "/c/0", "/d"}
	pick := func() string { return pointers[rng.IntN(len(pointers))] }
	for range 5000 {
		var l List
		for range 1 + rng.IntN(6) {
			d := fault(rng.IntN(3), pick())
			d.Severity = Severity(1 + rng.IntN(3))
			for range rng.IntN(3) {
				d.Follows = append(d.Follows, pick())
			}
			l = append(l, d)
		}
		if clean := l.Clean(); clean.HasErrors() != l.HasErrors() || (l.Err() != nil) != l.HasErrors() {
			t.Fatalf("errors lost: %v -> %v", l, clean)
		}
	}
}

func TestErr(t *testing.T) {
	note := fault(1, "/n")
	note.Severity = Note
	if err := (List{note}).Err(); err != nil {
		t.Errorf("a note alone is an error: %v", err)
	}
	err := fmt.Errorf("loading: %w", List{note, fault(2, "/b"), fault(1, "/a")}.Err())
	var l List
	if !errors.As(err, &l) || !slices.Equal(paths(l), []string{"/a", "/b"}) {
		t.Errorf("got %v", err)
	}
	if got := (List{}).Error(); got == "" {
		t.Error("the text of an empty list is empty")
	}
}

func TestDiagnosticError(t *testing.T) {
	at := Span{File: "a.yaml", Start: Pos{Line: 2, Column: 3}}
	for _, c := range []struct {
		d    Diagnostic
		want string
	}{
		{Diagnostic{Code: "a-b", Span: at, Format: "bad %q", Args: []any{"x"}, Hint: "Mend it."}, `a.yaml:2:3: bad "x". Mend it. [a-b]`},
		{Diagnostic{Code: "a-b", Span: at, Format: "bad.", Hint: "Mend it."}, `a.yaml:2:3: bad. Mend it. [a-b]`},
		{Diagnostic{Code: "a-b", Span: Span{Start: Pos{Line: 2, Column: 3}}, Format: "100% bad"}, `2:3: 100% bad [a-b]`},
		{Diagnostic{Code: "a-b", Span: Span{File: "a.yaml"}, Path: "/x", Format: "bad"}, `a.yaml: bad [a-b]`},
		{Diagnostic{Code: "a-b", Path: "/x", Format: "two\nlines"}, `/x: two lines [a-b]`},
		{Diagnostic{Format: "bad"}, `bad`},
	} {
		if got := c.d.Error(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// bigList has n errors in a few shapes that once were slow: many followers, one long chain, equal places.
func bigList(n int) List {
	l := make(List, 0, n)
	for i := 0; len(l) < n; i++ {
		l = append(l,
			fault(i, "/items/"+itoa(i)),
			fault(i, "/scores/"+itoa(i), "/scores/"+itoa(i-1), "/items/none"),
			fault(7, "/same", "/same"),
			Diagnostic{Code: codeGap, Severity: Warning, Path: "/w", Format: "no band holds %d", Args: []any{i}, Follows: []string{"/x"}},
		)
	}
	return l
}

func TestCleanIsFast(t *testing.T) {
	list := bigList(100_000)
	start := time.Now()
	list.Clean()
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("100,000 diagnostics took %v; that is far from in step with their number", took)
	}
}

func BenchmarkClean(b *testing.B) {
	list := bigList(100_000)
	b.Run("clean", func(b *testing.B) {
		for b.Loop() {
			list.Clean()
		}
	})
	b.Run("handwritten", func(b *testing.B) { // A plain sort by line, without followers, repeats or messages.
		for b.Loop() {
			sorted := slices.Clone(list)
			slices.SortStableFunc(sorted, func(a, b Diagnostic) int { return a.Span.Start.Line - b.Span.Start.Line })
		}
	})
}
