package community

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

var codeRepeated = diag.Define(diag.Info{
	Code:    "directory-repeated-id",
	Title:   "An id is missing, or two things have one",
	Explain: "Services, categories, areas and access needs are named by their ids, each kind by ids of its own. A term stands for one of them.",
	Bad:     "categories:\n  - {id: money, title: Money worries}\n  - {id: money, title: Debt}",
	Good:    "categories:\n  - {id: money, title: Money worries}\n  - {id: debt, title: Debt}",
})

var codeUnknownWord = diag.Define(diag.Info{
	Code:  "directory-unknown-word",
	Title: "A category, an area, an access need or a service is not there",
	Explain: "Services say what they are for in the words of the directory: categories of need, areas, access needs, ids of other services. A word that the " +
		"directory does not have would leave the service out of what people look for.",
	Bad:  "categories:\n  - {id: loneliness, title: Loneliness}\nservices:\n  - {id: choir, name: Choir, needs: [lonelyness]}",
	Good: "categories:\n  - {id: loneliness, title: Loneliness}\nservices:\n  - {id: choir, name: Choir, needs: [loneliness]}",
})

var codeCircle = diag.Define(diag.Info{
	Code:    "directory-area-circle",
	Title:   "An area lies within itself",
	Explain: "`within:` names the larger area that holds this one whole. Followed upwards it must end.",
	Bad:     "areas:\n  - {id: town, title: Town, within: mill_ward}\n  - {id: mill_ward, title: Mill ward, within: town}",
	Good:    "areas:\n  - {id: town, title: Town}\n  - {id: mill_ward, title: Mill ward, within: town}",
})

// checkWords reports what is wrong with the words by which services and people are brought together.
func checkWords(def *Definition, r *diag.Reporter) {
	categories, areas, access := namesIn("categories", r), namesIn("areas", r), namesIn("access_needs", r)
	for i, c := range def.Categories {
		categories.add(i, c.ID, c.Terms)
		checkSNOMED(c.SNOMED, fmt.Sprintf("/categories/%d/snomed", i), r)
	}
	for i, a := range def.Areas {
		areas.add(i, a.ID, a.Terms)
	}
	for i, a := range def.AccessNeeds {
		access.add(i, a.ID, nil)
	}
	words := taxonomyOf(def)
	for i, a := range def.Areas {
		at := fmt.Sprintf("/areas/%d/within", i)
		if _, ok := find(words.areas, a.Within); !ok && !fault.Blank(a.Within) {
			unknownWord(r, diag.At(at), "area", a.Within, words.areas, words.areaIDs)
		}
		if up := words.within[i]; up >= 0 && words.holds(i, up) {
			r.Errorf(codeCircle, diag.At(at), "the area %s lies within itself", a.ID).Hinted("Take out the `within:` that is wrong")
		}
	}
}

// names looks for ids and terms that are missing or stand for two things.
type names struct {
	at   string
	seen map[string]string // the pointer of each
	r    *diag.Reporter
}

func namesIn(key string, r *diag.Reporter) names {
	return names{at: "/" + key, seen: map[string]string{}, r: r}
}

func (n names) add(i int, id string, terms []string) {
	at := fmt.Sprintf("%s/%d", n.at, i)
	if fault.Blank(id) {
		n.r.Errorf(codeRepeated, diag.At(at), "there is no id").Hinted("Add `id:`").After(at, at+"/id")
	}
	n.one(at+"/id", id, i)
	for k, term := range terms {
		n.one(fmt.Sprintf("%s/terms/%d", at, k), term, i)
	}
}

func (n names) one(at, name string, i int) {
	name = strings.ToLower(strings.TrimSpace(name))
	if name == "" {
		return
	}
	before, twice := n.seen[name]
	switch {
	case !twice:
		n.seen[name] = at
	case !strings.HasPrefix(before, fmt.Sprintf("%s/%d/", n.at, i)):
		n.r.Errorf(codeRepeated, diag.At(at), "another one has %q already", name).Hinted("Choose another").
			Beside(diag.At(before), "first used here")
	}
}

// unknownWord reports a word that the directory does not have.
func unknownWord(r *diag.Reporter, at diag.Where, what, word string, words map[string]int, ids []string) {
	e := r.Errorf(codeUnknownWord, at, "the directory has no %s %q", what, word)
	if near := nearest(word, words, ids); near != "" {
		e.Hinted("Did you mean %s?", near)
		return
	}
	e.Hinted("Use the id of one of its own, or add it")
}
