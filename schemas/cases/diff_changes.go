package cases

import (
	"slices"
	"strings"
	"unicode"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Part says what kind of thing changed in a document.
type Part string

// The parts of a document.
const (
	// PartWords is what people read.
	PartWords Part = "words"
	// PartNumber is a number or a list of numbers.
	PartNumber Part = "number"
	// PartRule is a rule.
	PartRule Part = "rule"
	// PartSetting is any other value, such as an id or an order.
	PartSetting Part = "setting"
	// PartEntry is a whole entry, such as an item or a band.
	PartEntry Part = "entry"
	// PartAbout is what is said about the document: sources, dates, licence, cases.
	PartAbout Part = "about"
)

// Change is one place where two documents differ.
type Change struct {
	// At is the JSON pointer of the place: in the new document, or for what was removed in the old one.
	At string `json:"at"`
	// Place names it by keys and ids, such as "scores, total, bands, mild, from".
	Place string `json:"place"`
	Part  Part   `json:"part"`
	// Was and Becomes are the values in one line; "" for what was not there or is there no longer.
	Was     string `json:"was,omitempty"`
	Becomes string `json:"becomes,omitempty"`
}

var (
	// aboutKeys are the keys of a document that say something about it and bear on no result.
	aboutKeys = []string{"cases", "sources", "licence", "reviewed", "review_due", "published", "language", "authors", "funding", "interests"}
	// wordKeys hold what people read, also where that is a single word.
	wordKeys = []string{"title", "label", "text", "ask", "help", "stem", "recall", "because", "gives", "next_step", "if_denied", "who", "not"}
	// naming are the keys by which an entry of a list is known.
	naming = []string{"id", "option", "name", "ref"}
)

// changesOf compares two documents.
func changesOf(before, after *schemas.Document) []Change {
	c := &changing{}
	c.maps(before.Root(), after.Root(), nil)
	return c.found
}

type changing struct{ found []Change }

func (c *changing) add(at schemas.Node, place []string, part Part, was, becomes string) {
	if len(place) > 0 && slices.Contains(aboutKeys, place[0]) {
		part = PartAbout
	}
	c.found = append(c.found, Change{At: at.Pointer(), Place: strings.Join(place, ", "), Part: part, Was: was, Becomes: becomes})
}

// nodes compares two values that stand in the same place.
func (c *changing) nodes(a, b schemas.Node, place []string) {
	switch {
	case a.Shape() == schemas.Map && b.Shape() == schemas.Map:
		c.maps(a, b, place)
	case a.Shape() == schemas.List && b.Shape() == schemas.List && named(a) && named(b):
		c.lists(a, b, place)
	case line(a) != line(b) || a.Shape() != b.Shape():
		c.add(b, place, partOf(b, place), line(a), line(b))
	}
}

func (c *changing) maps(a, b schemas.Node, place []string) {
	c.entries(a, b, a.Keys(), b.Keys(), place)
}

// lists compares lists of entries by their names, and says where these stand in another order.
func (c *changing) lists(a, b schemas.Node, place []string) {
	was, is := names(a), names(b)
	c.entries(a, b, was, is, place)
	common := func(of, other []string) []string {
		return slices.DeleteFunc(slices.Clone(of), func(name string) bool { return !slices.Contains(other, name) })
	}
	if before, now := common(was, is), common(is, was); !slices.Equal(before, now) {
		c.add(b, append(slices.Clone(place), "order"), PartSetting, strings.Join(before, ", "), strings.Join(now, ", "))
	}
}

// entries compares the values of two maps or lists by name, in the order of the new one. What was removed is said where it
// stood: before what followed it.
func (c *changing) entries(a, b schemas.Node, was, is []string, place []string) {
	gone := 0
	removed := func(until int) {
		for ; gone < until; gone++ {
			if !slices.Contains(is, was[gone]) {
				here := append(slices.Clone(place), was[gone])
				c.add(a.At(gone), here, entryPart(a.At(gone), here), line(a.At(gone)), "")
			}
		}
	}
	for i, name := range is {
		if len(place) == 0 && name == "version" {
			continue
		}
		here := append(slices.Clone(place), name)
		k := slices.Index(was, name)
		if k < 0 {
			c.add(b.At(i), here, entryPart(b.At(i), here), "", line(b.At(i)))
			continue
		}
		removed(k)
		c.nodes(a.At(k), b.At(i), here)
	}
	removed(len(was))
}

// named reports whether every value of a list is a map with a name of its own.
func named(list schemas.Node) bool {
	ids := names(list)
	slices.Sort(ids)
	return !slices.Contains(ids, "") && len(slices.Compact(ids)) == list.Len()
}

func names(list schemas.Node) []string {
	all := make([]string, list.Len())
	for i := range all {
		for _, key := range naming {
			if n, ok := list.At(i).Get(key); ok && n.Shape() == schemas.Text {
				all[i] = n.Text()
				break
			}
		}
	}
	return all
}

func entryPart(n schemas.Node, place []string) Part {
	if n.Shape() == schemas.Map || n.Shape() == schemas.List {
		return PartEntry
	}
	return partOf(n, place)
}

// partOf tells what a value is: by its key where that says it, else words by how they look.
func partOf(n schemas.Node, place []string) Part {
	key := place[len(place)-1]
	switch {
	case n.Shape() == schemas.Number, n.Shape() == schemas.List && n.Len() > 0 && n.At(0).Shape() == schemas.Number:
		return PartNumber
	case n.Shape() == schemas.Text && (slices.Contains(ruleKeys, key) || key == "order"):
		return PartRule
	case n.Shape() == schemas.List && n.Len() > 0 && n.At(0).Shape() == schemas.Text && wordy(n.At(0).Text()):
		return PartWords
	case n.Shape() == schemas.Text && (slices.Contains(wordKeys, key) || wordy(n.Text())):
		return PartWords
	default:
		return PartSetting
	}
}

// wordy tells text for people from ids, which have no blanks and begin with a small letter.
func wordy(text string) bool {
	for i, r := range text {
		if unicode.IsSpace(r) || i == 0 && unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// line writes a value in one line.
func line(n schemas.Node) string {
	switch n.Shape() {
	case schemas.Text:
		return strings.Join(strings.Fields(n.Text()), " ")
	case schemas.Number:
		return rule.FormatNumber(n.Number())
	case schemas.Truth:
		if n.Truth() {
			return "true"
		}
		return "false"
	case schemas.List, schemas.Map:
		parts := make([]string, n.Len())
		for i := range parts {
			if parts[i] = line(n.At(i)); n.At(i).Shape() == schemas.Map || n.At(i).Shape() == schemas.List {
				parts[i] = "(" + parts[i] + ")"
			}
			if n.Shape() == schemas.Map {
				parts[i] = n.Keys()[i] + ": " + parts[i]
			}
		}
		return strings.Join(parts, ", ")
	default:
		return ""
	}
}
