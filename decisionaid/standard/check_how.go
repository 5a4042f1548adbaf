package standard

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeHow = diag.Define(diag.Info{
	Code:  "standard-how",
	Title: "A criterion is decided by something else than it says",
	Explain: "`how:` is derived, attested or judged. A derived criterion reads facts of the aid alone. An attested or judged one is met by attested facts and by " +
		"nothing else, so that no aid passes because of its structure where a person has to look: what the structure shows belongs under `unless:` or " +
		"`doubts:`. Every criterion reads at least one fact.",
	Bad:  "- {id: balance, kind: content, how: judged, when: aid.least_words_share >= 0.5, basis: local}",
	Good: "- id: balance\n  kind: content\n  how: judged\n  when: attested.equal_detail\n  doubts:\n    - {id: length, when: aid.least_words_share < 0.5}\n  basis: local",
})

// checkHow holds what criteria read to what they say of themselves.
func (s *Standard) checkHow(r *diag.Reporter) {
	for i, c := range s.definition.Criteria {
		at := fmt.Sprintf("/criteria/%d", i)
		if !slices.Contains(hows, string(c.How)) {
			e := r.Errorf(codeHow, diag.At(at+"/how"), "%q is none of %s", string(c.How), strings.Join(hows, ", "))
			if near := diag.Nearest(string(c.How), hows); near != "" {
				e.Hinted("Did you mean %s?", near).Mended(diag.At(at+"/how"), near)
			} else {
				e.Hinted("Write one of them")
			}
			e.After(at + "/how")
			continue
		}
		here := at + "/when"
		if len(c.Levels) > 0 {
			here = at + "/levels"
		}
		switch stray := s.strayed(c.How, s.clauses[i]); {
		case len(s.clauses[i].Meets) == 0:
			r.Errorf(codeHow, diag.At(here), "%s reads no fact, and would say the same of every aid", c.ID).Hinted("Let it read a fact")
		case stray == "":
		case c.How == Derived:
			r.Errorf(codeHow, diag.At(here), "%s is derived, and reads %s, for which a person has to vouch", c.ID, stray).
				Hinted("Write `how: attested` or `how: judged`, or read facts of the aid alone")
		default:
			r.Errorf(codeHow, diag.At(here), "%s is %s, and would be met because of %s, which is read off the aid", c.ID, c.How, stray).
				Hinted("Let attested facts alone meet it, and put %s under `for:`, `unless:` or `doubts:`", stray)
		}
		if c.How != Derived && s.metByNobody(i) {
			r.Errorf(codeHow, diag.At(here), "%s is %s, and would be met while nobody vouches for anything", c.ID, c.How).
				Hinted("Take out what turns a missing word into yes, such as ifna")
		}
	}
}

// strayed gives a fact that a criterion must not read where it does; "" where there is none.
func (s *Standard) strayed(how How, c clauses) string {
	read, wanted := s.names(c.Meets), true
	if how == Derived {
		read, wanted = s.all(c), false
	}
	for _, name := range read {
		if strings.HasPrefix(name, attestedPrefix) != wanted {
			return name
		}
	}
	return ""
}

// metByNobody reports whether what meets a criterion holds while every fact is missing.
func (s *Standard) metByNobody(criterion int) bool {
	state := s.model.NewState()
	for i := range s.model.Inputs() {
		state.Set(rule.Slot(i), rule.NA(rule.NotSupplied))
	}
	s.model.Eval(state)
	return s.clauses[criterion].MetBy(state)
}
