package values

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// No word that a person reads advises, urges or crowns an option.
var advice = regexp.MustCompile(`(?i)\b(best|better|top|winner|wins?|recommend\w*|should|ought|must|optimal|ideal|right choice|advis\w*|superior|prefer\w*|suitable)\b`)

func TestWordsNeverAdvise(t *testing.T) {
	english := English()
	for _, one := range phrase.Beside(&english, &english) {
		if found := advice.FindString(one.Text); found != "" {
			t.Errorf("%s says %q", one.Name, found)
		}
	}
	for _, line := range everySentence(t, English()) {
		if found := advice.FindString(line); found != "" {
			t.Errorf("%q says %q", line, found)
		}
		if strings.ContainsAny(line, "{}") || strings.Contains(line, "NaN") || strings.Contains(line, "Inf") {
			t.Errorf("%q has something left in it", line)
		}
	}
}

// everySentence speaks about every kind of result.
func everySentence(t testing.TB, w Words) (lines []string) {
	table := hip(t)
	speak := table.Speak(w)
	must := made[*Preference](t)
	for _, p := range []*Preference{
		must(table.attributes.Rating(Said("pain", 50), Said("infection", 30), Said("months", 20))),
		must(table.attributes.Rating(Said("pain", 50), Said("infection", 1), Said("months", 0))),
		must(table.attributes.Points(Said("pain", 50), Said("infection", 40))),
		must(table.attributes.Rating()),
	} {
		for _, f := range made[[]Fit](t)(table.Fit(p)) {
			lines = append(lines, speak.Fit(f)...)
		}
		lines = append(lines, speak.Standing(made[Standing](t)(table.Standing(p, 10)))...)
		lines = append(lines, speak.TradeOff(made[TradeOff](t)(table.TradeOff(p, "wait", "injection")))...)
		lines = append(lines, speak.Acceptability(made[Acceptability](t)(table.Acceptability(p, Sampling{Draws: 1000, Seed: 1})))...)
		lines = append(lines, speak.Unfinished(p)...)
	}
	lines = append(lines, speak.Standing(Standing{Closest: []string{"wait", "injection", "exercise"}, Near: []string{"operation"}, Margin: 2.5})...)
	lines = append(lines, speak.TradeOff(TradeOff{Closer: "wait", Other: "exercise", Reason: ReasonTied})...)
	return append(lines, speak.Acceptability(Acceptability{Exact: true, Options: []Acceptance{{Option: "wait", Ranks: []Share{{Value: 0.255}}}}})...)
}

// Every text of the words is spoken somewhere, so that none is left that nobody could meet.
func TestEveryWordIsSpoken(t *testing.T) {
	w := English()
	marked := Words{
		Fit: "<Fit>", FitBetween: "<FitBetween>", FitUnknown: "<FitUnknown>", For: "<For>{attributes}", Against: "<Against>", Unclear: "<Unclear>",
		Closest: "<Closest>", Tied: "<Tied>{options}", Near: "<Near>{margin}", Undecided: "<Undecided>", Gap: "<Gap>", Equal: "<Equal>",
		NoComparison: "<NoComparison>", WeightSwap: "<WeightSwap>", OtherSwap: "<OtherSwap>{at}", CloserSwap: "<CloserSwap>", NoWeightSwap: "<NoWeightSwap>",
		Accepted: "<Accepted>", AcceptedDrawn: "<AcceptedDrawn>", Omitted: "<Omitted>", PointsLeft: "<PointsLeft>", Open: "<Open>",
		WithUnit: "<WithUnit>", Between: "<Between>", And: "<And>", Decimal: "<Decimal>",
	}
	all := strings.Join(everySentence(t, marked), "\n")
	for _, one := range phrase.Beside(&w, &w) {
		if !strings.Contains(all, "<"+one.Name+">") {
			t.Errorf("%s is never spoken", one.Name)
		}
	}
}

func TestCheckWords(t *testing.T) {
	if err := English().Check(); err != nil {
		t.Error(err)
	}
	w := English()
	w.Fit, w.And, w.For = "{option} passt zu {prozent}.", "", "{option}: {attributes}, {attributes}"
	err := w.Check()
	faulty(t, err, ErrWords, "Fit: has the names", "{fit} {option}", "And: is empty")
	if strings.Contains(err.Error(), "For") {
		t.Errorf("a placeholder may stand twice: %v", err)
	}
}

func TestNumbersForPeople(t *testing.T) {
	w := English()
	w.Decimal = ","
	s := hip(t).Speak(w)
	for x, want := range map[float64]string{0: "0", -0.04: "0", 62.5: "62,5", 99.95: "100", 0.25: "0,3", 1.0 / 3: "0,3", 0.15: "0,2", -0.25: "-0,3", 100: "100", 1e6: "1000000"} {
		if got := s.number(x); got != want {
			t.Errorf("%v: %q, want %q", x, got, want)
		}
	}
	if got := s.fitNames(); got != "Exercise, An injection and {fit}" {
		t.Error(got)
	}
}

// fitNames joins names, one of which looks like a placeholder and stays as it is.
func (s Speaker) fitNames() string {
	return phrase.Fill("{options}", "options", s.options([]string{"exercise", "injection", "{fit}"}), "fit", "7")
}

func TestUnitIsSaid(t *testing.T) {
	s := hip(t).Speak(English())
	plain := matrix(t, unit(t, 1), [][]float64{{0}, {1}}).Speak(English())
	if plain.attribute("a") != "a" || plain.attribute("z") != "z" || plain.option("1") != "1" {
		t.Error("an id does not stand in for a name")
	}
	sum := 0.0
	for _, x := range []float64{33.3, 33.3, 33.4} {
		sum += x
	}
	if math.IsInf(round12(math.MaxFloat64), 0) || round12(sum) != 100 || round12(-0.1234567890126) != -0.123456789013 {
		t.Error("rounding to 12 digits is off")
	}
	if d := cmp.Diff([]string{"5 of 1000 people", "3", "4"}, []string{s.score("infection", 5), s.score("months", 3), s.score("nothing", 4)}); d != "" {
		t.Error(d)
	}
}
