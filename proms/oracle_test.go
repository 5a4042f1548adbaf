package proms

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// filled is a form as somebody filled it in: the number of each answer by item id. What is not in it was left blank.
type filled map[string]float64

// byHand is what a programmer would write for one instrument: for a form, the value of each score by its id (NaN where there is
// none), the id of its band as "score.band" ("" where there is none), and the state or level of each finding.
type byHand func(f filled) map[string]any

// byHands has an entry for every instrument in examples.
var byHands = map[string]byHand{
	"gad-2": gad2ByHand, "phq-15": phq15ByHand, "phq-2": phq2ByHand, "phq-4": phq4ByHand, "phq-8": phq8ByHand,
	"mrc-dyspnoea": mrcByHand, "pain-0-10": painByHand, "my-activities": activitiesByHand, "rand-36": rand36ByHand,
	"k10": k10ByHand, "k6": k6ByHand, "eq-5d-3l": eq5d3LByHand, "eq-5d-5l": eq5d5LByHand,
	"oxford-hip-score": oxfordByHand, "oxford-knee-score": oxfordByHand,
	"koos": koosByHand, "hoos": hoosByHand, "qlq-c30": qlqc30ByHand, "dlqi": dlqiByHand, "odi": odiByHand,
	"quickdash": quickDASHByHand, "who-5": who5ByHand, "audit-c": auditCByHand, "pro-ctcae-grades": proctcaeByHand,
	"ons4": ons4ByHand, "ucla-3": ucla3ByHand, "sils": silsByHand, "medical-forms-confidence": formsByHand, "named-concerns": concernsByHand,
}

// hasItsOwn are the instruments that are held against hand-written code in tests of their own.
var hasItsOwn = map[string]bool{"phq-9": true, "gad-7": true, "semcd-6": true}

// ids gives prefix1, prefix2 and so on up to n.
func ids(prefix string, n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = prefix + strconv.Itoa(i+1)
	}
	return all
}

// sum adds up what was answered of some items, and says how many that were.
func (f filled) sum(items ...string) (sum float64, answered int) {
	for _, id := range items {
		if v, ok := f[id]; ok {
			sum += v
			answered++
		}
	}
	return sum, answered
}

// whole is the sum of some items, or NaN where one is blank.
func (f filled) whole(items ...string) float64 {
	sum, n := f.sum(items...)
	if n < len(items) {
		return math.NaN()
	}
	return sum
}

// mean is the mean of what was answered of some items, or NaN where fewer than least were.
func (f filled) mean(least int, items ...string) float64 {
	sum, n := f.sum(items...)
	if n < least {
		return math.NaN()
	}
	return sum / float64(n)
}

// reaches says whether a sum of items from 0 to most is a cut-off or more, as far as anybody can know.
func (f filled) reaches(cut, most float64, items ...string) string {
	sum, n := f.sum(items...)
	switch {
	case sum >= cut:
		return "met"
	case sum+most*float64(len(items)-n) < cut:
		return "not_met"
	default:
		return "unknown"
	}
}

// bandFrom gives the name of the last band that starts at v or below it; the first band starts below all values.
func bandFrom(v float64, names []string, starts ...float64) string {
	if v != v {
		return ""
	}
	name := names[0]
	for i, start := range starts {
		if v >= start {
			name = names[i+1]
		}
	}
	return name
}

// TestShippedByHand holds every instrument against hand-written code: forms with all answers at the lowest, at the highest and
// mixed; each of them with every item, every pair of neighbours and every front part left blank; the blank form; and
// random forms from complete to nearly blank.
func TestShippedByHand(t *testing.T) {
	for _, id := range shippedIDs {
		if hasItsOwn[id] {
			continue
		}
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			hand := byHands[id]
			if hand == nil {
				t.Fatal("nobody wrote this instrument by hand")
			}
			q := shipped(t, id)
			for _, row := range matrix(q) {
				compareByHand(t, q, hand, row)
			}
			for _, row := range rows(q, 300, uint64(len(id))) {
				compareByHand(t, q, hand, row)
			}
		})
	}
}

