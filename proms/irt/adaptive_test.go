package irt

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func mustAdaptive(t testing.TB, b *Bank, d Design) *Adaptive {
	t.Helper()
	cat, err := NewAdaptive(b, d)
	if err != nil {
		t.Fatal(err)
	}
	return cat
}

// run answers with f until the test stops.
func run(t testing.TB, cat *Adaptive, f func(q Question, n int) int8) State {
	t.Helper()
	var s Scratch
	st := cat.Start(&s)
	for n := 0; st.Stopped == ""; n++ {
		var err error
		if st, err = cat.Answer(&s, st, f(st.Next, n)); err != nil {
			t.Fatal(err)
		}
	}
	return st
}

// areaBank is the forty items, every fourth of area "b", the rest "a".
func areaBank(t testing.TB) *Bank {
	items := readItems(t, "cat_grm_bank.csv", GRM)
	for i := range items {
		items[i].Area = "a"
		if i%4 == 0 {
			items[i].Area = "b"
		}
	}
	return mustBank(t, items, func(s *Settings) { s.Grid = PatternGrid() })
}

// TestChoiceByOracle checks every choice of both criteria against a plain search with textbook probabilities.
func TestChoiceByOracle(t *testing.T) {
	b := areaBank(t)
	items := b.Items()
	for _, criterion := range []Criterion{MFI, MPWI} {
		cat := mustAdaptive(t, b, Design{Criterion: criterion, Stop: Stop{MinItems: 1, MaxItems: 8}})
		st := run(t, cat, func(_ Question, n int) int8 { return int8((3*n + 1) % 5) })
		asked := map[string]bool{}
		for n, step := range st.Steps {
			before := answersOf(b, State{Steps: st.Steps[:n]})
			theta := b.EAP(nil, before).Theta // 0 before any answer, the prior's mean
			best, second := "", ""
			value := map[string]float64{"": math.Inf(-1)}
			for i, it := range items {
				if asked[it.ID] {
					continue
				}
				value[it.ID] = handGradedInformation(it.Discrimination, it.Thresholds, theta)
				if criterion == MPWI {
					sum, mass := 0.0, 0.0
					for _, node := range b.nodes {
						w := math.Exp(-node * node / 2)
						for j, k := range before {
							if k >= 0 {
								w *= textbook(items[j], 1, node)[k]
							}
						}
						mass += w
						sum += w * handGradedInformation(items[i].Discrimination, items[i].Thresholds, node)
					}
					value[it.ID] = sum / mass
				}
				switch {
				case value[it.ID] > value[best]:
					best, second = it.ID, best
				case value[it.ID] > value[second]:
					second = it.ID
				}
			}
			q := step.Question
			if q.Item != best || q.RunnerUp != second || q.Rule != criterion || math.Abs(q.Value-value[best]) > 1e-9 || math.Abs(q.RunnerUpValue-value[second]) > 1e-9 {
				t.Errorf("%s, step %d: asked %+v, want %s (%v) before %s (%v)", criterion, n, q, best, value[best], second, value[second])
			}
			asked[q.Item] = true
		}
	}
}

func TestStartItem(t *testing.T) {
	cat := mustAdaptive(t, areaBank(t), Design{Criterion: MFI, Start: "17", Stop: Stop{MinItems: 1, MaxItems: 2}})
	free := mustAdaptive(t, areaBank(t), Design{Criterion: MFI, Stop: Stop{MinItems: 1, MaxItems: 2}})
	q, best := cat.Start(nil).Next, free.Start(nil).Next
	if q.Item != "17" || q.Rule != StartItem || q.RunnerUp != best.Item || q.RunnerUpValue != best.Value || q.Value >= best.Value {
		t.Errorf("start %+v, best %+v", q, best)
	}
	own := mustAdaptive(t, areaBank(t), Design{Criterion: MFI, Start: best.Item, Stop: Stop{MinItems: 1, MaxItems: 2}}).Start(nil).Next
	if own.Item != best.Item || own.RunnerUp != best.RunnerUp || own.Value != best.Value {
		t.Errorf("the best item as the start gives %+v, want %+v", own, best)
	}
	st := run(t, cat, func(Question, int) int8 { return 2 })
	if st.Steps[1].Question.Rule != MFI || st.Stopped != StopMaxItems {
		t.Errorf("after the start item: %+v", st)
	}
}

