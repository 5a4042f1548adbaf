package standard

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeAttested = diag.Define(diag.Info{
	Code:  "standard-attested",
	Title: "An attested fact is no question of yes or no, or points nowhere",
	Explain: "People vouch for a fact with yes or no: `answer: yes_no`. `about:` is the JSON pointer of the part of an aid that the fact is about, such as " +
		"/options; a fact of an aid's own development block needs none, and any other has one, so that a report can point at it.",
	Bad:  "attested:\n  - {id: equal_detail, ask: Are the options told alike?, number: {range: [1, 4]}}",
	Good: "attested:\n  - {id: equal_detail, ask: Are the options told alike?, answer: yes_no, about: /options}",
})

// checkAttested holds attested facts to yes or no and to a place. That their ids differ, and that there are no other answers to
// name than yes_no, is checked with the questions.
func checkAttested(def *Definition, r *diag.Reporter) {
	for i, a := range def.Attested {
		at := fmt.Sprintf("/attested/%d", i)
		if a.Number != nil {
			r.Errorf(codeAttested, diag.At(at+"/number").Key(), "people vouch for %s with yes or no, and not with a number", a.ID).Hinted("Write `answer: yes_no`")
		}
		switch {
		case a.About == "" && developmentOf(nil, a.ID).key == "":
			r.Errorf(codeAttested, diag.At(at), "%s does not say which part of an aid it is about", a.ID).
				Hinted("Add `about:` with a JSON pointer, such as /options").After(at+"/about", at+"/id")
		case a.About != "" && !strings.HasPrefix(a.About, "/"):
			r.Errorf(codeAttested, diag.At(at+"/about"), "%q is no JSON pointer", a.About).Hinted("Start it with a stroke, such as /options")
		}
	}
}
