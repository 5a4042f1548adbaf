package activation

import "errors"

// ErrNoCutPoints is returned for the id of a set of cut points that a measure does not have.
var ErrNoCutPoints = errors.New("no such cut points")

// ErrTable is returned for a table that no raw result could be looked up in.
var ErrTable = errors.New("no table of scores")
