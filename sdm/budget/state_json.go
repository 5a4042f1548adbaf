package budget

import "errors"

// ErrStateJSON is the error of writing a State or a Ledger as JSON, and of reading one. encoding/json would see only some of what they hold,
// and nobody would be told.
var ErrStateJSON = errors.New("budget: a State or Ledger is not written as JSON; write the steps that it comes from, and apply them again")

// MarshalJSON gives ErrStateJSON, for a value and for a pointer to one.
func (s State) MarshalJSON() ([]byte, error) { return nil, ErrStateJSON }

// UnmarshalJSON gives ErrStateJSON and leaves the state as it was.
func (s *State) UnmarshalJSON([]byte) error { return ErrStateJSON }

// MarshalJSON gives ErrStateJSON, for a value and for a pointer to one.
func (l Ledger) MarshalJSON() ([]byte, error) { return nil, ErrStateJSON }

// UnmarshalJSON gives ErrStateJSON and leaves the ledger as it was.
func (l *Ledger) UnmarshalJSON([]byte) error { return ErrStateJSON }
