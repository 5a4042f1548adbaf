package sdm

import "github.com/whatmatters-care/whatmatters/schemas/fault"

// InterpreterNeed tells whether the person needs an interpreter.
type InterpreterNeed struct {
	// Needed tells whether the person needs one; false is a known no.
	Needed bool `json:"needed"`
	// Language is the one to interpret, such as Polish or BSL. It has to be there where one is needed, and may be
	// where none is.
	Language string `json:"language,omitempty"`
	// Words are what to mind, such as that it should be a woman, and nobody of the family.
	Words string `json:"words,omitempty"`
}

// UnmarshalJSON reads the need as fault.Decode does. Whether there is one has to be said.
func (n *InterpreterNeed) UnmarshalJSON(src []byte) error {
	type plain InterpreterNeed
	return fault.DecodeNeeding(src, (*plain)(n), "needed")
}

// Kind is the word interpreter_need.
func (InterpreterNeed) Kind() string { return "interpreter_need" }

// Check says what is missing or cannot be.
func (n InterpreterNeed) Check() error {
	if n.Needed && fault.Blank(n.Language) {
		return fault.In("language", "name the language, as the person does", "an interpreter is needed, and it does not say for which language")
	}
	return nil
}

// Answers asks whether an interpreter is needed.
func (n InterpreterNeed) Answers() (question, answer string) {
	if !n.Needed {
		return "interpreter", "not needed"
	}
	return "interpreter", "needed for " + n.Language
}

// InformationNeed is something that the person needs so that information reaches them, and they reach others. Such needs are identified,
// recorded, flagged, shared, met and reviewed (Sources: accessible_information). The last note on a need stands.
type InformationNeed struct {
	// Need is one word for it, such as large_print, by which it is met or ended later.
	Need string `json:"need"`
	// Sort says what it is about: the format in which information is given, the way to contact the person, support in talking, or the
	// language to write in.
	Sort NeedSort `json:"sort"`
	// Words are what exactly is needed.
	Words string `json:"words,omitempty"`
	// Ended tells that there is no such need any more.
	Ended bool `json:"ended,omitempty"`
}

// NeedSort says what a need for information or communication is about.
type NeedSort string

// What a need can be about.
const (
	NeedFormat   NeedSort = "format"   // how information is given: large print, easy read, braille, audio
	NeedContact  NeedSort = "contact"  // how the person is reached: text message, e-mail, by way of somebody
	NeedSupport  NeedSort = "support"  // help in talking: lip speaker, advocate, more time
	NeedLanguage NeedSort = "language" // the language to write in
)

var needSorts = []NeedSort{NeedFormat, NeedContact, NeedSupport, NeedLanguage}

// Kind is the word information_need.
func (InformationNeed) Kind() string { return "information_need" }

// Check says what is missing or cannot be.
func (n InformationNeed) Check() error {
	var f fault.Faults
	if fault.Blank(n.Need) {
		f.Tell(nil, "need", "name it in a word or two, such as large print", "it does not name the need, so nobody could say that it was met")
	}
	if n.Need == Interpreter {
		f.Tell(nil, "need", "record interpreter_need with the language instead", "the need for an interpreter has an event of its own")
	}
	fault.Word(&f, nil, "sort", n.Sort, needSorts)
	return f.Err()
}

// Answers asks whether there is the need.
func (n InformationNeed) Answers() (question, answer string) {
	answer = "needed"
	if n.Ended {
		answer = "no longer needed"
	}
	return "information need " + n.Need, answer
}

// NeedMet tells how a need was met on the day of the event, or that it was not.
type NeedMet struct {
	// Need is the word of a need that was noted before, or interpreter.
	Need string `json:"need"`
	// Met tells whether it was met; false is a known no.
	Met bool `json:"met"`
	// How says by what, or why it was not.
	How string `json:"how"`
}

// UnmarshalJSON reads as fault.Decode does whether a need was met, which has to be said.
func (n *NeedMet) UnmarshalJSON(src []byte) error {
	type plain NeedMet
	return fault.DecodeNeeding(src, (*plain)(n), "met")
}

// Kind is the word need_met.
func (NeedMet) Kind() string { return "need_met" }

// Check says what is missing or cannot be.
func (n NeedMet) Check() error {
	var f fault.Faults
	f.Text(nil, "need", n.Need, "name the need, as it was noted")
	f.Text(nil, "how", n.How, "say how the need was met, or why it was not")
	return f.Err()
}
