package sdm

// What a body may do beside being a Body. The methods that give a body name its methods and not Body, so that components can have
// them without importing this package.

// Answerer is a Body that answers a question to which there is one answer at a time, such as what was decided. Merge lists two
// records that answer the same question differently, each without knowing of the other.
type Answerer interface {
	// Answers gives the question, which is asked within the thread of the event, or of the person where it stands in none or is about the person
	// wherever it was noted, such as a consent; and the answer. Both are compared as they are. An empty question means that none is answered.
	Answers() (question, answer string)
}

// Referrer is a Body that names other events by their ids.
type Referrer interface {
	// Referring gives the same body with each id of an event replaced by what the function gives for it. Where that is empty, the event is
	// no longer named.
	Referring(id func(string) string) interface {
		Kind() string
		Check() error
	}
}

// Redactor is a Body with parts that not every reader may see.
type Redactor interface {
	// Redact gives the body, of the same kind, without what the reader may not see. It leaves the body itself as it is.
	Redact(reader string) interface {
		Kind() string
		Check() error
	}
}
