package support

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// label gives the words of the level that a finding came to.
func (o *Offers) label(f policy.Finding) string {
	if f.Level == "" {
		return ""
	}
	c, _ := o.criterion(f.ID)
	for _, l := range c.Levels {
		if l.ID == f.Level {
			return cmp.Or(l.Label, l.ID)
		}
	}
	return ""
}

// ask puts the names of missing answers into the words of their questions, each question once.
func (o *Offers) ask(names []string, doubt Doubt) []string {
	var asked []string
	for _, name := range names {
		if words := o.question(name, doubt); words != "" && !slices.Contains(asked, words) {
			asked = append(asked, words)
		}
	}
	return asked
}

// question gives the words of what a name stands for: a question of the document or of the person facts, or what to ask about the level.
func (o *Offers) question(name string, doubt Doubt) string {
	if i, ours := o.policy.Sheet().Place(name); ours {
		return o.policy.Sheet().Question(i).Words()
	}
	if o.measured(name) {
		return levelQuestions[doubt]
	}
	if id, fact := strings.CutPrefix(name, o.prefix); fact && o.facts != nil {
		if i, known := o.facts.Sheet().Place(id); known {
			return o.facts.Sheet().Question(i).Words()
		}
	}
	return ""
}
