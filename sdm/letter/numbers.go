package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
)

// estimate says all that is known of an outcome for an option, as the aid says it: both those to whom it happens and those to whom it does
// not, how far the number may be off and how sure it is, or why there is none.
func (w *Words) estimate(def *decisionaid.Definition, outcome int, e *decisionaid.Estimate) string {
	o := &def.Outcomes[outcome]
	switch {
	case e.ByNature && e.Frequencies.Did.People == 0:
		return w.Aid.PartNot
	case e.ByNature:
		return w.Aid.Part
	case e.Chance.Reason() == decisionaid.NotApplicable:
		return put(w.Aid.NotApplicable, "because", e.Because)
	case !e.Chance.Known():
		return put(w.Aid.NotKnown, "because", w.unknown(e))
	}
	// The denominator was checked when the aid was made ready, so there is no error to tell.
	said, _ := w.Aid.Voice.Tell(e.Chance, o.ShownPer, risk.Outcome{Happens: midSentence(strings.TrimSuffix(o.Label, ".")), Not: o.Not})
	return sentences(said, w.certainty(def, e.Certainty))
}

// unknown says why a chance is not known.
func (w *Words) unknown(e *decisionaid.Estimate) string {
	switch reason := e.Chance.Reason(); {
	case reason == decisionaid.OutsidePopulation:
		return w.Aid.NotYours
	case len(e.Missing) > 0:
		return w.Aid.NotYet
	case e.Because != "":
		return e.Because
	default:
		return stopped(capital(w.Aid.Voice.Reason(reason)))
	}
}

// certainty says how sure one can be, in the words of the aid where it has any.
func (w *Words) certainty(def *decisionaid.Definition, c decisionaid.Certainty) string {
	if def.Evidence != nil {
		if own := certain(def.Evidence.Certainty, c); own != "" {
			return own
		}
	}
	return certain(w.Aid.Certainty, c)
}

func certain(words decisionaid.CertaintyWords, c decisionaid.Certainty) string {
	switch c {
	case decisionaid.HighCertainty:
		return words.High
	case decisionaid.ModerateCertainty:
		return words.Moderate
	case decisionaid.LowCertainty:
		return words.Low
	case decisionaid.VeryLowCertainty:
		return words.VeryLow
	case decisionaid.UnknownCertainty:
		return words.Unknown
	}
	return ""
}

// midSentence takes away the capital letter of a heading. A word that starts with two capitals keeps them.
func midSentence(label string) string {
	first, size := utf8.DecodeRuneInString(label)
	if second, _ := utf8.DecodeRuneInString(label[size:]); size == 0 || unicode.IsUpper(second) {
		return label
	}
	return string(unicode.ToLower(first)) + label[size:]
}

// capital begins a sentence.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}
