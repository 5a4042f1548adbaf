package values

import "github.com/whatmatters-care/whatmatters/schemas/fault"

// fewestPoints is the smallest answer above 0. A smaller one is a slip of the pen, and ratios to it would lose all precision.
const fewestPoints = 1e-6

// Answer is what a person said about one attribute, in points of 100. Where they named one number, Low equals High.
// An attribute without an Answer is blank. What the points mean depends on the method that takes the answer.
type Answer struct {
	Attribute string  `json:"attribute"`
	Low       float64 `json:"low"`
	High      float64 `json:"high"`
}

// UnmarshalJSON reads an answer as fault.Decode does, and refuses one without its points, which would be taken for 0.
func (a *Answer) UnmarshalJSON(src []byte) error {
	type plain Answer
	return fault.DecodeNeeding(src, (*plain)(a), "low", "high")
}

// Said is an answer with one number, 0 to 100.
func Said(attribute string, points float64) Answer { return Answer{attribute, points, points} }

// SaidBetween is an answer with a range, 0 to 100.
func SaidBetween(attribute string, low, high float64) Answer { return Answer{attribute, low, high} }

// place lays the answers out in the order of the attributes; the second result says which there are. The error is fault.Faults.
func (a *Attributes) place(method Method, ranges bool, answers []Answer) ([]Range, []bool, error) {
	if err := a.usable(); err != nil {
		return nil, nil, err
	}
	points, given := make([]Range, len(a.list)), make([]bool, len(a.list))
	var faults fault.Faults
	for _, one := range answers {
		i, err := a.find(one.Attribute, string(method))
		switch {
		case err != nil:
		case given[i]:
			err = wrong(ErrAnswer, one.Attribute, "keep one answer", "%s: attribute %q is answered twice", method, one.Attribute)
		case !(one.Low >= 0 && one.Low <= one.High && one.High <= 100):
			err = wrong(ErrAnswer, one.Attribute, "put the smaller number first", "%s: the answer %v to %v for %q must lie between 0 and 100",
				method, one.Low, one.High, one.Attribute)
		case one.Low < fewestPoints && one.Low > 0 || one.High < fewestPoints && one.High > 0:
			err = wrong(ErrAnswer, one.Attribute, "give 0 or more than that", "%s: the answer for %q is above 0 but below %v, too little to compare with",
				method, one.Attribute, fewestPoints)
		case !ranges && one.Low != one.High:
			err = wrong(ErrAnswer, one.Attribute, "use Swing or PointRanges for ranges", "%s: the answer for %q is a range, and this method takes one number",
				method, one.Attribute)
		default:
			points[i], given[i] = Range{one.Low, one.High}, true
		}
		if err != nil {
			faults = append(faults, fault.Of(err)...)
		}
	}
	return points, given, faults.Err()
}

// blanks gives the ids of the attributes without an answer.
func (a *Attributes) blanks(given []bool) []string {
	return a.ids(func(i int) bool { return !given[i] })
}

// relative is an answer in which weights stand in known or bounded proportion to a common measure: the largest swing, or the 0 to 100 of a rating.
type relative struct {
	fixed  []float64 // the column of everything that is in exact proportion, in hundredths of the measure
	spread []float64 // by attribute: how far above fixed it may lie, 0 where it is exact
}

// region gives all weights in those proportions. Some entry of fixed must be above 0.
func (r relative) region() region {
	columns := [][]float64{r.fixed}
	above := []uint32{0}
	for i, width := range r.spread {
		if width > 0 {
			column := make([]float64, len(r.fixed))
			column[i] = width
			columns, above = append(columns, column), append(above, 1)
		}
	}
	return orderRegion(columns, above)
}
