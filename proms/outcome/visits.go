package outcome

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Visit is the results of one day.
type Visit struct {
	On      day.Day        `json:"on"`
	Results []proms.Result `json:"results"`
}

// FirstAndLast picks, for each questionnaire by itself, the result of the first visit and that of the last visit at which it was
// filled in. One that was filled in at a single visit has a first result and no last one: nobody knows what became of the person
// since. A result that could not be scored counts as any other, since what a person left blank says nothing about how
// they were; a host that wants the last scored one leaves the others out. Visits may come in any order; of two at the same time
// the one that stands first comes first.
func FirstAndLast(visits []Visit) (first, last []proms.Result) {
	visits = slices.Clone(visits)
	slices.SortStableFunc(visits, func(a, b Visit) int { return a.On.Compare(b.On) })
	place := map[string]int{} // in first
	ends := map[string]proms.Result{}
	for _, v := range visits {
		for _, r := range v.Results {
			if _, seen := place[r.Questionnaire]; seen {
				ends[r.Questionnaire] = r
				continue
			}
			place[r.Questionnaire] = len(first)
			first = append(first, r)
		}
	}
	for _, r := range first {
		if end, again := ends[r.Questionnaire]; again {
			last = append(last, end)
		}
	}
	return first, last
}
