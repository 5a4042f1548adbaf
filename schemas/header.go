package schemas

// DefaultLanguage is the language of a document that names none.
const DefaultLanguage = "en"

// Header is what every document starts with. Definitions of all kinds embed it.
type Header struct {
	// Kind says what the document is, such as questionnaire.
	Kind string `json:"kind"`
	// ID names the document, in kebab-case, such as phq-9.
	ID string `json:"id"`
	// Version is a semantic version, such as 1.0.0. A change that can change a result is a new major version.
	Version string `json:"version"`
	// Title is what people call it.
	Title string `json:"title"`
	// Language is the BCP 47 tag of the language of its texts; empty means DefaultLanguage.
	Language string `json:"language,omitempty"`
	// Licence says whose the words are and what may be done with them; nil where the document does not say it.
	Licence *Licence `json:"licence,omitempty"`
	// Sources are what the document cites, by id.
	Sources map[string]Source `json:"sources,omitempty"`
	// Reviewed is the ISO date of the last review, such as 2026-11-21; empty where there was none.
	Reviewed string `json:"reviewed,omitempty"`
	// ReviewDue is the ISO date by which the next review is due; empty where none is planned.
	ReviewDue string `json:"review_due,omitempty"`
	// Uses names other documents: the name that rules say, and what it stands for, such as person: person-facts@1.
	Uses map[string]string `json:"uses,omitempty"`
}

// Source is something that a document cites.
type Source struct {
	// Title is the title of the paper, law or page.
	Title string `json:"title"`
	// Authors are its authors, or the body that published it, as one text.
	Authors string `json:"authors,omitempty"`
	// Year is the year of publication; 0 where it is not known.
	Year int `json:"year,omitempty"`
	// DOI is its digital object identifier, without an address before it.
	DOI string `json:"doi,omitempty"`
	// URL is its web address.
	URL string `json:"url,omitempty"`
	// Read is the ISO date on which somebody read it there; empty where that is not known.
	Read string `json:"read,omitempty"`
}

// Source gives the source that a Cite of the document names. ok is false where it names none, or one that the header does not have. The
// place in it is Cite.At.
func (h Header) Source(c *Cite) (s Source, ok bool) {
	if c == nil {
		return Source{}, false
	}
	s, ok = h.Sources[c.Ref]
	return s, ok
}

// Words give the title and where the source can be found, its web address or else its authors, in one line for people.
func (s Source) Words() string {
	switch {
	case s.URL != "":
		return s.Title + ". " + s.URL
	case s.Authors != "":
		return s.Title + ". " + s.Authors
	default:
		return s.Title
	}
}

// Terms say what may be done with the words of a document. They say nothing of the definition's own licence, and are
// never inferred: what nobody has read in a licence is unknown.
type Terms string

const (
	// TermsOpen is a public licence or the public domain: anyone may use, change and pass on the words.
	TermsOpen Terms = "open"
	// TermsFree means that no permission and no fee is needed to use and show the words as they are.
	TermsFree Terms = "free"
	// TermsConditional means free under conditions, such as not for profit, or unchanged.
	TermsConditional Terms = "conditional"
	// TermsLicensed means that a licence from the holder is needed first.
	TermsLicensed Terms = "licensed"
	// TermsUnknown means that nobody has found the holder's word on it; treat it as TermsLicensed.
	TermsUnknown Terms = "unknown"
)

// AllTerms gives every Terms, from the freest on.
func AllTerms() []Terms {
	return []Terms{TermsOpen, TermsFree, TermsConditional, TermsLicensed, TermsUnknown}
}

// Licence says whose the words of a document are, and what may be done with them.
type Licence struct {
	// Terms say what may be done with the words.
	Terms Terms `json:"terms"`
	// Holder is who holds the rights.
	Holder string `json:"holder,omitempty"`
	// Name is the name of the licence, such as CC BY-ND 4.0.
	Name string `json:"name,omitempty"`
	// Source is where that can be read.
	Source Cite `json:"source,omitzero"`
	// Notice is what must be shown beside the words, such as a copyright line.
	Notice string `json:"notice,omitempty"`
	// Conditions say in plain words what TermsConditional asks for.
	Conditions string `json:"conditions,omitempty"`
	// ShipsText is whether the words stand in this document. Where they do not, a translation in the document's own
	// language lays them over at a site that holds a licence.
	ShipsText bool `json:"ships_text"`
	// Obtain says where a licence can be asked for.
	Obtain string `json:"obtain,omitempty"`
}
