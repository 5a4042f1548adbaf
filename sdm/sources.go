package sdm

// Source is a law, standard or paper that the questions and kinds of event of this package rest on, and says how far it was read. Documents
// of definitions have their own.
type Source struct {
	// ID is one word for it, unique among Sources.
	ID string `json:"id"`
	// Title names it as it is cited, with the place.
	Title string `json:"title"`
	// URL is where it can be read.
	URL string `json:"url"`
	// Read says what was read of it, and where.
	Read string `json:"read"`
	// Verified tells that somebody read in the source itself what rests on it here.
	Verified bool `json:"verified"`
	// For says what rests on it.
	For string `json:"for"`
}

// The table of sources. Go code of this package names laws and standards by it, so that whoever answers for them finds all in one place.
var (
	threeTalk = Source{
		ID: "three_talk", Title: "Three-talk model, Elwyn and others 2017, doi 10.1136/bmj.j4891", URL: "https://doi.org/10.1136/bmj.j4891",
		Read: "abstract read", Verified: true,
		For: "the phases of guidance: support and what matters, then comparing the options, then the decision",
	}
	capacityAct = Source{
		ID: "mental_capacity_act", Title: "Mental Capacity Act 2005, sections 1 to 4", URL: "https://www.legislation.gov.uk/ukpga/2005/9",
		Read: "section 1 read second-hand, the others not; not verified in the Act",
		For:  "a person is taken to have capacity; it is assessed for one decision at one time, after all help to decide; who lacks it is decided for in their best interests",
	}
	accessibleInformation = Source{
		ID: "accessible_information", Title: "Accessible Information Standard (DAPB1605), NHS England",
		URL:  "https://www.england.nhs.uk/long-read/accessible-information-standard-requirements-dapb1605",
		Read: "its six stages read in the opening of its requirements, the rest not", Verified: true,
		For: "needs for information and communication are identified, recorded, flagged, shared, met and reviewed",
	}
	directPayments = Source{
		ID: "direct_payments", Title: "National Health Service (Direct Payments) Regulations 2013, SI 2013/1617, regulations 2 and 5(4)", URL: "https://www.legislation.gov.uk/uksi/2013/1617",
		Read: "read in a copy that is not the official text", Verified: true,
		For: "the roles in which a representative may act, but for somebody whom the person chose",
	}
	sharedDecisions = Source{
		ID: "prsb_shared_decisions", Title: "Shared Decision Making standard, version 1.0, Professional Record Standards Body", URL: "https://theprsb.org/standards/shareddecisionmakingstandard",
		Read: "its information model read in a copy that is not the official one", Verified: true,
		For: "what evidence asks of a conversation, and what is kept of something that is withheld",
	}
)

// Sources gives all that the Go code of this package rests on.
func Sources() []Source {
	return []Source{threeTalk, capacityAct, accessibleInformation, directPayments, sharedDecisions}
}

// String cites the source, with what was read of it.
func (s Source) String() string { return s.Title + " (" + s.Read + ")" }
