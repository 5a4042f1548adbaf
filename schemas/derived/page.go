package derived

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Page gives the authors' page on the facts, in Markdown: what stands before the table, the table, and what stands after it. How to mend a fact is
// a column where any fact says it.
func (v *Vocabulary[S]) Page(before, after string) string {
	var b strings.Builder
	b.WriteString(before)
	mends := slices.ContainsFunc(v.finders, func(f Finder[S]) bool { return f.Mend != "" })
	columns := []string{"fact", "values", "what it says", "how to mend it"}
	if !mends {
		columns = columns[:3]
	}
	fmt.Fprintf(&b, "| %s |\n|%s\n", strings.Join(columns, " | "), strings.Repeat("---|", len(columns)))
	for _, f := range v.finders {
		cells := []string{"`" + f.Name + "`", values(f.Type), f.Says, f.Mend}
		fmt.Fprintf(&b, "| %s |\n", strings.Join(cells[:len(columns)], " | "))
	}
	b.WriteString(after)
	return b.String()
}

// values puts into words what a fact can come to.
func values(t rule.Type) string {
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
