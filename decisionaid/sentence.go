package decisionaid

import "fmt"

// Sentence says all that is known of an outcome of the aid with an option: both framings with the interval and the certainty, or what stands
// in place of a chance. e is what Comparison, BRAN or Estimate gave for the outcome; the zero Words are English. Whoever writes about an
// aid's numbers elsewhere, such as in a letter, says them as the aid does. The error is ErrNoEstimate where the aid has no such outcome.
func (p Personal) Sentence(outcome string, e Estimate, words Words) (string, error) {
	if p.aid != nil {
		for i := range p.aid.definition.Outcomes {
			if o := &p.aid.definition.Outcomes[i]; o.ID == outcome {
				words = words.or()
				return e.sentence(p.aid.definition, o, &words), nil
			}
		}
	}
	return "", fmt.Errorf("decisionaid: the aid has no outcome %q, so nothing is known of it: %w", outcome, ErrNoEstimate)
}

// Sentence says for whom the aid is, and whether that is the person. The zero Words are English.
func (e Eligibility) Sentence(words Words) string {
	words = words.or()
	who, fits := words.audience(&e)
	return who + " " + fits
}

// sentence says all that is known of an outcome for an option.
func (e *Estimate) sentence(def *Definition, o *Outcome, w *Words) string {
	if said := w.instead(e); said != "" {
		return said
	}
	// The denominator was checked when the aid was made ready, so there is no error to tell.
	said, _ := w.Voice.Tell(e.Chance, o.ShownPer, o.spoken())
	if e.Certainty != "" {
		said += " " + w.certainty(def, e.Certainty)
	}
	return said
}
