package cohort

import (
	"fmt"
	"slices"
)

// A CaseMix is a linear model of the after value that a person like this one would be expected to
// have: Intercept + Σ Coefficients × covariates. The caller supplies the coefficients, with their
// source; this package fits none. Where the before value is a covariate, as it nearly always is, the
// caller passes it among them.
type CaseMix struct {
	// Version names the model, for example by publisher, procedure and year. Gains merge only within
	// one model.
	Version   string  `json:"version"`
	Intercept float64 `json:"intercept"`
	// Covariates names each covariate in order; Coefficients holds one number for each.
	Covariates   []string  `json:"covariates"`
	Coefficients []float64 `json:"coefficients"`
}

func (m CaseMix) refuse(format string, args ...any) error {
	return fmt.Errorf("%w: case-mix model %q: %s", ErrDefinition, clip(m.Version), fmt.Sprintf(format, args...))
}

// canonical returns a deep copy, or says what is wrong.
func (m CaseMix) canonical() (CaseMix, error) {
	m.Covariates, m.Coefficients = append([]string{}, m.Covariates...), append([]float64{}, m.Coefficients...)
	switch {
	case m.Version == "" || len(m.Version) > MaxName:
		return CaseMix{}, m.refuse("the version must be 1 to %d bytes, since gains merge by it", MaxName)
	case len(m.Covariates) != len(m.Coefficients):
		return CaseMix{}, m.refuse("there are %d covariates and %d coefficients; give one coefficient for each, in order", len(m.Covariates), len(m.Coefficients))
	case len(m.Coefficients) > MaxColumns:
		return CaseMix{}, m.refuse("there are %d coefficients; at most %d are allowed", len(m.Coefficients), MaxColumns)
	case !usable(m.Intercept):
		return CaseMix{}, m.refuse("the intercept is %v; it must be finite and no further than %g from zero", m.Intercept, float64(MaxMagnitude))
	}
	for i, name := range m.Covariates {
		if name == "" || len(name) > MaxName || slices.Contains(m.Covariates[:i], name) {
			return CaseMix{}, m.refuse("covariate %d is %q; names must be 1 to %d bytes and differ", i+1, clip(name), MaxName)
		}
		if !usable(m.Coefficients[i]) {
			return CaseMix{}, m.refuse("the coefficient of %q is %v; it must be finite and no further than %g from zero", name, m.Coefficients[i], float64(MaxMagnitude))
		}
	}
	return m, nil
}

func (m CaseMix) equal(other CaseMix) bool {
	return m.Version == other.Version && m.Intercept == other.Intercept &&
		slices.Equal(m.Covariates, other.Covariates) && slices.Equal(m.Coefficients, other.Coefficients)
}

// Expected returns the expected after value of one person, in units of the score, added up in the
// order of the covariates. It is not cut off at the ends of the scale. It is Invalid where a covariate
// or the result is not finite or further than MaxMagnitude from zero.
//
// It returns ErrLength where there is not one covariate for each coefficient: a list that is one short
// would shift every later covariate onto the wrong coefficient.
func (m CaseMix) Expected(covariates []float64) (Statistic, error) {
	if len(covariates) != len(m.Coefficients) {
		return missing(Invalid), fmt.Errorf("%w: case-mix model %q has %d coefficients (%s), and %d covariates were given; give one for each, in order",
			ErrLength, clip(m.Version), len(m.Coefficients), listed(m.Covariates), len(covariates))
	}
	sum := m.Intercept
	for i, x := range covariates {
		if !usable(x) {
			return missing(Invalid), nil
		}
		sum += float64(m.Coefficients[i] * x)
	}
	if !usable(sum) {
		return missing(Invalid), nil
	}
	return known(sum), nil
}

// listed joins the first few names for a message.
func listed(names []string) string {
	text := ""
	for i, name := range names {
		if i == 8 {
			return text + ", ..."
		}
		if i > 0 {
			text += ", "
		}
		text += clip(name)
	}
	return text
}
