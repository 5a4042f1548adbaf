package decisionaid_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/decisionaid/values"
)

func html(t testing.TB, p page.Page) string {
	t.Helper()
	if err := p.Check(); err != nil {
		t.Errorf("%s: %v", p.Title, err)
	}
	var b bytes.Buffer
	if err := p.WriteHTML(&b, page.Host{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestPages holds that every shipped aid makes a page without a fault, for the golden patient and for somebody of whom nothing
// is known, and that it fits into 100 KB. PAGES=folder writes the pages there to look at.
func TestPages(t *testing.T) {
	for _, doc := range shipped(t).All(decisionaid.Kind) {
		ready, facts := aid(t, doc.ID())
		for name, given := range map[string]map[string]any{"nobody": nil, "woman76": woman76()} {
			mine := ready.For(who(t, facts, given))
			text := html(t, mine.Page(decisionaid.Words{}))
			if len(text) > 100_000 || doc.ID() == "hip-osteoarthritis" && len(text) > 60_000 {
				t.Errorf("%s for %s has %d bytes", doc.ID(), name, len(text))
			}
			if html(t, mine.Page(decisionaid.Words{})) != text {
				t.Errorf("%s for %s: two pages differ", doc.ID(), name)
			}
			if folder := os.Getenv("PAGES"); folder != "" {
				if err := os.WriteFile(filepath.Join(folder, doc.ID()+"-"+name+".html"), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

func plain(t testing.TB, p page.Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := p.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// TestPageSays holds that the page has what a reader needs: whom it is for, both framings, the interval, how sure it is, what is
// not known, the questions, the forms, the glossary, and sources with what nobody read.
func TestPageSays(t *testing.T) {
	ready, facts := aid(t, "atrial-fibrillation-stroke")
	said := plain(t, ready.For(who(t, facts, woman76())).Page(decisionaid.English()))
	for _, want := range []string{
		"What we know of you fits.", "72 in 1,000", "72 in every 1,000 people have a stroke in 1 year; 928 do not have one", "26 in 1,000 (19 to 37)", "We are fairly sure of this number.",
		"Not known", "What if I do nothing?", "How much does it matter to you to avoid a stroke?", "What else matters to you?", "Does a blood thinner make sure",
		decisionaid.ReadyQuestions()[0].Ask, "An uneven heartbeat", "Hart RG and others", "Paid for by", "With doing nothing or waiting: 72 in 1,000", "With doing nothing or waiting: Not known.", "Next review: 21 November 2028", "This is part of it.",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("the page lacks %q:\n%s", want, said)
		}
	}
	open := plain(t, ready.For(who(t, facts, nil)).Page(decisionaid.English()))
	for _, want := range []string{"Is this about you?", "We cannot tell yet whether that is you", "How old are you?", "Not known. It depends on what is still to answer."} {
		if !strings.Contains(open, want) {
			t.Errorf("the page for nobody lacks %q", want)
		}
	}
	given := woman76()
	given["mechanical_valve"] = true
	if other := plain(t, ready.For(who(t, facts, given)).Page(decisionaid.English())); !strings.Contains(other, "not about you") || strings.Contains(other, "26 in 1,000") {
		t.Errorf("numbers that are not about the person are shown:\n%s", other)
	}
}

// TestPageOfEverything shows what few aids have: a test, exclusive outcomes, another horizon.
func TestPageOfEverything(t *testing.T) {
	ready := made(t)
	answers, _ := ready.Answers(map[string]any{"age": 40})
	p := ready.ForWith(decisionaid.Given{Answers: answers}).Page(decisionaid.English())
	html(t, p)
	said := plain(t, p)
	for _, want := range []string{"90 get a positive result", "Some lumps would never have mattered.", "None of these", "334", "In 5 years", "steady", "What are my options?"} {
		if !strings.Contains(said, want) {
			t.Errorf("the page lacks %q:\n%s", want, said)
		}
	}
	if zero := (decisionaid.Personal{}).Page(decisionaid.Words{}); len(zero.Blocks) != 0 {
		t.Error("the page of no aid says something")
	}
}

// TestHostilePage holds that no text of an aid becomes markup.
func TestHostilePage(t *testing.T) {
	const evil = `<script>alert('x')</script>`
	src := strings.NewReplacer("A lump.", evil, "Have a stroke", evil, "Feel better", evil, "You go on as now.", evil, "A small hard place.", evil,
		"Made up for a test", evil, "Nothing\n", evil+"\n", "Nobody paid for it.", evil, "So it is.", evil, "adults\n", evil+"\n").Replace(whole)
	ready, err := decisionaid.Load("evil.yaml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	text := html(t, ready.ForWith(decisionaid.Given{}).Page(decisionaid.English()))
	if strings.Contains(text, "<script>alert") || !strings.Contains(text, "&lt;script&gt;alert") {
		t.Error("a text of the aid became markup, or is not there")
	}
}

// TestSectionOfValues holds that the person's own words stand there as their own.
func TestSectionOfValues(t *testing.T) {
	ready, facts := aid(t, "atrial-fibrillation-stroke")
	m := rated(100, 0)
	m.Concerns = []decisionaid.Concern{{Text: "<b>needles</b>"}}
	w, err := ready.For(who(t, facts, woman76())).Values(m, decisionaid.Weighing{})
	if err != nil {
		t.Fatal(err)
	}
	section := w.Section(decisionaid.Words{})
	items := section.Blocks[0].(page.List).Items
	if last := items[len(items)-1]; !last.Own || last.Said != "<b>needles</b>" {
		t.Errorf("the person's words: %+v", last)
	}
	if len(items) != len(w.Sentences(values.English())) {
		t.Errorf("%d items, %d sentences", len(items), len(w.Sentences(values.English())))
	}
	if empty := (decisionaid.Weighed{}).Section(decisionaid.Words{}); len(empty.Blocks) != 0 {
		t.Error("a section of nothing")
	}
}

func BenchmarkPage(b *testing.B) {
	ready, facts := aid(b, "hip-osteoarthritis")
	mine := ready.For(who(b, facts, map[string]any{"age": 68}))
	words := decisionaid.English()
	b.Run("handwritten", func(b *testing.B) { // the least that there is to do: write the bytes of the page
		done := []byte(html(b, mine.Page(words)))
		b.SetBytes(int64(len(done)))
		for b.Loop() {
			if _, err := io.Discard.Write(done); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("blocks", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			mine.Page(words)
		}
	})
	b.Run("html", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := mine.Page(words).WriteHTML(io.Discard, page.Host{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
