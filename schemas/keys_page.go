package schemas

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/internal/yamldoc"
)

// KeysPage gives the authors' page on the keys of every kind of document, in Markdown: what stands behind each, whether it is needed, and what
// it means. It is made from the JSON Schemas that editors use, so that the two cannot differ. Safe for concurrent use.
func KeysPage() string {
	var b strings.Builder
	b.WriteString(keysTop)
	for _, k := range Kinds() {
		b.WriteString("- [`" + k.Name + "`](#" + k.Name + "): " + k.Title + "\n")
	}
	b.WriteString("- [What several kinds share](#what-several-kinds-share)\n")
	for _, k := range Kinds() {
		b.WriteString("\n" + KeysOf(k.Name))
	}
	b.WriteString("\n## What several kinds share\n\nEvery document has the keys of [header](#header).\n")
	for _, name := range slices.Sorted(maps.Keys(allSchemas())) {
		if kind, _, _ := strings.Cut(name, "."); !isKind(kind) {
			b.WriteString("\n")
			writeKeys(&b, name, "### ")
		}
	}
	return b.String()
}

const keysTop = `# Keys

<!-- Written by a test of schemas from the JSON Schemas in schemas/kinds. Change it there: go test ./schemas -run KeysPage -update -->

What a document of each kind can hold. A key in bold is needed. A name in italics has a table of its own: under the kind, or at the end where
several kinds share it. ` + "`go run ./examples/check -explain NAME`" + ` prints one of them. What rules can say stands in [RULES.md](RULES.md); the facts that they read of
a plan, a budget or an aid in [plan](../sdm/plan/FACTS.md), [budget](../sdm/budget/FACTS.md) and [standard](../decisionaid/standard/FACTS.md). There are
examples under [examples](../examples), and one small document of most kinds, with a translation and the licensed words of a site, in
[a fictional hospital](../examples/check/testdata/hospital).

`

// KeysOf gives the part of KeysPage on one kind, or on one part that has a table of its own, such as header or cite. It is empty where there is
// neither. Safe for concurrent use.
func KeysOf(name string) string {
	if allSchemas()[name] == nil {
		return ""
	}
	var b strings.Builder
	writeKeys(&b, name, "## ")
	for _, part := range slices.Sorted(maps.Keys(allSchemas())) {
		if strings.HasPrefix(part, name+".") {
			b.WriteString("\n")
			writeKeys(&b, part, "### ")
		}
	}
	return b.String()
}

func isKind(name string) bool {
	return slices.ContainsFunc(Kinds(), func(k Kind) bool { return k.Name == name })
}

// writeKeys writes the section on one part of the bundle.
func writeKeys(b *strings.Builder, name, heading string) {
	s := allSchemas()[name]
	about, _ := s["description"].(string)
	b.WriteString(heading + name + "\n\n" + about + "\n")
	if others := s.refs("allOf"); len(others) > 0 {
		b.WriteString("\nIt has the keys of " + strings.Join(others, ", ") + " as well.\n")
	}
	properties, _ := s["properties"].(map[string]any)
	if form := s.form(); len(properties) == 0 {
		if form != "text" {
			b.WriteString("\nIt is " + form + ".\n")
		}
		return
	}
	_, needed := s.keys()
	b.WriteString("\n| key | what stands behind it | meaning | example |\n|---|---|---|---|\n")
	keys := slices.SortedFunc(maps.Keys(properties), func(x, y string) int {
		if needed[x] != needed[y] {
			return map[bool]int{true: -1, false: 1}[needed[x]]
		}
		return strings.Compare(x, y)
	})
	for _, key := range keys {
		below, _ := properties[key].(map[string]any)
		shown := "`" + key + "`"
		if needed[key] {
			shown = "**" + shown + "**"
		}
		about, _ := below["description"].(string)
		b.WriteString("| " + strings.Join([]string{shown, cell(schema(below).form()), cell(about), cell(schema(below).example())}, " | ") + " |\n")
	}
}

// cell makes a text fit for a cell of a table.
func cell(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "\n", " "), "|", `\|`)
}

// refs gives the parts that a schema names under a key, as links.
func (s schema) refs(key string) []string {
	var links []string
	several, _ := s[key].([]any)
	for _, one := range several {
		if below, ok := one.(map[string]any); ok && below["$ref"] != nil {
			links = append(links, schema(below).form())
		}
	}
	return links
}

// form says in a few words what stands behind a key.
func (s schema) form() string {
	if ref, ok := s["$ref"].(string); ok {
		name := strings.TrimPrefix(ref, "#/$defs/")
		return "_[" + name + "](#" + strings.ReplaceAll(name, ".", "") + ")_"
	}
	if words, ok := s["enum"].([]any); ok {
		var all []string
		for _, word := range words {
			all = append(all, flow(word))
		}
		return "`" + strings.Join(all, "`, `") + "`"
	}
	var forms []string
	for _, kind := range typesOf(s["type"]) {
		forms = append(forms, s.formOf(kind))
	}
	if len(forms) == 0 {
		return "several forms"
	}
	return strings.Join(forms, " or ")
}

// formOf says what a value of one JSON type is.
func (s schema) formOf(kind string) string {
	within := func(key, words, of string) string {
		if below, ok := s[key].(map[string]any); ok {
			return words + of + schema(below).form()
		}
		return words
	}
	switch kind {
	case "string":
		return "text"
	case "number":
		return "number"
	case "integer":
		return "whole number"
	case "boolean":
		return "true or false"
	case "array":
		return within("items", "list", " of ")
	default:
		return within("additionalProperties", "names with values", ", each a ")
	}
}

// typesOf gives the JSON types that a schema allows.
func typesOf(of any) []string {
	switch of := of.(type) {
	case string:
		return []string{of}
	case []any:
		var all []string
		for _, one := range of {
			if kind, ok := one.(string); ok {
				all = append(all, kind)
			}
		}
		return all
	default:
		return nil
	}
}

// mostExample is how long an example in a table is at most, in bytes.
const mostExample = 90

// example gives the first short example of a schema, as YAML on one line.
func (s schema) example() string {
	several, _ := s["examples"].([]any)
	for _, one := range several {
		if text := flow(one); len(text) <= mostExample && !strings.Contains(text, "`") {
			return "`" + text + "`"
		}
	}
	return ""
}

// flow writes a value as YAML on one line, with quotes only where a text needs them.
func flow(value any) string {
	switch value := value.(type) {
	case map[string]any:
		var parts []string
		for _, key := range slices.Sorted(maps.Keys(value)) {
			parts = append(parts, key+": "+flow(value[key]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case []any:
		var parts []string
		for _, one := range value {
			parts = append(parts, flow(one))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case string:
		tree, faults := yamldoc.Parse("", []byte("a: {b: "+value+"}\n"))
		if b, ok := (Node{v: tree}).At(0).Get("b"); ok && len(faults) == 0 && b.Shape() == Text && b.Text() == value {
			return value
		}
	}
	text, err := json.Marshal(value)
	if err != nil {
		return ""
	}
	return string(text)
}
