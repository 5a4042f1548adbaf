package plan

import "errors"

// ErrStateJSON is the error of writing a State as JSON, and of reading one. encoding/json would see only some of what a State holds, and nobody would be told.
var ErrStateJSON = errors.New("plan: a State is not written as JSON; write the steps that it comes from, and apply them again")

// MarshalJSON gives ErrStateJSON, for a value and for a pointer to one.
func (s State) MarshalJSON() ([]byte, error) { return nil, ErrStateJSON }

// UnmarshalJSON gives ErrStateJSON and leaves the state as it was.
func (s *State) UnmarshalJSON([]byte) error { return ErrStateJSON }
