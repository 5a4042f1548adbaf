package risk

import "strconv"

// Kind is the code of one fault. A Kind is itself an error, so a caller can ask
// errors.Is(err, risk.BadChance). Codes are stable; the sentences are not.
type Kind string

// The faults this package reports.
const (
	BadChance        Kind = "bad-chance"        // a chance outside 0 to 1, or not a number
	BadRatio         Kind = "bad-ratio"         // a ratio that is not a finite number above 0
	BadDifference    Kind = "bad-difference"    // a difference outside -1 to 1
	BadMeasure       Kind = "bad-measure"       // an effect with no known measure
	BadInterval      Kind = "bad-interval"      // a lower limit above the upper one, or a limit outside its range
	MissesEstimate   Kind = "misses-estimate"   // an interval that does not contain its estimate
	BadLevel         Kind = "bad-level"         // an interval with no confidence level, or one outside 0 to 1
	LevelsDiffer     Kind = "levels-differ"     // two intervals of different confidence levels
	CannotJoin       Kind = "cannot-join"       // an interval that touches 0 or 1 and so has no standard error
	CannotChain      Kind = "cannot-chain"      // effects that are not of one ratio measure, or fewer than two
	OutOfRange       Kind = "out-of-range"      // a result that leaves 0 to 1
	UnknownChance    Kind = "unknown-chance"    // a number asked of a chance that is not known
	BadCount         Kind = "bad-count"         // a count of people that cannot be
	FalsePrecision   Kind = "false-precision"   // a figure finer than its source
	BadDenominator   Kind = "bad-denominator"   // a denominator other than 10, 100, 1000, 10000
	BadPeriod        Kind = "bad-period"        // a length of time that cannot be
	NoPeriod         Kind = "no-period"         // a chance whose period is not stated, where one is needed
	PeriodsDiffer    Kind = "periods-differ"    // chances over different periods, with no declared rule between them
	PeriodsUnrelated Kind = "periods-unrelated" // periods with no exact ratio, such as days and months
	BadRule          Kind = "bad-horizon-rule"  // a horizon rule this package does not have
	BadShares        Kind = "bad-shares"        // shares that are not all from 0 to 1 or do not add up to 1
	BadAim           Kind = "bad-aim"           // an outcome said to be neither wanted nor unwanted
	BadPrefix        Kind = "bad-prefix"        // an id prefix that would not make an XML id
	BadPicture       Kind = "bad-picture"       // a picture whose parts cannot be drawn
	BadWords         Kind = "bad-words"         // a template that lost a number, or has a placeholder nobody fills
	BadEncoding      Kind = "bad-encoding"      // JSON that is not a chance
)

// Error returns the code itself.
func (k Kind) Error() string { return string(k) }

// Error says what is wrong, why it matters and how to mend it. It unwraps to its Kind.
type Error struct {
	Kind  Kind
	Where string // which part was at fault: "baseline", "upper limit", "specificity"
	Got   string // what was found there
}

// advice holds, for each kind, why the fault matters and how to mend it. The
// sentences live here and nowhere in the arithmetic.
var advice = map[Kind][2]string{
	BadChance:        {"a chance is a number from 0 to 1", "divide a percentage by 100, or a count by its denominator"},
	BadRatio:         {"a relative risk, odds ratio or hazard ratio is a finite number above 0", "give the ratio as published, not its logarithm or a percentage change"},
	BadDifference:    {"a difference of two chances lies from -1 to 1", "divide a count per 1000 by 1000, and give a fall as a negative number"},
	BadMeasure:       {"each measure of effect has its own arithmetic", "say relative-risk, odds-ratio, hazard-ratio or risk-difference"},
	BadInterval:      {"an interval runs from its lower to its upper limit, both within the range of the estimate", "check the order of the limits and their scale"},
	MissesEstimate:   {"an interval contains the estimate it belongs to", "check that estimate and interval come from the same analysis"},
	BadLevel:         {"an interval means nothing without its confidence level", "give the level as a fraction, such as 0.95, or leave the whole interval out"},
	LevelsDiffer:     {"intervals of different confidence levels cannot be combined", "restate both at one level"},
	CannotJoin:       {"a limit at 0 or 1 has no standard error on the scale of the effect", "give limits strictly between 0 and 1, or state the starting chance without its interval"},
	CannotChain:      {"only two or more ratios of one measure multiply", "apply effects of different measures one after the other to the chance"},
	OutOfRange:       {"the effect takes the chance out of 0 to 1, so it cannot hold at this starting chance", "use an odds ratio, or limit the starting chances that the effect is used for"},
	UnknownChance:    {"nothing can be worked out from a chance that is not known", "show it as not known, with its reason"},
	BadCount:         {"a count is a whole number of people, from 0 to the number counted", "give events and people as they were counted"},
	FalsePrecision:   {"the figure looks surer than its source", "use whole people and a denominator no larger than the number of people studied"},
	BadDenominator:   {"readers compare numbers only over one of a few denominators", "use 10, 100, 1000 or 10000"},
	BadPeriod:        {"a chance is over a length of time", "give a whole number from 1 to 10000 of day, week, month or year"},
	NoPeriod:         {"a chance with no period cannot be moved to another one", "state the period of the chance"},
	PeriodsDiffer:    {"chances over different periods cannot be compared or exchanged without an assumption", "declare the steady-rate rule, or give chances over one period"},
	PeriodsUnrelated: {"days and weeks have no exact ratio to months and years", "state both periods in days and weeks, or both in months and years"},
	BadRule:          {"a chance moves to another period only by a declared rule", "say steady-rate, or give chances over one period"},
	BadShares:        {"shares of one group of people are each from 0 to 1 and add up to 1 together", "check that the outcomes exclude each other and that none is left out"},
	BadAim:           {"which people are helped depends on whether the outcome is wanted", "say wanted or unwanted"},
	BadPrefix:        {"ids in a page must be valid and unique", "start with a letter and use letters, digits, hyphens and underscores, at most 64"},
	BadPicture:       {"a picture must show exactly the people it tells of, and be readable by those who cannot see it", "check title, number of people, and that every part has a mark of its own"},
	BadWords:         {"a translation that loses a number, or shows a raw placeholder, misleads", "use each placeholder of the English template, and no other"},
	BadEncoding:      {"a stored chance is decoded only if it is exactly what was stored", "encode a Chance with this package"},
}

// Error gives one line of plain English.
func (e *Error) Error() string {
	text := advice[e.Kind]
	return "risk: " + e.Where + " " + e.Got + ": " + text[0] + "; " + text[1]
}

// Why says why the fault matters.
func (e *Error) Why() string { return advice[e.Kind][0] }

// Mend says how to mend the fault.
func (e *Error) Mend() string { return advice[e.Kind][1] }

// Unwrap returns the Kind, for errors.Is.
func (e *Error) Unwrap() error { return e.Kind }

func fault(kind Kind, where, got string) error {
	return &Error{Kind: kind, Where: where, Got: got}
}

func faultNumber(kind Kind, where string, got float64) error {
	return fault(kind, where, strconv.FormatFloat(got, 'g', -1, 64))
}

func faultCount(kind Kind, where string, got int) error {
	return fault(kind, where, strconv.Itoa(got))
}
