package phrase

import (
	"slices"
	"strings"
)

// Cut takes a template apart around its first name in braces. Where found is false there is none, and before is the whole template: a brace
// that is never closed is text.
func Cut(template string) (before, name, after string, found bool) {
	before, rest, opened := strings.Cut(template, "{")
	name, after, closed := strings.Cut(rest, "}")
	if !opened || !closed {
		return template, "", "", false
	}
	return before, name, after, true
}

// Fill puts values into a template in one pass: names and what stands for them, in turn. A value is never read as a template, and a name
// without a value says nothing.
func Fill(template string, namesAndValues ...string) string {
	said := make([]byte, 0, 128)
	for {
		before, name, after, found := Cut(template)
		said = append(said, before...)
		if !found {
			return string(said)
		}
		for i := 0; i+1 < len(namesAndValues); i += 2 {
			if namesAndValues[i] == name {
				said = append(said, namesAndValues[i+1]...)
				break
			}
		}
		template = after
	}
}

// Placeholders lists the names in braces of a template, sorted and each once. A brace that is never closed gives what follows it, which is
// the name of nothing, so that a comparison finds it.
func Placeholders(template string) []string {
	var names []string
	for {
		_, name, after, found := Cut(template)
		if !found {
			break
		}
		names, template = append(names, name), after
	}
	if _, rest, opened := strings.Cut(template, "{"); opened {
		names = append(names, rest)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// braced writes names as they stand in a template, {n} {of}; none where there are none.
func braced(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return "{" + strings.Join(names, "} {") + "}"
}
