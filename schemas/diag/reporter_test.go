package diag

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pages is a Locator whose spans tell what was asked for.
type pages struct{}

func (pages) File() string            { return "p.yaml" }
func (pages) ValueSpan(p string) Span { return Span{File: "value " + p, Start: Pos{Line: 1}} }
func (pages) KeySpan(p string) Span   { return Span{File: "key " + p, Start: Pos{Line: 1}} }
func (pages) TextSpan(p string, from, to int) Span {
	return Span{File: "text " + p, Start: Pos{1, from, 0}, End: Pos{1, to, 0}}
}

func TestReporter(t *testing.T) {
	r := NewReporter(pages{})
	first := r.Errorf(codeKey, At("/a").Key(), "unknown key %q", "a")
	for range 100 {
		r.Notef(codeKey, At("/n"), "a note")
	}
	first.Hinted("100% sure").Mended(At("/a").Text(1, 3), "b").Beside(At("/c"), "50% of it").After("/d").After("/e")
	want := Diagnostic{
		Code: codeKey, Severity: Error, Path: "/a", Format: "unknown key %q", Args: []any{"a"}, Hint: "100% sure",
		Span:    pages{}.KeySpan("/a"),
		Edit:    &Edit{pages{}.TextSpan("/a", 1, 3), "b"},
		Related: []Related{{pages{}.ValueSpan("/c"), "50% of it"}},
		Follows: []string{"/d", "/e"},
	}
	if diff := cmp.Diff(want, r.List()[0]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(r.List()) != 101 || !r.HasErrors() {
		t.Errorf("%d diagnostics, errors %v", len(r.List()), r.HasErrors())
	}
}

func TestReporterWithoutSource(t *testing.T) {
	r := NewReporter(nil)
	r.Warnf(codeKey, At("/a"), "x").Mended(At("/a"), "b").Beside(At("/b"), "see")
	r.Add(fault(1, "/c"))
	d := r.List()[0]
	if d.Span != (Span{}) || d.Edit != nil || d.Severity != Warning || d.Related[0].Span.Known() || len(r.List()) != 2 {
		t.Errorf("got %+v", r.List())
	}
}

func TestDefineRefuses(t *testing.T) {
	good := Info{Code: "key-test-define", Title: "t", Explain: "e", Bad: "b", Good: "g"}
	for name, spoil := range map[string]func(*Info){
		"twice":       func(i *Info) { i.Code = codeKey },
		"no code":     func(i *Info) { i.Code = "" },
		"one word":    func(i *Info) { i.Code = "key" },
		"capitals":    func(i *Info) { i.Code = "key-Unknown" },
		"double dash": func(i *Info) { i.Code = "key--unknown" },
		"no title":    func(i *Info) { i.Title = "" },
		"no bad":      func(i *Info) { i.Bad = "" },
	} {
		t.Run(name, func(t *testing.T) {
			info := good
			spoil(&info)
			defer func() {
				if said, _ := recover().(string); !strings.HasPrefix(said, "diag: code ") {
					t.Errorf("Define said %q", said)
				}
			}()
			Define(info)
		})
	}
	if _, ok := Lookup(good.Code); ok {
		t.Error("a refused code was entered")
	}
}

func TestNearest(t *testing.T) {
	names := []string{"title", "tilted", "score", "scores", "id", "total.band", "q1", "q2"}
	for typed, want := range map[string]string{
		"tilte": "", "titel": "title", "title": "title", "tiltd": "tilted", "scoer": "score", "scoress": "scores", "scors": "",
		"ix": "id", "xy": "", "totl.bnd": "total.band", "q9": "", "q22": "q2", "": "", "completely": "", "naïve": "", "ttle": "title",
		strings.Repeat("x", 1_000_000): "",
	} {
		if got := Nearest(typed, names); got != want {
			t.Errorf("Nearest(%.20q) = %q, want %q", typed, got, want)
		}
	}
	if got := Nearest("fieber", []string{"fièbre", "fiebre"}); got != "fiebre" {
		t.Errorf("letters beyond ASCII count once: got %q", got)
	}
	if got := Nearest("x", nil); got != "" {
		t.Errorf("no candidates gave %q", got)
	}
}
