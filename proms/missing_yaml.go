package proms

import (
	"encoding/json"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeMissingForm = diag.Define(diag.Info{
	Code:  "score-missing-form",
	Title: "The rule for blanks is not one that there is",
	Explain: "`missing:` is `complete`, or a map with `at_least:` (a whole number, `{share: 0.5}` or `{more_than: 0.5}`) and, where blanks " +
		"are filled, `fill:` (mean, drop, carried or a number). It must be said, because a blank is never a zero.",
	Bad:  "missing: ignore",
	Good: "missing: {at_least: 7, fill: mean, basis: convention}",
})

// UnmarshalNode reads `complete` or the map form.
func (m *Missing) UnmarshalNode(n schemas.Node, d *schemas.Decoder) {
	if n.Shape() == schemas.Map {
		type plain Missing
		d.Decode(n, (*plain)(m))
		return
	}
	m.AtLeast.All = true // also after a fault, so that nothing more is said of it
	if n.Text() != "complete" {
		d.Report().Errorf(codeMissingForm, diag.At(n.Pointer()), "missing is %q", n.Text()).
			Hinted("Write `missing: complete`, or a map with at_least and fill")
	}
}

// UnmarshalNode reads `all`, a whole number, {share: s} or {more_than: s}.
func (a *AtLeast) UnmarshalNode(n schemas.Node, d *schemas.Decoder) {
	switch n.Shape() {
	case schemas.Number:
		d.Decode(n, &a.Count)
		a.All = float64(a.Count) != n.Number() // the fault was reported
	case schemas.Map:
		a.share(n, d)
	default:
		a.All = true
		if n.Text() != "all" {
			d.Report().Errorf(codeMissingForm, diag.At(n.Pointer()), "at_least is %q", n.Text()).
				Hinted("Write a whole number, {share: 0.5} or {more_than: 0.5}")
		}
	}
}

func (a *AtLeast) share(n schemas.Node, d *schemas.Decoder) {
	var form struct {
		Share    *float64 `json:"share,omitempty"`
		MoreThan *float64 `json:"more_than,omitempty"`
	}
	d.Decode(n, &form)
	switch {
	case form.Share != nil && form.MoreThan == nil:
		a.Share = *form.Share
	case form.MoreThan != nil && form.Share == nil:
		a.Share, a.More = *form.MoreThan, true
	default:
		a.All = true
		d.Report().Errorf(codeMissingForm, diag.At(n.Pointer()), "a share is one of {share: s} and {more_than: s}").
			Hinted("Write {share: 0.5} for half of the items or more")
	}
}

// UnmarshalNode reads none, mean, drop, carried or a number.
func (f *Fill) UnmarshalNode(n schemas.Node, d *schemas.Decoder) {
	if n.Shape() == schemas.Number {
		f.Kind, f.Value = rule.FillValue, n.Number()
		return
	}
	kinds := map[string]rule.FillKind{"none": rule.FillNone, "mean": rule.FillMean, "drop": rule.FillDrop, "carried": rule.FillNone}
	kind, ok := kinds[n.Text()]
	if !ok {
		d.Report().Errorf(codeMissingForm, diag.At(n.Pointer()), "fill is %q", n.Text()).Hinted("Write none, mean, drop, carried or a number")
	}
	f.Kind, f.Carried = kind, n.Text() == "carried"
}

// MarshalJSON gives the form that an author writes, so that the canonical form of a definition is stable.
func (a AtLeast) MarshalJSON() ([]byte, error) {
	switch {
	case a.All:
		return json.Marshal("all")
	case a.Share > 0 && a.More:
		return json.Marshal(map[string]float64{"more_than": a.Share})
	case a.Share > 0:
		return json.Marshal(map[string]float64{"share": a.Share})
	default:
		return json.Marshal(a.Count)
	}
}

// MarshalJSON gives the form that an author writes.
func (f Fill) MarshalJSON() ([]byte, error) {
	if f.Carried {
		return json.Marshal("carried")
	}
	switch f.Kind {
	case rule.FillMean:
		return json.Marshal("mean")
	case rule.FillDrop:
		return json.Marshal("drop")
	case rule.FillValue:
		return json.Marshal(f.Value)
	default:
		return json.Marshal("none")
	}
}
