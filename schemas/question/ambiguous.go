package question

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// Ambiguous is what an instrument says of marks on paper that do not single out one answer. The zero value says nothing;
// such marks are then invalid.
type Ambiguous struct {
	// Two says which of two marks counts.
	Two TwoMarks
	// Between is nearest or void: what comes of a mark that lies between two answers. Half-way between them it counts as
	// two marks.
	Between string
}

// TwoMarks says which of two marks counts: worse, highest, lowest or void; the first needs a question that says which
// answers are better. In YAML it is one word, or a word for neighbouring answers and one for others:
//
//	two_marks: highest
//	two_marks: {adjacent: lowest, apart: void}
//
// More than two marks count as apart.
type TwoMarks struct {
	Adjacent, Apart string
}

// What can come of ambiguous marks.
const (
	worse   = "worse"
	highest = "highest"
	lowest  = "lowest"
	void    = "void"
	nearest = "nearest"
)

var (
	waysOfTwo     = []string{worse, highest, lowest, void}
	waysOfBetween = []string{nearest, void}
)

// twoMarks is the longer form in YAML and JSON.
type twoMarks struct {
	Adjacent string `json:"adjacent"`
	Apart    string `json:"apart"`
}

// UnmarshalNode reads both forms.
func (t *TwoMarks) UnmarshalNode(n schemas.Node, d *schemas.Decoder) {
	if n.Shape() == schemas.Map {
		var form twoMarks
		d.Decode(n, &form)
		*t = TwoMarks(form)
		return
	}
	d.Decode(n, &t.Adjacent)
	t.Apart = t.Adjacent
}

// MarshalJSON gives the shortest form that says the same.
func (t TwoMarks) MarshalJSON() ([]byte, error) {
	if t.Adjacent == t.Apart {
		return json.Marshal(t.Apart)
	}
	return json.Marshal(twoMarks(t))
}

// IsZero reports whether nothing is said.
func (t TwoMarks) IsZero() bool { return t == TwoMarks{} }

var codeTwoMarks = diag.Define(diag.Info{
	Code:  "item-two-marks",
	Title: "Nobody can tell which of two marks counts",
	Explain: "`two_marks:` is worse, highest, lowest or void, or a map with one of them for `adjacent:` answers and one for those `apart:`; `between_marks:` is nearest or " +
		"void. They are the instrument's own rule for paper forms; without one, such an answer is invalid.",
	Bad:  "two_marks: first",
	Good: "two_marks: {adjacent: lowest, apart: void}",
})

var codeBetter = diag.Define(diag.Info{
	Code:  "item-better",
	Title: "Nobody can tell which answer is the worse one",
	Explain: "`better:` says which answers are better for the person, lower or higher. With `two_marks: worse` every closed question needs it, or a wrong guess would hide " +
		"the worse of two marks. Where all answers point the same way, `highest` or `lowest` says the same more shortly.",
	Bad:  "two_marks: worse\nitems:\n  - {id: q1, answer: severity}",
	Good: "two_marks: worse\nitems:\n  - {id: q1, answer: severity, better: lower}",
})

// checkAmbiguous reports rules for marks that cannot be followed.
func checkAmbiguous(src Source, r *diag.Reporter) {
	a := src.Ambiguous
	at := "/two_marks"
	if a.Two.Adjacent != a.Two.Apart {
		checkWay(at+"/adjacent", a.Two.Adjacent, waysOfTwo, r)
		at += "/apart"
	}
	checkWay(at, a.Two.Apart, waysOfTwo, r)
	checkWay("/between_marks", a.Between, waysOfBetween, r)
}

func checkWay(at, way string, ways []string, r *diag.Reporter) {
	if way == "" || slices.Contains(ways, way) {
		return
	}
	e := r.Errorf(codeTwoMarks, diag.At(at), "%q is no way to choose between marks", way)
	if near := diag.Nearest(way, ways); near != "" {
		e.Hinted("Did you mean %s?", near).Mended(diag.At(at), near)
		return
	}
	e.Hinted("Write one of %s", strings.Join(ways, ", "))
}

// checkBetter reports a direction that is none, or lacks where the worse of two marks counts.
func checkBetter(at string, q Question, two TwoMarks, r *diag.Reporter) {
	form := q.Form()
	closed := form == FormChoice || form == FormYesNo || form == FormNumber || form == FormScale
	switch {
	case q.Better != "" && !closed:
		r.Errorf(codeBetter, diag.At(at+"/better").Key(), "%s takes %s, of which none is higher or lower", q.ID, form).Hinted("Take it out")
	case q.Better != "" && q.Better != lower && q.Better != higher:
		e := r.Errorf(codeBetter, diag.At(at+"/better"), "better is %q", q.Better).Hinted("Write lower or higher")
		if near := diag.Nearest(q.Better, []string{lower, higher}); near != "" {
			e.Mended(diag.At(at+"/better"), near)
		}
	case q.Better == "" && closed && (two.Adjacent == worse || two.Apart == worse):
		r.Errorf(codeBetter, diag.At(at), "the worse of two marks counts, and %s does not say which answers are better", q.ID).
			Hinted("Add `better: lower` or `better: higher`, or write highest or lowest in place of worse").After(at + "/better")
	}
}
