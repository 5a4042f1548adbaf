package activation

import (
	"cmp"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Points says a score of this measure, or a change of one, in as many decimals as the measure speaks in: the most that stand in its cut
// points, its sizes of change and the step of a supplied score. It takes more where fewer would put the number on the other side of a cut
// point or of a size of change, so that what is printed never contradicts the level beside it. Results keep all their digits; only words are
// rounded. A missing value gives its reason.
func (m *Measure) Points(v rule.Value) string {
	number, known := v.Number()
	if !known {
		return v.String()
	}
	marks := m.marks()
	for places := m.decimals(); places <= 12; places++ {
		if short := rule.Round(number, places, rule.HalfEven); sameSides(number, short, marks) {
			return rule.FormatNumber(short)
		}
	}
	return v.String()
}

// marks are the numbers that a score or a change is held against, zero among them.
func (m *Measure) marks() []float64 {
	marks := []float64{0}
	for _, cut := range m.definition.CutPoints {
		for _, level := range cut.Levels {
			marks = append(marks, level.From)
		}
	}
	for _, size := range m.definition.ImportantChanges {
		marks = append(marks, size.Value, -size.Value)
	}
	return marks
}

// decimals is how many decimals the measure speaks in.
func (m *Measure) decimals() int {
	most := 0
	count := func(v float64) {
		_, after, _ := strings.Cut(rule.FormatNumber(v), ".")
		most = max(most, len(after))
	}
	for _, mark := range m.marks() {
		count(mark)
	}
	if supplied := m.definition.Supplied; supplied != nil {
		count(supplied.Step)
	}
	return most
}

// sameSides reports whether two numbers stand alike to each mark.
func sameSides(a, b float64, marks []float64) bool {
	for _, mark := range marks {
		if side(a, mark) != side(b, mark) {
			return false
		}
	}
	return true
}

// side is -1 below a mark, 0 on it and 1 above it.
func side(v, mark float64) int {
	if rule.Equal(v, mark) {
		return 0
	}
	return cmp.Compare(v, mark)
}
