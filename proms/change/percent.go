package change

import "fmt"

// Percent is the change in percent of the value before, 100 * (after - before) / before. Its sign is that of after - before. before is above
// 0, and after 0 or more: the score must have a true zero that means none of what is measured. The error is ZeroBaseline
// where before is 0, of which nothing is a percentage.
func Percent(before, after float64) (float64, error) {
	if err := notNegative(named{"value before", before}, named{"value after", after}); err != nil {
		return 0, err
	}
	percent := 100 * (after - before) / before
	if err := finite(named{"percentage", percent}); err != nil {
		return 0, fmt.Errorf("%w: the value before is %v; nothing is a percentage of it", ZeroBaseline, before)
	}
	return plain(percent), nil
}
