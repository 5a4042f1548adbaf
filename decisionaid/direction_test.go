package decisionaid_test

import (
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// TestDirections holds that a value that goes against what its author declares is an error with a person who shows it, also
// where it reads the answer through another value, and that what keeps its promise says nothing.
func TestDirections(t *testing.T) {
	const file = "testdata/bad/aid-direction.yaml"
	src := string(read(t, file))
	const was = "    rule: age / 200\n    range: [0, 1]\n    rises_with: [agee] # want aid-direction\n"
	for _, c := range []struct{ name, derived, code, says string }{
		{"kept", "    rule: age / 200\n    range: [0, 1]\n    rises_with: [age]\n", "", ""},
		{"kept falling", "    rule: 0.25 + (50 - age) / 300\n    range: [0, 1]\n    falls_with: [age]\n", "", ""},
		{"broken", "    rule: age / 200\n    range: [0, 1]\n    falls_with: [age]\n", "rule-wrong-way",
			"older is said to fall with age, and rises from 0 to "},
		{"dip at 75", "    rule: \"age >= 75 ? 0.2 : age >= 65 ? 0.3 : 0.25\"\n    range: [0, 1]\n    rises_with: [age]\n", "rule-wrong-way",
			"falls from 0.3 to 0.2 where that goes from 74 to 75, for a person with age = 75"},
		{"through another value", "    rule: 1 - half * 1.5\n    range: [0, 1]\n    rises_with: [age]\n  - id: half\n    rule: age / 240\n    range: [0, 0.5]\n",
			"rule-wrong-way", "older is said to rise with age, and falls"},
		{"twice", "    rule: age / 200\n    range: [0, 1]\n    rises_with: [age]\n    falls_with: [age]\n", "aid-direction", "age is named twice for older"},
		{"another value", "    rule: age / 200\n    range: [0, 1]\n    rises_with: [older]\n", "aid-direction", "older is not worked out from older"},
		{"misspelt", "    rule: age / 200\n    range: [0, 1]\n    rises_with: [agee]\n", "aid-direction", "Did you mean age?"},
	} {
		changed := strings.Replace(src, was, c.derived, 1)
		if changed == src && c.name != "misspelt" {
			t.Fatal("nothing was changed")
		}
		var found []string
		for _, d := range checked(t, c.name, []byte(changed)) {
			if d.Code != "case-fails" && d.Severity != diag.Warning {
				found = append(found, string(d.Code)+": "+d.Message()+" "+d.Hint)
			}
		}
		if c.code == "" && len(found) > 0 || c.code != "" && (len(found) != 1 || !strings.HasPrefix(found[0], c.code+": ") || !strings.Contains(found[0], c.says)) {
			t.Errorf("%s: %q", c.name, found)
		}
	}
}

// TestDirectionsOfAtrialFibrillation holds that the points of the shipped aid are proved to rise, that points in the wrong order
// are found, and so is the dip of the published yearly chances at 8 points, for which the aid therefore declares nothing.
func TestDirectionsOfAtrialFibrillation(t *testing.T) {
	const file = "../examples/aids/atrial-fibrillation-stroke.yaml"
	for _, c := range []struct{ name, old, new, says string }{
		{"shipped", "", "", ""},
		{"points in the wrong order", "person.age >= 75 ? 2 : person.age >= 65 ? 1 : 0", "person.age >= 75 ? 1 : person.age >= 65 ? 2 : 0",
			"cha2ds2_vasc is said to rise with person.age, and falls"},
		{"the dip at 8", "rule: table(friberg, cha2ds2_vasc)\n", "rule: table(friberg, cha2ds2_vasc)\n    rises_with: [person.vascular_disease]\n",
			"yearly_stroke is said to rise with person.vascular_disease, and falls from 0.112 to 0.108"},
		{"what has no order", "rises_with: [person.age,", "rises_with: [person.sex, person.age,", "the answers of person.sex have no order"},
	} {
		doc, _ := schemas.Parse(file, []byte(strings.Replace(string(read(t, file)), c.old, c.new, 1)))
		facts, _ := schemas.Parse("person-facts.yaml", read(t, "../examples/person-facts.yaml"))
		set, _ := schemas.NewSet(doc, facts)
		found := ""
		for _, d := range decisionaid.Check(set, doc, schemas.CheckOptions{}) {
			if d.Code == "rule-wrong-way" || d.Code == "rule-unproved" || d.Code == "aid-direction" {
				found += d.Message()
			}
		}
		if !strings.HasPrefix(found, c.says) || c.says == "" && found != "" {
			t.Errorf("%s: %q", c.name, found)
		}
	}
}
