package sdm

import (
	"fmt"
	"slices"
	"strings"
)

// String prints the chain for people: each thing beneath what it is for, with what is still open. A thing that is for several others
// stands in full beneath the first of them.
func (c Chain) String() string {
	t := chainText{chain: c, at: make(map[Ref]int, len(c.Links)), told: map[Ref]bool{}}
	for i, l := range c.Links {
		t.at[l.Ref] = i
	}
	for _, l := range c.Links {
		if !slices.ContainsFunc(l.From, t.here) {
			t.tell(l, 0)
		}
	}
	return t.text.String()
}

type chainText struct {
	chain Chain
	at    map[Ref]int
	told  map[Ref]bool
	text  strings.Builder
}

// here tells whether a thing is in the chain.
func (t *chainText) here(of Ref) bool {
	_, ok := t.at[of]
	return ok
}

func (t *chainText) tell(l Link, depth int) {
	indent := strings.Repeat("  ", depth)
	if t.told[l.Ref] {
		fmt.Fprintf(&t.text, "%s%s: see above\n", indent, l.Ref)
		return
	}
	t.told[l.Ref] = true
	fmt.Fprintf(&t.text, "%s%s: %s", indent, l.Ref, l.Says)
	if !l.On.IsZero() {
		fmt.Fprintf(&t.text, " [%s]", l.On.Long())
	}
	if l.Ref == t.chain.Of {
		t.text.WriteString(" <- asked for")
	}
	t.text.WriteByte('\n')
	for _, over := range l.Over {
		fmt.Fprintf(&t.text, "%s  no longer holds: %s\n", indent, over)
	}
	if l.Replaces != (Ref{}) {
		fmt.Fprintf(&t.text, "%s  in the place of: %s\n", indent, l.Replaces)
	}
	for _, open := range l.Open {
		fmt.Fprintf(&t.text, "%s  still open: %s\n", indent, open)
	}
	for _, to := range l.To {
		if t.here(to) {
			t.tell(t.chain.Links[t.at[to]], depth+1)
		}
	}
}
