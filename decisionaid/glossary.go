package decisionaid

// Term is an entry of a glossary.
type Term struct {
	// Term is the word or words as the aid says them.
	Term string `json:"term"`
	// Meaning explains them.
	Meaning string `json:"meaning"`
}