func TestContentBalance(t *testing.T) {
	b := areaBank(t)
	cat := mustAdaptive(t, b, Design{Criterion: MPWI, Balance: []Share{{"a", 60}, {"b", 40}}, Stop: Stop{MinItems: 1, MaxItems: 40}})
	st := run(t, cat, func(_ Question, n int) int8 { return int8(n % 5) })
	if st.Stopped != StopMaxItems || len(st.Steps) != 40 {
		t.Fatalf("stopped %q after %d", st.Stopped, len(st.Steps))
	}
	count := map[string]int{}
	for n, step := range st.Steps {
		count[step.Question.Area]++
		if n < 25 { // until area b, with ten items, has none left
			if want := 0.4 * float64(n+1); math.Abs(float64(count["b"])-want) > 1 {
				t.Errorf("after %d items, %d are of area b, want about %v", n+1, count["b"], want)
			}
		} else if step.Question.Area != "a" {
			t.Errorf("step %d asks of area %q", n, step.Question.Area)
		}
		if up := step.Question.RunnerUp; up != "" {
			if i, _ := b.Index(up); b.Items()[i].Area != step.Question.Area {
				t.Errorf("step %d: the runner-up %q is of another area", n, up)
			}
		}
	}
	start := mustAdaptive(t, b, Design{Criterion: MFI, Start: "1", Balance: []Share{{"a", 3}, {"b", 1}}, Stop: Stop{MinItems: 1, MaxItems: 4}})
	st = run(t, start, func(Question, int) int8 { return 2 })
	areas := ""
	for _, step := range st.Steps {
		areas += step.Question.Area
	}
	if areas != "baaa" { // the start item takes the only place of area b
		t.Errorf("areas in order are %q, want baaa", areas)
	}
}

func TestStopRules(t *testing.T) {
	b := areaBank(t)
	middle := func(Question, int) int8 { return 2 }
	free := run(t, mustAdaptive(t, b, Design{Criterion: MFI, Stop: Stop{MinItems: 1, MaxItems: 40}}), middle)
	if free.Stopped != StopMaxItems || len(free.Steps) != 40 {
		t.Fatalf("without rules: %q after %d", free.Stopped, len(free.Steps))
	}
	if more := run(t, mustAdaptive(t, b, Design{Criterion: MFI, Stop: Stop{MinItems: 1, MaxItems: 99}}), middle); more.Stopped != StopNoItems {
		t.Errorf("an empty bank stops with %q", more.Stopped)
	}
	at := free.Steps[6].Estimate.SE // the standard error after seven items, exactly
	change := math.Abs(free.Steps[6].Estimate.SE - free.Steps[5].Estimate.SE)
	for name, c := range map[string]struct {
		stop  Stop
		items int
		why   StopReason
	}{
		"at or below":     {Stop{1, 40, Limit{at, true}, Limit{}}, 7, StopSE},
		"below":           {Stop{1, 40, Limit{at, false}, Limit{}}, 8, StopSE},
		"not before min":  {Stop{12, 40, Limit{at, true}, Limit{}}, 12, StopSE},
		"max before se":   {Stop{1, 5, Limit{at, true}, Limit{}}, 5, StopMaxItems},
		"se before max":   {Stop{1, 7, Limit{at, true}, Limit{}}, 7, StopSE},
		"change, at":      {Stop{7, 40, Limit{}, Limit{change, true}}, 7, StopSEChange},
		"change, below":   {Stop{7, 40, Limit{}, Limit{change, false}}, 8, StopSEChange},
		"se before chng.": {Stop{7, 40, Limit{at, true}, Limit{change, true}}, 7, StopSE},
	} {
		st := run(t, mustAdaptive(t, b, Design{Criterion: MFI, Stop: c.stop}), middle)
		if len(st.Steps) != c.items || st.Stopped != c.why {
			t.Errorf("%s: %q after %d items, want %q after %d", name, st.Stopped, len(st.Steps), c.why, c.items)
		}
	}
}

