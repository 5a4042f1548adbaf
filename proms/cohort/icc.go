package cohort

// An ICCForm is one of the six intraclass correlations of Shrout and Fleiss (1979,
// doi:10.1037/0033-2909.86.2.420). The first number is the model, the second whether one rating is
// judged or the mean of all k.
type ICCForm int

// The forms.
const (
	ICC11 ICCForm = iota + 1 // each person has other raters, one-way random; one rating
	ICC21                    // the same raters, drawn from many, two-way random, absolute agreement; one rating
	ICC31                    // these raters only, two-way mixed, consistency; one rating
	ICC1k                    // as ICC11, for the mean of k ratings
	ICC2k                    // as ICC21, for the mean of k ratings
	ICC3k                    // as ICC31, for the mean of k ratings; equals Cronbach's alpha
)

// MeanSquares is the two-way analysis of variance of a table, from which every form is computed.
type MeanSquares struct {
	Between  Statistic `json:"between"`  // between people, n-1 degrees of freedom
	Within   Statistic `json:"within"`   // within people, n(k-1)
	Raters   Statistic `json:"raters"`   // between columns, k-1
	Residual Statistic `json:"residual"` // what people and columns leave, (n-1)(k-1)
}

// MeanSquares returns the analysis of variance of the complete rows, with the columns as raters or
// occasions. All are missing for fewer than two rows or two columns.
func (t *Table) MeanSquares() MeanSquares {
	if reason := t.tooSmall(len(t.columns)); reason != "" {
		none := missing(reason)
		return MeanSquares{none, none, none, none}
	}
	n, k := float64(t.n), float64(len(t.columns))
	own, total := t.sums(-1)
	people := total / k
	residual := own - people
	if residual <= float64(relativeNoise*own) {
		residual = 0
	}
	raters := t.betweenColumns()
	return MeanSquares{
		Between:  known(people / (n - 1)),
		Within:   known((raters + residual) / float64(n*(k-1))),
		Raters:   known(raters / (k - 1)),
		Residual: known(residual / float64((n-1)*(k-1))),
	}
}

// betweenColumns returns the sum of squares between the columns' means.
func (t *Table) betweenColumns() float64 {
	var means Moments
	for _, mean := range t.means {
		means.add(mean)
	}
	return float64(float64(t.n) * means.m2)
}

// ICC returns one form of the intraclass correlation. A value below 0 is possible, and means that
// people differ less than their own ratings do.
//
// It is missing for fewer than two rows or two columns, NoSpread where the form divides by a spread of
// zero, Undefined where it divides by a negative one, and Invalid for an unknown form.
func (t *Table) ICC(form ICCForm) Statistic {
	squares := t.MeanSquares()
	if !squares.Between.known {
		return squares.Between
	}
	n, k := float64(t.n), float64(len(t.columns))
	between, within := squares.Between.value, squares.Within.value
	raters, residual := squares.Raters.value, squares.Residual.value
	drift := (raters - residual) / n // what raters who differ in level add, per person
	var above, below float64
	switch form {
	case ICC11:
		above, below = between-within, between+float64((k-1)*within)
	case ICC21:
		above, below = between-residual, between+float64((k-1)*residual)+float64(k*drift)
	case ICC31:
		above, below = between-residual, between+float64((k-1)*residual)
	case ICC1k:
		above, below = between-within, between
	case ICC2k:
		above, below = between-residual, between+drift
	case ICC3k:
		above, below = between-residual, between
	default:
		return missing(Invalid)
	}
	return ratio(known(above), known(below))
}
