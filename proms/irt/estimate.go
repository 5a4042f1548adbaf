package irt

// Estimate is where a person lies on theta, with its standard error. Theta and SE mean something only where Reason is empty;
// otherwise both are 0 and no number may be shown. It encodes to JSON without a number where there is none.
type Estimate struct {
	// Theta is the estimate, within the bank's grid.
	Theta float64
	// SE is its standard error: for EAP the standard deviation of the posterior, for MAP 1/sqrt(I + 1/sd^2), for ML and WLE
	// 1/sqrt(I), where I is the information of the answered items at Theta, expected or observed as the settings say.
	SE float64
	// Answered is the number of items that were answered.
	Answered int
	// AtBound is true where the maximum lies outside the grid and the settings say to give the grid's end.
	AtBound bool
	// Reason says why there is no estimate; empty where there is one.
	Reason Reason
}

// OK is true where there is an estimate.
func (e Estimate) OK() bool { return e.Reason == "" }

// Reason is a stable code that says why a number is missing.
type Reason string

const (
	// NoAnswers: no item was answered. A prior alone says nothing about this person.
	NoAnswers Reason = "no_answers"
	// InvalidAnswers: an answer is not a category of its item, or the row is of the wrong length. Bank.Check says which.
	InvalidAnswers Reason = "invalid_answers"
	// ExtremePattern: every answer is the lowest, or every answer the highest, and maximum likelihood has no maximum.
	ExtremePattern Reason = "extreme_pattern"
	// OutsideGrid: the maximum, or all of the posterior that a computer can represent, lies outside the grid.
	OutsideGrid Reason = "outside_grid"
	// GridTooCoarse: the posterior is narrower than about half the distance between nodes (its standard deviation is below 0.55
	// of it), so that its mean and spread would be the grid's and not the person's.
	GridTooCoarse Reason = "grid_too_coarse"
	// NoInformation: the answered items say nothing at that theta, so that there is no standard error.
	NoInformation Reason = "no_information"
	// InvalidTheta: a theta or an estimate that was passed in is not a usable number.
	InvalidTheta Reason = "invalid_theta"
	// DidNotConverge: the search for a maximum found no root of its equation.
	DidNotConverge Reason = "did_not_converge"
)

// Explain gives the reason as a sentence, and nothing for a code that is not one of this package's.
func (r Reason) Explain() string {
	switch r {
	case NoAnswers:
		return "No item was answered."
	case InvalidAnswers:
		return "An answer is not among its item's categories, or there are too many or too few answers."
	case ExtremePattern:
		return "Every answer is the lowest, or every answer is the highest, so maximum likelihood has no finite estimate."
	case OutsideGrid:
		return "The estimate lies outside the range of the grid."
	case GridTooCoarse:
		return "The grid is too coarse for so precise an estimate; the definition needs more nodes."
	case NoInformation:
		return "The answered items carry no information there, so the estimate has no standard error."
	case InvalidTheta:
		return "The value given for theta is not a usable number."
	case DidNotConverge:
		return "The search for the estimate did not converge."
	}
	return ""
}

// Method names an estimator.
type Method string

const (
	// MethodEAP is the mean of the posterior.
	MethodEAP Method = "eap"
	// MethodMAP is the mode of the posterior.
	MethodMAP Method = "map"
	// MethodML is the maximum of the likelihood.
	MethodML Method = "ml"
	// MethodWLE is Warm's weighted likelihood.
	MethodWLE Method = "wle"
)

// Estimate calls the estimator of that name. An unknown name is Faults of kind ErrArgument.
func (b *Bank) Estimate(method Method, s *Scratch, responses []int8) (Estimate, error) {
	switch method {
	case MethodEAP:
		return b.EAP(s, responses), nil
	case MethodMAP:
		return b.MAP(s, responses), nil
	case MethodML:
		return b.ML(s, responses), nil
	case MethodWLE:
		return b.WLE(s, responses), nil
	}
	return Estimate{}, Faults{{Kind: ErrArgument, Index: -1, Field: "method",
		Problem: "is " + string(method) + "; use eap, map, ml or wle"}}
}
