// Package derived is for facts that a program reads off a structure, such as a decision aid, a care plan or a budget, so that rules
// in a document can judge the structure without any Go:
//
//	var visits = derived.New([]derived.Finder[*Visit]{
//		derived.Truth("visit.has_day", "the visit has a day", "Give the visit a day.", func(v *Visit) derived.Answer {
//			return derived.Has(v.Day != "", "day")
//		}),
//	})
//
// A Vocabulary is a table of such facts. It gives the Inputs of a rule.Model, reads the facts off one structure, puts them into the
// frame of a state, and writes the authors' page. Each Answer knows the fields that show it, or that are missing. ReadingOf tells which facts
// a criterion reads, and Decisive which of them decided how it came out, so that a report can point at the field to mend.
//
// A fact tells that something is written down, not that it is good. What nobody can tell is missing with a reason, and never no.
//
// The package does not read documents, ask people or judge: packages question and policy do. It knows nothing of what the structures are. Facts
// of a person are no derived facts, since somebody answers them; see package person.
package derived
