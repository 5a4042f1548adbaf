package schemas

import (
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/internal/yamldoc"
)

// Document is one definition as its author wrote it: a tree of plain values, each with its place in the file. It is
// immutable and safe for concurrent use. It implements diag.Locator, so that a Reporter made from it gives every fault
// its place. A nil and a zero Document hold nothing, and every reader of one reports that.
type Document struct {
	file   string
	source []byte
	root   *yamldoc.Value
	faults diag.List

	translation *Document
	schema      *judgement
}

// The limits of one file. A file beyond them is refused with a diagnostic.
const (
	// MaxBytes is the size of a file in bytes.
	MaxBytes = yamldoc.MaxBytes
	// MaxDepth is how deep maps and lists may stand in each other.
	MaxDepth = yamldoc.MaxDepth
	// MaxValues is how many values a file may hold, maps and lists included.
	MaxValues = yamldoc.MaxValues
	// MaxKey is how long a key may be, in characters.
	MaxKey = yamldoc.MaxKey
	// MaxFaults is how many faults of one file Parse tells; one more says that there are others.
	MaxFaults = yamldoc.MaxFaults
)

var codeKindMissing = diag.Define(diag.Info{
	Code: "header-kind-missing", Title: "The document does not say its kind",
	Explain: "The first line of a definition says what it is, such as `kind: questionnaire`. Without it nothing can read the rest.",
	Bad:     "id: phq-9\nversion: 1.0.0",
	Good:    "kind: questionnaire\nid: phq-9\nversion: 1.0.0",
})

// Parse reads one YAML file; name is what diagnostics call it. The Document is nil where nothing could be read. Where it
// is not nil although the list holds errors, it holds all that is good, and Decode reports those errors again, so that a
// damaged document cannot be taken for a whole one. The Document keeps its own copy of src.
func Parse(name string, src []byte) (*Document, diag.List) {
	d := &Document{file: name, source: append([]byte(nil), src...), schema: &judgement{}}
	d.root, d.faults = yamldoc.Parse(name, d.source)
	if d.root == nil {
		return nil, d.faults.Clean()
	}
	r := diag.NewReporter(d)
	r.Add(d.faults...)
	if n, ok := d.Root().Get("kind"); !ok || !n.v.Broken && d.Kind() == "" {
		r.Errorf(codeKindMissing, diag.At("/kind").Key(), "the document does not say what kind it is").
			Hinted("Start with a line such as `kind: questionnaire`")
	}
	d.faults = r.List().Clean()
	return d, d.faults
}

// nothing stands for a document that is not there.
var nothing = &Document{
	root: yamldoc.Of(map[string]any{}), schema: &judgement{},
	faults: diag.List{{Code: codeKindMissing, Severity: diag.Error, Path: "/kind", Format: "there is no document",
		Hint: "Give the document that Parse made, and look at its faults where it made none"}},
}

// there gives the document; for a nil or a zero one, which Parse never made, a document without a word whose only fault says so.
func (d *Document) there() *Document {
	if d == nil || d.root == nil {
		return nothing
	}
	return d
}

// File names the source, as Parse was told.
func (d *Document) File() string { return d.there().file }

// Source gives a copy of the text that the document was read from, without what With changed.
func (d *Document) Source() []byte { return append([]byte(nil), d.there().source...) }

// Root gives the whole document as a Node, which is a Map.
func (d *Document) Root() Node { return Node{v: d.there().root} }

// Faults gives what Parse found. Decode reports it too.
func (d *Document) Faults() diag.List { return append(diag.List(nil), d.there().faults...) }

// Kind gives the document's kind, such as questionnaire; it is empty where the document does not say it.
func (d *Document) Kind() string { return d.text("kind") }

// ID gives the document's id, such as phq-9; it is empty where the document does not say it.
func (d *Document) ID() string { return d.text("id") }

// Version gives the document's version, such as 1.0.0; it is empty where the document does not say it.
func (d *Document) Version() string { return d.text("version") }

// Language gives the language of the document's texts as a BCP 47 tag; it is en where the document does not say it.
func (d *Document) Language() string {
	if language := d.text("language"); language != "" {
		return language
	}
	return DefaultLanguage
}

// Ref gives id and version as other documents name them, such as phq-9@1.0.0.
func (d *Document) Ref() string { return d.ID() + "@" + d.Version() }

// Translation gives the document of kind translation whose words are laid over this one, or nil where the words are its
// own.
func (d *Document) Translation() *Document { return d.there().translation }

func (d *Document) text(key string) string {
	n, ok := d.Root().Get(key)
	if !ok || n.Shape() != Text || n.v.Broken || fault.Blank(n.Text()) {
		return ""
	}
	return n.Text()
}

// With gives a copy of the document in which the value at a JSON pointer is another: nil, a bool, a number, a string, or
// lists and maps of these. Places stay those of the original. A key that is not there yet is added to its map; a
// pointer that leads nowhere changes nothing.
func (d *Document) With(pointer string, value any) *Document {
	return d.over(d.there().root.With(pointer, yamldoc.Of(value)))
}

// over gives a copy of the document with another tree of values.
func (d *Document) over(root *yamldoc.Value) *Document {
	changed := *d.there()
	changed.root, changed.schema = root, &judgement{}
	return &changed
}

// ValueSpan gives the place of the value at a JSON pointer; where the pointer leads nowhere, of the nearest value above.
func (d *Document) ValueSpan(pointer string) diag.Span { return d.there().root.ValueSpan(pointer) }

// KeySpan gives the place of the key of the value at a JSON pointer. An item of a list is told by its own first key.
func (d *Document) KeySpan(pointer string) diag.Span { return d.there().root.KeySpan(pointer) }

// TextSpan gives the place of characters from up to to, counted from 0, of the text at a JSON pointer; where that is not
// certain, the place of the whole value.
func (d *Document) TextSpan(pointer string, from, to int) diag.Span {
	return d.there().root.TextSpan(pointer, from, to)
}
