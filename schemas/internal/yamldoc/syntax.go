package yamldoc

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeSyntax = diag.Define(diag.Info{
	Code: "yaml-syntax", Title: "This is not YAML",
	Explain: "The file cannot be read from this place on. Most often the indentation is off, a quote or a bracket is not closed, or a " +
		"text holds a character that YAML keeps for itself. Put such a text in quotes.",
	Bad:  "items:\n  - id: q1\n text: Pain",
	Good: "items:\n  - id: q1\n    text: Pain",
})

var lineNumber = regexp.MustCompile(`line (\d+): `)

// syntax reports the one fault that made the YAML library give up: the first trap of the file, else what the library says,
// whose places are often the start of what it was reading, or a line off, and have no column.
func syntax(f *faults, err error) {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1
	if m := lineNumber.FindStringSubmatch(message); m != nil {
		line, _ = strconv.Atoi(m[1])
		message = strings.Replace(message, m[0], "", 1)
	}
	if strings.Contains(message, "exceeded max depth") {
		f.at(codeTooDeep, 0, 0, "maps and lists stand more than %d deep in each other", MaxDepth).
			Hint = "Close the brackets, or say it in a flatter way"
		return
	}
	if t := findTrap(f.source.text); t != nil {
		f.at(t.code, t.from, t.to, "%s", t.message).Hint = t.hint
		return
	}
	c := newCursor(f.source.text)
	c.to(line, 1)
	c.skip(" ")
	start := c.pos
	c.skipLine()
	f.add(codeSyntax, start, c.pos, "", "this cannot be read: %s", message).
		Hint = "Look at the indentation, quotes and brackets here and in the line above"
}
