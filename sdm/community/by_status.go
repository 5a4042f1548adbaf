package community

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

func statusOf(s Service) policy.State {
	switch s.Status {
	case Active:
		return policy.Met
	case Inactive, Defunct, TemporarilyClosed:
		return policy.NotMet
	}
	return policy.Unknown
}

// byStatus asks whether a service runs.
func (d *Directory) byStatus() column {
	services, all := d.definition.Services, d.index.status
	return column{
		criterion: ByStatus, bars: true,
		state: func(i int) policy.State { return all[i] },
		says: func(i int, s policy.State) string {
			switch said := services[i].Status; {
			case fault.Blank(string(said)):
				return "It does not say whether it is running."
			case s == policy.Unknown:
				return fmt.Sprintf("It says %q of whether it is running, which is no status that a service can have.", said)
			default:
				return fmt.Sprintf("It is %s.", said)
			}
		},
	}
}

// byAssured asks whether the assurance of a service still holds.
func (d *Directory) byAssured(asOf day.Day) column {
	all, months := d.index.assured, d.definition.AssuredMonths
	oldest := asOf.AddMonths(-months)
	return column{
		criterion: ByAssured,
		state: func(i int) policy.State {
			if all[i].IsZero() || asOf.IsZero() || all[i].After(asOf) {
				return policy.Unknown
			}
			return met(!all[i].Before(oldest))
		},
		says: func(i int, s policy.State) string {
			switch {
			case all[i].IsZero():
				return "It does not say when somebody last made sure that all this is true."
			case asOf.IsZero():
				return fmt.Sprintf("Somebody made sure that all this is true on %s; the day of the search is not known.", all[i].Long())
			case all[i].After(asOf):
				return fmt.Sprintf("It says that somebody will have made sure of it on %s, which is yet to come.", all[i].Long())
			case s == policy.Met:
				return fmt.Sprintf("Somebody made sure that all this is true on %s.", all[i].Long())
			}
			return fmt.Sprintf("Nobody has made sure that all this is true since %s, more than %s ago.", all[i].Long(), phrase.Counted(months, "month"))
		},
	}
}

func aimedOf(s Service) policy.State {
	if fault.Blank(s.Audience) && fault.Blank(s.EligibilityDescription) {
		return policy.NotApplicable
	}
	return policy.Unknown
}

// byAudience shows for whom a service is meant. Only people can tell whether that is this person, so it is never known. It counts for
// nothing in the order.
func (d *Directory) byAudience() column {
	services, all := d.definition.Services, d.index.aimed
	return column{
		criterion: ByAudience,
		state:     func(i int) policy.State { return all[i] },
		says: func(i int, s policy.State) string {
			if s == policy.NotApplicable {
				return "It names nobody in particular whom it is for."
			}
			return fmt.Sprintf("It says for whom it is: %s. Ask whether that is this person.", phrase.Joined("; ", trimmed(services[i].Audience), trimmed(services[i].EligibilityDescription)))
		},
	}
}
