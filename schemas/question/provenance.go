package question

import (
	"fmt"
	"time"
)

// Provenance says where an answer comes from.
type Provenance struct {
	// From names who or what gave the answer: "the person", "GP record".
	From string `json:"from,omitempty"`
	// On is the day of the answer as YYYY-MM-DD; empty where nobody said.
	On string `json:"on,omitempty"`
}

// provenanceOf takes the keys "from" and "on" out of an answer object.
func provenanceOf(object map[string]any) (Provenance, error) {
	var p Provenance
	for _, key := range []string{"from", "on"} {
		v, given := object[key]
		text, ok := v.(string)
		if given && !ok {
			return Provenance{}, fmt.Errorf("%q is text; this is %v", key, v)
		}
		if key == "from" {
			p.From = text
		} else {
			p.On = text
		}
	}
	if p.On != "" {
		if _, err := time.Parse(time.DateOnly, p.On); err != nil {
			return Provenance{}, fmt.Errorf(`"on" is a day such as 2026-11-21; this is %q`, p.On)
		}
	}
	return p, nil
}
