package schemas

import (
	"regexp"
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
		if strings.HasSuffix(n.Pointer(), "/id") && n.Shape() == Number {
			e.Hinted("Begin it with a letter, such as q%s", written)
			return
		}
		e.Hinted("Quote this value: %q", written).Mended(at, strconv.Quote(written))
	case want == Number:
		hintNumber(e, n, "a number such as 7 or 0.5")
	case want == Truth && n.Shape() == Text:
		e.Hinted("Write true or false, without quotes")
	case want == Truth:
		e.Hinted("Write true or false")
	case want == List:
		hintList(e, n, written)
	case want == Map && n.Shape() == List:
		e.Hinted("Put each entry under a name of its own, without a dash")
	case want == Map:
		e.Hinted("Write names and values below it, or between { and }")
	default:
		e.Hinted("Write one value, without brackets or lines below it")
	}
}

// noMap reports a value that stands where keys are wanted, and names the keys.
func (d *Decoder) noMap(n Node, known *fieldSet) {
	var keys []string
	for _, f := range known.fields {
		if f.required {
			keys = append(keys, f.name)
		}
	}
	if len(keys) == 0 {
		keys = known.names
	}
	d.report.Errorf(codeType, diag.At(n.Pointer()), "%s is %s, and this is %s", name(n), Map, n.Shape()).
		Hinted("Write keys and values below it, or between { and }; it needs %s", strings.Join(keys, ", "))
}

// between finds two numbers that are written as text, such as 0-100 or 0 to 100, and loneNumber one among signs and words, such as 50% or £3.50.
var (
	between    = regexp.MustCompile(`^(-?\d+(?:\.\d+)?)\s*(?:-|–|to|\.\.+|,)\s*(-?\d+(?:\.\d+)?)$`)
	loneNumber = regexp.MustCompile(`^[^\d.,-]*(-?\d+(?:[.,]\d+)?)\s*([^\d.,]*)$`)
)

// hintNumber says how to write the number that a text was meant to be.
func hintNumber(e *diag.Entry, n Node, form string) {
	written := n.Text()
	if n.Shape() == Text && yamldoc.IsNumber(written) {
		e.Hinted("Take the quotes away: %s", written).Mended(diag.At(n.Pointer()), written)
		return
	}
	found := loneNumber.FindStringSubmatch(written)
	if n.Shape() != Text || found == nil {
		e.Hinted("Write %s, without quotes", form)
		return
	}
	alone := strings.Replace(found[1], ",", ".", 1)
	if x, err := strconv.ParseFloat(alone, 64); err == nil && found[2] == "%" {
		e.Hinted("Write the number alone: %s, or %s where a share is meant", alone, strconv.FormatFloat(x/100, 'g', 12, 64))
		return
	}
	e.Hinted("Write the number alone: %s", alone)
}

// hintList says how to write the list that another value was meant to be.
func hintList(e *diag.Entry, n Node, written string) {
	if ends := between.FindStringSubmatch(written); n.Shape() == Text && ends != nil {
		e.Hinted("Write it as a list: [%s, %s]", ends[1], ends[2])
		return
	}
	switch n.Shape() {
	case Text, Number:
		e.Hinted("Write it as a list: [%s]", written)
	case Map:
		e.Hinted("Begin each of its entries with a dash")
	default:
		e.Hinted("Write it as a list, with what is meant in square brackets")
	}
}

// WrongForm reports that a value has none of the forms that an Unmarshaler takes; forms says in words what they are, such
// as "complete, or a map with at_least".
func (d *Decoder) WrongForm(n Node, forms string) {
	d.report.Errorf(codeType, diag.At(n.Pointer()), "%s is %s, and this is %s", name(n), forms, n.Shape())
}
