package proms

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeNorm = diag.Define(diag.Info{
	Code:  "norm-name",
	Title: "Norms name something that is not there",
	Explain: "Norms are of a score of the document. Their `age:` names a number and their `sex:` an answer set that the questionnaire reads, as a rule of the " +
		"person (person.age) or as an item; a row says `sex:` or `age:` where the norms do, and only then.",
	Bad:  "norms:\n  adults: {score: totl, age: person.aeg, rows: [{sex: woman, mean: 5, sd: 4}]}",
	Good: "uses: {person: person-facts@1}\nnorms:\n  adults: {score: total, age: person.age, rows: [{age: [18, 99], mean: 5, sd: 4}]}",
})

var codeNormRows = diag.Define(diag.Info{
	Code:  "norm-rows",
	Title: "The rows of norms overlap or leave a gap",
	Explain: "Each person is compared with one group. The ages of a sex follow each other without a gap, in completed years; where the source gives nothing for " +
		"some of them, a row without numbers says so. Ages before the first and after the last row have no norms.",
	Bad:  "rows:\n  - {age: [18, 44], mean: 5.1, sd: 4.2}\n  - {age: [44, 64], mean: 4.4, sd: 4.0}",
	Good: "rows:\n  - {age: [18, 44], mean: 5.1, sd: 4.2}\n  - {age: [45, 64], mean: 4.4, sd: 4.0}",
})

var codeNormNumbers = diag.Define(diag.Info{
	Code:  "norm-numbers",
	Title: "The numbers of a row of norms cannot be used",
	Explain: "`as: z` and `as: t` need the mean and a standard deviation above 0 in each row, `as: percentile` a table of percentiles from 0 to 100 that starts at the " +
		"lowest value of the score and never falls.",
	Bad:  "- {sex: female, mean: 5.1, sd: 0}",
	Good: "- {sex: female, mean: 5.1, sd: 4.2}",
})

// checkNorms reports norms that nobody could be held against. Whether they have the numbers that a score needs is looked at
// with the score.
func (c *compiler) checkNorms() {
	for _, name := range slices.Sorted(maps.Keys(c.def.Norms)) {
		n, at := c.def.Norms[name], schemas.Pointer("norms", name)
		if !slices.ContainsFunc(c.def.Scores, func(s ScoreDefinition) bool { return s.ID == n.Score }) {
			var ids []string
			for _, s := range c.def.Scores {
				ids = append(ids, s.ID)
			}
			reportNearest(c.report, codeNorm, at+"/score", n.Score, "score", ids)
		}
		if n.Age != "" {
			c.inputOf(n.Age, at+"/age", func(t rule.Type) bool { return t.Kind == rule.Number }, "number")
		}
		sexes := []string(nil)
		if n.Sex != "" {
			if in, ok := c.inputOf(n.Sex, at+"/sex", func(t rule.Type) bool { return t.Kind == rule.Code }, "answer set without values"); ok {
				for _, o := range in.Type.Options {
					sexes = append(sexes, o.ID)
				}
			}
		}
		c.checkNormRows(n, sexes, at)
	}
}

// inputOf finds an input by name and reports one that is not there, or is of another kind.
func (c *compiler) inputOf(name, at string, fits func(rule.Type) bool, what string) (rule.Input, bool) {
	var names []string
	for _, in := range c.inputs {
		if fits(in.Type) {
			if names = append(names, in.Name); in.Name == name {
				return in, true
			}
		}
	}
	reportNearest(c.report, codeNorm, at, name, what, names).After("/uses", "/items")
	return rule.Input{}, false
}

