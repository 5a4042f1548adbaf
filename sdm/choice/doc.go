// Package choice is enabling choice: which rights to choose a person has, how long they have waited, which providers fit what they said,
// and whether they were really given a choice.
//
// The rights themselves are documents of kind choice-rights, which FromSet and Load make ready as a policy.Policy. A Referral has the
// dates of one referral and what else is known of it; the package works out from the dates what the documents ask:
//
//	referral := choice.Referral{
//		Made: made, Received: received, KnownTo: today,
//		Facts: map[string]any{"referred_by": "gp", "referred_to": "consultant", "service": "none_of_these"},
//	}
//	found, err := choice.Rights(referral, who, today, whereToGo, waiting)
//	clock := referral.Clock(choice.EighteenWeeks, today)
//
// A document asks for a date through a fact with a name that the package knows: referral_made, wait_18_weeks, wait_28_days,
// wait_two_weeks, wait_40_weeks, treatment_started, appointment_in_8_weeks, missed, reasonable_date, consequences_known, and of
// a provider contract_before_referral and sooner. The law of the day comes with referral_made, whose answers carry the days on which
// the law changed, such as from_2024_04_01. A document in which such a fact has another form is refused.
//
// Shortlist sets providers beside what a person said matters to them, Compare puts what is known of providers side by side, and
// Statements holds what people should be able to say of a choice, such as the four statements of nhs-choice-statements-england, against
// the Evidence that is recorded of it, and names each thing that is missing. DerivedFacts lists all facts that the package works out.
//
// # What is not known
//
// A blank never denies a right: it leaves the finding unknown, with the answers that could decide it. A clock that nobody can
// read is unknown and names what is missing. That no treatment is recorded does not mean that there was none, unless
// Referral.KnownTo says that the record is complete. A missed appointment, or a decision that there is no treatment, ends the 18 weeks
// only when the person is told that it does. Dates that cannot be right are named by the error and count as not known.
//
// # Limits
//
// Days are those of package day; the package knows no clock. It does not know bank holidays, which the rules do not speak of. A
// referral in JSON has at most MaxReferralBytes. A shortlist is in the order of fit with what the person said, and chooses nothing: no
// provider is called the best, and none is left out. The rights are those of the documents, which are not legal advice.
package choice
