package schemas

import (
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/internal/yamldoc"
)

var (
	codeUnknownKey = diag.Define(diag.Info{
		Code: "key-unknown", Title: "This key means nothing here",
		Explain: "Nothing reads the key, so what stands behind it would be lost without a word. Most often it is misspelt, or indented " +
			"under the wrong key.",
		Bad:  "verison: 1.0.0",
		Good: "version: 1.0.0",
	})
	codeMissingKey = diag.Define(diag.Info{
		Code: "key-missing", Title: "A key is missing",
		Explain: "The definition cannot be understood without this key. Nothing is put in its place, because nothing is ever guessed.",
		Bad:     "scores:\n  - title: Depression severity",
		Good:    "scores:\n  - id: total\n    title: Depression severity",
	})
	codeType = diag.Define(diag.Info{
		Code: "key-type", Title: "The value has the wrong form",
		Explain: "Text, numbers, true and false, lists and maps are never taken for one another. Codes and versions that look like numbers " +
			"are text and stand in quotes; numbers stand without quotes.",
		Bad:  "snomed: 60621009",
		Good: "snomed: \"60621009\"",
	})
	codeEmptyKey = diag.Define(diag.Info{
		Code: "key-empty", Title: "Nothing stands behind the key",
		Explain: "A key without a value could mean none, unknown or not yet written. Write the value, or leave the key out.",
		Bad:     "title:",
		Good:    "title: Patient Health Questionnaire",
	})
	codeNoPlace = diag.Define(diag.Info{
		Code: "key-no-place", Title: "The program has no place for this value",
		Explain: "This is a fault of the program that reads the definition, not of the definition: its Go type cannot hold the value.",
		Bad:     "var into chan int",
		Good:    "var into struct{ ... }",
	})
)

// name is what messages call a value: its key in backticks, or "an item of" the list that holds it.
func name(n Node) string {
	parts := yamldoc.Split(n.Pointer())
	if len(parts) == 0 {
		return "the document"
	}
	last := parts[len(parts)-1]
	if _, err := strconv.Atoi(last); err == nil && len(parts) > 1 {
		return "an item of `" + parts[len(parts)-2] + "`"
	}
	return "`" + last + "`"
}

func (d *Decoder) unknownKey(value Node, key string, holder Node, known *fieldSet) {
	at := diag.At(value.Pointer()).Key()
	var left []string
	for _, candidate := range known.names {
		if _, used := holder.Get(candidate); !used {
			left = append(left, candidate)
		}
	}
	e := d.report.Errorf(codeUnknownKey, at, "the key `%s` means nothing here", key)
	if meant := diag.Nearest(key, left); meant != "" {
		e.Hinted("Did you mean `%s`?", meant).Mended(at, meant)
		return
	}
	e.Hinted("The keys here are %s", strings.Join(known.names, ", "))
}

func (d *Decoder) missingKey(holder Node, key string) {
	d.report.Errorf(codeMissingKey, diag.At(holder.Pointer()).Key(), "%s needs the key `%s`", name(holder), key).
		Hinted("Add `%s:`", key)
}

func (d *Decoder) empty(n Node) {
	d.report.Errorf(codeEmptyKey, diag.At(n.Pointer()).Key(), "nothing stands behind %s", name(n)).
		Hinted("Write the value, or leave the key out")
}

func (d *Decoder) noPlace(n Node, format string, args ...any) {
	d.report.Errorf(codeNoPlace, diag.At(n.Pointer()), format, args...)
}

// wrongShape reports a value that has another shape than the one wanted, with the remedy where it is plain.
func (d *Decoder) wrongShape(n Node, want Shape) {
	at := diag.At(n.Pointer())
	e := d.report.Errorf(codeType, at, "%s is %s, and this is %s", name(n), want, n.Shape())
	written := n.Text()
	if n.Shape() == Truth {
		written = strconv.FormatBool(n.Truth())
	}
	switch {
	case want == Text && (n.Shape() == Number || n.Shape() == Truth):
		if form, known := headerForms[n.Pointer()]; known && !form.fits(written) {
			form.remedy(e, at, written)
			return
		}
		e.Hinted("Quote this value: %q", written).Mended(at, strconv.Quote(written))
	case want == Number && n.Shape() == Text && yamldoc.IsNumber(written):
		e.Hinted("Take the quotes away: %s", written).Mended(at, written)
	case want == Number && n.Shape() == Text:
		e.Hinted("Write a number such as 7 or 0.5, without quotes")
	case want == Truth && n.Shape() == Text:
		e.Hinted("Write true or false, without quotes")
	case want == List && n.Shape() != Map:
		e.Hinted("Write it as a list: [%s]", written)
	case want == Map:
		e.Hinted("Write keys and values below it, or between { and }")
	}
}

// WrongForm reports that a value has none of the forms that an Unmarshaler takes; forms says in words what they are, such
// as "complete, or a map with at_least".
func (d *Decoder) WrongForm(n Node, forms string) {
	d.report.Errorf(codeType, diag.At(n.Pointer()), "%s is %s, and this is %s", name(n), forms, n.Shape())
}
