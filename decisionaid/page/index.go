package page

import "strconv"

// index is what a page must know of its end before its beginning is written: where sources, terms and sections stand.
type index struct {
	sources  map[string]int // number of each source by its id, from 1
	cited    int            // how many sources there are
	terms    terms
	sections []section // in the order in which they are written
	folded   bool      // some section is folded
}

// section is what a link to a section needs.
type section struct {
	title, id string
	top       bool // it stands in no other, and not in the footer
}

// index gathers them in the order of writing. An id that two sources have is that of the first; Check tells of it.
func (p *Page) index() *index {
	x := &index{sources: map[string]int{}}
	anchors := map[string]bool{}
	x.gather(p.Blocks, 0, true, anchors)
	x.gather(p.Footer, 0, false, anchors)
	x.terms.sort()
	return x
}

func (x *index) gather(blocks []Block, depth int, body bool, anchors map[string]bool) {
	for _, b := range blocks {
		if faultOf(b, depth) != "" {
			continue
		}
		switch b := b.(type) {
		case Section:
			id := "section-" + strconv.Itoa(len(x.sections)+1)
			if isAnchor(b.Anchor) && !anchors[b.Anchor] {
				id = "at-" + b.Anchor
				anchors[b.Anchor] = true
			}
			x.sections = append(x.sections, section{title: b.Title, id: id, top: depth == 0 && body})
			x.folded = x.folded || b.Folded
			x.gather(b.Blocks, depth+1, body, anchors)
		case Sources:
			for _, s := range b.Sources {
				x.cited++
				if s.ID != "" && x.sources[s.ID] == 0 {
					x.sources[s.ID] = x.cited
				}
			}
		case Glossary:
			for _, t := range b.Terms {
				x.terms.add(t.Term)
			}
		}
	}
}

// isAnchor reports whether an anchor may be the end of an id: small letters, digits and hyphens, at most 64.
func isAnchor(s string) bool {
	for _, c := range []byte(s) {
		if c != '-' && (!isAlphanumeric(c) || 'A' <= c && c <= 'Z') {
			return false
		}
	}
	return s != "" && len(s) <= 64
}
