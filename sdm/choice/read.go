package choice

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
)

// MaxReferralBytes is the largest referral that ParseReferral reads: 1 MiB.
const MaxReferralBytes = 1 << 20

// ErrReferral is wrapped by errors about a referral that cannot be read.
var ErrReferral = errors.New("choice: this referral cannot be read")

// ParseReferral reads a referral from JSON, with days as "2024-04-01". The error wraps ErrReferral and names the key that cannot be
// read; a key that is not known is an error, because a misspelt date would otherwise be a blank. Whether the dates can be right is for
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

// UnmarshalJSON reads a referral and refuses keys that it does not know.
func (r *Referral) UnmarshalJSON(src []byte) error {
	type plain Referral
	return read(src, (*plain)(r))
}

// UnmarshalJSON reads a provider and refuses keys that it does not know.
func (p *Provider) UnmarshalJSON(src []byte) error {
	type plain Provider
	return read(src, (*plain)(p))
}

// UnmarshalJSON reads evidence and refuses keys that it does not know.
func (e *Evidence) UnmarshalJSON(src []byte) error {
	type plain Evidence
	return read(src, (*plain)(e))
}

// read decodes one JSON value and nothing behind it, and leaves the target as it was where that fails. The error names the key.
func read[T any](src []byte, into *T) error {
	var whole T
	err := strict(src, &whole)
	if err == nil {
		*into = whole
		return nil
	}
	var parts map[string]json.RawMessage
	if json.Unmarshal(src, &parts) != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(parts)) { // the decoder does not say where it failed, so each key is tried alone
		alone, _ := json.Marshal(map[string]json.RawMessage{key: parts[key]})
		if err := strict(alone, new(T)); err != nil {
			return fmt.Errorf("%.80s: %w", key, err)
		}
	}
	return err
}

// strict refuses keys that encoding/json would let fall away, and whatever stands behind the value.
func strict(src []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(src))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("there is more behind the end")
	}
	return nil
}
