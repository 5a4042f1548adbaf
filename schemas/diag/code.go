package diag

import (
	"fmt"
	"slices"
	"strings"
)

// Code is the stable name of one kind of fault, in kebab-case with its family first: yaml-duplicate-key,
// rule-unknown-name. Codes are never reused for another meaning.
type Code string

// Family gives the code's first word, such as score for score-band-gap.
func (c Code) Family() string {
	family, _, _ := strings.Cut(string(c), "-")
	return family
}

// kebab reports whether the code is two or more words of small letters and digits, joined by single hyphens.
func (c Code) kebab() bool {
	words := strings.Split(string(c), "-")
	for _, word := range words {
		if word == "" || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return false
		}
	}
	return len(words) > 1
}

// Info is what the registry knows of a code: the page that an author reads when a fault needs more than one sentence.
type Info struct {
	// Code is the stable name.
	Code Code
	// Title says in a few words what is wrong.
	Title string
	// Explain says why it matters and how to mend it, in plain words.
	Explain string
	// Bad is a short piece of a definition that has the fault.
	Bad string
	// Good is the same piece, mended.
	Good string
}

var registry = map[Code]Info{}

// Define enters a code into the registry and returns it. It is meant for package-level variables that stand beside
// the check which reports the code, and for nothing else:
//
//	var codeBandGap = diag.Define(diag.Info{Code: "score-band-gap", ...})
//
// The registry is complete when the program's packages are initialised and only read from then on. Define panics on
// an empty field, a code that is not in kebab-case or one that is defined twice: all are mistakes in the program, never in
// its input.
func Define(info Info) Code {
	if !info.Code.kebab() {
		panic(fmt.Sprintf("diag: code %q must be kebab-case with its family first, such as score-band-gap", info.Code))
	}
	if info.Title == "" || info.Explain == "" || info.Bad == "" || info.Good == "" {
		panic(fmt.Sprintf("diag: code %q needs a title, an explanation, a bad and a good example", info.Code))
	}
	if _, twice := registry[info.Code]; twice {
		panic(fmt.Sprintf("diag: code %q is defined twice", info.Code))
	}
	registry[info.Code] = info
	return info.Code
}

// Codes gives every defined code in alphabetical order. Which codes there are depends on the packages that the
// program links in; package sdm brings all of them. Safe for concurrent use.
func Codes() []Info {
	all := make([]Info, 0, len(registry))
	for _, info := range registry {
		all = append(all, info)
	}
	slices.SortFunc(all, func(a, b Info) int { return strings.Compare(string(a.Code), string(b.Code)) })
	return all
}

// Lookup gives the registry's entry for a code, and whether there is one. Safe for concurrent use.
func Lookup(c Code) (Info, bool) {
	info, ok := registry[c]
	return info, ok
}