func TestSkippedItems(t *testing.T) {
	b := areaBank(t)
	cat := mustAdaptive(t, b, Design{Criterion: MPWI, Stop: Stop{MinItems: 3, MaxItems: 6, SE: Limit{2, true}, SEChange: Limit{1, true}}})
	st := run(t, cat, func(Question, int) int8 { return -5 })
	if st.Stopped != StopMaxItems || len(st.Steps) != 6 || st.Estimate() != (Estimate{Reason: NoAnswers}) || st.Steps[0].Response != Missing {
		t.Errorf("all skipped: %+v", st)
	}
	var values []float64
	for _, step := range st.Steps {
		values = append(values, step.Question.Value)
	}
	if !slices.IsSortedFunc(values, func(x, y float64) int { return -cmpFloat(x, y) }) {
		t.Errorf("nothing is learnt, so values fall: %v", values)
	}
	st = run(t, cat, func(_ Question, n int) int8 { return []int8{2, Missing, 2, Missing, 2, 2}[n] })
	if st.Stopped != StopSE || len(st.Steps) != 5 || st.Estimate().Answered != 3 {
		t.Errorf("two skipped: stopped %q after %d with %+v", st.Stopped, len(st.Steps), st.Estimate())
	}
	if st.Steps[1].Estimate != st.Steps[0].Estimate {
		t.Errorf("a skipped item moves the estimate from %+v to %+v", st.Steps[0].Estimate, st.Steps[1].Estimate)
	}
}

func cmpFloat(x, y float64) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// TestResume stores the state as JSON between all answers and ends with the same trace; earlier states stay as they were.
func TestResume(t *testing.T) {
	b := areaBank(t)
	design := Design{Criterion: MPWI, Start: "3", Balance: []Share{{"a", 2}, {"b", 1}}, Stop: Stop{MinItems: 4, MaxItems: 12, SE: Limit{0.22, false}}}
	r := rand.New(rand.NewPCG(61, 67))
	for range 20 {
		var answers []int8
		whole := run(t, mustAdaptive(t, b, design), func(Question, int) int8 {
			answers = append(answers, int8(r.IntN(6)-1))
			return answers[len(answers)-1]
		})
		st := mustAdaptive(t, b, design).Start(nil)
		var earlier []State
		var texts []string
		for _, x := range answers {
			text, err := json.Marshal(st)
			if err != nil {
				t.Fatal(err)
			}
			earlier, texts = append(earlier, st), append(texts, string(text))
			var back State
			if err := json.Unmarshal(text, &back); err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(st, back); d != "" {
				t.Fatalf("a state changes in JSON:\n%s", d)
			}
			if st, err = mustAdaptive(t, b, design).Answer(nil, back, x); err != nil {
				t.Fatal(err)
			}
		}
		if d := cmp.Diff(whole, st); d != "" {
			t.Errorf("resumed and whole differ:\n%s", d)
		}
		for i, old := range earlier {
			if text, _ := json.Marshal(old); string(text) != texts[i] {
				t.Errorf("state %d was altered by a later answer", i)
			}
		}
		if err := mustAdaptive(t, b, design).Verify(nil, st); err != nil {
			t.Error(err)
		}
	}
}

func TestBadStates(t *testing.T) {
	b := areaBank(t)
	design := Design{Criterion: MFI, Stop: Stop{MinItems: 1, MaxItems: 5}}
	cat := mustAdaptive(t, b, design)
	make3 := func() State {
		st := cat.Start(nil)
		for range 3 {
			var err error
			if st, err = cat.Answer(nil, st, 2); err != nil {
				t.Fatal(err)
			}
		}
		return st
	}
	done := run(t, cat, func(Question, int) int8 { return 2 })
	for name, c := range map[string]struct {
		change func(*State)
		field  string
		says   string
		answer bool // Answer finds it too, without a replay
	}{
		"another test":     {func(st *State) { st.Test = "x" }, "test", "another bank", true},
		"empty":            {func(st *State) { *st = State{} }, "test", "another bank", true},
		"unknown item":     {func(st *State) { st.Steps[1].Question.Item = "q" }, "steps", "", true},
		"asked twice":      {func(st *State) { st.Steps[1].Question.Item = st.Steps[0].Question.Item }, "steps", "", true},
		"no such category": {func(st *State) { st.Steps[1].Response = 5 }, "", "", true},
		"NaN":              {func(st *State) { st.Steps[2].Question.Value = math.NaN() }, "steps", "", true},
		"infinite SE":      {func(st *State) { st.Steps[2].Estimate.SE = math.Inf(1) }, "steps", "", true},
		"next asked":       {func(st *State) { st.Next = st.Steps[0].Question }, "next", "", true},
		"no next":          {func(st *State) { st.Next = Question{} }, "next", "", true},
		"other next":       {func(st *State) { st.Next.Item = st.Next.RunnerUp }, "next", "replay", false},
		"other answer":     {func(st *State) { st.Steps[1].Response = 0 }, "steps", "another estimate", false},
		"other value":      {func(st *State) { st.Steps[1].Question.Value++ }, "steps", "differs", false},
		"stopped":          {func(st *State) { *st = done }, "stopped", "has stopped", true},
		"one too many":     {func(st *State) { *st = done; st.Steps = append(slices.Clone(st.Steps), Step{}) }, "steps", "should have stopped", false},
	} {
		st := make3()
		c.change(&st)
		if name != "stopped" {
			err := cat.Verify(nil, st)
			if name == "no such category" {
				wantFault(t, name+" (verify)", err, ErrResponses, "response", "categories")
			} else {
				wantFault(t, name+" (verify)", err, ErrState, c.field, c.says)
			}
		}
		if c.answer {
			_, err := cat.Answer(nil, st, 2)
			if name == "no such category" {
				c.field = "steps"
			}
			wantFault(t, name, err, ErrState, c.field, "")
		}
	}
	st := make3()
	got, err := cat.Answer(nil, st, 5)
	wantFault(t, "answer of no category", err, ErrResponses, "response", "counted from 0")
	if d := cmp.Diff(st, got); d != "" {
		t.Errorf("a refused answer changes the state:\n%s", d)
	}
}

