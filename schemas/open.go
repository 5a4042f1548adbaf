package schemas

import (
	"reflect"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeWrongKind = diag.Define(diag.Info{
	Code: "header-wrong-kind", Title: "The document is of another kind",
	Explain: "The program asked for a document of one kind, and this one says that it is of another.",
	Bad:     "kind: questionaire",
	Good:    "kind: questionnaire",
})

// Open decodes a document of its kind into a definition: Document.Decode, then CheckHeader without a date where the
// definition embeds a Header, and behind them the JSON Schema of the kind as a backstop, which speaks only of places of
// which they said nothing. Settled takes out what later checks say better.
func Open(doc *Document, into any, r *diag.Reporter) {
	doc = doc.there()
	own := diag.NewReporter(doc)
	doc.Decode(into, own)
	if header, ok := headerOf(into); ok {
		CheckHeader(header, into, day.Day{}, own)
	}
	backstop(doc, own)
	r.Add(Settled(own.List())...)
}

// headerOf gives the Header that a definition embeds.
func headerOf(into any) (Header, bool) {
	v := reflect.ValueOf(into)
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Elem().Kind() != reflect.Struct {
		return Header{}, false
	}
	embedded := v.Elem().FieldByName("Header")
	if !embedded.IsValid() || embedded.Type() != reflect.TypeFor[Header]() {
		return Header{}, false
	}
	return embedded.Interface().(Header), true
}

// CheckKind reports a document that is not of the kind that is wanted, and whether it is. Readers of one kind call it
// before Open, so that a document of another kind gives one fault instead of many.
func (d *Document) CheckKind(want string, r *diag.Reporter) bool {
	switch kind := d.Kind(); kind {
	case want:
		return true
	case "":
		r.Add(d.there().faults...)
	default:
		at := diag.At("/kind")
		e := r.Errorf(codeWrongKind, at, "this is a document of the kind %s, and a %s is wanted", kind, want)
		if diag.Nearest(kind, []string{want}) != "" {
			e.Hinted("Did you mean %s?", want).Mended(at, want)
		}
	}
	return false
}
