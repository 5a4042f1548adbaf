package page

import "testing"

// TestSentencesOfALine holds that what begins like a sentence stands behind a full stop, and that a source without an address has no gap behind it.
func TestSentencesOfALine(t *testing.T) {
	p := &prose{dialect: plain{}}
	for _, c := range []struct {
		line line
		want string
	}{
		{p.line().text("300 in 1,000").sentence(Say("This is our best estimate.")), "300 in 1,000. This is our best estimate."},
		{p.line().text("Stroke").sentence(Say("within 1 year")), "Stroke; within 1 year"},
		{p.line().say(Say("Not known.")).sentence(Say("Nobody counted it.")), "Not known. Nobody counted it."},
		{p.line().link("A trial", "").raw("."), "A trial."},
		{p.line().link("A trial", "page 3").raw("."), "A trial page 3."},
	} {
		if got := string(c.line.b); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
