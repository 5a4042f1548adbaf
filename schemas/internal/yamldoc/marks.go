package yamldoc

import (
	"gopkg.in/yaml.v3"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var (
	codeAnchor = diag.Define(diag.Info{
		Code: "yaml-anchor", Title: "Anchors are not allowed",
		Explain: "A leading & names a value for later use, which makes one fault appear in many places. Write the value where it is " +
			"needed. If the & belongs to the text, put the text in quotes.",
		Bad:  "scale: &likert [0, 1, 2]",
		Good: "scale: [0, 1, 2]",
	})
	codeAlias = diag.Define(diag.Info{
		Code: "yaml-alias", Title: "Aliases are not allowed",
		Explain: "A leading * repeats a value from elsewhere. Write the value where it is needed. If the * belongs to the text, " +
			"put the text in quotes.",
		Bad:  "note: *required",
		Good: "note: \"*required\"",
	})
	codeMergeKey = diag.Define(diag.Info{
		Code: "yaml-merge-key", Title: "Merge keys are not allowed",
		Explain: "The key << copies the keys of another map, so that a reader cannot see what a definition says. Write the keys out.",
		Bad:     "<<: {places: 0}\nhalf: up",
		Good:    "places: 0\nhalf: up",
	})
	codeTag = diag.Define(diag.Info{
		Code: "yaml-tag", Title: "Tags are not allowed",
		Explain: "A leading ! makes a tag, and the text behind it is lost. In a rule write `not`. If the ! belongs to the text, " +
			"put the text in quotes.",
		Bad:  "when: !smoker",
		Good: "when: not smoker",
	})
)

// marked reports an alias, an anchor or a tag on a value, and whether there was one.
func (w *walker) marked(n *yaml.Node, v *Value, p *path) bool {
	var code diag.Code
	var format, hint string
	switch {
	case n.Kind == yaml.AliasNode:
		code, format, hint = codeAlias, "%s repeats a value from elsewhere", "Write the value out, or put the text in quotes"
	case n.Anchor != "":
		code, format, hint = codeAnchor, "%s names a value for use elsewhere", "Leave the name out, or put the text in quotes"
	case n.Style&yaml.TaggedStyle != 0:
		code, format, hint = codeTag, "%s is a tag, and the text behind it would be lost", "Write `not` in a rule, or put the text in quotes"
	default:
		return false
	}
	w.word()
	v.end = w.pos
	w.add(code, v.start, v.end, p.String(), format, w.text[v.start.Offset:v.end.Offset]).Hint = hint
	return true
}

// word moves past what stands up to the next white space.
func (w *walker) word() {
	for {
		ch, size := w.rune()
		if size == 0 || ch == ' ' || ch == '\t' || ch == '\r' || ch == '\n' {
			return
		}
		w.step()
	}
}

func (w *walker) mergeKey(k Key, p *path) {
	w.word()
	w.add(codeMergeKey, k.start, w.pos, p.String(), "the key << copies the keys of another map").
		Hint = "Write the keys out"
}
