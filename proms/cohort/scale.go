package cohort

import (
	"fmt"
	"math"
	"slices"
)

// A Scale says which score is summarised and which values it can take. It is the identity of a
// summary: summaries merge only where their scales are equal.
//
// Counting is by value where Step is set, or by bin where Edges is set; exactly one of them must be.
// Count by value where the definition rounds the score (step 1 for a sum of whole numbers), since
// quantiles are then exact.
type Scale struct {
	// Score names the score with the version of its definition, for example "phq-9@1.0.0/total".
	Score string `json:"score"`
	// Min and Max are the smallest and the largest value that the score can take, both included, in
	// its own units.
	Min float64 `json:"min"`
	Max float64 `json:"max"`
	// Step is the distance between neighbouring values, Min, Min+Step, and so on to Max. A value
	// within a thousand-millionth of a step of such a point is taken as that point.
	Step float64 `json:"step,omitempty"`
	// Edges are the bounds of the bins, ascending from Min to Max. A bin holds its lower edge and not
	// its upper; the last holds both.
	Edges []float64 `json:"edges,omitempty"`
	// Bands cut the scale into named ranges, ascending from Min. With Edges, each band starts on an
	// edge, so that its count is exact.
	Bands []Band `json:"bands,omitempty"`
	// Reasons are the words that AddMissing takes. Empty means the nine words of the library: blank,
	// declined, not_asked, not_supplied, too_few, key_item, undefined, invalid and internal. The word
	// "internal" is always among them.
	Reasons []string `json:"reasons,omitempty"`
}

// A Band is a named range of a scale. It runs from From, included, to the From of the next band, not
// included; the last runs to Max, included.
type Band struct {
	Code string  `json:"code"`
	From float64 `json:"from"`
}

// internal is the reason word for what a fault kept out.
const internal = "internal"

var defaultReasons = []string{
	"blank", "declined", "not_asked", "not_supplied", "too_few", "key_item", "undefined", "invalid", internal,
}

// canonical returns a deep copy with the reason words filled in, or says what is wrong.
func (s Scale) canonical() (Scale, error) {
	s.Edges, s.Bands, s.Reasons = slices.Clone(s.Edges), slices.Clone(s.Bands), slices.Clone(s.Reasons)
	if len(s.Reasons) == 0 {
		s.Reasons = slices.Clone(defaultReasons)
	}
	if !slices.Contains(s.Reasons, internal) {
		s.Reasons = append(s.Reasons, internal)
	}
	if len(s.Edges) == 0 {
		s.Edges = nil
	}
	if len(s.Bands) == 0 {
		s.Bands = nil
	}
	for _, check := range []func() error{s.checkRange, s.checkPlaces, s.checkBands, s.checkReasons} {
		if err := check(); err != nil {
			return Scale{}, err
		}
	}
	return s, nil
}

func (s Scale) refuse(format string, args ...any) error {
	return fmt.Errorf("%w: scale of score %q: %s", ErrDefinition, clip(s.Score), fmt.Sprintf(format, args...))
}

func (s Scale) checkRange() error {
	switch {
	case s.Score == "" || len(s.Score) > MaxName:
		return s.refuse("the score must have a name of 1 to %d bytes, since summaries merge by it; name the score with its version", MaxName)
	case !usable(s.Min) || !usable(s.Max):
		return s.refuse("min %v and max %v must be finite and no further than %g from zero", s.Min, s.Max, float64(MaxMagnitude))
	case s.Min >= s.Max:
		return s.refuse("min %v must be less than max %v", s.Min, s.Max)
	case (s.Step != 0) == (s.Edges != nil):
		return s.refuse("give a step to count each value, or edges to count in bins, and not both")
	}
	return nil
}

