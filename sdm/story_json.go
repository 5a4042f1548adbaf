package sdm

import "errors"

// ErrStoryJSON is the error of writing a Story as JSON, and of reading one. What is kept of a person is the Record; a story is told from it by
// Replay, in the same way each time.
var ErrStoryJSON = errors.New("sdm: a Story is not written as JSON; write the Record, and replay it to have the story again")

// MarshalJSON gives ErrStoryJSON.
func (s Story) MarshalJSON() ([]byte, error) { return nil, ErrStoryJSON }

// UnmarshalJSON gives ErrStoryJSON and leaves the story as it was.
func (s *Story) UnmarshalJSON([]byte) error { return ErrStoryJSON }
