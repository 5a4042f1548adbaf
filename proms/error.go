package proms

import "errors"

// The mistakes of a program that asks for what a questionnaire does not have.
var (
	// ErrNoScore is returned for the id of a score that a questionnaire does not have.
	ErrNoScore = errors.New("no such score")
	// ErrNoFinding is returned for the id of a finding that a questionnaire does not have.
	ErrNoFinding = errors.New("no such finding")
	// ErrNoAlternative is returned for the id of an alternative that a questionnaire does not have.
	ErrNoAlternative = errors.New("no such alternative")
	// ErrPrevious is returned for answers of an earlier visit that cannot stand for blanks of this one.
	ErrPrevious = errors.New("earlier answers cannot be used")
	// ErrNoBank is returned for the name of an item bank that a questionnaire does not have.
	ErrNoBank = errors.New("no such item bank")
	// ErrNotAdaptive is returned for an item bank without an adaptive test.
	ErrNotAdaptive = errors.New("the item bank has no adaptive test")
	// ErrColumns is returned for columns of answers that are not one for each item, or not of one length.
	ErrColumns = errors.New("columns do not fit")
)
