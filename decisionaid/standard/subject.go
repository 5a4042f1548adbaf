package standard

import (
	"strconv"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/readability"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// subject is what facts are read off.
type subject struct {
	def  *decisionaid.Definition
	asOf day.Day
	// words are those of the whole aid; the zero Counts where they are not English or were not counted.
	words readability.Counts
}

// pointer makes a JSON pointer of keys and indexes.
func pointer(parts ...any) string {
	at := ""
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			at += schemas.Pointer(p)
		case int:
			at += "/" + strconv.Itoa(p)
		}
	}
	return at
}

// has is a truth that one field shows.
func has(so bool, at string) answer {
	value := 0.0
	if so {
		value = 1
	}
	return answer{value, []string{at}}
}

// amount is a number that some fields show.
func amount(n float64, at ...string) answer { return answer{n, at} }

// missing is a fact that nobody can tell of this aid.
func missing(at string) answer { return answer{rule.NA(rule.Undefined), []string{at}} }

// every collects fields that are all to be in order, and tells which are and which are not.
type every struct{ good, bad []string }

func (e *every) see(so bool, at string) {
	if so {
		e.good = append(e.good, at)
	} else {
		e.bad = append(e.bad, at)
	}
}

// all is true where there is at least one field and none is out of order. Where there is none, at stands for what is missing.
func (e *every) all(at string) answer {
	switch {
	case len(e.bad) > 0:
		return answer{0, e.bad}
	case len(e.good) > 0:
		return answer{1, e.good}
	default:
		return answer{0, []string{at}}
	}
}

// any is true where at least one field is in order. Where none is, at stands for what is missing.
func (e *every) any(at string) answer {
	if len(e.good) > 0 {
		return answer{1, e.good}
	}
	return answer{0, []string{at}}
}
