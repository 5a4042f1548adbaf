package activation

import "errors"

// ErrNoCutPoints is returned for the id of a set of cut points that a measure does not have.
var ErrNoCutPoints = errors.New("no such cut points")
