package change

import (
	"fmt"
	"math"
)

// SEM is the standard error of measurement, sd * sqrt(1 - reliability), in points of the score. sd is the standard
// deviation of a group, 0 or more; reliability is a coefficient of the score in such people, from 0 to 1, such as an
// intraclass correlation over two occasions or Cronbach's alpha. Which of the two it was belongs to the source.
func SEM(sd, reliability float64) (float64, error) {
	if err := notNegative(named{"standard deviation", sd}, named{"reliability", reliability}); err != nil {
		return 0, err
	}
	if reliability > 1 {
		return 0, fmt.Errorf("%w: the reliability is %v; a coefficient goes from 0 to 1", OutOfRange, reliability)
	}
	return sd * math.Sqrt(1-reliability), nil
}

// Confidence is the confidence of a detectable change in percent: in how many of a hundred people who did not change
// the error of measurement alone stays below it.
type Confidence int

// The levels that are in use. Published sizes of change differ in it, so it is kept beside every one of them.
const (
	Confidence80 Confidence = 80
	Confidence90 Confidence = 90
	Confidence95 Confidence = 95
	Confidence99 Confidence = 99
)

// z holds the normal deviates as the literature rounds them, so that published sizes come out to the last digit.
var z = map[Confidence]float64{Confidence80: 1.282, Confidence90: 1.645, Confidence95: 1.96, Confidence99: 2.576}

// Z gives the two-sided normal deviate as the literature rounds it: 1.96 for 95 percent. The error is OutOfRange for a level
// that is not one of the constants.
func (c Confidence) Z() (float64, error) {
	v, ok := z[c]
	if !ok {
		return 0, fmt.Errorf("%w: the confidence is %d; use 80, 90, 95 or 99 percent", OutOfRange, int(c))
	}
	return v, nil
}

// Detectable is the smallest detectable change of one person, z * sqrt(2) * SEM, in points of the score. It is also called
// the minimal detectable change (MDC), and it is the size of change at which the index of Jacobson and Truax (1991) equals z. sem is 0 or more.
func Detectable(sem float64, confidence Confidence) (float64, error) {
	if err := notNegative(named{"standard error of measurement", sem}); err != nil {
		return 0, err
	}
	deviate, err := confidence.Z()
	if err != nil {
		return 0, err
	}
	return float64(deviate*math.Sqrt2) * sem, nil
}

// DetectableInGroup is the smallest detectable change of the mean of n people, Detectable / sqrt(n) (Terwee and others 2007,
// Journal of Clinical Epidemiology 60:34-42), in points of the score. It says nothing about any one of them. n is 1 or more.
func DetectableInGroup(sem float64, confidence Confidence, n int) (float64, error) {
	if n < 1 {
		return 0, fmt.Errorf("%w: the group has %d people; a mean needs at least one", TooFew, n)
	}
	one, err := Detectable(sem, confidence)
	if err != nil {
		return 0, err
	}
	return one / math.Sqrt(float64(n)), nil
}

// ReliableChangeIndex is (after - before) / (sqrt(2) * SEM) (Jacobson and Truax 1991, Journal of Consulting and Clinical
// Psychology 59:12-19, doi 10.1037/0022-006X.59.1.12; their report of 1984 left out the sqrt(2), and was corrected in 1986).
// It has no unit, and its sign is that of after - before. A change is reliable at 95 percent where it lies beyond 1.96 on
// either side. sem is above 0; where it is 0 every change is real, and the error is NoSpread.
func ReliableChangeIndex(before, after, sem float64) (float64, error) {
	if err := notNegative(named{"standard error of measurement", sem}); err != nil {
		return 0, err
	}
	if err := finite(named{"value before", before}, named{"value after", after}); err != nil {
		return 0, err
	}
	index := (after - before) / float64(math.Sqrt2*sem)
	if math.IsNaN(index) || math.IsInf(index, 0) {
		return 0, fmt.Errorf("%w: the standard error of measurement is %v; nothing can be divided by it", NoSpread, sem)
	}
	return plain(index), nil
}
