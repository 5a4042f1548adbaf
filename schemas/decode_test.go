package schemas

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

type shape string

// missing reads two forms, as a questionnaire's `missing` does.
type missing struct {
	Complete bool
	AtLeast  int
}

func (m *missing) UnmarshalNode(n Node, d *Decoder) {
	if n.Shape() == Text && n.Text() == "complete" {
		m.Complete = true
		return
	}
	if n.Shape() != Map {
		d.WrongForm(n, "complete, or a map with at_least")
		return
	}
	var form struct {
		AtLeast int `json:"at_least"`
	}
	d.Decode(n, &form)
	m.AtLeast = form.AtLeast
}

type named struct {
	ID   string `json:"id"`
	Note string `json:"note,omitempty"`
}

type everything struct {
	named
	Kind    shape              `json:"kind"`
	On      bool               `json:"on_demand,omitempty"`
	Count   int8               `json:"count,omitempty"`
	Rate    float64            `json:"rate,omitempty"`
	Maybe   *float64           `json:"maybe,omitempty"`
	Range   [2]float64         `json:"range,omitzero"`
	Names   []string           `json:"names,omitempty"`
	Tables  map[string][]named `json:"tables,omitempty"`
	Missing *missing           `json:"missing,omitempty"`
	Source  Cite               `json:"source,omitzero"`
	Free    any                `json:"free,omitempty"`
	Raw     Node               `json:"raw,omitzero"`
	Skipped string             `json:"-"`
}

func decodeText(t *testing.T, text string, into any) diag.List {
	t.Helper()
	doc, list := Parse("f.yaml", []byte(text))
	if doc == nil {
		t.Fatal(list)
	}
	r := diag.NewReporter(doc)
	NewDecoder(r).Decode(doc.Root(), into)
	return r.List().Clean()
}

func TestDecode(t *testing.T) {
	var got everything
	list := decodeText(t, `
id: a
kind: b
on_demand: true
count: 7.0
rate: 0.5
maybe: 0
range: [0, 1.5]
names: [x, y]
tables: {one: [{id: p, note: q}]}
missing: complete
source: {ref: s, at: page 2}
free: {a: [1, null, true]}
raw: {x: 1}
`, &got)
	if len(list) > 0 {
		t.Fatal(list)
	}
	zero := 0.0
	want := everything{named: named{ID: "a"}, Kind: "b", On: true, Count: 7, Rate: 0.5, Maybe: &zero, Range: [2]float64{0, 1.5},
		Names: []string{"x", "y"}, Tables: map[string][]named{"one": {{ID: "p", Note: "q"}}}, Missing: &missing{Complete: true},
		Source: Cite{Ref: "s", At: "page 2", Verified: true}, Free: map[string]any{"a": []any{1.0, nil, true}}}
	raw := got.Raw
	got.Raw = Node{}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(everything{}, Node{})); diff != "" {
		t.Error(diff)
	}
	if raw.Pointer() != "/raw" || raw.Len() != 1 || raw.Keys()[0] != "x" {
		t.Errorf("raw is %v at %s", raw.Plain(), raw.Pointer())
	}
}

