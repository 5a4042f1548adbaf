package cohort

// A ValueCount is how many people have one value, or a value in one bin.
type ValueCount struct {
	From  float64 `json:"from"` // the value, or the lower edge of the bin, which is included
	To    float64 `json:"to"`   // the value, or the upper edge of the bin, which only the last bin includes
	Count int64   `json:"count"`
}

// Counts returns the whole distribution, ascending, with the values and bins that nobody has.
func (s *Summary) Counts() []ValueCount {
	list := make([]ValueCount, len(s.counts))
	for at, n := range s.counts {
		list[at].From, list[at].To = s.layout.bounds(at)
		list[at].Count = n
	}
	return list
}

// Floor returns the share of values that equal the smallest of the scale. More than 15% is commonly
// read as a floor effect (Terwee and others 2007, doi:10.1016/j.jclinepi.2006.03.012).
func (s *Summary) Floor() Share { return Share{Count: s.atFloor, Of: s.moments.n} }

// Ceiling returns the share of values that equal the largest of the scale; see Floor.
func (s *Summary) Ceiling() Share { return Share{Count: s.atCeiling, Of: s.moments.n} }

// A BandShare is the share of values in one band.
type BandShare struct {
	Code  string `json:"code"`
	Share Share  `json:"share"`
}

// Bands returns the share of values in each band, in the order of the scale; nil where the scale has
// no bands.
func (s *Summary) Bands() []BandShare {
	if s.layout == nil || s.layout.bandOf == nil {
		return nil
	}
	list := make([]BandShare, len(s.layout.scale.Bands))
	for i, band := range s.layout.scale.Bands {
		list[i] = BandShare{Code: band.Code, Share: Share{Of: s.moments.n}}
	}
	for at, n := range s.counts {
		list[s.layout.bandOf[at]].Share.Count += n
	}
	return list
}
