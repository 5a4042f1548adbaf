package schemas

import (
	"fmt"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

type benchItem struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Answer string `json:"answer"`
}

type benchOption struct {
	ID    string  `json:"id"`
	Value float64 `json:"value"`
	Label string  `json:"label"`
}

type benchDefinition struct {
	Header
	Answers map[string][]benchOption `json:"answers"`
	Items   []benchItem              `json:"items"`
}

// sheet is a document like the PHQ-9 with n items.
func sheet(n int) []byte {
	var b strings.Builder
	b.WriteString("kind: bench\nid: bench\nversion: 1.0.0\ntitle: A questionnaire\nanswers:\n  frequency:\n")
	for i, label := range []string{"Not at all", "Several days", "More than half the days", "Nearly every day"} {
		fmt.Fprintf(&b, "    - {id: a%d, value: %d, label: %s}\n", i, i, label)
	}
	b.WriteString("items:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - id: q%d\n    text: Little interest or pleasure in doing thing number %d\n    answer: frequency\n", i, i)
	}
	return []byte(b.String())
}

func BenchmarkParseAndDecode(b *testing.B) {
	for _, n := range []int{10, 100, 1000} {
		text := sheet(n)
		b.Run(fmt.Sprintf("%d_items", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d, _ := Parse("f", text)
				var def benchDefinition
				r := diag.NewReporter(d)
				d.Decode(&def, r)
				if len(def.Items) != n || len(r.List()) > 0 {
					b.Fatal(r.List())
				}
			}
		})
	}
}

func BenchmarkDecode(b *testing.B) {
	d, _ := Parse("f", sheet(10))
	b.Run("by_tags", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var def benchDefinition
			d.Decode(&def, diag.NewReporter(d))
			if len(def.Items) != 10 {
				b.Fatal("items are missing")
			}
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			def := decodeByHand(d.Root())
			if len(def.Items) != 10 {
				b.Fatal("items are missing")
			}
		}
	})
}

// decodeByHand is what a programmer would write for this one kind, without any checks.
func decodeByHand(n Node) benchDefinition {
	text := func(n Node, key string) string { v, _ := n.Get(key); return v.Text() }
	def := benchDefinition{Header: Header{Kind: text(n, "kind"), ID: text(n, "id"), Version: text(n, "version"), Title: text(n, "title")}}
	answers, _ := n.Get("answers")
	def.Answers = map[string][]benchOption{}
	for i, name := range answers.Keys() {
		for j := range answers.At(i).Len() {
			option := answers.At(i).At(j)
			value, _ := option.Get("value")
			def.Answers[name] = append(def.Answers[name], benchOption{text(option, "id"), value.Number(), text(option, "label")})
		}
	}
	items, _ := n.Get("items")
	for i := range items.Len() {
		item := items.At(i)
		def.Items = append(def.Items, benchItem{text(item, "id"), text(item, "text"), text(item, "answer")})
	}
	return def
}

func BenchmarkBackstop(b *testing.B) {
	d, _ := Parse("f", []byte(small("a", "1.0.0", "")))
	b.ReportAllocs()
	for b.Loop() {
		r := diag.NewReporter(d)
		if backstop(d, r); len(r.List()) > 0 {
			b.Fatal(r.List())
		}
	}
}

// TestDecodingIsLinear holds that a document of a hundred times the items takes about a hundred times the allocations.
func TestDecodingIsLinear(t *testing.T) {
	allocs := func(n int) float64 {
		text := sheet(n)
		return testing.AllocsPerRun(3, func() {
			d, _ := Parse("f", text)
			var def benchDefinition
			d.Decode(&def, diag.NewReporter(d))
		})
	}
	if few, many := allocs(10), allocs(1000); many > 100*few {
		t.Errorf("10 items take %v allocations and 1,000 take %v", few, many)
	}
}
