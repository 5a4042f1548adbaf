package letter

import (
	"regexp"
	"strconv"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// inPoints finds a size of print, such as 16 points, 18-point or 20 pt.
var inPoints = regexp.MustCompile(`(?i)\b(\d{1,3})[ \x{a0}-]?(?:points?|pt)\b`)

// points reads off a need how large the print of a letter is to be: the largest size that it names, and 0 where it names none that a page
// can have.
func points(need sdm.InformationNeed) int {
	most := 0
	for _, found := range inPoints.FindAllStringSubmatch(need.Words, -1) {
		n, _ := strconv.Atoi(found[1]) // three digits
		most = max(most, n)
	}
	if most < page.LeastPoints || most > page.MostPoints {
		return 0
	}
	return most
}

// print is how large the letter is to be printed, in points; 0 for the usual size.
func (a *account) print() int {
	most := 0
	for _, need := range a.story.NeedsOn(a.o.AsOf) {
		if need.What.Sort == sdm.NeedFormat {
			most = max(most, points(need.What))
		}
	}
	return most
}
