package proms

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// vectorLines reads a file of vectors: each line by column.
func vectorLines(t *testing.T, name string) []map[string]string {
	t.Helper()
	table, err := csv.NewReader(bytes.NewReader(read(t, "testdata/vectors/"+name+".csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	lines := make([]map[string]string, len(table)-1)
	for i, row := range table[1:] {
		lines[i] = map[string]string{}
		for k, cell := range row {
			lines[i][table[0][k]] = cell
		}
	}
	return lines
}

// cell is a number of a line, or NaN where the cell is blank.
func cell(t *testing.T, line map[string]string, column string) float64 {
	t.Helper()
	if line[column] == "" {
		return math.NaN()
	}
	v, err := strconv.ParseFloat(line[column], 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// shares is a questionnaire of n items with sum, mean and a score from 0 to 100 for each share of items that is enough. A
// share that is written ok30 may leave 30 in 100 blank.
func shares(n, lo, hi int, reversed string, allowed ...int) string {
	text := "kind: questionnaire\nid: shares\nversion: 1.0.0\ntitle: Shares\nitems:\n"
	for _, id := range ids("i", n) {
		text += fmt.Sprintf("  - {id: %s, number: {range: [%d, %d], step: 1}}\n", id, lo, hi)
	}
	text += "groups: {all: [" + strings.Join(ids("i", n), ", ") + "]}\nscores:\n"
	for _, ok := range allowed {
		least := strconv.FormatFloat(1-float64(ok)/100, 'f', 2, 64)
		for _, s := range []struct{ id, fill, rule, top string }{
			{"sum", "mean", "sum(of)", strconv.Itoa(n * hi)},
			{"mean", "drop", "mean(of)", strconv.Itoa(hi)},
			{"pomp", "drop", fmt.Sprintf("rescale(mean(of), %d, %d, 0, 100)", lo, hi), "100"},
		} {
			text += fmt.Sprintf("  - id: %s_ok%02d\n    of: all\n    reversed: [%s]\n    missing: {at_least: {share: %s}, fill: %s}\n    rule: %s\n    range: [0, %s]\n",
				s.id, ok, reversed, least, s.fill, s.rule, s.top)
		}
	}
	return text
}

// TestHalfRule holds shares of items, odd numbers of items and reversed items against other software. That software counts
// in binary fractions and refuses exactly 7 of 10 items at 70 in 100: those cells are not compared.
func TestHalfRule(t *testing.T) {
	for _, c := range []struct {
		file, text string
		n          int
	}{
		{"half_rule_odd7", shares(7, 0, 4, "", 50), 7},
		{"half_rule_reverse", shares(10, 1, 5, "i2, i5, i8", 0, 30, 50), 10},
	} {
		q, compared := loaded(t, strings.ReplaceAll(c.text, "    reversed: []\n", "")), 0
		for _, line := range vectorLines(t, c.file) {
			row := make([]float64, c.n)
			for i, id := range ids("i", c.n) {
				row[i] = cell(t, line, id)
			}
			for _, s := range q.Score(answersOf(t, q, row)).Scores {
				if _, there := line[s.ID]; !there || strings.HasSuffix(s.ID, "ok30") && line["n_valid"] == "7" {
					continue
				}
				compared++
				want := cell(t, line, s.ID)
				got, scored := s.Value.Number()
				if scored != (want == want) || scored && math.Abs(got-want) > 1e-9 || !scored && s.Value.Reason() != rule.TooFew {
					t.Errorf("%s %v: %s is %v, and %v elsewhere", c.file, row, s.ID, s.Value, want)
				}
			}
		}
		if compared < 100 {
			t.Errorf("%s: only %d values were compared", c.file, compared)
		}
	}
}
