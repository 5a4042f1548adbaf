package proms

import (
	"strings"
	"testing"
)

// TestExplain holds the explanations word for word: people read them.
func TestExplain(t *testing.T) {
	phq := shipped(t, "phq-9")
	five := loaded(t, fiveItems(`scores:
  - {id: turned, of: all, reversed: [q2], missing: {at_least: 4, fill: 1, basis: local}, rule: sum(of), range: [0, 15]}
  - {id: share, of: all, missing: {at_least: {more_than: 0.5}, fill: drop}, rule: mean(of), round: {places: 2, half: even}, range: [0, 3]}
  - {id: ratio, rule: q1 / q2, range: [0, 3]}
`))
	gates := loaded(t, gated)
	for _, c := range []struct {
		q             *Questionnaire
		id, in, steps string
	}{
		{phq, "total", `{"q1":1,"q2":2,"q3":2,"q4":1,"q5":2,"q6":1,"q7":1,"q8":0}`, `8 of 9 answered; at least 7 must be; each blank (q9) counts as this person's mean (convention)
1 + 2 + 2 + 1 + 2 + 1 + 1 + 0 = 10
10 × 9 / 8 = 11.25
11.25 rounded to a whole number (half goes up) = 11
11 is in the band Moderate: from 10 to below 15`},
		{phq, "total", `{"q1":3,"q2":3,"q3":3,"q4":3}`, `4 of 9 answered; at least 7 must be
no score: too few items were answered (q5, q6, q7, q8 and q9)`},
		{phq, "caseness", `{"q1":3,"q2":3,"q3":3,"q4":3}`, `total (too_few) >= 10 is unknown (too_few)
met, whatever the answer to q5, q6, q7, q8 and q9 would have been`},
		{phq, "caseness", `{"q1":1,"q2":2,"q3":2,"q4":1,"q5":2,"q6":1,"q7":1,"q8":0}`, `11 >= 10 is true
met; a score behind it was worked out in spite of blanks`},
		{phq, "self_harm", `{"q9":2}`, `2 >= 2 is true
2 >= 1 is true
met at the level ask_now`},
		{phq, "self_harm", `{"q9":0}`, `0 >= 2 is false
0 >= 1 is false
not met; these answers do not raise the alert, which is no sign that all is well`},
		{phq, "self_harm", `{"q9":{"missing":"declined"}}`, `q9 (declined) >= 2 is unknown (declined)
q9 (declined) >= 1 is unknown (declined)
unknown: it was declined; it could still be decided by q9`},
		{five, "turned", `{"q1":1,"q2":3,"q3":0,"q4":3}`, `q2 is read from the other end: 3 - 3 = 0
4 of 5 answered; at least 4 must be; each blank (q5) counts as 1 (local)
1 + 0 + 0 + 3 = 4
4 + 1 × 1 = 5`},
		{five, "share", `{"q1":1,"q2":3,"q3":1}`, `3 of 5 answered; more than 0.5 of the items must be; each blank (q4 and q5) is left out
1 + 3 + 1 = 5
5 / 3 = 1.6666666666666667
1.6666666666666667 rounded to 2 decimal places (half goes to the even neighbour) = 1.67`},
		{five, "ratio", `{"q1":1,"q2":0}`, `no score: the divisor q2 is 0`},
		{gates, "turned", `{"drinks":false,"q1":1}`, `q1 is read from the other end: 4 - 1 = 3
2 of 2 answered; all must be
3 + 1 = 4`},
		{gates, "alone", `{"q1":0}`, `nothing that it is made of was asked
no score: it was not asked`},
	} {
		answers, err := c.q.ParseAnswers([]byte(c.in))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range c.q.Explain(answers) {
			if got := strings.Join(e.Steps, "\n"); e.ID == c.id && got != c.steps {
				t.Errorf("%s of %s is explained by\n%s\nwant\n%s", c.id, c.in, got, c.steps)
			}
		}
	}
}
