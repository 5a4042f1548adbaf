package standard

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

// Kind is the kind of document that this package reads.
const Kind = "standard"

// Definition is a standard as its author wrote it. It is a plain value: a host may also build one in code and make it ready
// with Compile.
type Definition struct {
	schemas.Header
	// Incomplete says what of the standard is not in this document, such as sections that nobody could read; empty where all
	// of it is.
	Incomplete string `json:"incomplete,omitempty"`
	// Attested are the facts that people vouch for, in the order in which they are asked. Rules say attested.ID.
	Attested []AttestedFact `json:"attested,omitempty"`
	// Sections group the criteria, in the order in which they are reported.
	Sections []Section `json:"sections"`
	// Criteria are in the order in which they are reported.
	Criteria []Criterion `json:"criteria"`
	// Cases are worked examples that Check runs: given are facts, expected are the criteria.
	Cases []cases.Case `json:"cases,omitempty"`
}

// AttestedFact is something that a person vouches for: a question that is answered with yes or no.
type AttestedFact struct {
	question.Question
	// About is the JSON pointer of the part of an aid that it is about, such as /options. A fact with the name of a key of an
	// aid's development block, such as patient_review, is about that key and needs none.
	About string `json:"about,omitempty"`
}

// Section is a part of a standard.
type Section struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// AllNeeded tells that the standard wants all criteria of the section that apply. Without it the section only informs.
	AllNeeded bool `json:"all_needed,omitempty"`
	// Note says what a reader has to know of the section, such as how the standard rates it.
	Note string `json:"note,omitempty"`
	// Incomplete says what of the section is not in this document. The section as a whole is then never met.
	Incomplete string `json:"incomplete,omitempty"`
	// Source is where the section and what it asks for can be read.
	Source *schemas.Cite `json:"source,omitempty"`
}

// Criterion is one requirement. Its Kind is the id of its section.
type Criterion struct {
	policy.Criterion
	// How says what can decide it.
	How How `json:"how"`
	// Doubts are signs in the aid's structure that speak against it and do not decide it.
	Doubts []policy.Exception `json:"doubts,omitempty"`
}

// How says what can decide a criterion.
type How string

// What can decide a criterion.
const (
	// Derived: the structure of the aid. Its rules read facts of the aid alone.
	Derived How = "derived"
	// Attested: the word of somebody for something that was done. What meets it reads attested facts alone.
	Attested How = "attested"
	// Judged: the word of somebody who judged the aid itself. What meets it reads attested facts alone.
	Judged How = "judged"
)

// hows are the words for How.
var hows = []string{string(Derived), string(Attested), string(Judged)}
