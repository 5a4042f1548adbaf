package fault

import "slices"

// Of gives what an error says as faults: those that it is or joins, in their order, and one of the value as a whole for every other error in
// it. It is nil for nil.
func Of(err error) Faults {
	switch err := err.(type) {
	case nil:
		return nil
	case Faults:
		return slices.Clip(err) // whoever appends to them changes none of the caller's
	case Fault:
		return Faults{err}
	case interface{ Unwrap() []error }:
		var all Faults
		for _, one := range err.Unwrap() {
			all = append(all, Of(one)...)
		}
		return all
	}
	return Faults{{Says: err.Error(), Err: err}}
}