// matrix gives the forms with blanks in every place.
func matrix(q *Questionnaire) [][]float64 {
	n := q.Sheet().Len()
	lowest, highest, mixed := make([]float64, n), make([]float64, n), make([]float64, n)
	random := rand.New(rand.NewPCG(11, 7))
	for i := range n {
		answer := q.Sheet().Type(i)
		lowest[i], highest[i] = answer.Lo, answer.Hi
		mixed[i] = answer.Lo + float64(random.IntN(int(answer.Hi-answer.Lo)+1))
	}
	var all [][]float64
	without := func(form []float64, blank func(i int) bool) {
		row := make([]float64, n)
		for i := range row {
			if row[i] = form[i]; blank(i) {
				row[i] = rule.NA(rule.Blank)
			}
		}
		all = append(all, row)
	}
	for _, form := range [][]float64{lowest, highest, mixed} {
		without(form, func(int) bool { return false })
		for k := range n {
			without(form, func(i int) bool { return i == k })
			without(form, func(i int) bool { return i == k || i == (k+1)%n })
			without(form, func(i int) bool { return i <= k })
			without(form, func(i int) bool { return i >= k })
		}
	}
	return all
}

// compareByHand scores a form both ways.
func compareByHand(t *testing.T, q *Questionnaire, hand byHand, row []float64) {
	t.Helper()
	form := filled{}
	for i, v := range row {
		if v == v {
			form[q.Sheet().Question(i).ID] = v
		}
	}
	want, r := hand(form), q.Score(answersOf(t, q, row))
	compared := 0
	for _, s := range r.Scores {
		compareScoreByHand(t, form, s, want)
		if _, banded := want[s.ID+".band"]; banded {
			compared++
		}
		compared++
	}
	for _, f := range r.Findings {
		got := f.Level
		if got == "" {
			got = f.State.String()
		}
		if got != want[f.ID] {
			t.Errorf("%v: %s is %s, by hand %v", form, f.ID, got, want[f.ID])
		}
		compared++
	}
	if compared != len(want) {
		t.Errorf("by hand there are %d results, and %d were compared", len(want), compared)
	}
}

// compareScoreByHand compares one score and its band. What has no value has a reason and no band.
func compareScoreByHand(t *testing.T, form filled, s Score, want map[string]any) {
	t.Helper()
	number, known := want[s.ID].(float64)
	if !known {
		t.Fatalf("nobody wrote %s by hand", s.ID)
	}
	band, _ := want[s.ID+".band"].(string)
	got, scored := s.Value.Number()
	switch {
	case scored != (number == number), scored && !rule.Equal(got, number):
		t.Errorf("%v: %s is %v, by hand %v", form, s.ID, s.Value, number)
	case s.Band != band:
		t.Errorf("%v: the band of %s is %q, by hand %q", form, s.ID, s.Band, band)
	case !scored && s.Value.Reason() == rule.Internal:
		t.Errorf("%v: %s is %v", form, s.ID, s.Value)
	}
}

// TestWordsAndLicence holds that an instrument ships either all its words under a licence that lets it, with what must
// travel with them, or none, and then says whose they are.
func TestWordsAndLicence(t *testing.T) {
	for _, id := range shippedIDs {
		def := shipped(t, id).Definition()
		licence := def.Licence
		if licence == nil {
			t.Errorf("%s has no licence", id)
			continue
		}
		if !licence.ShipsText {
			if found := wordsOf(def); len(found) > 0 || licence.Holder == "" {
				t.Errorf("%s: holder %q, words at %v", id, licence.Holder, found)
			}
			continue
		}
		for _, item := range def.Items {
			if item.Words() == "" {
				t.Errorf("%s: %s has no words", id, item.ID)
			}
		}
		for name, set := range def.Answers {
			for _, o := range set {
				if o.Label == "" {
					t.Errorf("%s: %s of %s has no words", id, o.ID, name)
				}
			}
		}
		if licence.Terms != "open" && licence.Notice == "" {
			t.Errorf("%s has nothing that travels with its words", id)
		}
	}
}
