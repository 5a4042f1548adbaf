package budget_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

// decodeAs reads JSON strictly into a step of the type of another.
func decodeAs(t testing.TB, like budget.Step, src []byte) budget.Step {
	t.Helper()
	into := reflect.New(reflect.TypeOf(like))
	d := json.NewDecoder(bytes.NewReader(src))
	d.DisallowUnknownFields()
	if err := d.Decode(into.Interface()); err != nil {
		t.Fatalf("%s: %v", src, err)
	}
	return into.Elem().Interface().(budget.Step)
}

func TestAYear(t *testing.T) {
	second := agreed()
	second.Supersedes = "e3"
	second.Lines = second.Lines[:2]
	s := must(t, append(begun(),
		event{"e4", "2026-04-01", entry(budget.Allocate, "pa", 725_000)},
		event{"e5", "2026-04-01", entry(budget.Allocate, "physio", 274_001)},
		event{"e6", "2026-04-01", entry(budget.Release, string(budget.Direct), 60_000)},
		event{"e7", "2026-04-20", entry(budget.Spend, "pa", 50_000)},
		event{"e8", "2026-07-01", budget.Reviewed{Why: budget.ReviewPlanned, Found: "It helps.", Next: on("2027-03-01")}},
		event{"e9", "2026-08-01", second},
		event{"e10", "2026-08-02", entry(budget.Spend, "pa", 5_000)},
		event{"e11", "2026-09-01", budget.Stopped{Mode: budget.Direct, Ground: "stop_consent", Mandatory: true, Reasons: []string{"The person withdrew consent."}}},
		event{"e12", "2026-09-02", entry(budget.Return, string(budget.Direct), 4_000)},
		event{"e13", "2026-09-03", budget.RepaymentAsked{Ground: "repay_unused", Amount: budget.GBP(1_000), Reasons: []string{"It is unused."}, Until: on("2026-11-01"), From: "the person"}},
		event{"e14", "2026-09-20", entry(budget.ClawBack, string(budget.Direct), 1_000)},
		event{"e15", "2026-10-01", budget.Reconsidered{Of: "e11", Outcome: budget.Changed, Reasons: []string{"The person thought again."}}},
		event{"e16", "2026-10-02", entry(budget.Release, "pa", 60_000)},
	)...)
	b, _ := s.InForce()
	whole := s.Ledger().Whole()
	if b.ID != "e9" || whole.Released != budget.GBP(120_000) || whole.Spent != budget.GBP(55_000) || whole.Unspent != budget.GBP(60_000) || whole.Underspend != budget.GBP(65_000) ||
		whole.Available != budget.GBP(999_001-60_000) || s.FirstPaid() != on("2026-04-01") || s.Last() != on("2026-10-02") || s.Ended(budget.Direct) != "" {
		t.Errorf("%s %+v", b.ID, whole)
	}
	if pa, _ := s.Ledger().Line("pa"); pa.Released != budget.GBP(60_000) || pa.Spent != budget.GBP(55_000) {
		t.Errorf("%+v", pa)
	}
	if n := s.Ledger().Mode(budget.Notional); n.Allocated != budget.GBP(274_001) || n.Released != budget.GBP(0) {
		t.Errorf("%+v", n)
	}
}