func TestMisfits(t *testing.T) {
	for text, want := range map[string]string{
		"id: 1.0\nkind: x":                         "1:5 key-type `id` is text, and this is a number | Write it like phq-9", // a dot is not for ids, so quotes would not mend it
		"id: true\nkind: x":                        "1:5 key-type `id` is text, and this is true or false | Quote this value: \"true\" | \"true\"",
		"id: [a]\nkind: x":                         "1:5 key-type `id` is text, and this is a list | Write one value, without brackets or lines below it",
		"id: a\nkind: x\nrate: \"3\"":              "3:7 key-type `rate` is a number, and this is text | Take the quotes away: 3 | 3",
		"id: a\nkind: x\nrate: many":               "3:7 key-type `rate` is a number, and this is text | Write a number such as 7 or 0.5, without quotes",
		"id: a\nkind: x\nrate: \"1e400\"":          "3:7 key-type `rate` is a number, and this is text | Write a number such as 7 or 0.5, without quotes",
		"id: a\nkind: x\non_demand: sometimes":     "3:12 key-type `on_demand` is true or false, and this is text | Write true or false, without quotes",
		"id: a\nkind: x\nnames: one":               "3:8 key-type `names` is a list, and this is text | Write it as a list: [one]",
		"id: a\nkind: x\nnames: [one, 2]":          "3:14 key-type an item of `names` is text, and this is a number | Quote this value: \"2\" | \"2\"",
		"id: a\nkind: x\ncount: 1.5":               "3:8 key-type `count` is a whole number, and this is 1.5 | Write it without a decimal point",
		"id: a\nkind: x\ncount: 128":               "3:8 key-type `count` is a whole number, and 128 is too far from 0 | Write the number that is meant",
		"id: a\nkind: x\nrange: [1]":               "3:8 key-type `range` holds 2 values, and these are 1",
		"id: a\nkind: x\ntables: []":               "3:9 key-type `tables` is a map, and this is a list | Put each entry under a name of its own, without a dash",
		"id: a\nkind: x\ntables: {t: [{note: n}]}": "3:15 key-missing an item of `t` needs the key `id` | Add `id:`",
		"id: a\nkind: x\nmissing: some":            "3:10 key-type `missing` is complete, or a map with at_least, and this is text",
		"id: a\nkind: x\nmissing: {at_last: 7}":    "3:1 key-missing `missing` needs the key `at_least` | Add `at_least:`\n3:11 key-unknown the key `at_last` means nothing here | Did you mean `at_least`? | at_least",
		"id: a\nkind: x\nmissing:":                 "3:1 key-empty nothing stands behind `missing` | Write the value, or leave the key out",
		"id: a\nkind: x\nmaybe: null":              "3:1 key-empty nothing stands behind `maybe` | Write the value, or leave the key out",
		"id: a\nkind: x\nsource: 3":                "3:9 key-type `source` is the id of a source, or a map with ref, at and verified, and this is a number",
		"id: a\nkind: x\nfree:":                    "",
		"id: a\nkind: x\nKIND: y":                  "3:1 key-unknown the key `KIND` means nothing here",
		"id: a\nknd: x":                            "1:1 key-missing the document needs the key `kind` | Add `kind:`\n2:1 key-unknown the key `knd` means nothing here | Did you mean `kind`? | kind",
		"id: a\nkind: x\nSkipped: x":               "3:1 key-unknown the key `Skipped` means nothing here",
		"id: a\nkind: 2024-01-01":                  "", // Parse has said it
	} {
		var into everything
		var lines []string
		for _, d := range decodeText(t, text+"\n", &into) {
			line := strings.TrimPrefix(d.Error(), "f.yaml:")
			line, _, _ = strings.Cut(line, ": ")
			line += " " + string(d.Code) + " " + d.Message()
			if d.Hint != "" && !strings.HasPrefix(d.Hint, "The keys here") {
				line += " | " + d.Hint
			}
			if d.Edit != nil {
				line += " | " + d.Edit.NewText
			}
			lines = append(lines, line)
		}
		wantLines := strings.Split(want, "\n")
		if got := strings.Join(lines, "\n"); !sameSorted(lines, wantLines) && got != want {
			t.Errorf("%q gives\n%s\nwant\n%s", text, got, want)
		}
	}
}

func sameSorted(a, b []string) bool {
	count := map[string]int{}
	for _, s := range a {
		count[s]++
	}
	for _, s := range b {
		count[s]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

// TestAllThatIsGoodIsDecoded holds that a fault in one place takes nothing else down.
func TestAllThatIsGoodIsDecoded(t *testing.T) {
	var got everything
	list := decodeText(t, "id: a\nkind: 3\nnames: [x, 1, z]\ntables: {bad: 1, good: [{id: p}]}\nmaybe: x\nrate: 0.5\n", &got)
	if len(list) != 4 {
		t.Error(list)
	}
	if got.ID != "a" || got.Rate != 0.5 || got.Maybe != nil || len(got.Names) != 3 || got.Names[2] != "z" || len(got.Tables) != 1 {
		t.Errorf("got %+v", got)
	}
}

func TestMisuse(t *testing.T) {
	var channel struct {
		ID chan int `json:"id"`
	}
	var numbered map[int]string
	for _, into := range []any{everything{}, nil, (*everything)(nil), &channel, &numbered} {
		if list := decodeText(t, "id: a\n", into); len(list) != 1 || list[0].Code != codeNoPlace {
			t.Errorf("%T gives %v", into, list)
		}
	}
}

func TestZeroNode(t *testing.T) {
	var n Node
	if n.Shape() != Null || n.Text() != "" || n.Number() != 0 || n.Truth() || n.Len() != 0 || n.Keys() != nil || n.Plain() != nil || n.Broken() {
		t.Error("the zero Node holds something")
	}
	if _, ok := n.Get("a"); ok || n.At(0) != (Node{}) || n.At(-1) != (Node{}) || n.Pointer() != "" {
		t.Error("the zero Node leads somewhere")
	}
	if got := Pointer("a/b", "0", "~"); got != "/a~1b/0/~0" {
		t.Errorf("got %s", got)
	}
}
