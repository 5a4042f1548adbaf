package rule

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBranches(t *testing.T) {
	for _, c := range []struct {
		rule     string
		want     Type
		branches []string
		never    string // those that are proved to be impossible
	}{
		{"x0 >= 1", Type{Kind: Truth}, nil, ""},
		{"not t0", Type{Kind: Truth}, nil, ""},
		{"sum(ws)", Type{}, nil, ""},
		{"t0 and not (x0 > 1)", Type{Kind: Truth}, []string{
			"`t0` is true", "`t0` is false", "`t0` is unknown", "`x0 > 1` is true", "`x0 > 1` is false", "`x0 > 1` is unknown",
		}, ""},
		{"0 <= x0 < 3", Type{Kind: Truth}, []string{
			"`0 <= x0` is true", "`0 <= x0` is false", "`0 <= x0` is unknown", "`x0 < 3` is true", "`x0 < 3` is false", "`x0 < 3` is unknown",
		}, ""},
		{"age >= 75 ? 2 : age >= 65 ? 1 : 0", Type{}, []string{
			"`age >= 75` is unknown", "`2` is chosen", "`age >= 65 ? 1 : 0` is chosen", "`age >= 65` is unknown", "`1` is chosen", "`0` is chosen",
		}, "`age >= 65` is unknown"},
		{"answered(x0) and w0 > 3", Type{Kind: Truth}, []string{
			"`answered(x0)` is true", "`answered(x0)` is false", "`answered(x0)` is unknown", "`w0 > 3` is true", "`w0 > 3` is false", "`w0 > 3` is unknown",
		}, "`answered(x0)` is unknown, `w0 > 3` is true"},
		{"age > 60 ? (age > 50 ? 1 : 2) : 3", Type{}, []string{
			"`age > 60` is unknown", "`age > 50 ? 1 : 2` is chosen", "`age > 50` is unknown", "`1` is chosen", "`2` is chosen", "`3` is chosen",
		}, "`age > 50` is unknown, `2` is chosen"},
		{"count_true(t0, x0 > 1)", Type{}, []string{
			"`t0` is true", "`t0` is false", "`t0` is unknown", "`x0 > 1` is true", "`x0 > 1` is false", "`x0 > 1` is unknown",
		}, ""},
		{"ifna(t0, w0 == 5)", Type{Kind: Truth}, []string{
			"`t0` is true", "`t0` is false", "`t0` is unknown", "`w0 == 5` is true", "`w0 == 5` is false", "`w0 == 5` is unknown",
		}, "`w0 == 5` is true"},
	} {
		w := newWorld()
		p := w.compile(t, c.rule, c.want)
		all := w.Build().Ranges()
		var got, never []string
		for _, b := range p.Branches() {
			got = append(got, b.About)
			if !b.Possible(all) {
				never = append(never, b.About)
			}
			if text := string([]rune(c.rule)[b.From:b.To]); !strings.Contains(b.About, text) {
				t.Errorf("%s: %s is said of %s", c.rule, b.About, text)
			}
		}
		if d := cmp.Diff(c.branches, got); d != "" {
			t.Errorf("%s: -want +got\n%s", c.rule, d)
		}
		if strings.Join(never, ", ") != c.never {
			t.Errorf("%s: never %v, want %s", c.rule, never, c.never)
		}
	}
}

// TestBranchTaken looks at who takes which branch of a nested choice: a part of an arm counts only where the arm is chosen.
func TestBranchTaken(t *testing.T) {
	w := newWorld()
	p := w.compile(t, "age >= 75 ? 2 : t0 and age >= 65 ? 1 : 0", Type{})
	m := w.Build()
	for given, want := range map[string]string{
		"":                 "`age >= 75` is unknown",
		"age=80 t0=true":   "`2` is chosen",
		"age=70 t0=true":   "`t0 and age >= 65 ? 1 : 0` is chosen, `t0` is true, `age >= 65` is true, `1` is chosen",
		"age=60":           "`t0 and age >= 65 ? 1 : 0` is chosen, `t0` is unknown, `age >= 65` is false, `0` is chosen",
		"age=70":           "`t0 and age >= 65 ? 1 : 0` is chosen, `t0` is unknown, `age >= 65` is true, `t0 and age >= 65` is unknown",
		"age=75 t0=false ": "`2` is chosen",
	} {
		s := m.NewState()
		w.given(t, m, s, given)
		m.Eval(s)
		var got []string
		for _, b := range p.Branches() {
			if b.Taken(s) {
				got = append(got, b.About)
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %s\nwant %s", given, strings.Join(got, ", "), want)
		}
	}
}

// TestImpossibleBranchesAreNotTaken holds over random rules and answers that nobody takes a branch that is proved to be impossible,
// and that of the ways in which one part can turn out at most one is taken.
func TestImpossibleBranchesAreNotTaken(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 32))
	g := &makeRule{Rand: r}
	w := newWorld()
	var programs []*Program
	for i := range 300 {
		g.wild = i%3 == 0
		text := g.truth(1 + i%3)
		if i%4 == 0 {
			text = "w0 > " + g.pick("1", "3", "-1") + " and (" + text + ")"
		}
		programs = append(programs, w.compile(t, text, Type{Kind: Truth}))
	}
	m := w.Build()
	all, s := m.Ranges(), m.NewState()
	never, taken := 0, 0
	for _, p := range programs {
		branches := p.Branches()
		proved := make([]bool, len(branches))
		for i, b := range branches {
			if proved[i] = !b.Possible(all); proved[i] {
				never++
			}
		}
		for range 30 {
			blanks(r, w, s.Frame(), r.IntN(6))
			ways := map[*node][]int{}
			for i, b := range branches {
				if !b.Taken(s) {
					continue
				}
				taken++
				if ways[b.way.cond] = append(ways[b.way.cond], i); proved[i] {
					t.Fatalf("%s: %s is proved to be impossible, and taken", p.Text(), b.About)
				}
			}
			for cond, is := range ways {
				outs := map[string]bool{}
				for _, i := range is {
					outs[FormatNumber(branches[i].way.out)] = true
				}
				if len(outs) > 1 {
					t.Fatalf("%s: %s turned out in two ways", p.Text(), p.quote(cond))
				}
			}
		}
	}
	t.Logf("%d branches are impossible, %d were taken", never, taken)
	if never == 0 || taken == 0 || !slices.ContainsFunc(programs, func(p *Program) bool { return len(p.Branches()) > 10 }) {
		t.Error("the property was not put to the test")
	}
}
