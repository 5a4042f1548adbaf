package schemas

import "github.com/whatmatters-care/whatmatters/schemas/day"

// CheckOptions say how thoroughly a definition is checked. The zero value is the usual check.
type CheckOptions struct {
	// AsOf is the day for which review dates and the age of evidence are judged; the zero time leaves them out.
	AsOf day.Day
	// Deep adds what takes thousands of evaluations more: exhaustive search, mutants, and proposed cases. It has a budget in
	// evaluations and never in time, so that every machine says the same.
	Deep bool
}
