package question

import "github.com/whatmatters-care/whatmatters/schemas/fault"

// Told is what somebody said, by what they were asked: a yes or no, or a number. What is not there was not answered. In JSON a null is no
// answer either, where encoding/json would take it for a no or a 0.
type Told[K ~string, V any] map[K]V

// UnmarshalJSON reads answers as fault.Decode does, and leaves out what is null.
func (t *Told[K, V]) UnmarshalJSON(src []byte) error {
	var read map[K]*V
	if err := fault.Decode(src, &read); err != nil {
		return err
	}
	if *t = nil; read == nil {
		return nil
	}
	*t = make(Told[K, V], len(read))
	for asked, answer := range read {
		if answer != nil {
			(*t)[asked] = *answer
		}
	}
	return nil
}
