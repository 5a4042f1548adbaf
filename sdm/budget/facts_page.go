package budget

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Page gives the authors' page on the facts of budgets, in Markdown. It comes from the table that works them out. Safe for concurrent use.
func Page() string {
	var b strings.Builder
	b.WriteString(pageTop)
	for _, f := range Vocabulary() {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", f.Name, valuesOf(f.Type), f.Says)
	}
	b.WriteString(pageBottom)
	return b.String()
}

func valuesOf(t rule.Type) string {
	switch t.Kind {
	case rule.Truth:
		return "yes or no"
	case rule.Code:
		var words []string
		for _, o := range t.Options {
			if o.ID != "" {
				words = append(words, o.ID)
			}
		}
		if len(words) == 0 {
			return "a word of the policy"
		}
		return strings.Join(words, ", ")
	default:
		return strings.TrimSpace(fmt.Sprintf("%s to %s %s", rule.FormatNumber(t.Lo), rule.FormatNumber(t.Hi), t.Unit))
	}
}

const pageTop = `# Facts of a budget

<!-- Written by a test of sdm/budget from the table of facts. Change it there: go test ./sdm/budget -run Page -update -->

Rules of a document of kind budget-policy read these facts. Each is worked out from the events of one budget, as of a day. What nobody
recorded is not known, and never "no". A criterion is asked about the budget, or about one line where it reads a fact that starts with
` + "`line.`" + `, or about one decision where it reads one that starts with ` + "`decision.`" + `.

| fact | values | what it says |
|---|---|---|
`

const pageBottom = `
The facts of a person are read as ` + "`person.`" + ` with their name, through ` + "`uses:`" + `; what else is needed is asked under ` + "`facts:`" + ` of the policy.
`
