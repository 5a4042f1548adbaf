// Package person holds what is known of a person, once, for every document that needs it: aids, rights, plans and budgets
// ask about age or blood pressure in the same words and get the same answer.
//
// A document of kind person-facts is the shared vocabulary:
//
//	kind: person-facts
//	id: person-facts
//	version: 1.0.0
//	title: What is known of a person
//	facts:
//	  - id: age
//	    ask: "How old are you?"
//	    number: {unit: years, range: [0, 120], step: 1}
//
// Facts are one person's answers to it, each with where it comes from:
//
//	vocabulary, err := person.FromSet(set, "person-facts@1")
//	who, err := vocabulary.Parse([]byte(`{"age": {"value": 76, "from": "GP record"}}`), today)
//
// Another document names the vocabulary under `uses:` and its rules then say person.age; Used finds it, and Facts.Fill puts the
// facts where those rules read them.
//
// # Limits
//
// What nobody said is not supplied: it is never guessed, and never "no". The package does not work facts out from each other,
// such as an age from a date of birth, and stores nothing.
package person
