package rule

import (
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// The limits on one rule. They keep a hostile or mistaken definition from costing time or stack; a rule that a person
// can check by hand is far below them.
const (
	// MaxSource is the greatest length of a rule in bytes.
	MaxSource = 4 << 10
	// MaxDepth is how deep brackets may nest.
	MaxDepth = 64
	// MaxNodes is how many names, numbers, codes, signs and calls a rule may have.
	MaxNodes = 500
)

var codeTooBig = diag.Define(diag.Info{
	Code:  "rule-too-big",
	Title: "The rule is too long or too deeply nested",
	Explain: "A rule may have 4,096 bytes, brackets 64 deep, and 500 names, numbers, codes and signs. Split it into several " +
		"scores that name each other, or use a table: nobody can check a longer rule by hand.",
	Bad:  "rule: ((((((((… 65 brackets …))))))))",
	Good: "rule: symptoms_total + table(severity, impact_total)",
})

var codeEmpty = diag.Define(diag.Info{
	Code:    "rule-empty",
	Title:   "The rule is empty",
	Explain: "A rule says how a value comes about. Without one there is nothing to compute; leave the key out where no rule is meant.",
	Bad:     `rule: ""`,
	Good:    "rule: sum(of)",
})

// front is the reading of one rule: from the author's text to a tree in which every form is one of ours.
type front struct {
	report  *diag.Reporter
	pointer string // JSON pointer of the rule
	text    *written
	faults  int
}

// place gives the place of a stretch of the current text.
func (f *front) place(from, to int) diag.Where {
	from, to = f.text.place(from, to)
	return diag.At(f.pointer).Text(from, to)
}

// fault reports an error on a stretch of the current text.
func (f *front) fault(code diag.Code, from, to int, format string, args ...any) *diag.Entry {
	f.faults++
	return f.report.Errorf(code, f.place(from, to), format, args...)
}

// read turns a rule's text into a tree, or reports every fault it can find and gives nil. Slips with a certain remedy are
// mended for the rest of the reading: then there is a tree and yet faults is above 0.
func (f *front) read(source string) *node {
	switch {
	case len(source) > MaxSource:
		f.faults++
		f.report.Errorf(codeTooBig, diag.At(f.pointer), "the rule has %d bytes; at most %d are allowed", len(source), MaxSource).
			Hinted("Split it into several scores that name each other")
		return nil
	case !utf8.ValidString(source):
		f.faults++
		f.report.Errorf(codeCharacter, diag.At(f.pointer), "the rule is not valid UTF-8 text").Hinted("Save the file as UTF-8")
		return nil
	}
	f.text = newWritten(source)
	if !f.characters() {
		return nil
	}
	tokens, ok := f.tokens()
	if !ok || !f.grammar(tokens) {
		return nil
	}
	return f.parse()
}