// TestOutOfOrder holds that what does not belong where it stands is told, names what belongs there, and changes nothing.
func TestOutOfOrder(t *testing.T) {
	refused := budget.Refused{What: budget.RefusedBudget, Reasons: []string{"Not eligible."}}
	stop := budget.Stopped{Ground: "stop_death", Reasons: []string{"x"}}
	stopDirect := budget.Stopped{Mode: budget.Direct, Ground: "stop_consent", Mandatory: true, Reasons: []string{"x"}}
	again, euro, other := agreed(), agreed(), agreed()
	again.Supersedes = "e3"
	other.Supersedes = "e1"
	euro.Amount.Currency = "EUR"
	euro.Shares, euro.Contributions, euro.Contingency = []budget.Share{{Mode: budget.Direct, Amount: euro.Amount}}, nil, budget.Money{}
	euro.Lines = []budget.Line{{ID: "pa", Category: "other", What: "x", Cost: euro.Amount, Mode: budget.Direct, Needs: []string{"n"}, Outcomes: []string{"o"}}}
	mismatch := entry(budget.Spend, "pa", 5)
	mismatch.Mode = budget.Notional
	shorter := again
	shorter.Lines = again.Lines[:2]
	paid := append(begun(), event{"p1", "2026-04-01", entry(budget.Allocate, "pa", 9_000)}, event{"p2", "2026-04-01", entry(budget.Release, "pa", 9_000)})
	reconsidered := budget.Reconsidered{Of: "e4", Outcome: budget.Upheld, Reasons: []string{"x"}}
	repay := budget.RepaymentAsked{Ground: "repay_death", Amount: budget.GBP(9_001), Reasons: []string{"x"}, Until: on("2027-01-01"), From: "the estate"}
	for name, c := range map[string]struct {
		before []event
		last   event
		words  string
	}{
		"no request":             {nil, event{"e1", "2026-01-01", agreed()}, "a budget starts with the event budget_requested"},
		"two requests":           {begun(), event{"e4", "2026-04-01", budget.Requested{Basis: "wheelchair"}}, "a new request opens a budget of its own"},
		"no id":                  {begun(), event{"", "2026-04-01", again}, "id: the event has none"},
		"a day too early":        {begun(), event{"e4", "2026-03-19", again}, "put the events in the order of their days"},
		"an entry too early":     {begun(), event{"e4", "2026-03-19", entry(budget.Allocate, "pa", 1)}, "put the events in the order of their days"},
		"a decision twice":       {begun(), event{"e3", "2026-04-01", again}, "is already an event of this budget"},
		"the request's id":       {begun(), event{"e1", "2026-04-01", again}, "is already an event of this budget"},
		"entry before agreement": {begun()[:2], event{"e3", "2026-04-01", entry(budget.Allocate, "pa", 1)}, "budget_agreed comes first"},
		"review before":          {begun()[:2], event{"e3", "2026-04-01", budget.Reviewed{Why: budget.ReviewAsked, Found: "x"}}, "budget_agreed comes first"},
		"stop before":            {begun()[:2], event{"e3", "2026-04-01", stop}, "budget_agreed comes first"},
		"repayment before":       {begun()[:2], event{"e3", "2026-04-01", repay}, "budget_agreed comes first"},
		"nothing superseded":     {begun(), event{"e4", "2026-04-01", agreed()}, "the budget in force is that of \"e3\""},
		"another superseded":     {begun(), event{"e4", "2026-04-01", other}, "the budget in force is that of \"e3\""},
		"superseded too soon":    {begun()[:2], event{"e3", "2026-04-01", again}, "no budget was agreed before"},
		"another currency":       {begun()[:2], event{"e3", "2026-04-01", euro}, "the sums of this budget so far are in GBP"},
		"refused":                {append(begun()[:2], event{"r", "2026-03-01", refused}), event{"e3", "2026-04-01", agreed()}, "a reconsideration that changes that, or a new request"},
		"indicated when refused": {append(begun()[:2], event{"r", "2026-03-01", refused}), event{"e3", "2026-04-01", begun()[1].step}, "a reconsideration that changes that, or a new request"},
		"refused after all":      {begun(), event{"e4", "2026-04-01", refused}, "stopped and not refused"},
		"stopped":                {append(begun(), event{"e4", "2026-04-01", stop}), event{"e5", "2026-04-01", again}, "refused or stopped in \"e4\""},
		"stopped twice":          {append(begun(), event{"e4", "2026-04-01", stop}), event{"e5", "2026-04-01", stopDirect}, "already stopped in \"e4\""},
		"a mode stopped twice":   {append(begun(), event{"e4", "2026-04-01", stopDirect}), event{"e5", "2026-04-01", stopDirect}, "already stopped in \"e4\""},
		"a mode that is not":     {begun(), event{"e4", "2026-04-01", budget.Stopped{Mode: budget.ThirdParty, Ground: "x", Reasons: []string{"x"}}}, "nothing of the budget in force is managed as third_party"},
		"paid after the stop":    {append(begun(), event{"e4", "2026-04-01", stopDirect}), event{"e5", "2026-04-01", entry(budget.Allocate, "pa", 1)}, "nothing more is set aside or paid out"},
		"a stopped mode again":   {append(begun(), event{"e4", "2026-04-01", stopDirect}), event{"e5", "2026-04-01", again}, "direct_payment was stopped in \"e4\""},
		"an unknown line":        {begun(), event{"e4", "2026-04-01", entry(budget.Allocate, "taxi", 1)}, "no line \"taxi\" was ever agreed"},
		"the wrong mode":         {begun(), event{"e4", "2026-04-01", mismatch}, "managed as direct_payment and not as notional"},
		"over the share":         {begun(), event{"e4", "2026-04-01", entry(budget.Allocate, "pa", 900_001)}, "£9,000.01 would be allocated as direct_payment"},
		"a line that is gone":    {append(begun(), event{"e4", "2026-04-01", shorter}), event{"e5", "2026-04-01", entry(budget.Allocate, "physio", 1)}, "no longer part of the budget"},
		"reconsidered what":      {begun(), event{"e4", "2026-04-01", reconsidered}, "\"e4\" is no decision of this budget"},
		"too much asked back":    {paid, event{"e4", "2026-05-01", repay}, "only £90.00 have not come back"},
	} {
		t.Run(name, func(t *testing.T) {
			s := must(t, c.before...)
			before := snapshot(s)
			err := s.Apply(c.last.id, on(c.last.on), c.last.step)
			var faults fault.Faults
			if !errors.As(err, &faults) || !strings.Contains(err.Error(), c.words) {
				t.Fatalf("%v", err)
			}
			if after := snapshot(s); after != before {
				t.Errorf("it changed\n%s\ninto\n%s", before, after)
			}
		})
	}
	s := must(t, begun()...)
	if err := s.Apply("e4", day.Day{}, again); err == nil || !strings.Contains(err.Error(), "has no day") {
		t.Error(err)
	}
	for _, step := range []budget.Step{nil, &again, (*budget.Agreed)(nil), (*budget.Entry)(nil)} {
		if err := s.Apply("e4", on("2026-04-01"), step); !errors.Is(err, budget.ErrNoStep) {
			t.Errorf("%T: %v", step, err)
		}
		if err := budget.CheckStep(step); !errors.Is(err, budget.ErrNoStep) {
			t.Errorf("%T: %v", step, err)
		}
	}
}

