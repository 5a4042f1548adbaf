package main

import (
	"fmt"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// Those who have a part in the year.
var (
	gp          = sdm.ByProfessional.Named("Dr Efua Osei")
	nurse       = sdm.ByProfessional.Named("Amina Yusuf")
	physio      = sdm.ByProfessional.Named("Tom Bell")
	linkWorker  = sdm.Author{Role: "link_worker", Name: "Joan Pike"}
	surgeon     = sdm.ByProfessional.Named("Priya Nair")
	wheelchairs = sdm.Author{Role: "service", Name: "Northridge wheelchair service"}
)

// born is Rosa's day of birth.
var born = day.New(1962, time.May, 17)

// personFacts is what the practice knows of her, but for her age and what nobody has asked yet, which will matter in June.
const personFacts = `{
	"age": %d, "sex": "female", %s
	"osteoarthritis": {"value": true, "from": "GP record", "on": "2026-09-02"},
	"other_long_term_condition": {"value": true, "from": "GP record: weakness of the legs after polio", "on": "1998-03-01"},
	"long_term_pain": true, "diabetes": false, "copd": false, "heart_failure": false,
	"lives_alone": true, "has_carer": false, "cares_for_adult": false, "gp_in_england": true,
	"needs_interpreter": false, "reading_is_hard": false, "uses_internet": true
}`

// knows reads what is known of her on a day.
func (t *teller) knows(more string, on day.Day) {
	age, _ := born.Age(on)
	who, err := t.lib.ParsePerson(fmt.Appendf(nil, personFacts, age, more), on)
	t.keep(err)
	t.who = who
}

// rosa says who the story is about, and begins her record.
func rosa(t *teller) {
	january := date(time.January, 12)
	age, _ := born.Age(january)
	t.print("# A year with Rosa Hallam")
	t.say(`Rosa Hallam is %d and lives alone in Fennbridge. Her right hip is worn by arthritis. Childhood polio left her legs weak, so that
		outdoors she uses a wheelchair. Her granddaughter Ivy goes to school in Millbank, and Rosa wants to be at the gate when Ivy comes out.`, age)
	t.say("She, the town and everybody in it are invented. The rules are not: each reason below ends with the ground that it stands on.")
	record, err := sdm.NewRecord("rosa-hallam").BornOn(born)
	t.keep(err)
	t.record = record
	t.knows("", january)
}
