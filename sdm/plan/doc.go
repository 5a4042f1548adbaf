// Package plan is the personalised care and support plan: what it holds, how it is agreed, looked at again and shared, whether it is one
// at all, and the document that people read.
//
//	var s plan.State
//	err := s.Apply("e1", monday, plan.Offered{Status: plan.Accepted})
//	err = s.Apply("e2", monday, plan.Told{Statements: []plan.Statement{{Text: "I want to see my sister each week", Answers: "what_matters"}}})
//	err = s.Apply("e3", friday, plan.Agreed{Version: plan.Version{ ... }})
//
// A plan is a thread of dated steps, each the body of an event of a record: Offered, Told, Reached, Agreed, Reviewed, Shared and
// Ended. Each Agreed holds a whole version and names the one whose place it takes. Ids of needs, goals, outcomes and actions keep
// their meaning over the versions; a goal names the decision it follows from, and referrals and budgets name goals and actions.
package plan
