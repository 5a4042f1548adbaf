package support_test

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/activation/support"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// somebody is a random person: each question is answered three times in four.
type somebody struct{ facts, answers map[string]any }

func anybody(w world, random *rand.Rand) somebody {
	draw := func(sheet *question.Sheet) map[string]any {
		drawn := map[string]any{}
		for i, id := range sheet.IDs() {
			if random.IntN(4) == 0 {
				continue
			}
			switch kind := sheet.Type(i); {
			case id == "age":
				drawn[id] = random.IntN(100)
			case kind.Kind == rule.Truth:
				drawn[id] = random.IntN(2) == 1
			default:
				drawn[id] = kind.Options[random.IntN(len(kind.Options))].ID
			}
		}
		return drawn
	}
	return somebody{draw(w.facts.Sheet()), draw(w.offers.Policy().Sheet())}
}

func (w world) given(t testing.TB, s somebody, a *activation.Assessment) support.Given {
	t.Helper()
	return support.Given{On: today, Person: w.person(t, s.facts), Answers: w.answers(t, s.answers), Assessment: a, Confirmed: true}
}

// levels are assessments at every level of both measures.
func (w world) levels() []*activation.Assessment {
	var all []*activation.Assessment
	for _, x := range []float64{10, 50, 60, 90} {
		all = append(all, w.level(x))
	}
	for _, x := range []float64{2, 5, 8} {
		a := w.confidence.AssessScore(rule.ValueOf(x))
		all = append(all, &a)
	}
	return all
}

// TestUnknownLevelGetsNothingOfOneLevel holds that what a person is offered without a level they are offered at every level, and what
// they are not offered without a level they are offered at none. So nobody is taken to be at the lowest.
func TestUnknownLevelGetsNothingOfOneLevel(t *testing.T) {
	w := shipped(t)
	random := rand.New(rand.NewPCG(5, 22))
	levels, decided, open := w.levels(), 0, 0
	for range 200 {
		who := anybody(w, random)
		without := w.tailor(t, w.given(t, who, nil))
		if without.Stage != nil || without.HowOften != nil {
			t.Fatalf("%v has the stage %v", who, without.Stage)
		}
		for _, a := range levels {
			with := w.tailor(t, w.given(t, who, a))
			for _, o := range without.Offers {
				if o.State == policy.Unknown {
					open++
					continue
				}
				decided++
				if found := offer(t, with, o.ID); found.State != o.State {
					t.Fatalf("%v: %s is %v without a level and %v at %v", who, o.ID, o.State, found.State, a)
				}
			}
		}
	}
	if decided == 0 || open == 0 {
		t.Errorf("%d decided, %d open", decided, open)
	}
}

// TestAnswersTurnNothingOver holds that answering a blank may settle an offer and never turns over what was settled.
func TestAnswersTurnNothingOver(t *testing.T) {
	w := shipped(t)
	random := rand.New(rand.NewPCG(7, 11))
	levels, settled := append(w.levels(), nil), 0
	for range 300 {
		less, a := anybody(w, random), levels[random.IntN(8)]
		more := anybody(w, random)
		maps.Copy(more.facts, less.facts)
		maps.Copy(more.answers, less.answers)
		before, after := w.tailor(t, w.given(t, less, a)), w.tailor(t, w.given(t, more, a))
		for _, o := range slices.Concat(before.Offers, before.Arrangements) {
			if o.Kind == support.KindArrangement {
				if !slices.Contains(ids(after.Arrangements), o.ID) {
					t.Fatalf("%v: %s goes away with %v", less, o.ID, more)
				}
				continue
			}
			found := offer(t, after, o.ID)
			switch {
			case o.State == policy.Unknown && found.State != policy.Unknown:
				settled++
			case o.State != policy.Unknown && found.State != o.State:
				t.Fatalf("%v: %s is %v, and %v with %v", less, o.ID, o.State, found.State, more)
			}
		}
	}
	if settled == 0 {
		t.Error("no answer settled anything")
	}
}

// FuzzSteps holds that no bodies of events can break a thread, that a refused step changes nothing, and that what was accepted is
// written and read the same.
func FuzzSteps(f *testing.F) {
	f.Add([]byte(`{"document":"d","version":"1.0.0","offers":[{"offer":"a"},{"offer":"b"}]}`), []byte(`{"offer":"a","answer":"taken_up","actions":["x"]}`), []byte(`{"offer":"a","how":"stopped"}`), 3)
	f.Add([]byte(`{"document":"d","version":"1","offers":[{"offer":"a"}],"level":{"measure":"m"}}`), []byte(`{"offer":"a","answer":"later","ask_on":"2026-01-02"}`), []byte(`{"offer":"","how":"failed"}`), -1)
	f.Fuzz(func(t *testing.T, first, second, third []byte, apart int) {
		var o support.Offered
		var a support.Answered
		var e support.Ended
		if json.Unmarshal(first, &o) != nil || json.Unmarshal(second, &a) != nil || json.Unmarshal(third, &e) != nil {
			return
		}
		var s support.State
		for i, step := range []support.Step{a, o, e, a, e, a, a, e, o} {
			before := len(s.Progress())
			err := s.Apply("e", today.Add(i*(apart%1000)), step)
			if checked := step.Check(); checked != nil && err == nil {
				t.Errorf("%+v was applied: %v", step, checked)
			}
			if err != nil && len(s.Progress()) != before {
				t.Errorf("%+v was refused and changed the thread", step)
			}
			if err == nil {
				written, err := json.Marshal(step)
				if err != nil || len(written) < 2 {
					t.Errorf("%+v: %v", step, err)
				}
			}
		}
		for _, p := range s.Progress() {
			if p.Ended != "" && p.Answer != support.TakenUp {
				t.Errorf("%+v ended and was never taken up", p)
			}
		}
	})
}

// FuzzOffers holds that no document can break the reader, and that what it takes can be tailored to somebody of whom nothing is known.
func FuzzOffers(f *testing.F) {
	f.Add([]byte("kind: support-offers\nid: alone\nversion: 1.0.0\ntitle: A talk\ncriteria:\n  - {id: talk, kind: conversation, when: \"true\", basis: convention}\n"))
	f.Add([]byte("kind: support-offers\nid: a\nversion: 1.0.0\ntitle: A\nfacts:\n  - {id: b, ask: B, answer: yes_no}\ncriteria:\n  - {id: talk, kind: stage, levels: [{id: c, when: b}], order: \"1/0\", basis: local}\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		o, err := support.Load("fuzz.yaml", src)
		if (o == nil) == (err == nil) {
			t.Fatalf("%v, %v", o, err)
		}
		if err != nil {
			return
		}
		list, err := o.Tailor(support.Given{})
		if err != nil || len(list.In(support.Ready)) == 0 || len(list.Words()) < 3 {
			t.Errorf("%v: %+v", err, list)
		}
		if _, err := json.Marshal(list); err != nil {
			t.Error(err)
		}
	})
}
