package kindtest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// fault is a code at a line of a file.
type fault struct {
	line int
	code diag.Code
}

func (f fault) String() string { return fmt.Sprintf("%d %s", f.line, f.code) }

// wanted reads what a file says of itself: `# want CODE CODE` on the line.
func wanted(src []byte) (all []fault) {
	line := 0
	for text := range strings.SplitSeq(string(src), "\n") {
		line++
		_, codes, _ := strings.Cut(text, "# want ")
		for code := range strings.FieldsSeq(codes) {
			all = append(all, fault{line, diag.Code(code)})
		}
	}
	return all
}

// found gives what was found in a file.
func found(list diag.List) []fault {
	all := make([]fault, len(list))
	for i, d := range list {
		all[i] = fault{d.Span.Start.Line, d.Code}
	}
	return all
}

// differ writes what is wanted and not found with -, and what is found and not wanted with +, a line each; where only the order is another, both
// orders.
func differ(want, got []fault) string {
	if slices.Equal(want, got) {
		return ""
	}
	var b strings.Builder
	left := map[fault]int{}
	for _, f := range got {
		left[f]++
	}
	for _, f := range want {
		if left[f]--; left[f] < 0 {
			fmt.Fprintf(&b, "- %v\n", f)
		}
	}
	for _, f := range got {
		if left[f] > 0 {
			left[f]--
			fmt.Fprintf(&b, "+ %v\n", f)
		}
	}
	if b.Len() == 0 {
		fmt.Fprintf(&b, "in the order %v, and not %v\n", got, want)
	}
	return b.String()
}
