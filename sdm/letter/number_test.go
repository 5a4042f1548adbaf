package letter

import (
	"slices"
	"testing"
)

// What all numbers have is taken out of them, in its order; what one of them lacks stays, and a number alone keeps all.
func TestShare(t *testing.T) {
	for what, c := range map[string]struct {
		notes [][]string
		want  []string
		left  [][]string
	}{
		"none":          {nil, nil, nil},
		"one":           {[][]string{{"a", "b"}}, nil, [][]string{{"a", "b"}}},
		"one and no":    {[][]string{{"a"}, nil}, nil, [][]string{{"a"}, nil}},
		"the same":      {[][]string{{"a", "b"}, nil, {"a", "b"}}, []string{"a", "b"}, [][]string{{}, nil, {}}},
		"one in common": {[][]string{{"a", "b"}, {"c", "b"}}, []string{"b"}, [][]string{{"a"}, {"c"}}},
		"in two of all": {[][]string{{"a"}, {"a"}, {"c"}}, nil, [][]string{{"a"}, {"a"}, {"c"}}},
	} {
		var all []*number
		for _, notes := range c.notes {
			all = append(all, &number{"Some.", notes})
		}
		if got := share(all); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q are shared", what, got)
		}
		for i, n := range all {
			if !slices.Equal(n.notes, c.left[i]) {
				t.Errorf("%s: %q is left of number %d", what, n.notes, i)
			}
		}
	}
}
