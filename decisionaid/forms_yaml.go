package decisionaid

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codePeriodForm = diag.Define(diag.Info{
	Code:    "aid-period-form",
	Title:   "A period is not a number of days, weeks, months or years",
	Explain: "`within:` is the length of time that a chance is over: a whole number and day, week, month or year.",
	Bad:     "within: a few years",
	Good:    "within: 5 years",
})

var codeChanceForm = diag.Define(diag.Info{
	Code:  "aid-chance-form",
	Title: "A chance is neither a number nor a rule",
	Explain: "`chance:` is a number from 0 to 1, or a rule that works it out, such as the id of a derived value. Percentages and 1 in 200 are for readers; " +
		"an aid shows each chance out of as many people as `shown_per:` says.",
	Bad:  "chance: 7%",
	Good: "chance: 0.07",
})

// Within is the period that chances are over. In YAML it is a text such as 6 months or 1 year.
type Within struct{ risk.Period }

// UnmarshalNode reads a whole number and a unit.
func (w *Within) UnmarshalNode(n schemas.Node, d *schemas.Decoder) {
	period, ok := parsePeriod(n.Text())
	if !ok {
		d.Report().Errorf(codePeriodForm, diag.At(n.Pointer()), "%q is no period", n.Text()).
			Hinted("Write a whole number and day, week, month or year, such as 6 months")
		return
	}
	w.Period = period
}

func parsePeriod(text string) (risk.Period, bool) {
	number, unit, ok := strings.Cut(text, " ")
	n, err := strconv.Atoi(number)
	if !ok || err != nil || n < 1 || n > risk.MaxPeriod {
		return risk.Period{}, false
	}
	switch u := risk.Unit(strings.TrimSuffix(unit, "s")); u {
	case risk.Day, risk.Week, risk.Month, risk.Year:
		return risk.Period{Number: n, Unit: u}, true
	}
	return risk.Period{}, false
}

// String gives the form that an author writes; empty where no period is stated.
func (w Within) String() string {
	if !w.Stated() {
		return ""
	}
	text := fmt.Sprintf("%d %s", w.Number, w.Unit)
	if w.Number != 1 {
		text += "s"
	}
	return text
}

// MarshalJSON gives the form that an author writes.
func (w Within) MarshalJSON() ([]byte, error) { return json.Marshal(w.String()) }

// UnmarshalJSON reads what MarshalJSON wrote.
func (w *Within) UnmarshalJSON(src []byte) error {
	var text string
	if err := json.Unmarshal(src, &text); err != nil {
		return err
	}
	period, ok := parsePeriod(text)
	if !ok && text != "" {
		return fmt.Errorf("decisionaid: %q is no period", text)
	}
	w.Period = period
	return nil
}

// Chance is a chance as an author gives it: a number from 0 to 1, or a rule where Rule is not empty.
type Chance struct {
	Number float64
	Rule   string
}

// UnmarshalNode reads a number or a rule.
func (c *Chance) UnmarshalNode(n schemas.Node, d *schemas.Decoder) {
	switch n.Shape() {
	case schemas.Number:
		c.Number = n.Number()
	case schemas.Text:
		share := writtenShare.FindStringSubmatch(n.Text())
		if share == nil {
			c.Rule = n.Text()
			return
		}
		c.Number = shareOf(share) // so that what is said of the interval is right
		number := strconv.FormatFloat(c.Number, 'g', 12, 64)
		d.Report().Errorf(codeChanceForm, diag.At(n.Pointer()), "a chance is a number from 0 to 1, or a rule, and this is %q", n.Text()).
			Hinted("Write %s", number).Mended(diag.At(n.Pointer()), number)
	default:
		d.Report().Errorf(codeChanceForm, diag.At(n.Pointer()), "a chance is a number from 0 to 1, or a rule").
			Hinted("Write the number, or the id of a derived value")
	}
}

// writtenShare finds a chance as people write it: 0.5%, 1 in 200, 1 of 200 or 1/200.
var writtenShare = regexp.MustCompile(`^(\d+(?:\.\d+)?)\s*(?:%|(?:in|of|out of|/)\s*(\d+))$`)

// shareOf gives what a written share comes to.
func shareOf(found []string) float64 {
	part, _ := strconv.ParseFloat(found[1], 64)
	whole := 100.0
	if found[2] != "" {
		whole, _ = strconv.ParseFloat(found[2], 64)
	}
	if whole == 0 {
		return 0
	}
	return part / whole
}

// MarshalJSON gives the form that an author writes.
func (c Chance) MarshalJSON() ([]byte, error) {
	if c.Rule != "" {
		return json.Marshal(c.Rule)
	}
	return json.Marshal(c.Number)
}
