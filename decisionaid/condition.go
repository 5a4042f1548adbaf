package decisionaid

// Condition is what a decision is about.
type Condition struct {
	// Summary says what the condition is.
	Summary string `json:"summary"`
	// NaturalCourse says what happens where nothing is done.
	NaturalCourse string `json:"natural_course,omitempty"`
}

// Evidence says how the studies behind an aid's numbers were found, and how the aid speaks of certainty.
type Evidence struct {
	// Method says how studies were looked for and chosen.
	Method string `json:"method"`
	// Searched is the ISO date of the last search; empty where nobody wrote it down.
	Searched string `json:"searched,omitempty"`
	// Certainty replaces the general sentences for how sure one can be.
	Certainty CertaintyWords `json:"certainty,omitzero"`
}

// CertaintyWords are sentences that say how sure one can be of a number, one for each Certainty. An empty one stands for
// the general sentence of package decisionaid.
type CertaintyWords struct {
	High     string `json:"high,omitempty"`
	Moderate string `json:"moderate,omitempty"`
	Low      string `json:"low,omitempty"`
	VeryLow  string `json:"very_low,omitempty"`
	Unknown  string `json:"unknown,omitempty"`
}

// generalCertainty are the sentences where an author has none.
var generalCertainty = CertaintyWords{
	High:     "We are very sure of this number.",
	Moderate: "We are fairly sure of this number.",
	Low:      "We are not very sure of this number; it may change a lot when there is more research.",
	VeryLow:  "We are not at all sure of this number.",
	Unknown:  "Nobody has judged how sure this number is.",
}

// of gives the sentence for a certainty; empty for the empty one.
func (w CertaintyWords) of(c Certainty) string {
	switch c {
	case HighCertainty:
		return w.High
	case ModerateCertainty:
		return w.Moderate
	case LowCertainty:
		return w.Low
	case VeryLowCertainty:
		return w.VeryLow
	case UnknownCertainty:
		return w.Unknown
	default:
		return ""
	}
}
