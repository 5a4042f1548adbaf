package sdm_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/choice"
)

// sound is a record whose events name what the shipped documents have.
func sound(t *testing.T) sdm.Record {
	t.Helper()
	mine := hip(t)
	aid := mine.Aid().Definition()
	talk := sdm.Open(mine, today).Value(aid.Values[0].ID, 70).GoThrough(aid.Options[0].ID).Ask("benefits", "", "").Choose(aid.Options[0].ID, sdm.Together)
	if err := talk.Err(); err != nil {
		t.Fatal(err)
	}
	return talk.Record()
}

func add(t *testing.T, r sdm.Record, in string, body sdm.Body) sdm.Record {
	t.Helper()
	r, err := r.Add(sdm.Event{On: today, By: sdm.ByPerson, In: in, Body: body})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestCheckRecordFindsWhatTheDocumentsDoNotHave(t *testing.T) {
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	good := sound(t)
	if err := lib.CheckRecord(good); err != nil {
		t.Fatalf("a sound record: %v", err)
	}
	phq, err := lib.Questionnaire("phq-9")
	if err != nil {
		t.Fatal(err)
	}
	answers, _ := phq.ParseAnswers([]byte(`{"q1":1,"q2":2,"q3":2,"q4":1,"q5":0,"q6":1,"q7":1,"q8":0,"q9":0}`))
	scored, err := sdm.ScoredFrom(phq.Score(answers), answers)
	if err != nil {
		t.Fatal(err)
	}
	confidence, err := lib.Measure("self-management-confidence")
	if err != nil {
		t.Fatal(err)
	}
	assessed := sdm.ActivationAssessed{Assessment: confidence.AssessScore(rule.ValueOf(5))}
	otherScore, otherDigest := scored, scored
	otherScore.Result.Scores = append(otherScore.Result.Scores[:0:0], otherScore.Result.Scores...)
	otherScore.Result.Scores[0].ID = "totle"
	otherDigest.Result.Digest = "sha256:0"
	otherCut, otherLevel := assessed, assessed
	otherCut.Assessment.CutPoints = "moon"
	otherLevel.Assessment.Level.ID = "moon"
	offered := func(r sdm.Record, right sdm.RightFound) sdm.Record {
		r = add(t, r, "", sdm.ChoiceReferred{})
		return add(t, r, r.Last().ID, sdm.ChoiceOffered{Rights: []sdm.RightFound{right}})
	}
	otherBand, otherFinding, otherAnswer, otherRules := scored, scored, scored, scored
	otherBand.Result.Scores = slices.Clone(scored.Result.Scores)
	otherBand.Result.Scores[0].Band = "grave"
	otherFinding.Result.Findings = []policy.Finding{{ID: "moon"}}
	otherAnswer.Answers = map[string]any{"q99": 1.0}
	otherRules.Result.Rules = "moon"
	another := func(change func(*proms.Result)) sdm.Scored {
		as := scored
		as.Result.Scores, as.Result.Findings = slices.Clone(scored.Result.Scores), slices.Clone(scored.Result.Findings)
		change(&as.Result)
		return as
	}
	otherValue := another(func(r *proms.Result) { r.Scores[0].Value = rule.ValueOf(14) })
	noValue := another(func(r *proms.Result) { r.Scores[0].Value = rule.MissingValue(rule.TooFew) })
	calmer := another(func(r *proms.Result) { r.Scores[0].Band = phq.Definition().Scores[0].Bands[0].ID })
	cleared := another(func(r *proms.Result) { r.Findings[len(r.Findings)-1].State = policy.Met })
	tooLarge := another(func(r *proms.Result) { r.Scores[0].Value = rule.ValueOf(28) })
	tooLarge.Answers = nil
	higher, beyond, without := assessed, assessed, assessed
	higher.Assessment.Level = confidence.AssessScore(rule.ValueOf(9)).Level
	beyond.Assessment.Score = rule.ValueOf(11)
	without.Assessment.Score = rule.MissingValue(rule.TooFew)
	unkept := otherValue
	unkept.Answers = nil
	asked := func(facts map[string]any) sdm.Record {
		return add(t, good, "", sdm.ChoiceReferred{Referral: choice.Referral{Facts: facts}})
	}
	for name, tc := range map[string]struct {
		record  sdm.Record
		says    string // empty where nothing is wrong
		unknown bool
	}{
		"option":                 {add(t, good, "1", sdm.Decided{Option: "miracle"}), `option: the aid hip-osteoarthritis@`, false},
		"option gone":            {add(t, good, "1", sdm.WentThrough{Option: "miracle"}), `has no option "miracle"`, false},
		"value":                  {add(t, good, "1", sdm.Mattered{Value: "miracle"}), `has no value "miracle"`, false},
		"own words":              {add(t, good, "1", sdm.Mattered{Words: "miracle"}), "", false},
		"question":               {add(t, good, "1", sdm.Asked{Question: "benefit"}), "did you mean benefits?", false},
		"question option":        {add(t, good, "1", sdm.Asked{Question: "benefits", Option: "miracle"}), `has no option "miracle"`, false},
		"no aid":                 {add(t, good, "", sdm.Opened{Aid: "magic", Version: "1.0.0"}), "aid:", true},
		"aid's form":             {add(t, good, "", sdm.Opened{Aid: "hip-osteoarthritis", Version: hip(t).Aid().Version(), Digest: "sha256:0"}), "sha256:0 was used", true},
		"scored":                 {add(t, good, "", scored), "", false},
		"score":                  {add(t, good, "", otherScore), "result.scores[0].id", false},
		"score's form":           {add(t, good, "", otherDigest), "result.digest", true},
		"assessed":               {add(t, good, "", assessed), "", false},
		"cut points":             {add(t, good, "", otherCut), "assessment.cut_points", false},
		"level":                  {add(t, good, "", otherLevel), "assessment.level.id", false},
		"no measure":             {add(t, good, "", sdm.ActivationAssessed{Assessment: activation.Assessment{Measure: "m", Version: "1.0.0", CutPoints: "c"}}), "assessment.measure", true},
		"right":                  {offered(good, sdm.RightFound{Document: "nhs-choice-england", ID: "moon", State: policy.Met}), "rights[0].id", false},
		"band":                   {add(t, good, "", otherBand), `result.scores[0].band: the score total has no band "grave"`, false},
		"finding":                {add(t, good, "", otherFinding), "result.findings[0].id", false},
		"answer":                 {add(t, good, "", otherAnswer), "answers.q99", false},
		"alternative":            {add(t, good, "", otherRules), "result.rules: the questionnaire " + phq.ID() + "@" + phq.Version() + " has no alternative \"moon\"; leave it out", false},
		"value not of answers":   {add(t, good, "", otherValue), "result.scores[0].value: it is 14, and by the questionnaire " + phq.ID() + "@" + phq.Version() + " the kept answers come to 8; correct whichever is wrong", false},
		"no value":               {add(t, good, "", noValue), "result.scores[0].value: it is too_few", false},
		"band not of answers":    {add(t, good, "", calmer), "result.scores[0].band: it is ", false},
		"finding not of answers": {add(t, good, "", cleared), ".state: ", false},
		"value out of range":     {add(t, good, "", tooLarge), "result.scores[0].value: it is 28, and the score total goes from 0 to 27", false},
		"level of another score": {add(t, good, "", higher), "assessment.level.id: it is ", false},
		"score out of range":     {add(t, good, "", beyond), "assessment.score: it is 11", false},
		"level of no score":      {add(t, good, "", without), "and there is no score (too_few)", false},
		"answers not kept":       {add(t, good, "", unkept), "", false},
		"fact":                   {asked(map[string]any{"referred_by": "gp"}), "", false},
		"no such fact":           {asked(map[string]any{"refered_by": "gp"}), "referral.facts.refered_by", false},
		"no such answer":         {asked(map[string]any{"referred_by": "moon"}), "referral.facts.referred_by", false},
		"no such document":       {offered(good, sdm.RightFound{Document: "moon", ID: "moon"}), "rights[0].document", true},
	} {
		t.Run(name, func(t *testing.T) { heldTo(t, lib, tc.record, tc.says, tc.unknown) })
	}
}

// heldTo asks what CheckRecord says of the last event of a record, where nothing else is wrong, and that CheckEvent says the same of it before it is added.
func heldTo(t *testing.T, lib *sdm.Library, r sdm.Record, says string, unknown bool) {
	t.Helper()
	err := lib.CheckRecord(r)
	before, stands := sdm.NewRecord(r.Person()).AddAll(r.Events()[:r.Len()-1]...)
	if stands != nil {
		t.Fatal(stands)
	}
	alone := lib.CheckEvent(before, r.Last())
	if says == "" {
		if err != nil || alone != nil {
			t.Errorf("a sound record: %v; its last event: %v", err, alone)
		}
		return
	}
	var fault *sdm.EventFault
	if !errors.As(err, &fault) || !errors.Is(err, sdm.ErrEvent) || !strings.Contains(err.Error(), says) || fault.Event != r.Last().ID {
		t.Fatalf("error %v; it should name the last event and say %q", err, says)
	}
	if errors.Is(err, sdm.ErrNotChecked) != unknown || unknown != strings.Contains(err.Error(), "): "+sdm.ErrNotChecked.Error()+": ") {
		t.Errorf("error %v; could not be checked: want %v", err, unknown)
	}
	if alone == nil || alone.Error() != err.Error() {
		t.Errorf("the record: %v\nthe event: %v", err, alone)
	}
}

// A score that was kept with its answers is scored again to the same result, through JSON and back.
func TestAScoreIsReplayed(t *testing.T) {
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for id, src := range map[string]string{
		"phq-9":            `{"q1":1,"q2":2,"q3":2,"q4":1,"q5":0,"q6":1,"q7":{"missing":"declined"},"q8":0,"q9":3}`,
		"ucla-3":           `{}`,
		"eq-5d-5l":         `{"mobility": 2}`,
		"ons4":             `{"satisfied": 7}`,
		"oxford-hip-score": `{"q1": 3, "q2": 2}`,
		"named-concerns":   `{}`,
	} {
		q, err := lib.Questionnaire(id)
		if err != nil {
			t.Fatal(err)
		}
		answers, _ := q.ParseAnswers([]byte(src))
		result := q.Score(answers)
		scored, err := sdm.ScoredFrom(result, answers)
		if err != nil {
			t.Fatal(err)
		}
		r := add(t, sdm.NewRecord("p"), "", scored)
		text, err := r.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		back, err := sdm.ParseRecord(text)
		if err != nil {
			t.Fatal(err)
		}
		kept := back.Events()[0].Body.(sdm.Scored)
		again, err := kept.Again(q)
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		same := cmp.Comparer(func(a, b rule.Value) bool { return a == b })
		result.Unknown, again.Unknown = nil, nil // answers to no question of the sheet are not kept
		if diff := cmp.Diff(result.Scores, again.Scores, same); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
		if diff := cmp.Diff(result.Findings, again.Findings, same); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
		tried += len(again.Scores)
	}
	if tried < 6 {
		t.Errorf("only %d scores were tried", tried)
	}
	phq, _ := lib.Questionnaire("phq-9")
	if _, err := (sdm.Scored{Result: phq.Score(phq.Sheet().None())}).Again(phq); err == nil || !strings.Contains(err.Error(), "without its answers") {
		t.Errorf("error %v", err)
	}
	if _, err := (sdm.Scored{}).Again(phq); err == nil || !strings.Contains(err.Error(), "this is phq-9") {
		t.Errorf("error %v", err)
	}
}

// With the aid at hand, evidence says whether having no treatment was talked about, by the kinds of the aid's own options.
func TestEvidenceWithTheAid(t *testing.T) {
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	mine := hip(t)
	var waits, treats string
	for _, o := range mine.Aid().Definition().Options {
		if o.Kind.Waits() {
			waits = o.ID
		} else {
			treats = o.ID
		}
	}
	item := func(r sdm.Record, with sdm.Documents, id string) sdm.EvidenceItem {
		t.Helper()
		story, err := r.Replay()
		if err != nil {
			t.Fatal(err)
		}
		found, _ := story.Evidence(sdm.SharedDecisionMaking, with).Threads[0].Item(id)
		return found
	}
	with := sdm.Documents{Library: lib}
	one := sdm.Open(mine, today).GoThrough(treats)
	if got := item(one.Record(), with, "no_treatment"); got.Shown != sdm.NotShown || !strings.Contains(got.Because, waits) {
		t.Errorf("%+v", got)
	}
	both := one.GoThrough(waits).Ask("nothing", "", "").Ask("benefits", treats, "")
	if got := item(both.Record(), with, "no_treatment"); got.Shown != sdm.Passed || len(got.Events) != 1 {
		t.Errorf("%+v", got)
	}
	if got := item(both.Record(), with, "bran"); got.Shown != sdm.NotShown || !strings.Contains(got.Because, "risks, alternatives") {
		t.Errorf("%+v", got)
	}
	if got := item(both.Record(), sdm.Documents{}, "no_treatment"); got.Shown != sdm.NotKnown {
		t.Errorf("%+v", got)
	}
	other := add(t, sdm.NewRecord("p"), "", sdm.Opened{Aid: mine.Aid().ID(), Version: mine.Aid().Version(), Digest: "sha256:0"})
	if got := item(other, with, "no_treatment"); got.Shown != sdm.NotKnown || !strings.Contains(got.Because, "another form") {
		t.Errorf("%+v", got)
	}
}
