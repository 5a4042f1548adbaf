package decisionaid

// Option is one way forward.
type Option struct {
	ID string `json:"id"`
	// Kind is treatment (the meaning of an empty Kind), no_treatment or watchful_waiting.
	Kind OptionKind `json:"kind,omitempty"`
	// Label is the option's name for people.
	Label string `json:"label"`
	// Happens says what happens to a person who chooses it.
	Happens string `json:"happens,omitempty"`
	// Experience says what it is like to live with it.
	Experience *Experience `json:"experience,omitempty"`
	// Practical says what it asks of a person in practice: time, journeys, money, help.
	Practical string `json:"practical,omitempty"`
}

// Experience says what it is like to live with an option and what comes of it.
type Experience struct {
	Physical  string `json:"physical,omitempty"`
	Emotional string `json:"emotional,omitempty"`
	Social    string `json:"social,omitempty"`
}

// OptionKind tells doing nothing apart from doing something.
type OptionKind string

// The kinds of option.
const (
	Treatment       OptionKind = "treatment"
	NoTreatment     OptionKind = "no_treatment"
	WatchfulWaiting OptionKind = "watchful_waiting"
)

// Waits reports whether the option is to do nothing, or to wait: what all other options are compared with.
func (k OptionKind) Waits() bool { return k == NoTreatment || k == WatchfulWaiting }
