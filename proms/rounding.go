package proms

import (
	"encoding/json"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Rounding is how a score is rounded, after 12 significant digits, by the decimal half rule. In YAML
// `round: {places: 0, half: up}`.
type Rounding struct {
	// Places after the decimal point, from 0 to 6.
	Places int
	// Half is what happens half-way: up (towards plus infinity), away (from zero) or even.
	Half rule.HalfRule
}

// maxPlaces is how many decimal places a score may have.
const maxPlaces = 6

var codeRounding = diag.Define(diag.Info{
	Code:    "score-round",
	Title:   "The rounding of a score is not one that there is",
	Explain: "`round:` has `places:` from 0 to 6 and `half:` up, away or even. Instruments differ in this, and half-way values are common in prorated scores.",
	Bad:     "round: {places: 0, half: down}",
	Good:    "round: {places: 0, half: up}",
})

// rounding is the form of a Rounding in YAML and JSON.
type rounding struct {
	Places int    `json:"places"`
	Half   string `json:"half"`
}

// UnmarshalNode reads places and the word of the half rule.
func (r *Rounding) UnmarshalNode(n schemas.Node, d *schemas.Decoder) {
	var form rounding
	d.Decode(n, &form)
	half, ok := rule.ParseHalf(form.Half)
	if !ok && form.Half != "" {
		d.Report().Errorf(codeRounding, diag.At(n.Pointer()+"/half"), "half is %q", form.Half).Hinted("Write up, away or even")
	}
	r.Places, r.Half = form.Places, half
}

// MarshalJSON gives the form that an author writes.
func (r Rounding) MarshalJSON() ([]byte, error) {
	return json.Marshal(rounding{Places: r.Places, Half: r.Half.String()})
}

// checkRounding reports a number of places that a score cannot have.
func checkRounding(r *Rounding, at string, report *diag.Reporter) {
	if r != nil && (r.Places < 0 || r.Places > maxPlaces) {
		report.Errorf(codeRounding, diag.At(at+"/places"), "a score with %d decimal places", r.Places).Hinted("Write 0 to %d", maxPlaces)
	}
}
