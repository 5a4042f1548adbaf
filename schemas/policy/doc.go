// Package policy turns criteria into findings. A criterion is the one shape in which whatmatters writes a rule that comes
// to a conclusion about a person: a legal right, an offer of support, a standard, caseness on a questionnaire, an alert.
//
//	criteria:
//	  - id: first_outpatient_provider
//	    when: |
//	      referred_by in ["gp", "dentist", "optometrist"] and elective
//	    unless:
//	      - {id: detained, when: person.detained}
//	    because: A planned referral carries the right.
//	    basis: law
//	    source: {ref: si_2012_2996, at: regulation 39}
//
// A finding is met, not met, not applicable or unknown. Unknown is not "no": it lists the answers that could still decide
// it. A finding says which clause decided, on what basis and where that can be read. In rules and cases a criterion is a
// code of its own: not_applicable, not_met or met; one with levels is not_applicable, none or the level.
//
// A document that consists of criteria is a Policy:
//
//	rights, err := policy.FromSet(set, "nhs-choice-england@1")
//	found := rights.Evaluate(policy.Given{Person: who, Answers: answers})
//	for _, ask := range rights.Asks(found[0]) { // what could still decide it, in the words of the questions
//		fmt.Println(ask.Question().Words())
//	}
//
// Other kinds, such as questionnaires with their alerts, Declare and Compile criteria into a rule.Model of their own.
//
// # Limits
//
// The package gives no advice. Rank puts offers in the order that their author gave; it recommends none. A blank never
// denies: answering it may turn unknown into met or not met, and never the one into the other, as long as no rule says
// answered, ifna or count (rights and alerts with these are warned of).
package policy
