// Package support offers a person support to look after their own health: health coaching, self-management education, peer support, and
// what makes them possible. What there is, for whom and in which order stands in a document of kind support-offers:
//
//	uses:
//	  person: person-facts@1
//	  activation: my-activation-measure@1
//	criteria:
//	  - id: conversation
//	    kind: conversation
//	    title: A conversation about what would help you
//	    when: "true"
//	    basis: convention
//	  - id: coaching
//	    kind: health_coaching
//	    title: Health coaching with one person
//	    when: activation.level in ["level_1", "level_2"]
//	    order: "1"
//	    because: A coach goes with you in steps of the size that you choose.
//	    basis: guidance
//	    source: {ref: nhse_ssm_2020, verified: false}
//
// From it come Offers, and for each person a list with reasons:
//
//	offers, err := support.FromSet(set, "nhs-self-management-support")
//	list, err := offers.Tailor(support.Given{On: today, Person: who, Answers: likes, Assessment: &assessment})
//	for _, line := range list.Words() {
//		fmt.Println(line)
//	}
//
// A level that is not known, or whose answers deserve a second look that nobody has had, is never the lowest level: the conversation comes
// first, and then what is offered to everybody. Given.Confirmed says that the second look was had. What the person declined is shown as
// declined, is never pressed, and can be taken up whenever they like. Capacity that is not known leaves an offer an offer.
//
// Levels of different measures differ. A document may use several measures; a criterion of the kind stage says what the levels of each mean
// for it, and the other criteria read the stage. Of one person one assessment is used, so that no two measures speak at once.
//
// What happens is told in three steps, which a record keeps as events: Offered opens a thread, Answered says what the person said to one
// offer, and Ended how it ended. State is what the steps of one thread come to.
//
// # Limits
//
// Which level gets how much support is guidance and not a dose that was tested. The sentences of Tailored.Words are English; titles and
// reasons are in the language of the document.
//
// # What it will not do
//
// It recommends nothing, enrols nobody, and has no word for failure: support ends completed or stopped.
package support
