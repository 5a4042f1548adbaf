package decisionaid_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

func TestGoldenPatient(t *testing.T) {
	ready, facts := aid(t, "atrial-fibrillation-stroke")
	mine := ready.For(who(t, facts, woman76()))
	if got := mine.Eligibility().State; got != policy.Met {
		t.Errorf("eligibility %v", got)
	}
	for option, want := range map[string]float64{"none": 0.072, "warfarin": 0.02592, "doac": 0.0209952} {
		same := estimate(t, mine, "stroke", option)
		if v, _ := same.Chance.Value(); !close12(v, want) || !same.Personal || same.Chance.Period() != risk.Years(1) {
			t.Errorf("%s: %+v, want %v", option, same, want)
		}
	}
	doac := estimate(t, mine, "stroke", "doac")
	if doac.Frequencies.Did.People != 21 || doac.Frequencies.DidNot.People != 979 || doac.Lower.People != 15 || doac.Upper.People != 30 {
		t.Errorf("people: %+v, %+v to %+v", doac.Frequencies, doac.Lower, doac.Upper)
	}
	tests := estimate(t, mine, "blood_tests", "none")
	if !tests.ByNature || tests.Frequencies.Did != (risk.Frequency{Of: 1000, Form: risk.Rounded}) {
		t.Errorf("a burden that is no part of an option: %+v", tests)
	}
	if e := estimate(t, mine, "serious_bleed", "none"); e.Chance.Reason() != risk.NoEvidence || e.Because == "" || e.Frequencies != nil {
		t.Errorf("what is not known: %+v", e)
	}
}

func close12(a, b float64) bool { return a-b < 1e-12 && b-a < 1e-12 }

// TestOutsidePopulation holds that a personal number is withheld from a person whom it is not about, and that a number
// which says whom it is about stays.
func TestOutsidePopulation(t *testing.T) {
	ready, facts := aid(t, "atrial-fibrillation-stroke")
	given := woman76()
	given["mechanical_valve"] = true
	mine := ready.For(who(t, facts, given))
	if got := mine.Eligibility().State; got != policy.NotMet {
		t.Fatalf("eligibility %v", got)
	}
	for _, option := range []string{"none", "warfarin", "doac"} {
		if e := estimate(t, mine, "stroke", option); e.Chance.Reason() != decisionaid.OutsidePopulation {
			t.Errorf("%s: %+v", option, e.Chance)
		}
	}
	if e := estimate(t, mine, "blood_tests", "warfarin"); !e.Chance.Known() {
		t.Errorf("a number for everybody was withheld: %+v", e)
	}
	if text := mine.Text(); !strings.Contains(text, "not about you") {
		t.Errorf("the text does not say so:\n%s", text)
	}
}

func TestEligibilityIsNeverGuessed(t *testing.T) {
	ready, facts := aid(t, "atrial-fibrillation-stroke")
	for _, c := range []struct {
		given   map[string]any
		want    policy.State
		missing int
	}{
		{nil, policy.Unknown, 2},
		{map[string]any{"age": 76}, policy.Unknown, 1},
		{map[string]any{"age": 76, "mechanical_valve": false}, policy.Met, 0},
		{map[string]any{"age": 17}, policy.NotMet, 0},
		{map[string]any{"mechanical_valve": true}, policy.NotMet, 0},
		{map[string]any{"age": map[string]any{"missing": "declined"}}, policy.Unknown, 2},
	} {
		got := ready.For(who(t, facts, c.given)).Eligibility()
		if got.State != c.want || len(got.Missing) != c.missing {
			t.Errorf("%v: %+v, want %v with %d missing", c.given, got, c.want, c.missing)
		}
	}
	if got := ready.For(person.Facts{}).Eligibility().State; got != policy.Unknown {
		t.Errorf("of nobody: %v", got)
	}
}

func TestOwnQuestions(t *testing.T) {
	ready, facts := aid(t, "hip-osteoarthritis")
	answers, err := ready.ParseAnswers([]byte(`{"hip_offered": true}`))
	if err != nil {
		t.Fatal(err)
	}
	given := decisionaid.Given{Person: who(t, facts, map[string]any{"age": 68}), Answers: answers}
	if got := ready.ForWith(given).Eligibility().State; got != policy.Met {
		t.Errorf("with both answers: %v", got)
	}
	if got := ready.For(given.Person).Eligibility(); got.State != policy.Unknown || len(got.Missing) != 1 || got.Missing[0].Name != "hip_offered" {
		t.Errorf("without the aid's own: %+v", got)
	}
}

