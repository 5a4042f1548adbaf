package risk

// Framing shows one chance both ways: those who have the outcome and those who do
// not. Did.People and DidNot.People add up to the denominator, except where the
// chance is not known.
type Framing struct {
	Did    Frequency `json:"did"`
	DidNot Frequency `json:"did_not"`
}

// Framed gives both framings of the chance over d people. Errors: BadDenominator.
func (c Chance) Framed(d Denominator) (Framing, error) {
	did, err := c.Per(d)
	if err != nil {
		return Framing{}, err
	}
	return Framing{Did: did, DidNot: did.Other()}, nil
}

// Other is the other framing: all but these people. "Fewer than 1" becomes "more
// than all but one", and nobody observed becomes everybody observed.
func (f Frequency) Other() Frequency {
	switch f.Form {
	case NotKnown:
		return f
	case FewerThanOne:
		f.Form = MoreThanAllButOne
	case MoreThanAllButOne:
		f.Form = FewerThanOne
	case ObservedNone:
		f.Form = ObservedAll
	case ObservedAll:
		f.Form = ObservedNone
	}
	f.People = int(f.Of) - f.People
	return f
}
