package sdm

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// copiesOf gives chance audiences to the events of a record, and its copies for two readers, for the person and for one reader out of the copy of
// the other; the record itself is the last.
func copiesOf(t *testing.T, rng *rand.Rand, events []Event) []Record {
	t.Helper()
	for i := range events {
		if _, change := events[i].Body.(SeenBy); !change && rng.IntN(3) == 0 {
			events[i].Audience = Audience{Only: []string{[]string{"gp_practice", "family"}[rng.IntN(2)]}, HideKind: rng.IntN(2) == 0}
		}
	}
	r := record(t, events...)
	gp := r.For("gp_practice")
	return []Record{gp, r.For("family"), r.For(ForPerson), gp.For("family"), r}
}

// The laws of merging hold for copies too, of which each may have another part of an event, and copies of one record have no conflict beside that.
func TestMergeLawsForCopies(t *testing.T) {
	for seed := range seeds(5) {
		rng := rand.New(rand.NewPCG(seed, 9))
		events := shownTo([]string{"gp_practice", "family"}, func(v *plan.Version) {
			v.Needs[0].Goals[0].Actions[0].Audience, v.Needs[0].Goals[0].Actions[1].Audience = []string{"gp_practice"}, []string{"family"}
		})
		if seed%2 == 0 {
			events = continued(t, NewRecord("p"), rng, 25).Events()
		}
		all := copiesOf(t, rng, events)
		whole := bytesOf(t, all[len(all)-1])
		for range 12 {
			a, b, c := all[rng.IntN(len(all))], all[rng.IntN(len(all))], all[rng.IntN(len(all))]
			ab, conflicts := merged(t, a, b)
			ba, mirrored := merged(t, b, a)
			if bytesOf(t, ab) != bytesOf(t, ba) || !cmp.Equal(conflicts, mirrored) {
				t.Fatalf("seed %d: not commutative:\n%s", seed, cmp.Diff(bytesOf(t, ab), bytesOf(t, ba)))
			}
			for _, found := range conflicts {
				if found.Kind != TwoParts {
					t.Errorf("seed %d: copies of one record do not agree: %+v", seed, found)
				}
			}
			bc, _ := merged(t, b, c)
			left, _ := merged(t, ab, c)
			right, _ := merged(t, a, bc)
			if bytesOf(t, left) != bytesOf(t, right) {
				t.Fatalf("seed %d: not associative:\n%s", seed, cmp.Diff(bytesOf(t, left), bytesOf(t, right)))
			}
			if again, conflicts := merged(t, left, left); bytesOf(t, again) != bytesOf(t, left) || len(conflicts) > 0 {
				t.Fatalf("seed %d: not idempotent: %v", seed, conflicts)
			}
			if again, conflicts := merged(t, left, all[len(all)-1]); bytesOf(t, again) != whole || len(conflicts) > 0 {
				t.Fatalf("seed %d: copies and their record make another one: %v\n%s", seed, conflicts, cmp.Diff(whole, bytesOf(t, again)))
			}
		}
	}
}