func TestBRAN(t *testing.T) {
	ready, facts := aid(t, "atrial-fibrillation-stroke")
	mine := ready.For(who(t, facts, woman76()))
	names := func(points []decisionaid.Point) (all []string) {
		for _, p := range points {
			all = append(all, p.Outcome+" "+string(p.Change))
		}
		return all
	}
	for option, want := range map[string][2][]string{
		"none":     {nil, {"stroke ", "serious_bleed "}},
		"warfarin": {{"stroke fewer"}, {"serious_bleed ", "blood_tests more"}},
		"doac":     {{"stroke fewer"}, {"serious_bleed ", "blood_tests "}},
	} {
		got, err := mine.BRAN(option)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, [2][]string{names(got.Benefits), names(got.Risks)}); diff != "" {
			t.Errorf("%s: %s", option, diff)
		}
		if len(got.Alternatives) != 2 || len(got.Nothing) != 3 {
			t.Errorf("%s: %d alternatives, %d outcomes of doing nothing", option, len(got.Alternatives), len(got.Nothing))
		}
	}
	if _, err := mine.BRAN("aspirin"); !errors.Is(err, decisionaid.ErrNoEstimate) {
		t.Errorf("an option that is not there: %v", err)
	}
	if _, err := mine.Estimate("stroke", "aspirin"); !errors.Is(err, decisionaid.ErrNoEstimate) {
		t.Errorf("an option that is not there: %v", err)
	}
}

// TestJSONIsStable holds that the same person gives the same bytes, and that these decode to the same comparison.
func TestJSONIsStable(t *testing.T) {
	for _, id := range []string{"atrial-fibrillation-stroke", "hip-osteoarthritis"} {
		ready, facts := aid(t, id)
		for _, given := range []map[string]any{nil, {"age": 49}, woman76()} {
			mine := ready.For(who(t, facts, given))
			first, err := json.Marshal(mine)
			if err != nil {
				t.Fatal(err)
			}
			again, _ := json.Marshal(ready.For(who(t, facts, given)))
			if string(first) != string(again) {
				t.Errorf("%s: two encodings differ", id)
			}
			var back decisionaid.Comparison
			if err := json.Unmarshal(first, &back); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(mine.Comparison(), back, cmp.Comparer(func(a, b rule.Value) bool { return a == b })); diff != "" {
				t.Errorf("%s: %s", id, diff)
			}
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	ready, facts := aid(t, "atrial-fibrillation-stroke")
	mine := ready.For(who(t, facts, woman76()))
	want := mine.Text()
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 50 {
				if ready.For(who(t, facts, woman76())).Text() != want || mine.Text() != want {
					t.Error("the text differs")
				}
			}
		})
	}
	wait.Wait()
}

// TestCompileAgreesWithLoad holds that a definition that was built in code is the same aid.
func TestCompileAgreesWithLoad(t *testing.T) {
	ready, facts := aid(t, "atrial-fibrillation-stroke")
	built, err := decisionaid.Compile(*ready.Definition(), facts)
	if err != nil {
		t.Fatal(err)
	}
	if built.Digest() != ready.Digest() {
		t.Errorf("digest %s, want %s", built.Digest(), ready.Digest())
	}
	if got, want := built.For(who(t, facts, woman76())).Text(), ready.For(who(t, facts, woman76())).Text(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if _, err := decisionaid.Compile(*ready.Definition(), nil); err == nil {
		t.Error("rules that name facts compiled without a vocabulary")
	}
}

// remainder is what the checks say of the shipped aids on the day of this test, and nobody can mend: what no study has looked
// at has no number, and sources grow old.
var remainder = map[string][]diag.Code{
	"carpal-tunnel":      {"aid-balance-numbers", "aid-balance-numbers", "aid-balance-numbers", "aid-balance-numbers"},
	"hip-osteoarthritis": {"aid-balance-numbers"},
}

func TestShippedAidsSayWhatIsMissing(t *testing.T) {
	set := shipped(t)
	for _, doc := range set.All(decisionaid.Kind) {
		var got []diag.Code
		list := decisionaid.Check(set, doc, schemas.CheckOptions{AsOf: day.New(2026, 11, 21)})
		for _, d := range list {
			got = append(got, d.Code)
		}
		if !slices.Equal(got, remainder[doc.ID()]) {
			t.Errorf("%s: got %v, want %v\n%v", doc.Ref(), got, remainder[doc.ID()], list)
		}
	}
}

func TestZeroPersonalIsOfNoAid(t *testing.T) {
	var none decisionaid.Personal
	if none.Aid() != nil || none.Text() != "" || len(none.Comparison().Outcomes) != 0 || none.Derived() != nil || none.Eligibility().State != policy.Unknown {
		t.Error("the zero Personal says something")
	}
	_, first := none.Estimate("stroke", "warfarin")
	_, second := none.BRAN("warfarin")
	_, third := none.Chance("stroke", "warfarin")
	for _, err := range []error{first, second, third} {
		if !errors.Is(err, decisionaid.ErrNoEstimate) {
			t.Errorf("error %v", err)
		}
	}
	if _, err := json.Marshal(none); err != nil {
		t.Error(err)
	}
}

// TestSchemaMatchesStructs holds the JSON Schema and the structs to the same keys.
func TestSchemaMatchesStructs(t *testing.T) {
	for def, value := range map[string]any{
		decisionaid.Kind: decisionaid.Definition{}, decisionaid.Kind + ".prompt": decisionaid.Prompt{},
	} {
		for _, mismatch := range schemas.Mismatches(def, value) {
			t.Error(mismatch)
		}
	}
}
