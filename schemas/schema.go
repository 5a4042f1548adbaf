package schemas

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/internal/jschema"
	"github.com/whatmatters-care/whatmatters/schemas/internal/yamldoc"
)

// bundle is made from the files in kinds; a test fails where it is stale, and makes it anew with -update.
//
//go:embed whatmatters.schema.json
var bundle []byte

// Kind is one kind of document.
type Kind struct {
	// Name is what a document says under kind, such as questionnaire.
	Name string
	// Title is what people call it.
	Title string
	// About says in a sentence or two what it is for.
	About string
}

// schema is one JSON Schema of the bundle, as plain values.
type schema map[string]any

// allSchemas are the $defs of the bundle; each kind is one of them.
var allSchemas = sync.OnceValue(func() map[string]schema {
	var tree struct {
		Defs map[string]schema `json:"$defs"`
	}
	// The bundle is part of the program, and a test holds that it is good; without it there are no kinds.
	_ = json.Unmarshal(bundle, &tree)
	return tree.Defs
})

// compiled is the bundle ready to validate; nil if the bundle were broken, which a test excludes.
var compiled = sync.OnceValue(func() *jschema.Schema {
	s, _ := jschema.Compile(bundle)
	return s
})

// kinds are all kinds by name.
var kinds = sync.OnceValue(func() []Kind {
	var root struct {
		Properties struct {
			Kind struct {
				Enum []string `json:"enum"`
			} `json:"kind"`
		} `json:"properties"`
	}
	_ = json.Unmarshal(bundle, &root)
	var all []Kind
	for _, name := range root.Properties.Kind.Enum {
		s := allSchemas()[name]
		title, _ := s["title"].(string)
		about, _ := s["description"].(string)
		all = append(all, Kind{Name: name, Title: title, About: about})
	}
	return all
})

// Kinds gives every kind of document that has a schema, by name. Safe for concurrent use.
func Kinds() []Kind { return slices.Clone(kinds()) }

// JSONSchema gives the bundle of all kinds as one JSON Schema of draft 2020-12, for editors. It refers to nothing outside
// itself. Safe for concurrent use; the caller may change the copy.
func JSONSchema() []byte { return slices.Clone(bundle) }

var codeSchema = diag.Define(diag.Info{
	Code: "schema-mismatch", Title: "The value is not what the schema of its kind allows",
	Explain: "The JSON Schema of the kind says which values can stand here; the message says what it allows. The schema is the one that " +
		"editors use, so an editor that knows it shows the same fault while you type.",
	Bad:  "terms: freee",
	Good: "terms: free",
})

// judgement is what the JSON Schema finds wrong with one document. A document that others use is opened once for each of them, and
// judged once.
type judgement struct {
	once   sync.Once
	faults []jschema.Fault
}

// of gives the faults of the document that it belongs to.
func (j *judgement) of(doc *Document) []jschema.Fault {
	j.once.Do(func() {
		if _, known := allSchemas()[doc.Kind()]; known && compiled() != nil {
			j.faults = compiled().Validate(doc.Root().Plain())
		}
	})
	return j.faults
}

// backstop reports what the JSON Schema finds wrong.
func backstop(doc *Document, r *diag.Reporter) {
	for _, fault := range doc.schema.of(doc) {
		if fault.Keyword == "pattern" {
			misformed(doc, fault, r)
			continue
		}
		e := r.Errorf(codeSchema, diag.At(fault.Pointer), "%s: %s", name(Node{pointer: fault.Pointer}), fault.Message)
		if fault.About != "" {
			e.Hinted("%s", fault.About)
		} else {
			e.Hinted("See what the schema of the kind %s allows here", doc.Kind())
		}
	}
}

// misformed reports a text of another form than is wanted. Authors are told what the form is, not its pattern; of the names that rules can say
// they are told how to write theirs.
func misformed(doc *Document, fault jschema.Fault, r *diag.Reporter) {
	value, ok := doc.root.At(fault.Pointer)
	if !ok {
		return
	}
	e := r.Errorf(codeSchema, diag.At(fault.Pointer), "%s: %q is not of the form that is wanted", name(Node{pointer: fault.Pointer}), value.Text)
	_, about, _ := strings.Cut(fault.About, ": ")
	written := strings.Join(strings.FieldsFunc(strings.ToLower(value.Text), func(c rune) bool { return (c < 'a' || c > 'z') && (c < '0' || c > '9') }), "_")
	id, _ := allSchemas()["id"]["pattern"].(string)
	switch {
	case !strings.Contains(fault.Message, "'"+id+"'") || written == "":
		e.Hinted("%s", about)
	case written[0] <= '9':
		e.Hinted("%s It begins with a letter: write q%s or the like", about, written)
	default:
		e.Hinted("%s Write %s", about, written)
	}
}

// Settled gives a list as List.Clean does, without what rests on a value that could not be read, and without what the JSON
// Schema says of a place of which a check has said something already: at the place itself, below it, or above it. Open,
// Build, BuildOne, Compile and Check do it themselves.
func Settled(list diag.List) diag.List {
	list = grounded(list)
	said, above := map[string]bool{}, map[string]bool{}
	for _, d := range list {
		if d.Severity != diag.Error || d.Code == codeSchema {
			continue
		}
		if d.Code != codeMissingKey { // a missing key says nothing of what is there
			said[d.Path] = true
		}
		for _, pointer := range diag.Upwards(d.Path) {
			above[pointer] = true
		}
	}
	left := make(diag.List, 0, len(list))
	for _, d := range list {
		if d.Code != codeSchema || !above[d.Path] && !slices.ContainsFunc(diag.Upwards(d.Path), func(p string) bool { return said[p] }) {
			left = append(left, d)
		}
	}
	return left.Clean()
}

// grounded leaves out what is said of values that were not read: they are missing, broken, or of another form than is wanted, so
// that whatever stands in their place in the definition nobody wrote. What is said of the writing itself stays.
func grounded(list diag.List) diag.List {
	type site struct{ file, pointer string }
	unread := map[site]bool{}
	for _, d := range list {
		switch d.Code {
		case codeType, codeEmptyKey, yamldoc.CodeRetyped, yamldoc.CodeNumber:
			unread[site{d.Span.File, d.Path}] = true
		case codeMissingKey:
			for _, key := range d.Args[min(1, len(d.Args)):] { // behind the name of what should hold it
				unread[site{d.Span.File, d.Path + Pointer(fmt.Sprint(key))}] = true
			}
		}
	}
	if len(unread) == 0 {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(d diag.Diagnostic) bool {
		family := d.Code.Family()
		return family != "yaml" && family != "key" &&
			slices.ContainsFunc(diag.Upwards(d.Path), func(p string) bool { return unread[site{d.Span.File, p}] })
	})
}
