package proms

import (
	"maps"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// Norms are how a score is distributed among people of the same age and sex. In YAML
//
//	norms:
//	  england_2014:
//	    score: total
//	    age: person.age
//	    sex: person.sex
//	    rows:
//	      - {sex: female, age: [18, 44], mean: 5.1, sd: 4.2}
//	      - {sex: female, age: [45, 99], mean: 4.4, sd: 4.0}
//
// Norms without rows are those that a site has to bring (WithNorms); until then scores against them are not supplied.
type Norms struct {
	// Score is the score that they are of.
	Score string `json:"score"`
	// Population says in whom they were found.
	Population string `json:"population,omitempty"`
	// Age and Sex name the input by which rows are chosen; empty where the norms are for all ages, or for both sexes.
	Age    string        `json:"age,omitempty"`
	Sex    string        `json:"sex,omitempty"`
	Rows   []NormRow     `json:"rows,omitempty"`
	Source *schemas.Cite `json:"source,omitempty"`
}

// NormRow is one group of people. A row with neither Mean nor Percentiles says that the source gives nothing for them.
type NormRow struct {
	// Sex is an answer of the input that Norms.Sex names.
	Sex string `json:"sex,omitempty"`
	// Age is the lowest and the highest age in completed years, both included.
	Age *[2]int `json:"age,omitempty"`
	// Mean and SD are those of the score in this group.
	Mean *float64 `json:"mean,omitempty"`
	SD   *float64 `json:"sd,omitempty"`
	// Percentiles give the percentile of a value; each key holds up to the next.
	Percentiles map[string]float64 `json:"percentiles,omitempty"`
}

// empty reports whether the source gives nothing for a group.
func (r NormRow) empty() bool { return r.Mean == nil && r.SD == nil && r.Percentiles == nil }

// AgainstNorms makes a score of another one: where a person lies among people of the same age and sex. In YAML
// `norm: {from: england_2014, as: t}`.
type AgainstNorms struct {
	// From names the norms.
	From string `json:"from"`
	// As is z (standard deviations from the mean), t (50 + 10 z) or percentile (from the table of the group).
	As string `json:"as"`
}

// The ways to stand against norms.
const (
	asZ          = "z"
	asT          = "t"
	asPercentile = "percentile"
)

// WithNorms gives the questionnaire with norms that a site brings, by name: new ones or others in their place. It has a digest of
// its own. The cases of the document, which were written for the norms that it has, are not run again. The error is a
// diag.List.
func (q *Questionnaire) WithNorms(norms map[string]Norms) (*Questionnaire, error) {
	def := *q.definition
	def.Norms, def.Cases = maps.Clone(def.Norms), nil
	if def.Norms == nil {
		def.Norms = map[string]Norms{}
	}
	maps.Copy(def.Norms, norms)
	other, err := schemas.Compile(func(r *diag.Reporter) *Questionnaire { return examine(&def, q.from, day.Day{}, nil, r) })
	if err != nil {
		return nil, err
	}
	return other.Alternative(q.alternative)
}
