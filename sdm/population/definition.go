package population

import "github.com/whatmatters-care/whatmatters/sdm"

// DefinitionsVersion is the version of Definitions. Counters by different versions cannot be merged.
const DefinitionsVersion = "1.1.0"

// Notice is printed with everything that this package counts.
const Notice = "These counts follow this library's own definitions. They are not those of the NHS dashboard or of any other measure, and are not equivalent to them."

// Definition says what the counts of one component mean. In each period a person stands in the first of Counted, NotKnown, Declined and
// NotCounted that holds, and in none where the record has no event of the component in the period.
type Definition struct {
	Component sdm.Component `json:"component"`
	// Counted is what makes a person counted.
	Counted string `json:"counted"`
	// NotKnown is what leaves it open. It is the same for all components but for what can take a count back.
	NotKnown string `json:"not_known"`
	// Declined is what counts the person apart, as an exclusion; empty where nobody can decline.
	Declined string `json:"declined,omitempty"`
	// NotCounted is what does not count, with an example of what may be taken for it.
	NotCounted string `json:"not_counted"`
}

// definitions are in the order of sdm.Components. The reading of a record (told, place, settle) follows them line by line; social prescribing
// counts as community.CountOf does.
var definitions = []Definition{
	{
		Component: sdm.SharedDecisionMaking,
		Counted: "In the period the person decided, or decided not to decide yet, alone, together with the team or by a representative, in a conversation in which by that " +
			"day at least two options were gone through and something was recorded that matters to them.",
		NotKnown:   "An event that cannot be read or is withheld may be such a decision, or may hold the options or what matters.",
		NotCounted: "There was something of a conversation, and no such decision; one that stands in the record as the word of a professional or a carer alone is none.",
	},
	{
		Component:  sdm.EnablingChoice,
		Counted:    "In the period the person was offered a provider to choose, was found to have a right to choose, or made a choice; leaving it open is one.",
		NotKnown:   "An event that cannot be read or is withheld may be that; or rights were looked up, and by the end of the period it was unknown whether the person has them.",
		NotCounted: "There was a referral, and no choice was offered or made; or the person was found to have no right.",
	},
	{
		Component:  sdm.SocialPrescribing,
		Counted:    "The person was referred in the period, and had not declined that referral by its end. An offer alone does not count.",
		NotKnown:   "An event that cannot be read or is withheld may be a referral, or the person's no to the one that can be read.",
		Declined:   "The person declined an offer or a referral in the period, which is an exclusion.",
		NotCounted: "It was only offered, or a referral of an earlier period went on, as things stood at the end of the period.",
	},
	{
		Component:  sdm.SupportedSelfManagement,
		Counted:    "In the period the person took up support that was offered. How long they took part, and what came of it, does not matter.",
		NotKnown:   "An event that cannot be read or is withheld may be an answer to an offer.",
		Declined:   "The person's last word in the period on some offer is no, and they took up nothing.",
		NotCounted: "Support was offered, put off or went on, or activation was measured, and nothing was taken up in the period.",
	},
	{
		Component:  sdm.CarePlanning,
		Counted:    "In the period a version of a plan was agreed, or a plan was reviewed, and that plan had not ended by its last day.",
		NotKnown:   "An event that cannot be read or is withheld may be an agreement, a review or an offer, or the end of the plan.",
		Declined:   "The person declined the offer of a plan in the period, and was not offered another by its end.",
		NotCounted: "A plan was offered, prepared, shared or ended, and none was agreed or reviewed that was still in use; a plan of an earlier period is not counted again.",
	},
	{
		Component:  sdm.PersonalBudget,
		Counted:    "A budget was agreed in the period, whatever became of it later. The money is not added up.",
		NotKnown:   "An event that cannot be read or is withheld may be the agreement.",
		NotCounted: "A budget was asked for, indicated, refused, paid, reviewed or stopped, and none was agreed in the period.",
	},
}

// Definitions say what is counted, in the order of sdm.Components.
func Definitions() []Definition { return append([]Definition(nil), definitions...) }
