package sdm

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Chain is what one thing of a record goes back to and what came of it: from a decision or a need over goals, outcomes and actions to
// referrals, support and lines of a budget, and on to scores and reviews. A decision comes with those before and after it in its
// conversation, and with what came of each.
type Chain struct {
	// Of is what the chain was asked for.
	Of Ref `json:"of"`
	// Links are that thing, everything it goes back to and everything that came of it. Nothing stands before what it goes back to. Within
	// one kind they are in the order of the record.
	Links []Link `json:"links"`
}

// Link is one thing in a chain.
type Link struct {
	Ref
	// Event is the id of the event that has it in its last form, and On the day of that event.
	Event string  `json:"event"`
	On    day.Day `json:"on,omitzero"`
	// Says is what it is, in words.
	Says string `json:"says"`
	// From is what it names or belongs to, and To what names it or belongs to it, in the whole record: an edge is found from both of its
	// ends.
	From []Ref `json:"from,omitempty"`
	To   []Ref `json:"to,omitempty"`
	// Over says why it no longer holds, such as that a later decision took its place or that the plan ended; empty where it holds, as far as the
	// record or this copy of it tells.
	Over []string `json:"over,omitempty"`
	// Replaces and ReplacedBy are the decision before and after a decision in its conversation; zero where there is none, and for all else.
	Replaces   Ref `json:"replaces,omitzero"`
	ReplacedBy Ref `json:"replaced_by,omitzero"`
	// Open says what is not there yet, or not known. Nothing is asked of what no longer holds.
	Open []string `json:"open,omitempty"`
}

// ErrNoRef is returned for a Ref that names nothing in the record.
var ErrNoRef = errors.New("the record has nothing of this name")

// Find gives everything that an id names: an id of an event, of a part of a plan, of a budget line or of an offer of support. Most often
// that is one thing; it is none where the id is not there, or is that of an event which is no link of a chain. Its cost and
// that of Chain grow with the record.
func (s *Story) Find(id string) []Ref {
	var found []Ref
	for _, l := range s.graph().links {
		if l.ID == id {
			found = append(found, l.Ref)
		}
	}
	return found
}

// Chain follows a thing of the record back to what it is for and forward to what came of it. The same record gives the same chain. The
// error is ErrNoRef and says what is there.
func (s *Story) Chain(of Ref) (Chain, error) {
	g := s.graph()
	if _, there := g.at[of]; !there {
		return Chain{}, fmt.Errorf("sdm: %s: %w; %s", of, ErrNoRef, s.hint(g, of))
	}
	back, in := map[Ref]bool{}, map[Ref]bool{}
	g.follow(of, back, func(l *Link) []Ref { return l.From })
	for from := range back {
		if in[from] { // with the whole line that it stands in
			continue
		}
		for _, d := range g.line(from) {
			in[d] = true
		}
	}
	forward := map[Ref]bool{}
	for _, d := range g.line(of) {
		g.follow(d, forward, func(l *Link) []Ref { return l.To })
	}
	maps.Copy(in, forward)
	chain := Chain{Of: of}
	for i := range g.links {
		if l := &g.links[i]; in[l.Ref] {
			l.Open = g.open(l)
			chain.Links = append(chain.Links, *l)
		}
	}
	return chain, nil
}

// follow takes in what can be reached one way. Links lead from lower to higher levels, so it ends.
func (g *graph) follow(from Ref, in map[Ref]bool, next func(*Link) []Ref) {
	if in[from] {
		return
	}
	in[from] = true
	for _, to := range next(g.link(from)) {
		g.follow(to, in, next)
	}
}

// line gives a decision with those before and after it in its conversation, and anything else alone.
func (g *graph) line(of Ref) []Ref {
	line := []Ref{of}
	for before := g.link(of).Replaces; before != (Ref{}); before = g.link(before).Replaces {
		line = append(line, before)
	}
	for after := g.link(of).ReplacedBy; after != (Ref{}); after = g.link(after).ReplacedBy {
		line = append(line, after)
	}
	return line
}

// hint says what could be meant by a reference to nothing.
func (s *Story) hint(g *graph, of Ref) string {
	var ids []string
	for _, l := range g.links {
		switch {
		case l.ID == of.ID && l.Kind == of.Kind:
			return fmt.Sprintf("did you mean %s?", l.Ref)
		case l.ID == of.ID:
			return fmt.Sprintf("the id is that of %s", l.Ref)
		case l.Kind == of.Kind && !slices.Contains(ids, l.ID):
			ids = append(ids, l.ID)
		}
	}
	if _, known := levels[of.Kind]; !known {
		var words []string
		for _, kind := range RefKinds() {
			words = append(words, string(kind))
		}
		return fmt.Sprintf("there is no kind %.40q; %s", string(of.Kind), fault.OneOf(string(of.Kind), words))
	}
	return s.thereIs(of.ID, ids)
}

// Link gives a link of the chain.
func (c Chain) Link(of Ref) (Link, bool) {
	for _, l := range c.Links {
		if l.Ref == of {
			return l, true
		}
	}
	return Link{}, false
}
