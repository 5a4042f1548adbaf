package community

import (
	"math"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeAges = diag.Define(diag.Info{
	Code:  "directory-ages",
	Title: "The ages of a service cannot be right",
	Explain: "`minimum_age:` and `maximum_age:` are ages in years, both included, from 0 to 150. A minimum above the maximum is for nobody. A part of a year, such as " +
		"0.5 for six months, leaves it open for people in that year of their lives, because ages are known in complete years.",
	Bad:  "minimum_age: 65\nmaximum_age: 18",
	Good: "minimum_age: 18\nmaximum_age: 65",
})

var codeNoAges = diag.Define(diag.Info{
	Code:  "directory-no-ages",
	Title: "A service does not say for which ages it is",
	Explain: "Without `minimum_age:` and `maximum_age:` no limit is taken: nobody is kept out, and every search says that the ages are not known. " +
		"`minimum_age: 0` says that it is for all ages.",
	Bad:  "- {id: choir, name: Choir, status: active}",
	Good: "- {id: choir, name: Choir, status: active, minimum_age: 0}",
})

// oldest is above the age of anybody.
const oldest = 150

func checkAges(s Service, at string, r *diag.Reporter) {
	if s.MinimumAge == nil && s.MaximumAge == nil {
		if s.Status != Defunct {
			r.Warnf(codeNoAges, diag.At(at), "the service %s does not say for which ages it is, so no limit is taken", s.ID).
				Hinted("Add `minimum_age:` or `maximum_age:`; `minimum_age: 0` is for all ages").After(at+"/minimum_age", at+"/maximum_age")
		}
		return
	}
	for _, age := range []struct {
		key   string
		years *float64
	}{{"minimum_age", s.MinimumAge}, {"maximum_age", s.MaximumAge}} {
		if age.years != nil && !(*age.years >= 0 && *age.years <= oldest) {
			r.Errorf(codeAges, diag.At(at+"/"+age.key), "%s is no age", numberText(*age.years)).Hinted("Write years from 0 to %d", oldest)
			return
		}
	}
	if s.MinimumAge != nil && s.MaximumAge != nil && *s.MinimumAge > *s.MaximumAge {
		r.Errorf(codeAges, diag.At(at+"/minimum_age"), "the minimum age is %s and the maximum age %s, so it would be for nobody", numberText(*s.MinimumAge), numberText(*s.MaximumAge)).
			Hinted("Exchange them, or correct the one that is wrong").Beside(diag.At(at+"/maximum_age"), "the maximum")
	}
}

// numberText writes a number that may be none.
func numberText(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "that"
	}
	return rule.FormatNumber(x)
}
