package page

import (
	"errors"
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
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

// Check looks for what would keep the page from being written, or a block of it from being shown. The error is fault.Faults with all of
// it, each with its field, such as blocks[2].blocks[0], and one of the errors of this package as its cause; it is nil where there is
// nothing. A service does this once, where it makes its pages, and in its tests.
func (p Page) Check() error {
	faults := fault.Of(p.ready())
	known := map[string]bool{}
	p.walk(func(b Block, at *fault.Place, _ int) {
		sources, ok := b.(Sources)
		if !ok {
			return
		}
		for _, s := range sources.Sources {
			if known[s.ID] && s.ID != "" {
				faults.Because(ErrSource, at, "", "give each its own id", "the source %q is there twice, so that a reader could not tell which is meant", s.ID)
			}
			known[s.ID] = true
		}
	})
	p.walk(func(b Block, at *fault.Place, depth int) {
		if why := faultOf(b, depth); why != "" {
			faults.Because(ErrBlock, at, "", "", "%s", why)
			return
		}
		if pictures, ok := b.(Pictures); ok {
			for i, picture := range pictures.Pictures {
				if _, why := appendPicture(nil, picture.SVG, "x"); why != "" {
					here := at.Item("pictures", i)
					faults.Because(ErrBlock, &here, "", "", "%s", why)
				}
			}
		}
		b.texts(func(t Text) {
			for _, id := range t.Cites {
				if !known[id] {
					faults.Because(ErrSource, at, "", "add it, or correct the id", "the source %q is cited and no Sources block has it, so that nobody could look it up", id)
				}
			}
		})
	})
	return faults.Err()
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
func (p *Page) walk(visit func(b Block, at *fault.Place, depth int)) {
	walk(nil, "blocks", p.Blocks, 0, visit)
	walk(nil, "footer", p.Footer, 0, visit)
}

func walk(at *fault.Place, key string, blocks []Block, depth int, visit func(Block, *fault.Place, int)) {
	for i, b := range blocks {
		here := at.Item(key, i)
		visit(b, &here, depth)
		if s, ok := b.(Section); ok && depth <= MaxDepth {
			walk(&here, "blocks", s.Blocks, depth+1, visit)
		}
	}
}
