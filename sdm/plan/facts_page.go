package plan

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// FactsPage gives the authors' page on the facts, in Markdown. It comes from the table that reads them off a plan.
func FactsPage() string {
	var b strings.Builder
	b.WriteString(pageTop)
	for _, f := range vocabulary {
		values := "yes or no"
		if f.Type.Kind == rule.Number {
			values = fmt.Sprintf("%s to %s %s", rule.FormatNumber(f.Type.Lo), rule.FormatNumber(f.Type.Hi), f.Type.Unit)
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", f.Name, values, f.Says, f.Mend)
	}
	return b.String()
}

const pageTop = `# Facts of a plan

<!-- Written by a test of sdm/plan from the table of facts. Change it there: go test ./sdm/plan -run Page -update -->

Rules of a document of kind plan-standard read these facts, beside the facts of the person. Each is read off the fields of a plan and the steps
before it, and knows which of them show it. A fact tells that something is written down, not that it is good. What was left blank and could be
either is missing, and what rests on it is unknown.

| fact | values | what it says | how to mend it |
|---|---|---|---|
`
