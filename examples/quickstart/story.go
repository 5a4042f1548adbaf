package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// What Mrs Hall told the practice, as it would come in over HTTP.
const (
	moodAnswers       = `{"q1": 1, "q2": "more_than_half", "q3": 2, "q4": 1, "q5": 0, "q6": 1, "q7": 1, "q8": 0, "q9": null}`
	confidenceAnswers = `{"q1": 4, "q2": 5, "q3": 6, "q4": 5, "q5": 4, "q6": 6}`
	personFacts       = `{
		"age": 76, "sex": "female",
		"hypertension": {"value": true, "from": "GP record", "on": "2026-10-01"},
		"diabetes": {"value": true, "from": "GP record", "on": "2026-10-01"},
		"heart_failure": false, "had_stroke": false, "vascular_disease": false, "mechanical_valve": false
	}`
)

// teller prints the story, and keeps the first error so that the telling reads in one go.
type teller struct {
	out   io.Writer
	lib   *sdm.Library
	today day.Day
	err   error
}

// tell prints one person's conversation.
func tell(out io.Writer, lib *sdm.Library, today day.Day) error {
	t := &teller{out: out, lib: lib, today: today}
	t.line("Mrs Hall is 76. Her heartbeat is irregular (atrial fibrillation). Today, %s, she talks with her nurse.", today.Long())
	t.mood()
	t.confidence()
	mine := t.options()
	t.talk(mine)
	return t.err
}

func (t *teller) line(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.out, format+"\n", args...)
	}
}

func (t *teller) heading(words string) { t.line("\n%s\n%s", words, strings.Repeat("-", len(words))) }

// mood scores a questionnaire with one blank, and says how.
func (t *teller) mood() {
	phq, err := t.lib.Questionnaire("phq-9")
	if err != nil {
		t.err = err
		return
	}
	answers, err := phq.ParseAnswers([]byte(moodAnswers))
	if err != nil {
		t.err = err
		return
	}
	t.heading("How she has been: " + phq.Title())
	result := phq.Score(answers)
	for _, s := range result.Scores {
		t.line("%s: %s (%s)", s.Title, s.Value, s.BandLabel)
	}
	for _, f := range result.Alerts() {
		t.line("To look at: %s is %s, for want of %s. She left it blank, and the nurse asks.", f.ID, f.State, strings.Join(f.Missing, ", "))
	}
	t.line("How that came about:")
	for _, e := range phq.Explain(answers) {
		t.line("  %s", strings.ReplaceAll(e.String(), "\n", "\n  "))
	}
}

// confidence assesses activation; the level is a place to start a conversation, not a label.
func (t *teller) confidence() {
	measure, err := t.lib.Measure("self-management-confidence")
	if err != nil {
		t.err = err
		return
	}
	answers, err := measure.Questionnaire().ParseAnswers([]byte(confidenceAnswers))
	if err != nil {
		t.err = err
		return
	}
	t.heading("How confident she is: " + measure.Title())
	for _, step := range measure.Explain(measure.Assess(answers)) {
		t.line("%s", step)
	}
}

// options shows what is known of each option for her.
func (t *teller) options() decisionaid.Personal {
	who, err := t.lib.ParsePerson([]byte(personFacts), t.today)
	if err != nil {
		t.err = err
		return decisionaid.Personal{}
	}
	aid, err := t.lib.Aid("atrial-fibrillation-stroke")
	if err != nil {
		t.err = err
		return decisionaid.Personal{}
	}
	mine := aid.For(who)
	t.heading("The options, side by side, for her")
	t.line("%s", mine.Text())
	return mine
}

// talk carries the conversation to a decision, and shows the record.
func (t *teller) talk(mine decisionaid.Personal) {
	if t.err != nil {
		return
	}
	talk := sdm.OpenIn(sdm.NewRecord("mrs-hall"), mine, t.today).
		Value("avoid_stroke", 90).
		Value("no_blood_tests", 40).
		Matters("I want to keep looking after my grandson without going to the clinic all the time.").
		GoThrough("none").GoThrough("warfarin").GoThrough("doac").
		Ask("benefits", "doac", "Fewer people have a stroke, as shown above.").
		Ask("risks", "doac", "Bleeding; nobody has a number that fits her, and we said so.").
		Ask("alternatives", "", "Warfarin, or no blood thinner.").
		Ask("nothing", "", "She carries on as she is, and can decide later.").
		NotYet(sdm.ByPerson, "my daughter is here on Saturday", "I want to talk it over").
		On(t.today.Add(7)).
		Choose("doac", sdm.ByPerson, "Avoiding a stroke matters most to me", "A check of my kidneys now and then is less than the clinic all the time")
	t.err = talk.Err()
	t.heading("What was said and decided")
	t.told(mine, talk.Talk())
	t.heading("The record: dated events, one a line, that replay to the same state")
	for event := range talk.Record().All() {
		line, err := json.Marshal(event)
		if err != nil {
			t.err = err
			return
		}
		t.line("%s", line)
	}
}

// told says the state of a conversation in words.
func (t *teller) told(mine decisionaid.Personal, talk sdm.Talk) {
	aid, names, asks := mine.Aid().Definition(), map[string]string{}, map[string]string{}
	for _, o := range aid.Options {
		names[o.ID] = o.Label
	}
	for _, v := range aid.Values {
		asks[v.ID] = v.Ask
	}
	for _, p := range aid.Questions.Prompts() {
		asks[p.ID] = p.Ask
	}
	for _, m := range talk.Matters {
		if m.What.Weight != nil {
			t.line("%s %.0f out of 100", asks[m.What.Value], *m.What.Weight)
		} else {
			t.line("In her own words: %s", m.What.Words)
		}
	}
	var through []string
	for _, option := range talk.WentThrough {
		through = append(through, names[option])
	}
	t.line("Gone through: %s", strings.Join(through, "; "))
	for _, a := range talk.Asked {
		about := asks[a.What.Question]
		if a.What.Option != "" {
			about = names[a.What.Option] + ": " + about
		}
		t.line("%s %s", about, a.What.Answer)
	}
	if d := talk.Decision; d != nil {
		t.line("Decided on %s by the %s: %s, because: %s", d.On.Long(), d.By, names[d.What.Option], strings.Join(d.What.Reasons, "; "))
	}
}
