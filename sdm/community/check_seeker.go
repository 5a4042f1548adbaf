package community

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// CheckSeeker says what Match cannot use of what a person said, because it cannot be right or because the directory does not know the word. Match takes it
// as not known. The error joins one *Fault for each.
func (d *Directory) CheckSeeker(s Seeker) error {
	var faults []error
	add := func(field, remedy, format string, args ...any) {
		faults = append(faults, faultIn(field, remedy, format, args...))
	}
	if s.Age != nil && (*s.Age < 0 || *s.Age > oldest) {
		add("age", "write complete years", "%d is no age", *s.Age)
	}
	for i, area := range s.Areas {
		if _, known := find(d.words.areas, area); !known {
			add(fmt.Sprintf("areas[%d]", i), "name an area of the directory", "the directory has no area %q", area)
		}
	}
	if err := checkNeeds(s.Needs); err != nil {
		faults = append(faults, err)
	}
	for i, n := range s.Needs {
		if _, known := find(d.words.categories, n.Category); !known && !blank(n.Category) {
			add(fmt.Sprintf("needs[%d].category", i), "name a category of the directory, or leave the need in words", "the directory has no category %q", n.Category)
		}
	}
	for i, id := range s.Access {
		if _, known := find(d.words.access, id); !known {
			add(fmt.Sprintf("access[%d]", i), "name an access need of the directory", "the directory has no access need %q", id)
		}
	}
	for i, tag := range s.Languages {
		if !languageTag.MatchString(strings.ToLower(trimmed(tag))) {
			add(fmt.Sprintf("languages[%d]", i), "write it like en or cy", "%q is not the tag of a language", tag)
		}
	}
	if c := s.MostCost; c != nil && !(c.Amount >= 0 && c.Amount <= 1e9) {
		add("most_cost.amount", "write 0 where it has to be free", "%s is no amount that somebody could pay", numberText(c.Amount))
	} else if c != nil && !currencyForm.MatchString(c.Currency) {
		add("most_cost.currency", "write it like GBP", "%q is no code of a currency", c.Currency)
	}
	for i, f := range s.Free {
		if days, err := parseByDay(f.ByDay); err != nil {
			add(fmt.Sprintf("free[%d].byday", i), "write it like MO or MO,WE", "%v", err)
		} else if days == 0 {
			add(fmt.Sprintf("free[%d].byday", i), "write it like MO or MO,WE", "there is no day")
		} else if err := checkSpan(f.From, f.To); err != nil {
			add(fmt.Sprintf("free[%d].from", i), "write times like 09:30, the earlier one first", "%v", err)
		}
	}
	for _, c := range slices.Sorted(maps.Keys(s.Matters)) {
		field, w := "matters."+string(c), s.Matters[c]
		if c == ByNeed || c == ByAudience || !slices.Contains(Criteria(), c) {
			add(field, "weigh status, age, area, access, language, cost, opening or assured; needs carry weights of their own", "%q cannot be weighed", c)
		} else if err := checkWeight(field, &w); err != nil {
			faults = append(faults, err)
		}
	}
	return errors.Join(faults...)
}
