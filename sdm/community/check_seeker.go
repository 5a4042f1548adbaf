package community

import (
	"fmt"
	"maps"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// CheckSeeker says what Match cannot use of what a person said, because it cannot be right or because the directory does not know the word. Match takes it
// as not known. The error is fault.Faults.
func (d *Directory) CheckSeeker(s Seeker) error { return d.seekerFaults(s).Err() }

func (d *Directory) seekerFaults(s Seeker) (f fault.Faults) {
	if s.Age != nil && !isAge(s.Age) {
		f.Tell(nil, "age", "write complete years", "%d is no age", *s.Age)
	}
	checkKnown(&f, "areas", "name an area of the directory", "area", s.Areas, d.words.areas, d.words.areaIDs)
	checkNeeds(&f, s.Needs)
	for i, n := range s.Needs {
		if _, known := find(d.words.categories, n.Category); !known && !fault.Blank(n.Category) {
			here := fault.Item("needs", i)
			mend := meant(n.Category, d.words.categories, d.words.categoryIDs, "name a category of the directory, or leave the need in words")
			f.Tell(&here, "category", mend, "the directory has no category %.40q", n.Category)
		}
	}
	checkKnown(&f, "access", "name an access need of the directory", "access need", s.Access, d.words.access, d.words.accessIDs)
	for i, tag := range s.Languages {
		if _, ok := tagOf(tag); !ok {
			here := fault.Item("languages", i)
			f.Tell(&here, "", "write it like en or cy", "%.40q is not the tag of a language", tag)
		}
	}
	if most := s.MostCost; most != nil {
		most.check(&f)
	}
	for i := range s.Free {
		here := fault.Item("free", i)
		s.Free[i].check(&f, &here)
	}
	weights := fault.Field("matters")
	for _, c := range slices.Sorted(maps.Keys(s.Matters)) {
		if c == ByNeed || c == ByAudience || !slices.Contains(Criteria(), c) {
			f.Tell(&weights, string(c), "weigh status, age, area, access, language, cost, opening or assured; needs carry weights of their own", "%.40q cannot be weighed", c)
		} else {
			checkWeight(&f, &weights, string(c), s.Matters[c])
		}
	}
	return f
}

// checkKnown tells which words of a field the directory does not know.
func checkKnown(f *fault.Faults, field, mend, thing string, said []string, words map[string]int, ids []string) {
	for i, word := range said {
		if _, known := find(words, word); !known {
			here := fault.Item(field, i)
			f.Tell(&here, "", meant(word, words, ids, mend), "the directory has no %s %.40q", thing, word)
		}
	}
}

// meant says how to mend a word that the directory does not know.
func meant(word string, words map[string]int, ids []string, otherwise string) string {
	if near := nearest(word, words, ids); near != "" {
		return fmt.Sprintf("did you mean %s?", near)
	}
	return otherwise
}

// check tells of an amount that nobody could pay.
func (m Price) check(f *fault.Faults) {
	here := fault.Field("most_cost")
	if !payable(m.Amount) {
		f.Tell(&here, "amount", "write 0 where it has to be free", "%s is no amount that somebody could pay", numberText(m.Amount))
	}
	if !currencyForm.MatchString(m.Currency) {
		f.Tell(&here, "currency", "write it like GBP", "%.40q is no code of a currency", m.Currency)
	}
}

// check tells of a time that is none.
func (t Free) check(f *fault.Faults, at *fault.Place) {
	if days, err := parseByDay(t.ByDay); err != nil {
		f.Tell(at, "byday", "write it like MO or MO,WE", "%v", err)
	} else if days == 0 {
		f.Tell(at, "byday", "write it like MO or MO,WE", "there is no day")
	}
	from, to := checkSpan(t.From, ""), checkSpan("", t.To)
	if from != nil {
		f.Tell(at, "from", "write a time like 09:30", "%v", from)
	}
	if to != nil {
		f.Tell(at, "to", "write a time like 09:30", "%v", to)
	}
	if both := checkSpan(t.From, t.To); both != nil && from == nil && to == nil {
		f.Tell(at, "to", "write the earlier time first", "%v", both)
	}
}
