package community

import (
	"fmt"
	"regexp"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

var codeLanguage = diag.Define(diag.Info{
	Code:    "directory-language",
	Title:   "The tag of a language has the wrong form",
	Explain: "A language is a BCP 47 tag: the short code of the language, and perhaps that of a script or region, with hyphens between them. Its name can stand beside it.",
	Bad:     "languages:\n  - {code: Welsh}",
	Good:    "languages:\n  - {code: cy, name: Welsh}",
})

// languageTag is the form of a BCP 47 tag in lower case.
var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[a-z0-9]{1,8})*$`)

func checkLanguages(s Service, at string, r *diag.Reporter) {
	for i, l := range s.Languages {
		here := fmt.Sprintf("%s/languages/%d", at, i)
		switch {
		case fault.Blank(l.Code) && fault.Blank(l.Name):
			r.Errorf(codeLanguage, diag.At(here), "the language has neither a tag nor a name").Hinted("Add `code:` like en or cy")
		case fault.Blank(l.Code):
			r.Warnf(codeLanguage, diag.At(here), "the language %s has no tag, so nobody finds the service by it", l.Name).Hinted("Add `code:` like en or cy")
		default:
			if _, ok := tagOf(l.Code); !ok {
				r.Errorf(codeLanguage, diag.At(here+"/code"), "%q is not the tag of a language", l.Code).Hinted("Write it like en or cy, and its name under `name:`")
			}
		}
	}
}
