package yamldoc

import (
	"bytes"
	"errors"
	"io"

	"gopkg.in/yaml.v3"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var (
	codeEmpty = diag.Define(diag.Info{
		Code: "yaml-empty", Title: "The file is empty",
		Explain: "There is nothing in the file but comments and white space. A definition starts with its kind.",
		Bad:     "# to be written",
		Good:    "kind: questionnaire\nid: my-questionnaire",
	})
	codeNotAMap = diag.Define(diag.Info{
		Code: "yaml-not-a-map", Title: "The file does not hold keys and values",
		Explain: "A definition is a map: lines of `key: value`, starting with `kind:`. This file holds a list or a single text.",
		Bad:     "- kind: questionnaire",
		Good:    "kind: questionnaire",
	})
	codeSecondDocument = diag.Define(diag.Info{
		Code: "yaml-second-document", Title: "The file holds a second document",
		Explain: "A line of `---` starts a second document, which many programs drop without a word. One file holds one definition.",
		Bad:     "kind: questionnaire\n---\nkind: decision-aid",
		Good:    "kind: questionnaire   # and the decision aid in its own file",
	})
	codeInternal = diag.Define(diag.Info{
		Code: "yaml-internal", Title: "The YAML library failed",
		Explain: "This is a fault of the YAML library that reads the file, not of yours. Please report it with the file. " +
			"Writing the definition in a simpler way, one key a line, should help until it is mended.",
		Bad:  "# a file that the library cannot take",
		Good: "# the same definition, one key a line",
	})
)

// Parse reads one YAML file. The tree is nil where nothing could be read; else it holds all that is good, and values
// with a fault of their own are Broken. The text must not be changed afterwards. Parse never panics.
func Parse(file string, text []byte) (root *Value, list diag.List) {
	f := &faults{source: &source{file: file, text: text}}
	if !precheck(f) {
		return nil, f.list
	}
	guard(f, func() { root = read(f) })
	return root, f.list
}

// guard runs a function that works with the YAML library. Where the library panics, that becomes one diagnostic more.
func guard(f *faults, run func()) {
	defer func() {
		if cause := recover(); cause != nil {
			f.at(codeInternal, 0, 0, "the YAML library failed on this file: %v", cause).
				Hint = "Please report it with the file"
		}
	}()
	run()
}

// read makes the tree, or gives nil after a fault that leaves none.
func read(f *faults) *Value {
	node := decode(f)
	if node == nil {
		return nil
	}
	w := walker{faults: f, cursor: newCursor(f.source.text)}
	root := w.value(node, 0, nil)
	if root.Shape == Map {
		return root
	}
	if !root.Broken {
		f.add(codeNotAMap, root.start, root.start, "", "a definition is a map of keys and values, and this is %s", root.Shape).
			Hint = "Start with `kind:`"
	}
	return nil
}

// decode runs the YAML library. It gives the node of the single document, or nil after the one fault that stopped it.
func decode(f *faults) *yaml.Node {
	decoder := yaml.NewDecoder(bytes.NewReader(f.source.text))
	var document yaml.Node
	switch err := decoder.Decode(&document); {
	case errors.Is(err, io.EOF):
		f.at(codeEmpty, 0, 0, "the file is empty").Hint = "Start with `kind:`"
		return nil
	case err != nil:
		syntax(f, err)
		return nil
	}
	root := document.Content[0]
	if root.Kind == yaml.ScalarNode && root.Style == 0 && root.Value == "" {
		f.at(codeEmpty, 0, 0, "the file is empty").Hint = "Start with `kind:`"
		return nil
	}
	var second yaml.Node
	switch err := decoder.Decode(&second); {
	case errors.Is(err, io.EOF):
	case err != nil:
		syntax(f, err)
		return nil
	default:
		c := newCursor(f.source.text)
		c.to(second.Line, 1)
		start := c.pos
		c.skipLine()
		f.add(codeSecondDocument, start, c.pos, "", "a second document starts here").Hint = "Put it in a file of its own"
	}
	return root
}
