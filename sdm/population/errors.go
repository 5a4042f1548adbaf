package population

import "errors"

// The kinds of misuse. Every error of this package wraps one of them, or is the error of the record.
var (
	// ErrPeriods means that periods cannot be counted by, or cannot be published together.
	ErrPeriods = errors.New("population: periods cannot be used")
	// ErrGroup means that the label of a group cannot be used.
	ErrGroup = errors.New("population: group cannot be used")
	// ErrDifferent means that two counters count different things, and so cannot be merged.
	ErrDifferent = errors.New("population: counters cannot be merged")
	// ErrTooMany means that there would be more than MaxCount records or MaxGroups groups.
	ErrTooMany = errors.New("population: too many to count")
	// ErrDecode means that the JSON is not a counter that this package could have written.
	ErrDecode = errors.New("population: not a valid counter")
	// ErrUnmade means that a Counter was used before New, Empty or the decoder made it.
	ErrUnmade = errors.New("population: counter was never made")
	// ErrRules means that rules for a publication contradict themselves.
	ErrRules = errors.New("population: rules cannot be used")
)

const (
	// MaxCount is the largest number of records that one counter counts, 2^53 - 1, which every reader of JSON holds exactly.
	MaxCount = 1<<53 - 1
	// MaxPeriods is the largest number of periods of one counter.
	MaxPeriods = 1_200
	// MaxGroups is the largest number of groups of one counter.
	MaxGroups = 20_000
	// MaxName is the longest name of a period or group, in bytes.
	MaxName = 256
)
