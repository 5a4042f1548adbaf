package community

import "errors"

// ErrStateJSON is the error of writing a Referral as JSON, and of reading one. encoding/json would see only some of what a Referral holds, and nobody would be told.
var ErrStateJSON = errors.New("community: a Referral is not written as JSON; write the steps that it comes from, and apply them again")

// MarshalJSON gives ErrStateJSON, for a value and for a pointer to one.
func (r Referral) MarshalJSON() ([]byte, error) { return nil, ErrStateJSON }

// UnmarshalJSON gives ErrStateJSON and leaves the referral as it was.
func (r *Referral) UnmarshalJSON([]byte) error { return ErrStateJSON }
