package decisionaid_test

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// shippedMeasures are the questionnaires about decisions, by the name that the vectors give them, with their score.
var shippedMeasures = map[string][2]string{
	"SURE": {"sure", "total"}, "DCS16": {"dcs-16-2010", "total"}, "DCS10": {"dcs-10-2010", "total"}, "REGRET5": {"decision-regret", "regret"},
	"CollaboRATE": {"collaborate", "top"}, "SDM-Q-9": {"sdm-q-9", "total"}, "PrepDM": {"prep-dm", "total"}, "DSES": {"decision-self-efficacy", "total"},
	"OPTION5": {"option-5", "total"},
}

// TestMeasures compares the scores of the shipped questionnaires about decisions with independent vectors, the scales in the
// notes too.
func TestMeasures(t *testing.T) {
	file, err := os.Open("testdata/measures.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	met := map[string]int{}
	for _, row := range rows[1:] {
		name, _, _ := strings.Cut(row[0], "(")
		measure, ok := shippedMeasures[name]
		if !ok {
			t.Errorf("no questionnaire for %s", row[0])
			continue
		}
		met[name]++
		result := scored(t, measure[0], strings.Split(row[1], "|"))
		same := func(score, want string) {
			got, known := result(score)
			if x, err := strconv.ParseFloat(want, 64); err != nil || !known || math.Abs(got-x) > 0.0001 {
				t.Errorf("%s of %s: %s is %v, want %s", row[0], row[1], score, got, want)
			}
		}
		same(measure[1], row[2])
		if mean, ok := strings.CutPrefix(row[3], "mean/9*100="); ok {
			same("mean_percent", mean)
		}
		for _, part := range strings.Split(row[3], ";") {
			if scale, want, ok := strings.Cut(part, "="); ok && name == "DCS16" {
				same(scale, want)
			}
		}
	}
	for name := range shippedMeasures {
		if met[name] == 0 {
			t.Errorf("no vector for %s", name)
		}
	}
}

// scored gives the scores of a shipped questionnaire, which is also held to be without any diagnostic.
func scored(t *testing.T, id string, answers []string) func(string) (float64, bool) {
	t.Helper()
	src := read(t, "../examples/questionnaires/"+id+".yaml")
	doc, faults := schemas.Parse(id, src)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	set, _ := schemas.NewSet(doc)
	if list := proms.Check(set, doc, schemas.CheckOptions{AsOf: day.New(2026, 11, 21)}); len(list) > 0 {
		t.Errorf("%s: %v", id, list)
	}
	form, err := proms.Load(id, src)
	if err != nil {
		t.Fatal(err)
	}
	given := map[string]any{}
	for i, a := range answers {
		x, err := strconv.Atoi(a)
		if err != nil {
			t.Fatal(err)
		}
		given[fmt.Sprintf("q%d", i+1)] = x
	}
	filled, err := form.Answers(given)
	if err != nil {
		t.Fatal(err)
	}
	result := form.Score(filled)
	return func(score string) (float64, bool) {
		for _, s := range result.Scores {
			if s.ID == score {
				return s.Value.Number()
			}
		}
		return 0, false
	}
}
