package community

import "github.com/whatmatters-care/whatmatters/schemas"

// Kind is the kind of document that this package reads.
const Kind = "community-directory"

// Definition is a directory as its author wrote it. It is a plain value: a host may also build one in code and make it ready with Compile.
type Definition struct {
	schemas.Header
	// AssuredMonths is for how many months the assurance of a service holds; 0 where the directory does not say, and then no age of an
	// assurance is held against anything.
	AssuredMonths int `json:"assured_months,omitempty"`
	// Categories are the kinds of need that services serve and people have.
	Categories []Category `json:"categories"`
	// Areas are the places that services cover and people live in.
	Areas []Area `json:"areas,omitempty"`
	// AccessNeeds are what people can need to be able to take part.
	AccessNeeds []AccessNeed `json:"access_needs,omitempty"`
	// Services are in the order in which equals are shown.
	Services []Service `json:"services"`
	// Cases are worked examples that Check runs.
	Cases []Case `json:"cases,omitempty"`
}

// Category is a kind of need.
type Category struct {
	ID string `json:"id"`
	// Title is what people call it.
	Title string `json:"title"`
	// SNOMED is a concept of SNOMED CT with the same meaning; empty where nobody has looked it up in a release.
	SNOMED string `json:"snomed,omitempty"`
	// Terms are the words or codes by which other directories say it.
	Terms []string `json:"terms,omitempty"`
	// Source is where the code or the terms were read.
	Source *schemas.Cite `json:"source,omitempty"`
}

// Area is a place that services cover.
type Area struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// Within is the id of the area that holds it whole; empty where the directory names none.
	Within string `json:"within,omitempty"`
	// Terms are the words or codes by which other directories say it.
	Terms []string `json:"terms,omitempty"`
}

// AccessNeed is something that people can need to be able to take part, such as a step-free way in.
type AccessNeed struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Case is a worked example: somebody who looks for support, and what each service comes to.
type Case struct {
	Name string `json:"name"`
	// Given is who looks, and for what.
	Given Seeker `json:"given"`
	// Expect says by the id of a service whether it fits: fits, unmet or unknown.
	Expect map[string]Fit `json:"expect"`
	// Source is where the example comes from, if it was published.
	Source *schemas.Cite `json:"source,omitempty"`
}
