package yamldoc

import "github.com/whatmatters-care/whatmatters/schemas/diag"

// The traps of YAML: what an author writes in good faith and YAML takes for something else.
var (
	codeTab = diag.Define(diag.Info{
		Code: "yaml-tab", Title: "A tab stands in the indentation",
		Explain: "YAML counts spaces to see what belongs to what, and takes no tabs. Set the editor to insert two spaces for a tab.",
		Bad:     "scores:\n\t- id: total",
		Good:    "scores:\n  - id: total",
	})
	codeQuestionMark = diag.Define(diag.Info{
		Code: "yaml-question-mark", Title: "A question mark stands in an unquoted value",
		Explain: "Between { and } or [ and ], and at the start of a value, YAML takes a question mark for a sign of its own. Put the text in quotes, " +
			"or give it a line of its own.",
		Bad:  "- {id: age, ask: How old are you?}",
		Good: "- id: age\n  ask: How old are you?",
	})
	codeColon = diag.Define(diag.Info{
		Code: "yaml-colon", Title: "A colon stands in an unquoted value",
		Explain: "A colon with a space behind it starts a new value. Put the text in quotes; write a rule with ? and : as a block behind a |.",
		Bad:     "order: level == \"a\" ? 1 : 2",
		Good:    "order: |\n  level == \"a\" ? 1 : 2",
	})
	codeBracket = diag.Define(diag.Info{
		Code: "yaml-bracket", Title: "A bracket stands in an unquoted value",
		Explain: "Between { and }, the signs [ ] { } start and end lists and maps. Put the value in quotes, or give it a line of its own.",
		Bad:     "- {id: a, when: status in [\"x\", \"y\"]}",
		Good:    "- id: a\n  when: status in [\"x\", \"y\"]",
	})
	codeAfterQuote = diag.Define(diag.Info{
		Code: "yaml-after-quote", Title: "Text goes on after the closing quote",
		Explain: "A value that starts with a quote ends at the next one. Write the whole value in the other kind of quotes, or as a block behind a |.",
		Bad:     "when: \"female\" == sex",
		Good:    "when: sex == \"female\"",
	})
	codeUnclosed = diag.Define(diag.Info{
		Code: "yaml-unclosed", Title: "A quote or bracket is not closed",
		Explain: "YAML reads on to the end of the file in search of the closing quote or bracket.",
		Bad:     "range: [0, 27\nbetter: lower",
		Good:    "range: [0, 27]\nbetter: lower",
	})
	codeIndent = diag.Define(diag.Info{
		Code: "yaml-indent", Title: "The indentation does not fit",
		Explain: "Keys that belong together start in the same column, and what belongs to a key starts further right. This line fits neither.",
		Bad:     "items:\n  - id: q1\n text: Pain",
		Good:    "items:\n  - id: q1\n    text: Pain",
	})
	codeNoColon = diag.Define(diag.Info{
		Code: "yaml-no-colon", Title: "A colon is missing",
		Explain: "A key is followed by a colon and a space. Text that goes on in the next line is indented further than its key.",
		Bad:     "title:Pain today",
		Good:    "title: Pain today",
	})
	codeEscape = diag.Define(diag.Info{
		Code: "yaml-escape", Title: "A backslash in double quotes stands for nothing",
		Explain: "In double quotes a backslash starts a code such as \\n for a new line. Write the text in single quotes, where a backslash is a " +
			"backslash, or double the backslash.",
		Bad:  `pattern: "\d+"`,
		Good: `pattern: '\d+'`,
	})
	codeStart = diag.Define(diag.Info{
		Code: "yaml-start", Title: "A value starts with a sign that YAML keeps for itself",
		Explain: "A value cannot start with @ ` % , ] } or with > or | and text on the same line. Put the value in quotes.",
		Bad:     "note: @home",
		Good:    "note: \"@home\"",
	})
)
