package diag

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// families are the first words of codes with what they are about, in the order in which an author meets them.
var families = []struct{ name, about string }{
	{"yaml", "How the file itself is written."},
	{"header", "What every definition says of itself: kind, id, version, licence, sources, review."},
	{"key", "Keys that are unknown, missing, or hold the wrong type of value."},
	{"schema", "What the JSON Schema of a kind found beyond that."},
	{"set", "Several definitions that refer to each other."},
	{"answer", "Answer sets and the answers of a person."},
	{"item", "Items and other questions."},
	{"rule", "Rules: the expressions that compute scores and decide conditions."},
	{"score", "Scores and how they treat missing answers."},
	{"band", "Bands of a score."},
	{"finding", "Findings and the criteria behind them."},
	{"case", "Worked examples that a definition carries."},
	{"person", "What is known of a person."},
	{"policy", "Rights, offers and standards."},
	{"activation", "Activation measures and tailored support."},
	{"aid", "Decision aids."},
}

// WriteCodes writes entries of the registry as a page in Markdown: a table of contents, then each code with its title,
// its explanation and a bad and a good example, grouped by family. It is the source of schemas/CODES.md; pass Codes() for
// the whole registry. The order of infos does not matter. Explanations may hold Markdown of their own. The only error is
// that of the writer.
func WriteCodes(w io.Writer, infos []Info) error {
	sorted := slices.Clone(infos)
	slices.SortStableFunc(sorted, func(a, b Info) int { return strings.Compare(string(a.Code), string(b.Code)) })
	groups := map[string][]Info{}
	for _, info := range sorted {
		groups[info.Code.Family()] = append(groups[info.Code.Family()], info)
	}
	names := familiesOf(sorted)

	out := bufio.NewWriter(w)
	out.WriteString("# Codes\n\nEvery fault that checking a definition can report, with an example that has it and the same example mended.\n" +
		"This page is generated from the checks themselves.\n\n")
	for _, name := range names {
		fmt.Fprintf(out, "- [%s](#%s)\n", name, name)
		for _, info := range groups[name] {
			fmt.Fprintf(out, "  - [`%s`](#%s): %s\n", info.Code, info.Code, info.Title)
		}
	}
	for _, name := range names {
		fmt.Fprintf(out, "\n## %s\n", name)
		for _, f := range families {
			if f.name == name {
				fmt.Fprintf(out, "\n%s\n", f.about)
			}
		}
		for _, info := range groups[name] {
			fmt.Fprintf(out, "\n### %s\n\n**%s.**\n\n%s", info.Code, strings.TrimSuffix(info.Title, "."), explanation(info))
		}
	}
	return out.Flush()
}

// familiesOf gives the families of sorted entries: those that are known in their order, then the others by name.
func familiesOf(sorted []Info) []string {
	var names, others []string
	for _, f := range families {
		if slices.ContainsFunc(sorted, func(i Info) bool { return i.Code.Family() == f.name }) {
			names = append(names, f.name)
		}
	}
	for _, info := range sorted {
		if family := info.Code.Family(); !slices.Contains(names, family) {
			others = append(others, family)
		}
	}
	slices.Sort(others)
	return append(names, slices.Compact(others)...)
}

// explanation gives an entry without its heading, in Markdown.
func explanation(info Info) string {
	return strings.TrimSpace(info.Explain) + "\n\nBad:\n\n" + fenced(info.Bad) + "\nGood:\n\n" + fenced(info.Good)
}

// fenced gives a piece of YAML as a code block, with a fence longer than any run of backticks inside.
func fenced(code string) string {
	fence := "```"
	for strings.Contains(code, fence) {
		fence += "`"
	}
	return fence + "yaml\n" + strings.Trim(code, "\n") + "\n" + fence + "\n"
}
