package community

import (
	"fmt"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

var codeStatus = diag.Define(diag.Info{
	Code:    "directory-status",
	Title:   "A service has a status that there is not, or no name",
	Explain: "Open Referral knows the statuses active, inactive, defunct and temporarily closed. A service without one may or may not run.",
	Bad:     "- {id: choir, name: Choir, status: closed}",
	Good:    "- {id: choir, name: Choir, status: temporarily closed}",
})

var codeNoNeeds = diag.Define(diag.Info{
	Code:    "directory-no-needs",
	Title:   "A service does not say which needs it is there for, or nothing is there for a category",
	Explain: "People look for services by their needs. Whether a service without needs serves one is never known; a category that no service names leads nowhere.",
	Bad:     "- {id: choir, name: Choir, status: active}",
	Good:    "- {id: choir, name: Choir, status: active, needs: [loneliness]}",
})

var codeLinkedDefunct = diag.Define(diag.Info{
	Code:    "directory-linked-defunct",
	Title:   "A link leads to a service that is no more, or to itself",
	Explain: "`see_also:` leads people on. A service that is defunct leads them nowhere.",
	Bad:     "- {id: choir, name: Choir, status: active, see_also: [lunch]}\n- {id: lunch, name: Lunch club, status: defunct}",
	Good:    "- {id: choir, name: Choir, status: active}\n- {id: lunch, name: Lunch club, status: defunct}",
})

// checkServices reports what is wrong with services, which may be others than those of the definition.
func checkServices(def *Definition, words taxonomy, services []Service, options schemas.CheckOptions, r *diag.Reporter) {
	ids, byID := namesIn("services", r), map[string]int{}
	for i, s := range services {
		ids.add(i, s.ID, nil)
		if _, twice := byID[s.ID]; !twice {
			byID[s.ID] = i
		}
	}
	served := make([]bool, len(def.Categories))
	for i, s := range services {
		at := fmt.Sprintf("/services/%d", i)
		checkStatus(s, at, r)
		checkOwnWords(s, at, words, served, r)
		checkLinks(services, i, at, byID, r)
		checkAges(s, at, r)
		checkCosts(s, at, r)
		checkSchedules(s, at, r)
		checkLanguages(s, at, r)
		checkAssured(s, at, options.AsOf, r)
	}
	for i, c := range def.Categories {
		if number, known := find(words.categories, c.ID); known && number == i && !served[i] {
			r.Notef(codeNoNeeds, diag.At(fmt.Sprintf("/categories/%d/id", i)), "no service is there for %s", c.ID).Hinted("Look for one, or leave it as a gap that everybody can see")
		}
	}
}

func checkStatus(s Service, at string, r *diag.Reporter) {
	if fault.Blank(s.Name) {
		r.Errorf(codeStatus, diag.At(at), "the service has no name").Hinted("Add `name:`").After(at, at+"/name")
	}
	if s.Status == "" {
		r.Warnf(codeStatus, diag.At(at), "the service %s does not say whether it is running", s.ID).Hinted("Add `status: active`, or what is true").After(at + "/status")
		return
	}
	if !slices.Contains(statuses, string(s.Status)) {
		e := r.Errorf(codeStatus, diag.At(at+"/status"), "%q is no status of a service", s.Status)
		if near := diag.Nearest(string(s.Status), statuses); near != "" {
			e.Hinted("Did you mean %s?", near)
		} else {
			e.Hinted("Write active, inactive, defunct or temporarily closed")
		}
	}
}

// checkOwnWords reports words that the directory does not have, and notes the categories that are served.
func checkOwnWords(s Service, at string, words taxonomy, served []bool, r *diag.Reporter) {
	if len(s.Needs) == 0 && s.Status != Defunct {
		r.Warnf(codeNoNeeds, diag.At(at), "the service %s does not say which needs it is there for", s.ID).Hinted("Add `needs:` with categories of the directory").After(at + "/needs")
	}
	for k, need := range s.Needs {
		if c, ok := find(words.categories, need); ok {
			served[c] = served[c] || s.Status != Defunct
		} else {
			unknownWord(r, diag.At(fmt.Sprintf("%s/needs/%d", at, k)), "category", need, words.categories, words.categoryIDs)
		}
	}
	for k, area := range s.ServiceAreas {
		word, key := wordOf(area, words), "name"
		if fault.Blank(area.Name) {
			key = "extent"
		}
		if fault.Blank(word) {
			r.Errorf(codeUnknownWord, diag.At(fmt.Sprintf("%s/service_areas/%d", at, k)), "the area has no name").Hinted("Add `extent:` with the id of an area")
		} else if _, ok := find(words.areas, word); !ok {
			unknownWord(r, diag.At(fmt.Sprintf("%s/service_areas/%d/%s", at, k, key)), "area", word, words.areas, words.areaIDs)
		}
	}
	for k, a := range s.Accessibility {
		for l, id := range a.Meets {
			if _, ok := find(words.access, id); !ok {
				unknownWord(r, diag.At(fmt.Sprintf("%s/accessibility/%d/meets/%d", at, k, l)), "access need", id, words.access, words.accessIDs)
			}
		}
		for l, id := range a.Lacks {
			here := fmt.Sprintf("%s/accessibility/%d/lacks/%d", at, k, l)
			if _, ok := find(words.access, id); !ok {
				unknownWord(r, diag.At(here), "access need", id, words.access, words.accessIDs)
			} else if slices.Contains(a.Meets, id) {
				r.Errorf(codeUnknownWord, diag.At(here), "%s is met and not met at one place", id).Hinted("Take the one out that is not true")
			}
		}
	}
}

// checkLinks reports links that lead nowhere.
func checkLinks(services []Service, i int, at string, byID map[string]int, r *diag.Reporter) {
	for k, id := range services[i].SeeAlso {
		here := fmt.Sprintf("%s/see_also/%d", at, k)
		to, ok := byID[id]
		switch {
		case !ok:
			unknownWord(r, diag.At(here), "service", id, byID, nil)
		case to == i:
			r.Warnf(codeLinkedDefunct, diag.At(here), "the service %s leads to itself", id).Hinted("Take the link out")
		case services[to].Status == Defunct:
			r.Warnf(codeLinkedDefunct, diag.At(here), "the service %s is defunct and still linked", id).Hinted("Take the link out").
				Beside(diag.At(fmt.Sprintf("/services/%d/status", to)), "defunct here")
		}
	}
}
