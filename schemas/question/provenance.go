package question

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// Provenance says where an answer comes from.
type Provenance struct {
	// From names who or what gave the answer: "the person", "GP record".
	From string `json:"from,omitempty"`
	// On is the day of the answer as YYYY-MM-DD; empty where nobody said.
	On string `json:"on,omitempty"`
	// Name is what the person named and rates here, of a question that is Named; Following carries it to later visits.
	Name string `json:"name,omitempty"`
}

// mostName is how many characters the name of what a person rates can have.
const mostName = 300

// provenanceOf takes the keys "from", "on" and "name" out of an answer object.
func provenanceOf(object map[string]any, named bool) (Provenance, error) {
	var p Provenance
	for key, into := range map[string]*string{"from": &p.From, "on": &p.On, "name": &p.Name} {
		v, given := object[key]
		text, ok := v.(string)
		if given && !ok {
			return Provenance{}, fmt.Errorf("%q is text; this is %.40v", key, v)
		}
		*into = strings.ToValidUTF8(text, "")
	}
	if p.On != "" {
		if _, err := time.Parse(time.DateOnly, p.On); err != nil {
			return Provenance{}, fmt.Errorf(`"on" is a day such as 2026-11-21; this is %.40q`, p.On)
		}
	}
	if _, given := object["name"]; given {
		p.Name = strings.TrimSpace(p.Name)
		switch {
		case !named:
			return Provenance{}, fmt.Errorf(`the person names nothing here, so there is no "name"`)
		case p.Name == "" || utf8.RuneCountInString(p.Name) > mostName:
			return Provenance{}, fmt.Errorf(`"name" is what the person names, in 1 to %d characters`, mostName)
		}
	}
	return p, nil
}

// sameName reports whether two names are the same but for spaces and capital letters.
func sameName(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}
