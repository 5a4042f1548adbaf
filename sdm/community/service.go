package community

import "github.com/whatmatters-care/whatmatters/schemas/day"

// Status is whether a service runs.
type Status string

// The statuses of a service in Open Referral.
const (
	Active            Status = "active"
	Inactive          Status = "inactive"
	Defunct           Status = "defunct"
	TemporarilyClosed Status = "temporarily closed"
)

var statuses = []string{string(Active), string(Inactive), string(Defunct), string(TemporarilyClosed)}

// Service is something in the community that people can be connected with. The names of its fields are those of Open Referral (HSDS 3)
// but for needs, audience and see_also, and for accessibility, which Open Referral keeps at a service's locations. It is a plain value. What is left out is not known, and never "no".
type Service struct {
	ID          string  `json:"id"`
	Name        string  `json:"name"`
	Description string  `json:"description,omitempty"`
	Status      Status  `json:"status,omitempty"`
	URL         string  `json:"url,omitempty"`
	Email       string  `json:"email,omitempty"`
	Phones      []Phone `json:"phones,omitempty"`
	// ApplicationProcess is how to join.
	ApplicationProcess string `json:"application_process,omitempty"`
	// Alert is something that people have to know before they go, such as a moved entrance.
	Alert string `json:"alert,omitempty"`
	// Needs are the ids of the categories of need that it serves, or their terms.
	Needs []string `json:"needs,omitempty"`
	// Audience is whom it is meant for, and EligibilityDescription who can come, both in words that nothing is worked out from.
	Audience               string `json:"audience,omitempty"`
	EligibilityDescription string `json:"eligibility_description,omitempty"`
	// MinimumAge and MaximumAge are ages in years, both included; a part of a year, such as 0.5 for six months, leaves it open for people in
	// that year of their lives, because ages are known in complete years. Where only one is given there is no other. Where neither is, nobody
	// knows; a minimum of 0 says that it is for all.
	MinimumAge *float64 `json:"minimum_age,omitempty"`
	MaximumAge *float64 `json:"maximum_age,omitempty"`
	// FeesDescription is what it costs in words; amounts stand under CostOptions.
	FeesDescription string       `json:"fees_description,omitempty"`
	CostOptions     []CostOption `json:"cost_options,omitempty"`
	// ServiceAreas are the areas from which people can come.
	ServiceAreas []ServiceArea `json:"service_areas,omitempty"`
	Schedules    []Schedule    `json:"schedules,omitempty"`
	// Languages are spoken there; InterpretationServices says in words how others are interpreted.
	Languages              []Language      `json:"languages,omitempty"`
	InterpretationServices string          `json:"interpretation_services,omitempty"`
	Accessibility          []Accessibility `json:"accessibility,omitempty"`
	// WaitTime is how long people wait, in words.
	WaitTime          string             `json:"wait_time,omitempty"`
	RequiredDocuments []RequiredDocument `json:"required_documents,omitempty"`
	// AssuredDate is the day on which somebody last made sure that all this is true.
	AssuredDate day.Day `json:"assured_date,omitzero"`
	// SeeAlso are ids of other services of the directory.
	SeeAlso []string `json:"see_also,omitempty"`
}

// Phone is a telephone number.
type Phone struct {
	Number      string `json:"number"`
	Description string `json:"description,omitempty"`
}

// CostOption is one way to pay.
type CostOption struct {
	// ValidFrom and ValidTo are the first and last day on which it holds, both included.
	ValidFrom day.Day `json:"valid_from,omitzero"`
	ValidTo   day.Day `json:"valid_to,omitzero"`
	// Option is what is paid for, or by whom, such as per session.
	Option string `json:"option,omitempty"`
	// Currency is the code of ISO 4217, such as GBP.
	Currency string `json:"currency,omitempty"`
	// Amount is in whole units of the currency; 0 is free, and nil is not known.
	Amount            *float64 `json:"amount,omitempty"`
	AmountDescription string   `json:"amount_description,omitempty"`
}

// ServiceArea is an area from which people can come: the id, title or a term of an area of the directory under Extent, else under Name. An
// Extent that is a shape on a map is not read.
type ServiceArea struct {
	Name        string `json:"name,omitempty"`
	Description string `json:"description,omitempty"`
	Extent      string `json:"extent,omitempty"`
}

// How often a service can be held; see Schedule.Freq.
const (
	freqWeekly  = "WEEKLY"
	freqMonthly = "MONTHLY"
)

var freqs = []string{freqWeekly, freqMonthly}

// Schedule is when it takes place.
type Schedule struct {
	ValidFrom day.Day `json:"valid_from,omitzero"`
	ValidTo   day.Day `json:"valid_to,omitzero"`
	// Freq is WEEKLY or MONTHLY, and Interval 2 for every second week or month.
	Freq     string `json:"freq,omitempty"`
	Interval int    `json:"interval,omitempty"`
	// ByDay are days of the week as in "MO,WE", in a month also "1TU" for the first Tuesday and "-1FR" for the last Friday.
	ByDay string `json:"byday,omitempty"`
	// OpensAt and ClosesAt are local times as in "09:30".
	OpensAt     string `json:"opens_at,omitempty"`
	ClosesAt    string `json:"closes_at,omitempty"`
	Description string `json:"description,omitempty"`
}

// Language is a language that is spoken there.
type Language struct {
	// Code is a BCP 47 tag, such as cy; a code of three letters, such as cym, stands for the one of two.
	Code string `json:"code,omitempty"`
	Name string `json:"name,omitempty"`
	Note string `json:"note,omitempty"`
}

// Accessibility is what people with access needs find there.
type Accessibility struct {
	Description string `json:"description,omitempty"`
	Details     string `json:"details,omitempty"`
	URL         string `json:"url,omitempty"`
	// Meets and Lacks are ids of access needs that are certainly met and certainly not met there; the others are not known.
	Meets []string `json:"meets,omitempty"`
	Lacks []string `json:"lacks,omitempty"`
}

// RequiredDocument is something that people have to bring.
type RequiredDocument struct {
	Document string `json:"document"`
}
