// Package plan is the personalised care and support plan: what it holds, how it is agreed, looked at again and shared, whether it is one
// at all, and the document that people read.
//
//	var s plan.State
//	err := s.Apply("e1", monday, plan.Offered{Status: plan.Accepted})
//	err = s.Apply("e2", monday, plan.Told{Statements: []plan.Statement{{Text: "Penicillin gives me a rash", Answers: "allergy"}}})
//	err = s.Apply("e3", friday, plan.Agreed{Version: version})
//	told := s.Story(plan.ForPerson).Answers("allergy") // look here before asking
//
// A plan is a thread of dated steps, each the body of an event of a record: Offered, Told, Reached, Agreed, Reviewed, Shared and
// Ended. A thread may begin with Offered, Told, Reached or Agreed. Each Agreed holds a whole Version and names the one whose place it
// takes. Ids of needs, goals, outcomes and actions keep their meaning over the versions; a goal names the decision it follows from,
// a review the scores it looked at, and referrals and budgets name goals and actions.
//
// # Telling one's story once
//
// Every Statement says who said it, when, and who may see it. Story gives all of them once, Story.Repeats what somebody had to tell
// again, and Story.Contradictions the answers that do not go together, side by side. None is chosen: a statement that replaces another
// puts it right, and both stay. Version.For and State.For take out what is not for a reader; they also take out for whom else parts are.
//
// # Standards
//
// What makes a plan one is a document of kind plan-standard: criteria over facts that are read off the plan (Vocabulary, and the page
// FACTS.md beside this package) and over the facts of the person; the stages of planning; the headings and codes; how long a plan is
// current.
//
//	standard, err := plan.FromSet(set, "personalised-plan-england@0")
//	report := standard.Report(plan.FactsOf(&s, today), who) // each finding names the fields that decide
//	current := standard.Currency(&s, today)
//	export, ok := standard.Export(&s, plan.ForPerson)
//	err = export.Page("My plan").WriteHTML(w, page.Host{})
//
// # What is not known
//
// A blank is never a no. Who decided who takes part, whether wellbeing was talked about and the like are unknown where nobody wrote it
// down. A number from 1 to 10 that was not asked is nil. What a standard says nothing of, such as how long a plan is current, is
// unknown and not assumed.
//
// # Limits
//
// What is wrong with a step is told as fault.Faults. Names, addresses and the GP practice stand in the record of the host: an export says
// so under their headings. The words between the parts of an exported page are English. To tell that two answers do not go together the
// package compares their words; it does not understand them, and one person's several answers on one day count as a list.
//
// # What it will not do
//
// It resolves no contradiction, makes no plan current that nobody agreed, and calls no plan good: a finding tells that something is
// written down. It keeps no record and knows no clock.
package plan
