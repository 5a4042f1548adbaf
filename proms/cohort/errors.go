package cohort

import "errors"

// The kinds of misuse. Every error of this package wraps one of them, so that errors.Is tells them
// apart, and says in words what to mend.
var (
	// ErrDefinition means that a Scale, a ChangePlan, a CaseMix or the columns of a Table contradict
	// themselves.
	ErrDefinition = errors.New("cohort: definition cannot be used")
	// ErrIncompatible means that two summaries describe different things, and so cannot be merged.
	ErrIncompatible = errors.New("cohort: summaries cannot be merged")
	// ErrTooMany means that a merge would count more people than MaxCount.
	ErrTooMany = errors.New("cohort: too many people to count exactly")
	// ErrLength means that a row or a list of covariates has the wrong number of values.
	ErrLength = errors.New("cohort: wrong number of values")
	// ErrDecode means that the JSON is not a summary that this package could have written.
	ErrDecode = errors.New("cohort: not a valid summary")
	// ErrUnmade means that a summary was used before a New function or a decoder filled it.
	ErrUnmade = errors.New("cohort: summary was never made")
)

const (
	// MaxCount is the largest number of people that one summary counts, 2^53 - 1. Beyond it a float64
	// no longer holds each whole number.
	MaxCount = 1<<53 - 1
	// MaxMagnitude bounds every value that a summary takes, either side of zero. It keeps squares and
	// sums of squares far from overflow.
	MaxMagnitude = 1e12
	// MaxPlaces is the largest number of values or bins that one Scale counts.
	MaxPlaces = 100_001
	// MaxBands is the largest number of bands of one Scale.
	MaxBands = 64
	// MaxWords is the largest number of reason words of one Scale, and of responder definitions of one
	// ChangePlan.
	MaxWords = 64
	// MaxColumns is the largest number of columns of one Table, and of coefficients of one CaseMix.
	MaxColumns = 512
	// MaxName is the longest identity, code or word, in bytes.
	MaxName = 256
)
