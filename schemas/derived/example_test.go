package derived_test

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/derived"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// Visit is a structure of a program.
type Visit struct {
	Day     string
	Present []string
}

var visits = derived.New([]derived.Finder[*Visit]{
	derived.Truth("visit.has_day", "the visit has a day", "Give the visit a day.", func(v *Visit) derived.Answer {
		return derived.Has(v.Day != "", "day")
	}),
	derived.Number("visit.people", "people who were there", "Write down who was there.", derived.Scale{Unit: "people", Hi: 100, Step: 1}, func(v *Visit) derived.Answer {
		return derived.Amount(len(v.Present), "present")
	}),
})

func Example() {
	b := rule.NewBuilder(nil)
	for _, in := range visits.Inputs() {
		b.Input(in)
	}
	criteria := []policy.Criterion{{ID: "counts", When: "visit.has_day and visit.people >= 2", Basis: "local"}}
	slots := policy.Declare(criteria, "/criteria", b)
	parts := derived.PartsOf(criteria[0], "/criteria/0", b)
	set := policy.Compile(criteria, slots, "/criteria", b, nil)
	model := b.Build()
	reading := parts.On(model)

	facts := visits.Read(&Visit{Day: "2026-11-22", Present: []string{"Mary"}})
	state := model.NewState()
	visits.Fill(state.Frame(), facts)
	model.Eval(state)
	found := set.Findings(state)[0]
	fmt.Println(found.ID, found.State)
	for _, slot := range reading.Decisive(found, state) {
		f := visits.Show(model, slot, state, facts)
		fmt.Println(f.Name, f.Is, f.At, f.Mend)
	}
	// Output:
	// counts not_met
	// visit.people 1 [present] Write down who was there.
}

func ExampleVocabulary_Page() {
	fmt.Print(visits.Page("# Facts of a visit\n\n", ""))
	// Output:
	// # Facts of a visit
	//
	// | fact | values | what it says | how to mend it |
	// |---|---|---|---|
	// | `visit.has_day` | yes or no | the visit has a day | Give the visit a day. |
	// | `visit.people` | 0 to 100 people | people who were there | Write down who was there. |
}

func ExampleEvery() {
	var signed derived.Every
	for _, page := range []struct {
		name string
		by   string
	}{{"pages[0]", "Asha Patel"}, {"pages[1]", ""}} {
		signed.See(page.by != "", page.name+".by")
	}
	fmt.Println(signed.All("pages"))
	fmt.Println(signed.Any("pages"))
	fmt.Println(signed.Count("pages"))
	// Output:
	// {0 [pages[1].by]}
	// {1 [pages[0].by]}
	// {1 [pages[0].by]}
}

func ExampleWhere() {
	signed := derived.Where(func(v *Visit) bool { return v != nil }, derived.Missing(rule.NotSupplied, "visit"), []derived.Finder[*Visit]{
		derived.Truth("visit.has_day", "the visit has a day", "", func(v *Visit) derived.Answer { return derived.Has(v.Day != "", "day") }),
	})
	none := derived.New(signed).Read(nil)
	fmt.Println(none.Value("visit.has_day"), none.At("visit.has_day"))
	// Output:
	// not_supplied [visit]
}
