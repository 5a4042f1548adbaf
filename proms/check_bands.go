package proms

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeBands = diag.Define(diag.Info{
	Code:    "band-order",
	Title:   "The bands of a score leave a gap, overlap, or leave the range",
	Explain: "Exactly one band holds each value: the first starts at the lowest value, each next one starts higher, and the last starts within the range.",
	Bad:     "range: [0, 27]\nbands:\n  - {id: mild, from: 5}\n  - {id: minimal, from: 0}",
	Good:    "range: [0, 27]\nbands:\n  - {id: minimal, from: 0}\n  - {id: mild, from: 5}",
})

var codeRepeatedBand = diag.Define(diag.Info{
	Code:    "band-repeated",
	Title:   "Two bands of a score have one id",
	Explain: "Rules and results name a band by its id, so an id belongs to one band of a score.",
	Bad:     "bands:\n  - {id: mild, from: 0}\n  - {id: mild, from: 5}",
	Good:    "bands:\n  - {id: minimal, from: 0}\n  - {id: mild, from: 5}",
})

var codeBandedBy = diag.Define(diag.Info{
	Code:  "band-by",
	Title: "What falls into the bands is not said in one of the two ways that there are",
	Explain: "`banded_by:` is rounded or exact. Where a score is rounded, 4.6 may come out as 5 and be in the band from 5 (rounded, the usual way), " +
		"or stay in the band below it (exact).",
	Bad:  "banded_by: raw",
	Good: "banded_by: exact",
})

// The values that can fall into a band.
const (
	bandedByRounded = "rounded"
	bandedByExact   = "exact"
)

// checkBandedBy reports a word that is none, and one for bands that are not there.
func checkBandedBy(s *ScoreDefinition, at string, r *diag.Reporter) {
	switch {
	case s.BandedBy == "":
	case s.BandedBy != bandedByRounded && s.BandedBy != bandedByExact:
		r.Errorf(codeBandedBy, diag.At(at), "banded_by is %q", s.BandedBy).Hinted("Write rounded or exact, or leave it out")
	case len(s.Bands) == 0:
		r.Errorf(codeBandedBy, diag.At(at).Key(), "%s has no bands", s.ID).Hinted("Take it out, or give the score bands")
	}
}

// checkBands reports bands of a score that do not divide its range.
func checkBands(s *ScoreDefinition, at string, r *diag.Reporter) {
	lo, hi := s.Range[0], s.Range[1]
	first := map[string]string{}
	for i, b := range s.Bands {
		here := fmt.Sprintf("%s/%d", at, i)
		from := rule.FormatNumber(b.From)
		switch {
		case i == 0 && !rule.Equal(b.From, lo):
			r.Errorf(codeBands, diag.At(here+"/from"), "the first band starts at %s, but the score starts at %s", from, rule.FormatNumber(lo)).
				Hinted("Start it at %s", rule.FormatNumber(lo))
		case i > 0 && !(b.From > s.Bands[i-1].From):
			r.Errorf(codeBands, diag.At(here+"/from"), "the band %s starts at %s, not above the band before it", b.ID, from).
				Hinted("List the bands from the lowest up").
				Beside(diag.At(fmt.Sprintf("%s/%d/from", at, i-1)), "the band before it")
		case b.From > hi:
			r.Errorf(codeBands, diag.At(here+"/from"), "the band %s starts at %s, above the highest value %s", b.ID, from, rule.FormatNumber(hi)).
				Hinted("No value would ever be in it; take it out, or mend the range")
		}
		if other, taken := first[b.ID]; taken {
			r.Errorf(codeRepeatedBand, diag.At(here+"/id"), "two bands of %s have the id %s", s.ID, b.ID).
				Hinted("Give each band an id of its own").Beside(diag.At(other), "first used here")
			continue
		}
		first[b.ID] = here + "/id"
	}
}
