package choice

import (
	"errors"
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// MaxReferralBytes is the largest referral that ParseReferral reads: 1 MiB.
const MaxReferralBytes = 1 << 20

// ErrReferral is wrapped by errors about a referral that cannot be read.
var ErrReferral = errors.New("choice: this referral cannot be read")

// ParseReferral reads a referral from JSON, with days as "2024-04-01". The error wraps ErrReferral and has fault.Faults for every
// key that cannot be read; a key that is not known is one, because a misspelt date would otherwise be a blank. Whether the dates can be right is for
// Referral.Check.
func ParseReferral(src []byte) (Referral, error) {
	if len(src) > MaxReferralBytes {
		return Referral{}, fmt.Errorf("%w: it has %d bytes, and a referral has at most %d", ErrReferral, len(src), MaxReferralBytes)
	}
	var r Referral
	if err := r.UnmarshalJSON(src); err != nil {
		return Referral{}, fmt.Errorf("%w: %w", ErrReferral, err)
	}
	return r, nil
}

// UnmarshalJSON reads a referral as fault.Decode does, and refuses keys that it does not know.
func (r *Referral) UnmarshalJSON(src []byte) error {
	type plain Referral
	return fault.Decode(src, (*plain)(r))
}

// UnmarshalJSON reads a provider as fault.Decode does, and refuses keys that it does not know.
func (p *Provider) UnmarshalJSON(src []byte) error {
	type plain Provider
	return fault.Decode(src, (*plain)(p))
}

// UnmarshalJSON reads a wish as fault.Decode does, and refuses keys that it does not know.
func (w *Wish) UnmarshalJSON(src []byte) error {
	type plain Wish
	return fault.Decode(src, (*plain)(w))
}

// UnmarshalJSON reads evidence as fault.Decode does, and refuses keys that it does not know.
func (e *Evidence) UnmarshalJSON(src []byte) error {
	type plain Evidence
	return fault.Decode(src, (*plain)(e))
}
