// Package community is social prescribing and community-based support: the referral of a person from the offer to the message back, and the
// directory of what there is, held against what the person said.
//
// A Referral is made from steps, each the body of a dated event: Offered, Referred, Contacted, Declined, Assessed, Connected, FollowedUp, Closed. A
// referral needs the person's consent, and its close a message back to the GP and the referrer:
//
//	var r community.Referral
//	err := r.Apply("e1", today, community.Referred{Consent: community.ConsentYes, By: surgery, To: "link workers", Needs: needs})
//	fmt.Println(r.State(), r.Next())
//	fmt.Println(community.CountOf(&r).Counts) // by the coding rule: an offer does not count, a no is an exclusion
//
// A Directory is a document of kind community-directory, or services that a host holds elsewhere under the same words:
//
//	directory, err := community.Load("fennbridge.yaml", src)
//	services, err := community.ParseServices(feed) // of an Open Referral API
//	larger, err := directory.With(services)
//	for _, m := range larger.Match(community.Seeker{Age: &age, Needs: r.Needs()})[:10] {
//		fmt.Println(m.Place(), m.Service().Name, m.Unmet(), m.Unknown())
//	}
//
// ChangeOf holds a score against an earlier one: each question of ONS4 on its own, and a person's own concerns.
//
// # What is not known
//
// A blank never shuts anybody out: a service that gives no ages may be for everybody, one that names no languages may speak the person's. Every service stays in
// the list, with a sentence for each criterion that says whether it is met, is not, or is not known. A service that gives no ages is reported to
// its author, and to the person as a question to ask.
//
// # Limits
//
// The order of matches says how near a service comes to what the person said, and recommends none. Nothing is worked out from texts: not whom a service is meant
// for, not what a fee in words amounts to. Areas are names within names, not shapes on a map; amounts are held against each other as they
// stand, per session or per year. Times are of a usual week, without holidays. A feed has at most MaxServicesBytes. What the program counts
// is one referral; shares and thresholds of a contract are not in the package, because nobody could read them at their source. ChangeOf
// gives the direction of a change and never whether it matters.
//
// The names of a service's fields are those of Open Referral (HSDS 3); its texts are not in the package.
package community
