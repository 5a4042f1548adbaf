package values

// Reason is a code that says why there is no number. It is empty where there is one. Besides these, it may be a code that the author gave
// to Unknown.
type Reason string

const (
	// ReasonBlank says that the cell is empty and nobody said why.
	ReasonBlank Reason = "blank"
	// ReasonUnfinished says that the person's answer does not yet settle the weights.
	ReasonUnfinished Reason = "unfinished"
	// ReasonUnknown says that an estimate is missing or only known to lie between two numbers.
	ReasonUnknown Reason = "unknown"
	// ReasonTied says that the two options fit equally well as it is.
	ReasonTied Reason = "tied"
	// ReasonNever says that no weight of this attribute, from 0 to 1, makes the two options fit equally well.
	ReasonNever Reason = "never"
	// ReasonAlone says that this attribute has all the weight, so that the others have no proportion to be kept.
	ReasonAlone Reason = "alone"
	// ReasonNoWeight says that this attribute has no weight, so that a score on it changes nothing.
	ReasonNoWeight Reason = "no_weight"
	// ReasonOutOfRange says that the score would have to lie outside the range that the author fixed.
	ReasonOutOfRange Reason = "out_of_range"
	// ReasonTooFew says that fewer than two options have all their estimates.
	ReasonTooFew Reason = "too_few"
)