// checkNormRows reports rows that are for nobody, for the same people, or not for all between the first and the last.
func (c *compiler) checkNormRows(n Norms, sexes []string, at string) {
	last := map[string]int{} // by sex: the row before
	for i, row := range n.Rows {
		here := fmt.Sprintf("%s/rows/%d", at, i)
		switch {
		case (row.Sex != "") != (n.Sex != ""):
			c.report.Errorf(codeNorm, diag.At(here), "a row says a sex where the norms do, and only then").Hinted("Add `sex:` to the norms or to the row, or take it out").After(here+"/sex", at+"/sex")
			continue
		case (row.Age != nil) != (n.Age != ""):
			c.report.Errorf(codeNorm, diag.At(here), "a row says an age where the norms do, and only then").Hinted("Add `age:` to the norms or to the row, or take it out").After(here+"/age", at+"/age")
			continue
		case row.Sex != "" && sexes != nil && !slices.Contains(sexes, row.Sex):
			reportNearest(c.report, codeNorm, here+"/sex", row.Sex, "answer", sexes)
			continue
		}
		before, later := last[row.Sex]
		last[row.Sex] = i
		switch {
		case row.Age == nil && later:
			c.report.Errorf(codeNormRows, diag.At(here), "two rows are for the same people").Hinted("Take one of the two out").
				Beside(diag.At(fmt.Sprintf("%s/rows/%d", at, before)), "the other one")
		case row.Age == nil:
		case row.Age[0] > row.Age[1] || row.Age[0] < 0:
			c.report.Errorf(codeNormRows, diag.At(here+"/age"), "the ages go from %d to %d", row.Age[0], row.Age[1]).Hinted("The lowest age comes first")
		case later && row.Age[0] != n.Rows[before].Age[1]+1:
			c.report.Errorf(codeNormRows, diag.At(here+"/age"), "these ages start at %d, and those before end at %d", row.Age[0], n.Rows[before].Age[1]).
				Hinted("Start them at %d; a row without numbers stands for ages for which the source gives nothing", n.Rows[before].Age[1]+1).
				Beside(diag.At(fmt.Sprintf("%s/rows/%d/age", at, before)), "the ages before")
		}
	}
}

// checkNormNumbers reports what a score against the norms needs and a row does not have. It gives the percentiles of each row.
func checkNormNumbers(n Norms, as string, lowest float64, at string, r *diag.Reporter) [][]rule.Row {
	tables := make([][]rule.Row, len(n.Rows))
	for i, row := range n.Rows {
		here := fmt.Sprintf("%s/rows/%d", at, i)
		switch {
		case row.empty():
		case as == asPercentile:
			tables[i] = percentiles(row, lowest, here, r)
		case row.Mean == nil || row.SD == nil:
			r.Errorf(codeNormNumbers, diag.At(here), "the row has no mean and standard deviation").Hinted("Add `mean:` and `sd:`").After(here+"/mean", here+"/sd")
		case !(*row.SD > 0) || math.IsInf(*row.SD, 0):
			r.Errorf(codeNormNumbers, diag.At(here+"/sd"), "the standard deviation is %v", *row.SD).Hinted("Write a number above 0")
		case math.IsNaN(*row.Mean) || math.IsInf(*row.Mean, 0):
			r.Errorf(codeNormNumbers, diag.At(here+"/mean"), "the mean is %v", *row.Mean).Hinted("Write a number")
		}
	}
	return tables
}

// percentiles gives the table of a row in rising order of the values.
func percentiles(row NormRow, lowest float64, at string, r *diag.Reporter) []rule.Row {
	var table []rule.Row
	at += "/percentiles"
	for _, key := range slices.Sorted(maps.Keys(row.Percentiles)) {
		v, err := strconv.ParseFloat(key, 64)
		p := row.Percentiles[key]
		switch {
		case err != nil || math.IsNaN(v) || math.IsInf(v, 0):
			r.Errorf(codeNormNumbers, diag.At(at+schemas.Pointer(key)).Key(), "%s is no value of a score", key).Hinted("Write a number")
		case !(p >= 0 && p <= 100):
			r.Errorf(codeNormNumbers, diag.At(at+schemas.Pointer(key)), "%v is no percentile", p).Hinted("Write a number from 0 to 100")
		default:
			table = append(table, rule.Row{Key: v, Code: key, Value: p})
		}
	}
	slices.SortStableFunc(table, func(a, b rule.Row) int { return compareFloat(a.Key, b.Key) })
	for i, cell := range table {
		if i > 0 && (cell.Value < table[i-1].Value || cell.Key == table[i-1].Key) {
			r.Errorf(codeNormNumbers, diag.At(at+schemas.Pointer(cell.Code)), "%v at %s, and %v at %s: percentiles never fall", table[i-1].Value, table[i-1].Code, cell.Value, cell.Code).
				Hinted("Look it up in the source")
		}
	}
	if len(table) == 0 || table[0].Key > lowest {
		r.Errorf(codeNormNumbers, diag.At(at), "the percentiles do not start at the lowest value %s", rule.FormatNumber(lowest)).
			Hinted("Add the percentile of %s", rule.FormatNumber(lowest))
	}
	return table
}

func compareFloat(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
