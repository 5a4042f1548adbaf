package budget_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

const examples = "../../examples/"

// on reads a day that is known to be right.
func on(text string) day.Day {
	d, err := day.Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// world is the shipped policies, made ready once for all tests.
type world struct {
	set        *schemas.Set
	law, local *budget.Policy
	people     *person.Vocabulary
}

var made = sync.OnceValues(func() (world, error) {
	files, err := filepath.Glob(examples + "budgets/*.yaml")
	var docs []*schemas.Document
	for _, file := range append(files, examples+"person-facts.yaml") {
		src, readErr := os.ReadFile(file)
		doc, faults := schemas.Parse(file, src)
		err = errors.Join(err, readErr, faults.Err())
		docs = append(docs, doc)
	}
	if err != nil {
		return world{}, err
	}
	set, faults := schemas.NewSet(docs...)
	w := world{set: set}
	w.law, err = budget.FromSet(set, "personal-health-budget-england")
	local, localErr := budget.FromSet(set, "northridge-icb-budgets@0.1.0")
	people, peopleErr := person.FromSet(set, "person-facts@1")
	w.local, w.people = local, people
	return w, errors.Join(faults.Err(), err, localErr, peopleErr)
})

func shipped(t testing.TB) world {
	t.Helper()
	w, err := made()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// agreed is a budget in order: a mix of a direct payment and a notional budget that two agencies pay into. Tests change it at will.
func agreed() budget.Agreed {
	three, days := true, 28
	return budget.Agreed{
		Amount: budget.GBP(1_200_000),
		Period: budget.Period{From: on("2026-04-01"), To: on("2027-03-31")},
		Shares: []budget.Share{{Mode: budget.Direct, Amount: budget.GBP(900_000), Percent: budget.Whole(75)}, {Mode: budget.Notional, Amount: budget.GBP(300_000), Percent: budget.Whole(25)}},
		Contributions: []budget.Contribution{
			{Agency: "Northridge ICB", Amount: budget.GBP(800_000), Ground: "NHS Act 2006"}, {Agency: "Northridge Council", Amount: budget.GBP(400_000), Ground: "Care Act 2014"},
		},
		Lines: []budget.Line{
			{ID: "pa", Category: "personal_assistant", What: "A personal assistant for the mornings", Supplier: "Sam", Paid: budget.Worker, Quantity: budget.Whole(500), Unit: "hours",
				Rate: budget.GBP(1450), Cost: budget.GBP(725_000), Mode: budget.Direct, Needs: []string{"washing"}, Outcomes: []string{"independence"}, Actions: []string{"find_pa"}},
			{ID: "swim", Category: "activity", What: "Swimming", Paid: budget.Organisation, Cost: budget.GBP(30_000), Mode: budget.Direct, Needs: []string{"pain"}, Outcomes: []string{"moving", "independence"}},
			{ID: "physio", Category: "therapy", What: "Physiotherapy for a part of the year", Quantity: budget.Whole(1), Unit: "year", Rate: budget.GBP(365_001),
				Proration: &budget.Proration{Period: budget.Period{From: on("2026-07-01"), To: on("2027-03-31")}, Days: 274, Of: 365}, Cost: budget.GBP(274_001), Mode: budget.Notional,
				Needs: []string{"pain"}, Outcomes: []string{"moving"}},
		},
		Contingency: budget.GBP(50_000),
		Offered:     budget.Modes(),
		Direct:      &budget.DirectPayment{Holder: budget.HeldByPerson, Account: budget.SeparateAccount, Payments: 12, Items: 2},
		Terms: &budget.Terms{
			AgreedWith: []string{"person"}, Coordinator: "A. Nurse", Monitors: &three, RisksAdvised: &three, FirstReview: on("2026-07-15"), ReviewMethod: "a visit", NoticeDays: &days,
		},
	}
}

// event is a step with its day.
type event struct {
	id   string
	on   string
	step budget.Step
}

// begun is how a budget begins: asked for, told of, agreed.
func begun() []event {
	a := agreed()
	return []event{
		{"e1", "2026-02-01", budget.Requested{Basis: "section_117"}},
		{"e2", "2026-02-20", budget.Indicated{Amount: budget.GBP(1_100_000), Period: a.Period}},
		{"e3", "2026-03-20", a},
	}
}

// replay applies events, and says at which it failed.
func replay(events ...event) (*budget.State, int, error) {
	s := &budget.State{}
	for i, e := range events {
		if err := s.Apply(e.id, on(e.on), e.step); err != nil {
			return s, i, err
		}
	}
	return s, len(events), nil
}

func must(t testing.TB, events ...event) *budget.State {
	t.Helper()
	s, i, err := replay(events...)
	if err != nil {
		t.Fatalf("event %d: %v", i, err)
	}
	return s
}

// entry is an entry of the ledger for a line, or for a mode where line is one.
func entry(what budget.Movement, line string, pence int64) budget.Entry {
	e := budget.Entry{What: what, Line: line, Amount: budget.GBP(pence)}
	for _, m := range budget.Modes() {
		if line == string(m) {
			e.Line, e.Mode = "", m
		}
	}
	return e
}

func find(t testing.TB, all []policy.Finding, id string) policy.Finding {
	t.Helper()
	for _, f := range all {
		if f.ID == id {
			return f
		}
	}
	t.Fatalf("there is no finding %s", id)
	return policy.Finding{}
}

// wantFault asks that an error has a fault of a field, with some words in it.
func wantFault(t *testing.T, err error, field, words string) {
	t.Helper()
	var faults fault.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("no faults: %v", err)
	}
	for _, f := range faults {
		if f.Field == field && strings.Contains(f.Error(), words) && f.Mend != "" && f.Says != "" {
			return
		}
	}
	t.Errorf("no fault of %s says %q:\n%v", field, words, err)
}
