package fault_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

func TestLooks(t *testing.T) {
	for name, c := range map[string]struct {
		look func(f *fault.Faults)
		want []string
	}{
		"a text":            {func(f *fault.Faults) { f.Text(nil, "what", " x", "write it") }, nil},
		"a blank text":      {func(f *fault.Faults) { f.Text(nil, "what", "\n ", "write it") }, []string{"what: it is empty, so nobody can tell what is meant; write it"}},
		"a word":            {func(f *fault.Faults) { fault.Word(f, nil, "pace", "slow", paces) }, nil},
		"a misspelt word":   {func(f *fault.Faults) { fault.Word(f, nil, "pace", "slwo", paces) }, []string{`pace: "slwo" stands for nothing here; did you mean slow?`}},
		"another word":      {func(f *fault.Faults) { fault.Word(f, nil, "pace", "green", paces) }, []string{`pace: "green" stands for nothing here; use one of slow, steady, brisk`}},
		"no word":           {func(f *fault.Faults) { fault.Word(f, nil, "pace", "", paces) }, []string{`pace: "" stands for nothing here; use one of slow, steady, brisk`}},
		"a word left out":   {func(f *fault.Faults) { fault.MayWord(f, nil, "pace", "", paces) }, nil},
		"a word not known":  {func(f *fault.Faults) { fault.MayWord(f, nil, "pace", "x", paces) }, []string{`pace: "x" stands for nothing here; use one of slow, steady, brisk`}},
		"no ids":            {func(f *fault.Faults) { f.IDs(nil, "scores", nil) }, nil},
		"ids":               {func(f *fault.Faults) { f.IDs(nil, "scores", []string{"a", "b"}) }, nil},
		"blank ids":         {func(f *fault.Faults) { f.IDs(nil, "scores", []string{"", "a", ""}) }, []string{"scores[0]: the id is empty; name what is meant, or take the entry out", "scores[2]: the id is empty; name what is meant, or take the entry out"}},
		"the same id twice": {func(f *fault.Faults) { f.IDs(nil, "scores", []string{"a", "b", "a", "a"}) }, []string{`scores[2]: "a" stands there twice; name it once`, `scores[3]: "a" stands there twice; name it once`}},
	} {
		var faults fault.Faults
		c.look(&faults)
		var got []string
		for _, f := range faults {
			got = append(got, f.Error())
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestRepeats holds short and long lists against a search that is slow and plain.
func TestRepeats(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 17))
	for range 500 {
		keys := make([]string, random.IntN(40))
		for i := range keys {
			keys[i] = strings.Repeat("k", random.IntN(30))
		}
		var want, got []int
		for i, k := range keys {
			if k != "" && slices.Index(keys, k) < i {
				want = append(want, i)
			}
		}
		fault.Repeats(keys, func(k *string) string { return *k }, func(i int) { got = append(got, i) })
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%q: %s", keys, diff)
		}
	}
}

// BenchmarkIDs looks at a list in which nothing is wrong; the hand-written one knows nothing of places.
func BenchmarkIDs(b *testing.B) {
	ids := make([]string, 8)
	for i := range ids {
		ids[i] = fmt.Sprint("id", i)
	}
	b.Run("place", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var faults fault.Faults
			here := fault.Item("needs", 3)
			faults.IDs(&here, "actions", ids)
			if faults.Err() != nil {
				b.Fatal(faults)
			}
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for i, id := range ids {
				if strings.TrimSpace(id) == "" || slices.Contains(ids[:i], id) {
					b.Fatal(id)
				}
			}
		}
	})
}
