package jschema

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// Schema is a compiled bundle. It is immutable and safe for concurrent use.
type Schema struct {
	compiled *jsonschema.Schema
	tree     any
}

// Fault is one thing that a schema finds wrong.
type Fault struct {
	// Pointer is the JSON pointer of the value.
	Pointer string
	// Keyword is the schema's keyword that the value breaks, such as pattern.
	Keyword string
	// Message says in words what is wrong.
	Message string
	// About is the title and description that the schema gives for the place; empty where it gives none.
	About string
}

// root is the name of the bundle among the library's resources. It is no address that anything could open.
const root = "mem:///bundle.json"

// Compile reads a bundle. The error says what is wrong with the schema itself.
func Compile(bundle []byte) (*Schema, error) {
	s := &Schema{}
	if err := json.Unmarshal(bundle, &s.tree); err != nil {
		return nil, fmt.Errorf("jschema: the bundle is not JSON: %w", err)
	}
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.LoadURL = func(address string) (io.ReadCloser, error) {
		return nil, fmt.Errorf("jschema: the bundle refers to %s, and nothing outside it is ever opened", address)
	}
	if err := c.AddResource(root, bytes.NewReader(bundle)); err != nil {
		return nil, fmt.Errorf("jschema: %w", err)
	}
	var err error
	if s.compiled, err = c.Compile(root); err != nil {
		return nil, fmt.Errorf("jschema: %w", err)
	}
	return s, nil
}

// Validate gives what is wrong with a value made of nil, bool, float64, string, []any and map[string]any, by pointer and
// message, each once. Numbers must be finite. Any other value is one fault at its root; it never panics.
func (s *Schema) Validate(value any) (faults []Fault) {
	defer func() {
		if cause := recover(); cause != nil {
			faults = []Fault{{Message: fmt.Sprintf("the JSON Schema library failed: %v", cause)}}
		}
	}()
	err := s.compiled.Validate(value)
	var tree *jsonschema.ValidationError
	switch {
	case err == nil:
		return nil
	case !errors.As(err, &tree):
		return []Fault{{Message: err.Error()}}
	}
	s.leaves(tree, &faults)
	faults = causes(faults)
	slices.SortFunc(faults, func(a, b Fault) int {
		return cmp.Or(strings.Compare(a.Pointer, b.Pointer), strings.Compare(a.Keyword, b.Keyword),
			strings.Compare(a.Message, b.Message), strings.Compare(a.About, b.About))
	})
	return slices.CompactFunc(faults, func(a, b Fault) bool {
		return a.Pointer == b.Pointer && a.Keyword == b.Keyword && a.Message == b.Message
	})
}

const unevaluated = "unevaluatedProperties"

// causes leaves out what only follows from other faults: a map that is wrong in one place counts as not evaluated at all,
// so every key of it would be one that is not allowed.
func causes(faults []Fault) []Fault {
	wrong := map[string]bool{} // what holds a fault of its own
	for _, f := range faults {
		for at := f.Pointer; f.Keyword != unevaluated && !wrong[at]; at = above(at) {
			wrong[at] = true
		}
	}
	return slices.DeleteFunc(faults, func(f Fault) bool { return f.Keyword == unevaluated && wrong[above(f.Pointer)] })
}

// above gives the pointer of what holds the value at a pointer; the whole document holds itself.
func above(pointer string) string { return pointer[:max(0, strings.LastIndexByte(pointer, '/'))] }

// leaves collects the faults that no other fault explains.
func (s *Schema) leaves(e *jsonschema.ValidationError, into *[]Fault) {
	for _, cause := range e.Causes {
		s.leaves(cause, into)
	}
	if len(e.Causes) > 0 {
		return
	}
	_, location, _ := strings.Cut(e.AbsoluteKeywordLocation, "#")
	parts := strings.Split(location, "/")
	last := len(parts) - 1
	*into = append(*into, Fault{
		Pointer: pointer(e.InstanceLocation), Keyword: parts[last], Message: plain(ordered(e.Message)), About: s.about(parts[:last]),
	})
}

// quotedNames is a list of names in a message of the library.
var quotedNames = regexp.MustCompile(`'[^']*'(?:, '[^']*')+`)

// ordered puts the names that a message lists in alphabetical order: the library takes them from a map, so that the same
// fault would read differently from run to run.
func ordered(message string) string {
	return quotedNames.ReplaceAllStringFunc(message, func(list string) string {
		names := strings.Split(list, ", ")
		slices.Sort(names)
		return strings.Join(names, ", ")
	})
}

// pointer undoes the percent-encoding that the library puts into the pointers of its errors.
func pointer(location string) string {
	var plain strings.Builder
	for i := 0; i < len(location); i++ {
		if location[i] == '%' && i+2 < len(location) {
			if code, err := strconv.ParseUint(location[i+1:i+3], 16, 8); err == nil {
				plain.WriteByte(byte(code))
				i += 2
				continue
			}
		}
		plain.WriteByte(location[i])
	}
	return plain.String()
}

// about gives what the schema at a place of the bundle says of itself.
func (s *Schema) about(parts []string) string {
	at := s.tree
	for _, part := range parts {
		if part == "" {
			continue
		}
		part = pointer(part)
		part = strings.NewReplacer("~1", "/", "~0", "~").Replace(part)
		switch holder := at.(type) {
		case map[string]any:
			at = holder[part]
		case []any:
			i, err := strconv.Atoi(part)
			if err != nil || i < 0 || i >= len(holder) {
				return ""
			}
			at = holder[i]
		default:
			return ""
		}
	}
	schema, _ := at.(map[string]any)
	title, _ := schema["title"].(string)
	description, _ := schema["description"].(string)
	return strings.TrimPrefix(title+": "+description, ": ")
}
