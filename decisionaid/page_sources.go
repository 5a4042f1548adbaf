package decisionaid

import (
	"maps"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/schemas"
)

func (b *blocks) evidence() {
	if e := b.def.Evidence; e != nil {
		inside := append([]page.Block{paragraph(e.Method)}, facts(b.words.Searched, b.words.Page.Day(e.Searched))...)
		b.section(b.words.Evidence, "evidence", inside...)
	}
}

func (b *blocks) glossary() {
	if len(b.def.Glossary) == 0 {
		return
	}
	var all page.Glossary
	for _, t := range b.def.Glossary {
		all.Terms = append(all.Terms, page.Term{Term: t.Term, Meaning: t.Meaning})
	}
	b.section(b.words.Glossary, "glossary", all)
}

// sources lists everything that the aid cites, by id.
func (b *blocks) sources() {
	if len(b.def.Sources) == 0 {
		return
	}
	read := b.read()
	var all page.Sources
	for _, id := range slices.Sorted(maps.Keys(b.def.Sources)) {
		s := b.def.Sources[id]
		address := s.URL
		if address == "" && s.DOI != "" {
			address = "https://doi.org/" + s.DOI
		}
		all.Sources = append(all.Sources, page.Source{
			ID: id, Title: s.Title, By: s.Authors, Year: s.Year, Checked: s.Read, URL: address, Unread: !read[id],
		})
	}
	b.section(b.words.Sources, "sources", all)
}

// read tells of each source whether somebody who made the aid read it for at least one of the numbers.
func (b *blocks) read() map[string]bool {
	read := map[string]bool{}
	see := func(c *schemas.Cite) {
		if c != nil && c.Verified {
			read[c.Ref] = true
		}
	}
	for i := range b.def.Derived {
		see(b.def.Derived[i].Source)
	}
	for i := range b.def.Outcomes {
		for k := range b.def.Outcomes[i].Estimates {
			see(b.def.Outcomes[i].Estimates[k].Source)
		}
	}
	if b.def.Test != nil {
		see(b.def.Test.Source)
	}
	for _, a := range b.def.Development.each() {
		if a.of != nil {
			see(&a.of.Evidence)
		}
	}
	for i := range b.def.Cases {
		see(b.def.Cases[i].Source)
	}
	return read
}

// footer says who made the aid, and when.
func (b *blocks) footer() []page.Block {
	var authors []string
	for _, a := range b.def.Authors {
		said := a.Name + ", " + a.Role
		if a.Credentials != "" {
			said += ", " + a.Credentials
		}
		authors = append(authors, said)
	}
	w, def := &b.words, b.def
	day := w.Page.Day
	return facts(w.Version, def.Version, w.Published, day(def.Published), w.Reviewed, day(def.Reviewed), w.ReviewDue, day(def.ReviewDue),
		w.Authors, strings.Join(authors, "; "), w.Funding, def.Funding, w.Interests, def.Interests, w.Updates, def.UpdatePolicy)
}