// Of two parts of one event the one that shows more stands, under its own id, and what it lacks of the other is told, unless it lacks nothing.
func TestTwoPartsOfOneEvent(t *testing.T) {
	for name, tc := range map[string]struct {
		hide  func(events []Event, v *plan.Version) // from the family, or one thing from each
		parts []string
	}{
		"each has its own": {func(_ []Event, v *plan.Version) {
			v.Strengths = []plan.Statement{{Text: "I have my sister", Said: plan.Said{Audience: []string{"gp_practice"}}}, {Text: "I sing", Said: plan.Said{Audience: []string{"family"}}}}
		}, []string{"plan"}},
		"one has all of the other": {func(events []Event, _ *plan.Version) {
			events[1].Audience = Audience{Only: []string{"gp_practice"}, HideKind: true}
			events[2].Audience = Audience{Only: []string{"gp_practice", "family"}}
		}, nil},
		"one has the reason": {func(events []Event, _ *plan.Version) {
			events[1].Audience = Audience{Only: []string{"gp_practice"}}
			events[3].Audience = Audience{Only: []string{"gp_practice", "family"}}
		}, nil},
	} {
		events := []Event{aTalkOpened[0], at("m", "2026-01-02", "talk", ByPerson, Decided{Option: "replace"}),
			at("s", "2026-01-02", "", ByPerson, Scored{Result: result(20, "moderate"), For: []Ref{ref(RefDecision, "m")}}), inErrorOf("x", "2026-01-03", "m")}
		if name == "one has all of the other" {
			events = events[:3]
		}
		v := planVersion()
		v.Shares, v.Needs[0].Goals[0].Decision = []plan.Share{{Audience: "gp_practice"}, {Audience: "family"}}, ""
		tc.hide(events, &v)
		if tc.parts != nil {
			events = append(events, at("plan", "2026-01-04", "", Together, plan.Agreed{Version: v}))
		}
		r := built(t, events...)
		gp, family := r.For("gp_practice"), r.For("family")
		both, conflicts := merged(t, gp, family)
		var parts []string
		for _, c := range conflicts {
			if c.Kind != TwoParts || len(c.Events) != 2 {
				t.Errorf("%s: %+v", name, c)
			}
			parts = append(parts, c.About)
		}
		if bytesOf(t, both) != bytesOf(t, gp) || !slices.Equal(parts, tc.parts) {
			t.Errorf("%s: two parts of %v\n%s", name, parts, cmp.Diff(bytesOf(t, gp), bytesOf(t, both)))
		}
		if whole, conflicts := merged(t, both, r); bytesOf(t, whole) != bytesOf(t, r) || len(conflicts) > 0 {
			t.Errorf("%s: with the whole record there are still conflicts: %v", name, conflicts)
		}
	}
}

// An event that this version cannot read is withheld from every copy, and is the same event again beside it.
func TestACopyGoesBackBesideWhatCannotBeRead(t *testing.T) {
	for name, src := range map[string]string{
		"a later kind": `{"id":"2","kind":"sang","form":1,"on":"2026-01-02","by":{"role":"person"},"in":"1","body":{"song":"x"}}`,
		"a later form": `{"id":"2","kind":"asked","form":9,"on":"2026-01-02","by":{"role":"person"},"in":"1","body":{"song":"x"}}`,
		"no day":       `{"id":"2","kind":"sang","form":1,"on":"yesterday","by":{"role":"person"},"in":"1","body":{"song":"x"}}`,
	} {
		r, err := ParseRecord(fmt.Appendf(nil, strange, src))
		if err == nil {
			t.Fatalf("%s: it can be read", name)
		}
		for _, copied := range []Record{r.For("family"), r.For(ForPerson), r.For(ForPerson).For("family")} {
			if whole, conflicts := merged(t, copied, r); bytesOf(t, whole) != bytesOf(t, r) || len(conflicts) > 0 {
				t.Errorf("%s: the copy and its record make another one: %v\n%s", name, conflicts, cmp.Diff(bytesOf(t, r), bytesOf(t, whole)))
			}
		}
	}
	// A part of an event that neither record can read.
	part := `{"id":"2","kind":"sang","form":1,"on":"2026-01-02","by":{"role":"person"},"in":"1","part":true,"body":{}}`
	cut, _ := ParseRecord(fmt.Appendf(nil, strange, part))
	r, _ := ParseRecord(fmt.Appendf(nil, strange, `{"id":"2","kind":"sang","form":1,"on":"2026-01-02","by":{"role":"person"},"in":"1","body":{"song":"x"}}`))
	if whole, conflicts := merged(t, cut, r); bytesOf(t, whole) != bytesOf(t, r) || len(conflicts) > 0 {
		t.Errorf("the part and the whole make another one: %v\n%s", conflicts, cmp.Diff(bytesOf(t, r), bytesOf(t, whole)))
	}
}
