package change

import "fmt"

// Better says which end of a score is the better one for the person.
type Better string

// The two directions.
const (
	LowerIsBetter  Better = "lower"
	HigherIsBetter Better = "higher"
)

// sign turns a change into a gain: positive where the person is better off.
func (b Better) sign() (float64, error) {
	switch b {
	case LowerIsBetter:
		return -1, nil
	case HigherIsBetter:
		return 1, nil
	}
	return 0, fmt.Errorf("%w: better is %q; write %q or %q, so that a change has a direction", OutOfRange, string(b), LowerIsBetter, HigherIsBetter)
}

// Group is a published group of people: the mean and the standard deviation of the score among them.
type Group struct {
	Mean float64 `json:"mean"`
	SD   float64 `json:"sd"`
}

func (g Group) check(name string) error {
	if err := finite(named{"mean of the " + name + " group", g.Mean}); err != nil {
		return err
	}
	return positive(named{"standard deviation of the " + name + " group", g.SD})
}

// CutOffA is the point two standard deviations from the mean of the clinical group, in the direction of better: beyond it a
// person is outside the range of those who seek help (Jacobson and Truax 1991, doi 10.1037/0022-006X.59.1.12). It needs no
// group of people who are well.
func CutOffA(clinical Group, better Better) (float64, error) {
	gain, err := better.sign()
	if err != nil {
		return 0, err
	}
	if err := clinical.check("clinical"); err != nil {
		return 0, err
	}
	return clinical.Mean + float64(2*gain*clinical.SD), nil
}

// CutOffB is the point two standard deviations from the mean of the functional group, in the direction of worse: beyond it a
// person is within the range of people who are well (Jacobson and Truax 1991).
func CutOffB(functional Group, better Better) (float64, error) {
	gain, err := better.sign()
	if err != nil {
		return 0, err
	}
	if err := functional.check("functional"); err != nil {
		return 0, err
	}
	return functional.Mean - float64(2*gain*functional.SD), nil
}

// CutOffC is the point at which a person is as likely to belong to the one group as to the other, the mean of both means
// weighted with the other group's standard deviation: (SD0*M1 + SD1*M0) / (SD0 + SD1), with 1 for the clinical and 0 for
// the functional group (Jacobson and Truax 1991, who advise it where the groups overlap). The error is OutOfOrder where
// the functional group is not the better one.
func CutOffC(clinical, functional Group, better Better) (float64, error) {
	gain, err := better.sign()
	if err != nil {
		return 0, err
	}
	if err := clinical.check("clinical"); err != nil {
		return 0, err
	}
	if err := functional.check("functional"); err != nil {
		return 0, err
	}
	if !(gain*(functional.Mean-clinical.Mean) > 0) {
		return 0, fmt.Errorf("%w: %s is better, but the mean of the functional group is %v and that of the clinical group %v; exchange the groups or the direction",
			OutOfOrder, better, functional.Mean, clinical.Mean)
	}
	weighted := float64(functional.SD*clinical.Mean) + float64(clinical.SD*functional.Mean)
	return weighted / (functional.SD + clinical.SD), nil
}
