package letter_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
)

// byHand is the letter that a service would write out of the events of the same record without this package: no redaction, no numbers
// of an aid, nothing said to be open, and nothing that can be traced.
func byHand(w io.Writer, r sdm.Record) {
	var b strings.Builder
	story, _ := r.For(sdm.ForPerson).Replay()
	for _, talk := range story.Talks {
		fmt.Fprintf(&b, "## %s\n\nWe began to talk about this on %s.\n\n", talk.Opened.Decision, talk.On.Long())
		for _, m := range talk.Matters {
			fmt.Fprintf(&b, "- %s\n", m.What.Words)
		}
		for _, option := range talk.WentThrough {
			fmt.Fprintf(&b, "- %s\n", option)
		}
		if talk.Decision != nil {
			fmt.Fprintf(&b, "On %s you chose: %s.\n", talk.Decision.On.Long(), talk.Decision.What.Option)
		}
	}
	for _, t := range story.Plans {
		for _, g := range t.State.Goals() {
			fmt.Fprintf(&b, "### %s\n", g.Text)
			for _, a := range g.Actions {
				fmt.Fprintf(&b, "- %s: %s. By %s. %s\n", a.What, a.Who, a.Due.Long(), a.Status)
			}
		}
	}
	for _, t := range story.Support {
		for _, p := range t.State.Progress() {
			fmt.Fprintf(&b, "- %s: %s\n", p.Title, p.Answer)
		}
	}
	for _, t := range story.Budgets {
		for _, a := range t.State.Agreed {
			for _, l := range a.Step.Lines {
				fmt.Fprintf(&b, "- %s: %s\n", l.What, l.Cost)
			}
		}
	}
	_, _ = io.WriteString(w, b.String())
}

func BenchmarkLetter(b *testing.B) {
	r, o, c := record(b, rich()...), options(b), clinical(b)
	b.Run("handwritten", func(b *testing.B) {
		for b.Loop() {
			byHand(io.Discard, r)
		}
	})
	b.Run("letter", func(b *testing.B) {
		for b.Loop() {
			write(b, r, o)
		}
	})
	about := o
	about.Talk = "talk"
	b.Run("about_a_conversation", func(b *testing.B) {
		for b.Loop() {
			write(b, r, about)
		}
	})
	b.Run("markdown", func(b *testing.B) {
		for b.Loop() {
			if err := write(b, r, o).Page(letter.Words{}).WriteMarkdown(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("html", func(b *testing.B) {
		for b.Loop() {
			if err := write(b, r, o).Page(letter.Words{}).WriteFragment(io.Discard, page.Host{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("summary", func(b *testing.B) {
		for b.Loop() {
			if _, err := letter.Summarise(r, c); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkLongRecord writes the letter of a record of 1,000 events.
func BenchmarkLongRecord(b *testing.B) {
	events := rich()
	for i := len(events); i < 1000; i++ {
		events = append(events, event("", "2026-05-11", "talk", sdm.ByPerson, sdm.Mattered{Words: fmt.Sprint("Thing ", i)}))
	}
	r, o := record(b, events...), options(b)
	for b.Loop() {
		write(b, r, o)
	}
}
