package community

import (
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Seeker is somebody who looks for support, and what they said. It is a plain value. What is left out is not known; a wish that is left out is
// held against nothing.
type Seeker struct {
	// AsOf is the day of the search.
	AsOf day.Day `json:"as_of,omitzero"`
	// Age is in complete years.
	Age *int `json:"age,omitempty"`
	// Areas are the areas that the person lives in; the narrowest is enough.
	Areas []string `json:"areas,omitempty"`
	// Needs are those of the referral or the plan; each is looked for by its category.
	Needs []Need `json:"needs,omitempty"`
	// MostCost is the most that the person can or wants to pay, held against the amounts as they stand, per session or per year.
	MostCost *Price `json:"most_cost,omitempty"`
	// Languages are BCP 47 tags of the languages in which the person can take part; one is enough.
	Languages []string `json:"languages,omitempty"`
	// Access are ids of access needs; the person needs all of them.
	Access []string `json:"access,omitempty"`
	// Free are the times at which the person can; one is enough.
	Free []Free `json:"free,omitempty"`
	// Matters is how much each criterion matters to the person beside the others, from 0 to 100, by its word: {"cost": 80}.
	Matters question.Told[Criterion, float64] `json:"matters,omitempty"`
}

// Price is an amount in whole units of a currency, as a directory has it, such as 2.5 GBP. Money that is kept account of is
// budget.Money, in the smallest units.
type Price struct {
	Amount float64 `json:"amount"`
	// Currency is the code of ISO 4217.
	Currency string `json:"currency"`
}

// UnmarshalJSON reads a price as fault.Decode does, and refuses one without its amount.
func (m *Price) UnmarshalJSON(src []byte) error {
	type plain Price
	return fault.DecodeNeeding(src, (*plain)(m), "amount")
}

// Free is a time at which a person can, every week.
type Free struct {
	// ByDay are days of the week as in "MO,WE".
	ByDay string `json:"byday"`
	// From and To are times as in "09:30"; the start and the end of the day where they are empty.
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
}

// Criterion is what a service is looked at for.
type Criterion string

// The criteria, in the order in which findings are given. Status, age, area, assured and audience are conditions and facts of the service and always
// looked at; the others are wishes, and looked at where the person said something.
const (
	ByStatus   Criterion = "status"
	ByAge      Criterion = "age"
	ByArea     Criterion = "area"
	ByNeed     Criterion = "need"
	ByAccess   Criterion = "access"
	ByLanguage Criterion = "language"
	ByCost     Criterion = "cost"
	ByOpening  Criterion = "opening"
	ByAssured  Criterion = "assured"
	ByAudience Criterion = "audience"
)

// Criteria gives every Criterion, in the order in which findings are given.
func Criteria() []Criterion {
	return []Criterion{ByStatus, ByAge, ByArea, ByNeed, ByAccess, ByLanguage, ByCost, ByOpening, ByAssured, ByAudience}
}

// About gives the same seeker with the age and the day of what is known of a person, by the fact age of person-facts. What is not known there stays
// as it is.
func (s Seeker) About(who person.Facts) Seeker {
	if years, reason := who.Value("age"); reason == rule.Present {
		age := int(years)
		s.Age = &age
	}
	if !who.AsOf().IsZero() {
		s.AsOf = who.AsOf()
	}
	return s
}
