package standard

import (
	"strconv"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/readability"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/derived"
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

// missing is a fact that nobody can tell of this aid.
func missing(at string) derived.Answer { return derived.Missing(rule.Undefined, at) }
