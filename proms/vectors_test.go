package proms

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
)

// vectorScores are the ways of scoring that the vectors hold, over n items from 0 to 3. Sums are not rounded.
func vectorScores(n int) string {
	return fmt.Sprintf(`  - {id: sum_complete, of: all, missing: complete, rule: sum(of), range: [0, %[1]d]}
  - {id: sum_prorated_max2, of: all, missing: {at_least: %[2]d, fill: mean}, rule: sum(of), range: [0, %[1]d]}
  - {id: sum_prorated_half, of: all, missing: {at_least: {share: 0.5}, fill: mean}, rule: sum(of), range: [0, %[1]d]}
  - {id: mean_half, of: all, missing: {at_least: {share: 0.5}, fill: drop}, rule: mean(of), range: [0, 3]}
  - id: pomp_half
    of: all
    missing: {at_least: {share: 0.5}, fill: drop}
    rule: 100 * mean(of) / 3
    range: [0, 100]
  - id: band_complete
    of: all
    missing: complete
    rule: sum(of)
    range: [0, %[1]d]
    bands:
      - {id: minimal, from: 0}
      - {id: mild, from: 5}
      - {id: moderate, from: 10}
      - {id: moderately_severe, from: 15}
      - {id: severe, from: 20}
`, 3*n, n-2)
}

func vectorQuestionnaire(t *testing.T, n int) *Questionnaire {
	var items, ids []string
	for i := range n {
		ids = append(ids, fmt.Sprintf("q%d", i+1))
		items = append(items, fmt.Sprintf("  - {id: q%d, number: {range: [0, 3], step: 1}}\n", i+1))
	}
	return loaded(t, "kind: questionnaire\nid: vectors\nversion: 1.0.0\ntitle: Vectors\nitems:\n"+strings.Join(items, "")+
		"groups:\n  all: ["+strings.Join(ids, ", ")+"]\nscores:\n"+vectorScores(n))
}

// TestVectors holds that strict, prorated and half-rule scores equal those of other software to the last digit it prints.
func TestVectors(t *testing.T) {
	for name, n := range map[string]int{"phq9": 9, "gad7": 7} {
		t.Run(name, func(t *testing.T) {
			table, err := csv.NewReader(bytes.NewReader(read(t, "testdata/vectors/"+name+".csv"))).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			q := vectorQuestionnaire(t, n)
			compared := 0
			for _, line := range table[1:] {
				row := make([]float64, n)
				for i := range row {
					if row[i], err = strconv.ParseFloat(line[i], 64); line[i] == "" {
						row[i], err = math.NaN(), nil
					}
					if err != nil {
						t.Fatal(err)
					}
				}
				r := q.Score(answersOf(t, q, row))
				for k, column := range table[0] {
					s, ok := r.Score(column)
					if !ok {
						continue
					}
					compared++
					got := s.Band
					if v, scored := s.Value.Number(); scored && column != "band_complete" {
						got = strconv.FormatFloat(v, 'g', 15, 64)
					}
					if got != line[k] {
						t.Errorf("%v: %s is %q, and %q elsewhere", line[:n], column, got, line[k])
					}
				}
			}
			if want := len(table) - 1; compared < 2*want {
				t.Errorf("only %d values were compared", compared)
			}
		})
	}
}