// snapshot writes down what can be seen of a state.
func snapshot(s *budget.State) string {
	seen := map[string]any{"state": s, "closed": s.Closed(), "last": s.Last(), "paid": s.FirstPaid()}
	for _, m := range budget.Modes() {
		seen["ended "+string(m)] = s.Ended(m)
	}
	if l := s.Ledger(); l != nil {
		seen["whole"], seen["lines"], seen["n"] = l.Whole(), l.Lines(), l.Len()
	}
	src, err := json.Marshal(seen)
	if err != nil {
		return err.Error()
	}
	return string(src)
}

func TestAReconsiderationReopens(t *testing.T) {
	refused := budget.Refused{What: budget.RefusedBudget, Reasons: []string{"x"}}
	changed := budget.Reconsidered{Of: "r", Outcome: budget.Changed, Reasons: []string{"x"}}
	s := must(t, append(begun()[:2], event{"r", "2026-03-01", refused}, event{"c", "2026-03-02", changed}, begun()[2])...)
	if _, inForce := s.InForce(); !inForce || s.Closed() != "" {
		t.Error("it is not open again")
	}
	upheld := changed
	upheld.Outcome = budget.Upheld
	if _, i, err := replay(append(begun()[:2], event{"r", "2026-03-01", refused}, event{"c", "2026-03-02", upheld}, begun()[2])...); err == nil || i != 4 {
		t.Errorf("%d %v", i, err)
	}
}

// FuzzSteps holds that no JSON makes a step panic, that what is in order in itself reads back the same, and that applying it changes
// nothing where there is an error.
func FuzzSteps(f *testing.F) {
	for i, step := range everyStep() {
		src, err := json.Marshal(step)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(i, src)
		f.Add(i, []byte(`{}`))
	}
	f.Add(2, []byte(`{"amount":{"minor":9007199254740991,"currency":"GBP"},"period":{"from":"0001-01-01","to":"9999-12-31"},"shares":[{"mode":"notional","amount":null}],"lines":[{}]}`))
	policies := []*budget.Policy{shipped(f).law, shipped(f).local}
	f.Fuzz(func(t *testing.T, kind int, src []byte) {
		all := budget.Steps()
		into := reflect.New(reflect.TypeOf(all[(kind%len(all)+len(all))%len(all)]))
		if json.Unmarshal(src, into.Interface()) != nil {
			return
		}
		step := into.Elem().Interface().(budget.Step)
		wrong := step.Check()
		_ = budget.CheckStep(step, policies...)
		if wrong == nil {
			again, err := json.Marshal(step)
			if err != nil {
				t.Fatal(err)
			}
			third, err := json.Marshal(decodeAs(t, step, again))
			if err != nil || !bytes.Equal(again, third) {
				t.Errorf("%s became %s, %v", again, third, err)
			}
		}
		s := must(t, begun()[:1+len(src)%3]...)
		before := snapshot(s)
		err := s.Apply("x", on("2026-05-01"), step)
		if wrong != nil && err == nil || err != nil && snapshot(s) != before {
			t.Errorf("%v, then %v", wrong, err)
		}
		for _, p := range policies {
			p.Findings(budget.Given{State: s, AsOf: on("2026-11-22")})
		}
	})
}