func (s Scale) checkPlaces() error {
	if s.Edges == nil {
		steps := (s.Max - s.Min) / s.Step
		switch {
		case !(s.Step > 0) || math.IsInf(s.Step, 0):
			return s.refuse("step %v must be a finite number above 0", s.Step)
		case steps > MaxPlaces-1:
			return s.refuse("step %v makes more than %d values from %v to %v; take a larger step, or edges", s.Step, MaxPlaces, s.Min, s.Max)
		case s.Step < smallestStep*max(math.Abs(s.Min), math.Abs(s.Max)):
			return s.refuse("step %v is too small beside %v and %v to tell neighbouring values apart; take a larger step, or edges", s.Step, s.Min, s.Max)
		case math.Round(steps) < 1 || math.Abs(steps-math.Round(steps)) > stepTolerance:
			return s.refuse("a whole number of steps of %v must lead from %v to %v", s.Step, s.Min, s.Max)
		}
		return nil
	}
	if len(s.Edges) < 2 || len(s.Edges) > MaxPlaces+1 {
		return s.refuse("there must be 2 to %d edges, and there are %d", MaxPlaces+1, len(s.Edges))
	}
	for i, edge := range s.Edges {
		if !usable(edge) || i > 0 && edge <= s.Edges[i-1] {
			return s.refuse("edge %d is %v; edges must be finite and ascend", i+1, edge)
		}
	}
	if s.Edges[0] != s.Min || s.Edges[len(s.Edges)-1] != s.Max {
		return s.refuse("the edges run from %v to %v; they must run from min %v to max %v, so that every value has a bin",
			s.Edges[0], s.Edges[len(s.Edges)-1], s.Min, s.Max)
	}
	return nil
}

func (s Scale) checkBands() error {
	if len(s.Bands) > MaxBands {
		return s.refuse("there are %d bands; at most %d are allowed", len(s.Bands), MaxBands)
	}
	seen := map[string]bool{}
	for i, band := range s.Bands {
		switch {
		case band.Code == "" || len(band.Code) > MaxName || seen[band.Code]:
			return s.refuse("band %d has the code %q; codes must be 1 to %d bytes and differ", i+1, clip(band.Code), MaxName)
		case i == 0 && band.From != s.Min:
			return s.refuse("the first band starts at %v; it must start at min %v, so that every value has a band", band.From, s.Min)
		case i > 0 && !(band.From > s.Bands[i-1].From) || !(band.From <= s.Max):
			return s.refuse("band %q starts at %v; bands must ascend and start no higher than max %v", band.Code, band.From, s.Max)
		case s.Edges != nil && !slices.Contains(s.Edges, band.From):
			return s.refuse("band %q starts at %v, inside a bin, so that its count would be a guess; add %v to the edges", band.Code, band.From, band.From)
		}
		seen[band.Code] = true
	}
	return nil
}

func (s Scale) checkReasons() error {
	if len(s.Reasons) > MaxWords {
		return s.refuse("there are %d reason words; at most %d are allowed", len(s.Reasons), MaxWords)
	}
	for i, word := range s.Reasons {
		if word == "" || len(word) > MaxName || slices.Contains(s.Reasons[:i], word) {
			return s.refuse("reason word %d is %q; words must be 1 to %d bytes and differ", i+1, clip(word), MaxName)
		}
	}
	return nil
}

// difference says in what two canonical scales differ, or returns "".
func (s Scale) difference(other Scale) string {
	switch {
	case s.Score != other.Score:
		return fmt.Sprintf("one is of score %q and the other of %q", s.Score, other.Score)
	case s.Min != other.Min || s.Max != other.Max:
		return fmt.Sprintf("one score runs from %v to %v and the other from %v to %v", s.Min, s.Max, other.Min, other.Max)
	case s.Step != other.Step || !slices.Equal(s.Edges, other.Edges):
		return "they count by other values or bins"
	case !slices.Equal(s.Bands, other.Bands):
		return "their bands differ"
	case !slices.Equal(s.Reasons, other.Reasons):
		return "their reason words differ"
	}
	return ""
}

// usable says whether a number may enter a summary.
func usable(x float64) bool { return math.Abs(x) <= MaxMagnitude } // false for NaN

// clip keeps a name short enough for a message.
func clip(name string) string {
	if len(name) > 80 {
		return name[:80] + "..."
	}
	return name
}
