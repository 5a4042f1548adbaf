package page

import (
	"errors"
	"fmt"
)

// What can be wrong with a page, for errors.Is.
var (
	ErrTitle    = errors.New("no title")
	ErrLanguage = errors.New("no language or direction")
	ErrWords    = errors.New("words not complete")
	ErrPrefix   = errors.New("prefix no good as the start of a class")
	ErrPoints   = errors.New("size of print that no page has")
	ErrBlock    = errors.New("block cannot be shown")
	ErrSource   = errors.New("source not there, or there twice")
)

// Fault is one thing that is wrong with a page.
type Fault struct {
	// Kind is one of the errors of this package.
	Kind error
	// Where leads to the block, as in "blocks[2].blocks[0]".
	Where string
	// Why says what is wrong, why it matters and how to mend it.
	Why string
}

// Error gives the place and what is wrong there.
func (f *Fault) Error() string { return "page: " + f.Where + ": " + f.Why }

// Unwrap gives the kind.
func (f *Fault) Unwrap() error { return f.Kind }

// Check looks for what would keep the page from being written, or a block of it from being shown. The error joins every
// *Fault with what WriteHTML would return; it is nil where there is nothing. A service does this once, where it makes
// its pages, and in its tests.
func (p Page) Check() error {
	faults := []error{p.ready()}
	found := func(kind error, where, why string) { faults = append(faults, &Fault{kind, where, why}) }
	known := map[string]bool{}
	p.walk(func(b Block, where string, _ int) {
		sources, ok := b.(Sources)
		if !ok {
			return
		}
		for _, s := range sources.Sources {
			if known[s.ID] && s.ID != "" {
				found(ErrSource, where, fmt.Sprintf("the source %q is there twice, so that a reader could not tell which is meant; give each its own id", s.ID))
			}
			known[s.ID] = true
		}
	})
	p.walk(func(b Block, where string, depth int) {
		if why := faultOf(b, depth); why != "" {
			found(ErrBlock, where, why)
			return
		}
		if pictures, ok := b.(Pictures); ok {
			for i, picture := range pictures.Pictures {
				if _, why := appendPicture(nil, picture.SVG, "x"); why != "" {
					found(ErrBlock, fmt.Sprintf("%s.pictures[%d]", where, i), why)
				}
			}
		}
		b.texts(func(t Text) {
			for _, id := range t.Cites {
				if !known[id] {
					found(ErrSource, where, fmt.Sprintf("the source %q is cited and no Sources block has it, so that nobody could look it up; add it, or correct the id", id))
				}
			}
		})
	})
	return errors.Join(faults...)
}

// faultOf says what is wrong with a block at a depth of sections, or "".
func faultOf(b Block, depth int) string {
	switch {
	case b == nil:
		return "the block is nil, so there is nothing to show; leave it out"
	case depth > MaxDepth:
		return fmt.Sprintf("sections nest more than %d deep, more than anyone can follow; make them flatter", MaxDepth)
	}
	switch b.(type) {
	case Section, Paragraph, Lines, List, Table, OptionGrid, Pictures, Framing, Form, Finding, Note, Facts, Glossary, Sources:
		return b.fault()
	}
	return fmt.Sprintf("the block is a %T, and blocks are values; leave the & out", b)
}

// walk visits every block with the way to it and the number of sections around it. It goes no deeper than one
// beyond MaxDepth.
func (p *Page) walk(visit func(b Block, where string, depth int)) {
	walk(p.Blocks, "blocks", 0, visit)
	walk(p.Footer, "footer", 0, visit)
}

func walk(blocks []Block, where string, depth int, visit func(Block, string, int)) {
	for i, b := range blocks {
		here := fmt.Sprintf("%s[%d]", where, i)
		visit(b, here, depth)
		if s, ok := b.(Section); ok && depth <= MaxDepth {
			walk(s.Blocks, here+".blocks", depth+1, visit)
		}
	}
}
