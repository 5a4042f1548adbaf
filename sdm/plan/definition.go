package plan

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// Kind is the kind of document that this package reads.
const Kind = "plan-standard"

// Definition is what a place asks of a plan, as its author wrote it: stages, headings, codes, how long a plan is current, and the criteria
// that make it one. It is a plain value: a host may also build one in code and make it ready with Compile.
type Definition struct {
	schemas.Header
	// Note says what every reader of a report has to know, such as where the criteria are stricter than a standard.
	Note string `json:"note,omitempty"`
	// ValidFor says how long an agreed version is current; nil where the document does not say it.
	ValidFor *ValidFor `json:"valid_for,omitempty"`
	// Stages are those of planning, in their order. Reached names them.
	Stages []Stage `json:"stages,omitempty"`
	// Sections are the headings under which a plan is written out, in their order.
	Sections []Section `json:"sections"`
	// Codes are what the steps, the offers and the headings are called in terminologies.
	Codes []Code `json:"codes,omitempty"`
	// Needed is the kind of the criteria that a plan has to meet, all of them, to count as one. Criteria of other kinds inform.
	Needed string `json:"needed"`
	// Criteria are in the order in which they are reported. Their rules read the facts of the Vocabulary.
	Criteria []policy.Criterion `json:"criteria"`
	// Cases are worked examples that Check runs: given are facts, expected are criteria.
	Cases []cases.Case `json:"cases,omitempty"`
}

// ValidFor says how long an agreed version is current.
type ValidFor struct {
	// Months are counted from the day of the agreement: the version is current up to the day before the same day so much later, or up to the last
	// of a month that has no such day.
	Months int `json:"months"`
	// Basis is one of policy.Bases, such as local.
	Basis   string        `json:"basis"`
	Because string        `json:"because,omitempty"`
	Source  *schemas.Cite `json:"source,omitempty"`
}

// Stage is a stage of planning.
type Stage struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// Means says in a sentence what happens in it.
	Means  string        `json:"means,omitempty"`
	Source *schemas.Cite `json:"source,omitempty"`
}

// Section is a part of a plan that is written out.
type Section struct {
	// ID is one of SectionIDs.
	ID    string `json:"id"`
	Title string `json:"title"`
	// Asked says how the standard asks for it; empty where it does not.
	Asked Asked `json:"asked,omitempty"`
	// Note says what a reader has to know of it.
	Note string `json:"note,omitempty"`
	// Headings are those within, each with one of the ids that HeadingIDs gives for the section.
	Headings []Heading     `json:"headings,omitempty"`
	Source   *schemas.Cite `json:"source,omitempty"`
}

// Heading is a heading within a section.
type Heading struct {
	ID     string        `json:"id"`
	Title  string        `json:"title"`
	Asked  Asked         `json:"asked,omitempty"`
	Source *schemas.Cite `json:"source,omitempty"`
}

// Asked says how a standard asks for a heading.
type Asked string

// How a standard asks for a heading.
const (
	Mandatory Asked = "mandatory" // has to be there
	Required  Asked = "required"  // has to be sent where it is known
	Optional  Asked = "optional"
)

// Code is the name of something in a terminology.
type Code struct {
	// For is what it is the name of: the kind of a step, an OfferStatus, or the id of a heading.
	For string `json:"for"`
	// System names the terminology, such as snomed.
	System string `json:"system"`
	Code   string `json:"code"`
	// Means is the term.
	Means  string        `json:"means,omitempty"`
	Source *schemas.Cite `json:"source,omitempty"`
}