func TestNoEstimateStops(t *testing.T) {
	var items []Item
	for i := range 80 {
		items = append(items, Item{ID: string(rune('A' + i)), Model: TwoPL, Discrimination: 6, Thresholds: []float64{float64(i%9) / 40}})
	}
	cat := mustAdaptive(t, mustBank(t, items, nil), Design{Criterion: MFI, Stop: Stop{MinItems: 1, MaxItems: 80}})
	st := run(t, cat, func(_ Question, n int) int8 { return int8(n % 2) })
	if st.Stopped != StopNoEstimate || st.Estimate().Reason != GridTooCoarse {
		t.Errorf("stopped %q with %+v", st.Stopped, st.Estimate())
	}
}

func TestBadDesigns(t *testing.T) {
	b := areaBank(t)
	good := Design{Criterion: MFI, Start: "1", Balance: []Share{{"a", 1}, {"b", 1}}, Stop: Stop{MinItems: 2, MaxItems: 5, SE: Limit{Value: 0.3}}}
	mustAdaptive(t, b, good)
	for name, c := range map[string]struct {
		change func(*Design)
		field  string
		says   string
	}{
		"criterion":      {func(d *Design) { d.Criterion = "random" }, "criterion", "mpwi"},
		"start rule":     {func(d *Design) { d.Criterion = StartItem }, "criterion", "mfi"},
		"unknown start":  {func(d *Design) { d.Start = "q" }, "start", "not an item"},
		"no minimum":     {func(d *Design) { d.Stop.MinItems = 0 }, "stop.min_items", "at least one"},
		"max below min":  {func(d *Design) { d.Stop.MaxItems = 1 }, "stop.max_items", "below min_items"},
		"negative se":    {func(d *Design) { d.Stop.SE.Value = -1 }, "stop.se", "above 0"},
		"NaN change":     {func(d *Design) { d.Stop.SEChange.Value = math.NaN() }, "stop.se_change", "above 0"},
		"empty limit":    {func(d *Design) { d.Stop.SEChange.Inclusive = true }, "stop.se_change", "no value"},
		"no weight":      {func(d *Design) { d.Balance = []Share{{"a", 0}, {"b", 1}} }, "balance[0].weight", "whole number"},
		"twice an area":  {func(d *Design) { d.Balance = []Share{{"a", 1}, {"b", 1}, {"a", 1}} }, "balance[2].area", "twice"},
		"empty area":     {func(d *Design) { d.Balance = append(slices.Clone(d.Balance), Share{"c", 1}) }, "balance[2].area", "no items"},
		"area forgotten": {func(d *Design) { d.Balance = []Share{{"a", 1}} }, "balance", "never be asked"},
	} {
		d := good
		c.change(&d)
		_, err := NewAdaptive(b, d)
		wantFault(t, name, err, ErrDesign, c.field, c.says)
	}
	_, err := NewAdaptive(nil, good)
	wantFault(t, "no bank", err, ErrDesign, "bank", "NewBank")
	_, err = NewAdaptive(new(Bank), Design{Criterion: MFI, Stop: Stop{MinItems: 1, MaxItems: 1}})
	wantFault(t, "a bank that nobody made", err, ErrDesign, "bank", "NewBank")
	one, other := mustAdaptive(t, b, good), good
	other.Stop.SE.Inclusive = true
	if one.Digest() == mustAdaptive(t, b, other).Digest() {
		t.Error("two designs have one digest")
	}
}
