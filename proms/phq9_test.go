package proms

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// handwritten is what a programmer would write for PHQ-9: the gate of the last item, the total with its missing rule,
// rounding and band, caseness, and the alert with its two levels.
type handwritten struct {
	total     float64
	band      int
	caseness  policy.State
	alert     policy.State
	level     int
	difficult bool
}

func scoreByHand(items []float64) handwritten {
	out := handwritten{total: math.NaN(), band: -1, level: -1}
	sum, answered := 0.0, 0
	for _, v := range items[:9] {
		if v == v && v >= 0 && v <= 3 && v == math.Trunc(v) {
			sum += v
			answered++
		}
	}
	out.difficult = sum > 0 || answered < 9
	if answered >= 7 {
		total := sum
		if answered < 9 {
			total = math.Floor(sum*9/float64(answered) + 0.5)
		}
		out.total = total
		switch {
		case total >= 20:
			out.band = 4
		case total >= 15:
			out.band = 3
		case total >= 10:
			out.band = 2
		case total >= 5:
			out.band = 1
		default:
			out.band = 0
		}
		out.caseness = policy.NotMet
		if total >= 10 {
			out.caseness = policy.Met
		}
	} else if sum >= 10 {
		out.caseness = policy.Met
	} else if sum+float64(3*(9-answered)) < 10 {
		out.caseness = policy.NotMet
	}
	switch q9 := items[8]; {
	case q9 >= 2:
		out.alert, out.level = policy.Met, 0
	case q9 >= 1:
		out.alert, out.level = policy.Met, 1
	case q9 == 0:
		out.alert = policy.NotMet
	}
	return out
}

var phq9Bands = []string{"minimal", "mild", "moderate", "moderately_severe", "severe"}

// comparePHQ9 holds a result against the handwritten one.
func comparePHQ9(t *testing.T, r Result, row []float64) {
	t.Helper()
	want := scoreByHand(row)
	total := scoreOf(t, r, "total")
	got, scored := total.Value.Number()
	blank := slices.IndexFunc(row[:9], func(v float64) bool { return v != v }) >= 0
	switch {
	case scored != (want.total == want.total), scored && got != want.total:
		t.Errorf("%v: total %v, by hand %v", row, total.Value, want.total)
	case scored && total.Band != phq9Bands[want.band]:
		t.Errorf("%v: band %s, by hand %s", row, total.Band, phq9Bands[want.band])
	case !scored && (total.Band != "" || total.Value.Reason() != rule.TooFew || len(total.Missing) == 0):
		t.Errorf("%v: no total, but %+v", row, total)
	case (len(total.Imputed) > 0) != (scored && blank):
		t.Errorf("%v: imputed %v", row, total.Imputed)
	}
	caseness, alert := findingOf(t, r, "caseness"), findingOf(t, r, "self_harm")
	if caseness.State != want.caseness || caseness.Imputed != (scored && blank) {
		t.Errorf("%v: %+v, by hand %v", row, caseness, want.caseness)
	}
	levels := []string{"ask_now", "ask_today", ""}
	if level := levels[(want.level+3)%3]; alert.State != want.alert || alert.Level != level || alert.Imputed {
		t.Errorf("%v: %+v, by hand %v %s", row, alert, want.alert, level)
	}
	if ignored := row[9] == row[9] && !want.difficult; (len(r.Ignored) > 0) != ignored {
		t.Errorf("%v: ignored %v", row, r.Ignored)
	}
}

func TestPHQ9AgainstHand(t *testing.T) {
	q := shipped(t, "phq-9")
	for _, row := range rows(q, 5000, 1) {
		comparePHQ9(t, q.Score(answersOf(t, q, row)), row)
	}
}

// TestPHQ9EachItemMissing leaves each item out in turn, and each pair and each three of them, of several forms.
func TestPHQ9EachItemMissing(t *testing.T) {
	q := shipped(t, "phq-9")
	for _, form := range [][]float64{{0, 0, 0, 0, 0, 0, 0, 0, 0}, {3, 3, 3, 3, 3, 3, 3, 3, 3}, {1, 2, 2, 1, 0, 1, 1, 0, 1}, {2, 1, 1, 1, 1, 1, 1, 1, 0}} {
		for a := range 9 {
			for b := range 9 {
				for c := range 9 {
					row := append(slices.Clone(form), math.NaN())
					row[a], row[b], row[c] = math.NaN(), math.NaN(), math.NaN()
					r := q.Score(answersOf(t, q, row))
					comparePHQ9(t, r, row)
					if f := findingOf(t, r, "self_harm"); (a == 8 || b == 8 || c == 8) != (f.State == policy.Unknown) {
						t.Fatalf("%v: q9 is blank and the alert is %v", row, f)
					}
				}
			}
		}
	}
}

// TestPHQ9BlankForm holds that nobody is minimal because nothing was answered.
func TestPHQ9BlankForm(t *testing.T) {
	q := shipped(t, "phq-9")
	for _, src := range []string{`{}`, `{"q1": null, "q9": {"missing": "declined"}}`, `{"q1": 0, "q2": 0}`} {
		answers, err := q.ParseAnswers([]byte(src))
		if err != nil {
			t.Fatal(err)
		}
		r := q.Score(answers)
		if s := scoreOf(t, r, "total"); s.Band != "" || s.BandLabel != "" || s.Value.Reason() != rule.TooFew {
			t.Errorf("%s: %+v", src, s)
		}
		if f := findingOf(t, r, "self_harm"); f.State != policy.Unknown || !slices.Equal(f.Missing, []string{"q9"}) {
			t.Errorf("%s: %+v", src, f)
		}
		if alerts := r.Alerts(); len(alerts) != 1 || alerts[0].ID != "self_harm" {
			t.Errorf("%s: the open alerts are %v", src, alerts)
		}
	}
}

// TestPHQ9HiddenItem holds that the answer to an item that was rightly not asked is reported.
func TestPHQ9HiddenItem(t *testing.T) {
	q := shipped(t, "phq-9")
	none := `{"q1":0,"q2":0,"q3":0,"q4":0,"q5":0,"q6":0,"q7":0,"q8":0,"q9":%s,"difficulty":"very"}`
	for q9, ignored := range map[string]bool{"0": true, "1": false, "null": false} {
		answers, err := q.ParseAnswers(fmt.Appendf(nil, none, q9))
		if err != nil {
			t.Fatal(err)
		}
		if r := q.Score(answers); (len(r.Ignored) == 1) != ignored {
			t.Errorf("q9 %s: ignored %v", q9, r.Ignored)
		}
	}
}
