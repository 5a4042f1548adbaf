package question

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeWeightKey = diag.Define(diag.Info{
	Code:    "rule-weight-key",
	Title:   "A key of weights is not the value of an answer",
	Explain: "Weights say what each value of an item is worth, so their keys are the values of its answers, each once.",
	Bad:     "weights:\n  uk:\n    mo: {some: 0.069}",
	Good:    "weights:\n  uk:\n    mo: {2: 0.069}",
})

// Table is a look-up table as its author wrote it: a number for each key, which is a number or a code. In YAML
//
//	tables:
//	  stroke: {0: 0.002, 1: 0.006}                # exact keys
//	  by_age: {steps: {18: 0.01, 65: 0.02}}       # each key holds up to the next
type Table struct {
	Rows  map[string]float64
	Steps bool
}

// UnmarshalNode reads both forms.
func (t *Table) UnmarshalNode(n schemas.Node, d *schemas.Decoder) {
	if steps, ok := n.Get("steps"); ok && n.Len() == 1 && steps.Shape() == schemas.Map {
		t.Steps, n = true, steps
	}
	d.Decode(n, &t.Rows)
}

// MarshalJSON gives the form that an author writes.
func (t Table) MarshalJSON() ([]byte, error) {
	if t.Steps {
		return json.Marshal(map[string]any{"steps": t.Rows})
	}
	return json.Marshal(t.Rows)
}

// numeric reads a key that is a number. Ids start with a letter, and so do the words that Go would read as numbers.
func numeric(key string) (float64, bool) {
	number, err := strconv.ParseFloat(key, 64)
	return number, err == nil && key[0] < 'A'
}

// DeclareTables makes the tables of a document names of a rule model. at is the JSON pointer of their map.
func DeclareTables(tables map[string]Table, at string, b *rule.Builder) {
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		ready := rule.Table{Pointer: at + schemas.Pointer(name), Steps: tables[name].Steps}
		for _, key := range slices.Sorted(maps.Keys(tables[name].Rows)) {
			row := rule.Row{Code: key, Value: tables[name].Rows[key]}
			if number, ok := numeric(key); ok {
				row = rule.Row{Key: number, Value: row.Value}
			}
			ready.Rows = append(ready.Rows, row)
		}
		b.Table(name, ready)
	}
}

// Weights say what each value of each item is worth, by item id, joined by name and never by position.
type Weights map[string]map[string]float64

// DeclareWeights makes the sets of weights of a document names of a rule model. at is the JSON pointer of their map.
func DeclareWeights(sets map[string]Weights, at string, b *rule.Builder, r *diag.Reporter) {
	for _, name := range slices.Sorted(maps.Keys(sets)) {
		ready := map[string]map[float64]float64{}
		for _, item := range slices.Sorted(maps.Keys(sets[name])) {
			ready[item] = map[float64]float64{}
			for _, key := range slices.Sorted(maps.Keys(sets[name][item])) {
				here := diag.At(at + schemas.Pointer(name, item, key)).Key()
				number, ok := numeric(key)
				_, twice := ready[item][number]
				switch {
				case !ok:
					r.Errorf(codeWeightKey, here, "%s is not the value of an answer", key).Hinted("Write the number that the answer scores")
				case twice:
					r.Errorf(codeWeightKey, here, "the answer %s of %s has two weights", rule.FormatNumber(number), item).Hinted("Keep one of them")
				default:
					ready[item][number] = sets[name][item][key]
				}
			}
		}
		b.Weights(name, ready, at+schemas.Pointer(name))
	}
}
