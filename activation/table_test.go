package activation_test

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// invented is a table that nobody uses; real ones are licensed.
var invented = []activation.Row{{Raw: 2, Score: 47.1}, {Raw: 1, Score: 0}, {Raw: 2.5, Score: 70}, {Raw: 4, Score: 100}, {Raw: 1.1, Score: 120}}

func table(t testing.TB, rows ...activation.Row) activation.Table {
	t.Helper()
	made, err := activation.NewTable(rows)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func TestRawResultsAreLookedUp(t *testing.T) {
	m, made := pam(t), table(t, invented...)
	for _, c := range []struct {
		raw    rule.Value
		level  string
		reason rule.Reason
	}{
		{score(1), "level_1", rule.Present},
		{score(2), "level_2", rule.Present},
		{score(2.5), "level_3", rule.Present},
		{score(1.25 * 2), "level_3", rule.Present},
		{score(4), "level_4", rule.Present},
		{score(0.1 + 0.2 + 1.7), "level_2", rule.Present}, // 2 to 12 significant digits
		{score(3), "", rule.Undefined},
		{score(2.49), "", rule.Undefined},
		{score(0), "", rule.Undefined},
		{score(5), "", rule.Undefined},
		{score(1.1), "", rule.Invalid}, // the table gives a score that the measure cannot have
		{rule.MissingValue(rule.TooFew), "", rule.TooFew},
	} {
		got := m.AssessRaw(c.raw, made, activation.Taking(-1))
		if got.Level.ID != c.level || got.Reason() != c.reason || got.Table != made.Digest() {
			t.Errorf("%v: %v, %v, table %s", c.raw, got, got.Reason(), got.Table)
		}
	}
	if got := m.AssessRaw(score(1), activation.Table{}); got.Reason() != rule.Undefined || got.Table != "" {
		t.Errorf("without a table: %v", got)
	}
	if got := fromSet(t, "confidence").AssessRaw(score(2), made); got.Reason() != rule.NotSupplied || got.Table != "" {
		t.Errorf("a table on a questionnaire: %v", got)
	}
}

func TestTheDigestIsThatOfTheRows(t *testing.T) {
	turned := []activation.Row{invented[3], invented[0], invented[4], invented[2], invented[1]}
	if a, b := table(t, invented...), table(t, turned...); a.Digest() != b.Digest() || !strings.HasPrefix(a.Digest(), "sha256:") {
		t.Errorf("%s and %s", a.Digest(), b.Digest())
	}
	turned[0].Score = 99
	if a, b := table(t, invented...), table(t, turned...); a.Digest() == b.Digest() {
		t.Error("another table has the same digest")
	}
	rows := []activation.Row{{Raw: 1, Score: 50}}
	made := table(t, rows...)
	rows[0].Score = 80
	if x, _ := made.Score(score(1)).Number(); x != 50 {
		t.Errorf("the table changed to %v", x)
	}
}

func TestTablesThatAreNone(t *testing.T) {
	for name, rows := range map[string][]activation.Row{
		"no rows":       {},
		"too many":      make([]activation.Row, activation.MaxTable+1),
		"no number":     {{Raw: 1, Score: 2}, {Raw: math.NaN(), Score: 3}},
		"without end":   {{Raw: 1, Score: math.Inf(1)}},
		"one raw twice": {{Raw: 1, Score: 2}, {Raw: 2, Score: 3}, {Raw: 1 + 1e-14, Score: 3}},
	} {
		if _, err := activation.NewTable(rows); !errors.Is(err, activation.ErrTable) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestChangeOverTables holds that scores which different tables made are not compared.
func TestChangeOverTables(t *testing.T) {
	m := pam(t)
	one, two := table(t, invented...), table(t, activation.Row{Raw: 2, Score: 60})
	if c := m.Change(m.AssessRaw(score(2), one), m.AssessRaw(score(2), two)); c.Refused != activation.OtherTable {
		t.Errorf("%+v", c)
	}
}

// TestARowWithoutAScoreIsNoZero holds that a table in JSON cannot lose a number without anybody hearing of it.
func TestARowWithoutAScoreIsNoZero(t *testing.T) {
	var rows []activation.Row
	if err := json.Unmarshal([]byte(`[{"raw": 1, "score": 0}, {"raw": 2, "score": 47.1}]`), &rows); err != nil || len(rows) != 2 || rows[1] != (activation.Row{Raw: 2, Score: 47.1}) {
		t.Fatalf("%v, %v", rows, err)
	}
	for src, want := range map[string]string{
		`{"raw": 1}`: "score: it is missing", `{"score": 1}`: "raw: it is missing", `{"raw": 1, "score": null}`: "score: it is missing",
		`{"raw": 1, "scor": 5}`: "did you mean score?", `{"raw": "1", "score": 5}`: "raw: there is a text",
	} {
		if err := json.Unmarshal([]byte(src), new(activation.Row)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", src, err, want)
		}
	}
}
