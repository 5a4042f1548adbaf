package irt_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/whatmatters-care/whatmatters/proms/irt"
)

// form is four graded items with made-up parameters.
func form() []irt.Item {
	return []irt.Item{
		{ID: "energy", Model: irt.GRM, Discrimination: 2, Thresholds: []float64{-1.5, -0.5, 0.5, 1.5}},
		{ID: "sleep", Model: irt.GRM, Discrimination: 1.2, Thresholds: []float64{-2, -1, 0, 1}},
		{ID: "mood", Model: irt.GRM, Discrimination: 3, Thresholds: []float64{-0.8, 0, 0.9, 1.8}},
		{ID: "pain", Model: irt.GRM, Discrimination: 0.8, Thresholds: []float64{-1, 0.2, 1.1, 2.5}},
	}
}

func Example() {
	bank, err := irt.NewBank(form(), irt.Defaults())
	if err != nil {
		fmt.Println(err)
		return
	}
	var scratch irt.Scratch
	e := bank.EAP(&scratch, []int8{2, 3, irt.Missing, 4}) // mood was not answered
	t := bank.Report(e)
	fmt.Printf("theta %.3f (%.3f) from %d answers, T %.1f (%.1f)\n", e.Theta, e.SE, e.Answered, t.Value, t.SE)
	// Output: theta 0.329 (0.577) from 3 answers, T 53.3 (5.8)
}

func ExampleNewBank() {
	_, err := irt.NewBank([]irt.Item{
		{ID: "energy", Model: irt.GRM, Discrimination: 2, Thresholds: []float64{0.5, -0.5}},
		{ID: "sleep", Model: irt.TwoPL, Discrimination: -1, Thresholds: []float64{0}},
	}, irt.Defaults())
	fmt.Println(errors.Is(err, irt.ErrItem))
	fmt.Println(err)
	// Output:
	// true
	// irt: item parameters cannot be used: item "energy": thresholds[1]: is -0.5 and does not rise above 0.5 before it; graded thresholds must rise, or a category has no chance of being chosen (disordered steps belong to gpcm)
	// irt: item parameters cannot be used: item "sleep": discrimination: is -1; it must be above 0 (reverse the item's categories if it falls as theta rises)
}

func ExampleBank_ML() {
	bank, err := irt.NewBank(form(), irt.Defaults())
	if err != nil {
		fmt.Println(err)
		return
	}
	lowest := []int8{0, 0, 0, 0}
	refused := bank.ML(nil, lowest)
	fmt.Println(refused.OK(), refused.Reason.Explain())
	fmt.Printf("%.2f\n", bank.WLE(nil, lowest).Theta) // has an estimate where ML has none
	// Output:
	// false Every answer is the lowest, or every answer is the highest, so maximum likelihood has no finite estimate.
	// -2.94
}

func ExampleBank_RawTable() {
	settings := irt.Defaults()
	settings.Grid = irt.PatternGrid()
	bank, err := irt.NewBank(form(), settings)
	if err != nil {
		fmt.Println(err)
		return
	}
	table := bank.RawTable(1) // the lowest answer of each item counts 1
	for _, raw := range []int{4, 12, 20} {
		row, _ := table.At(raw)
		fmt.Printf("%d: T %.1f (%.1f)\n", raw, row.Reported.Value, row.Reported.SE)
	}
	_, ok := table.At(21)
	fmt.Println(ok)
	// Output:
	// 4: T 31.1 (6.1)
	// 12: T 51.1 (5.4)
	// 20: T 71.7 (5.5)
	// false
}

func ExampleBank_Fit() {
	bank, err := irt.NewBank(form(), irt.Defaults())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, answers := range [][]int8{{2, 3, 1, 4}, {4, 0, 4, 0}} {
		e := bank.EAP(nil, answers)
		fmt.Printf("%v: lz %.1f\n", answers, bank.Fit(nil, answers, e.Theta).LZ)
	}
	// Output:
	// [2 3 1 4]: lz 0.4
	// [4 0 4 0]: lz -2.9
}

func ExampleAdaptive() {
	bank, err := irt.NewBank(form(), irt.Defaults())
	if err != nil {
		fmt.Println(err)
		return
	}
	test, err := irt.NewAdaptive(bank, irt.Design{
		Criterion: irt.MPWI,
		Stop:      irt.Stop{MinItems: 2, MaxItems: 4, SE: irt.Limit{Value: 0.48}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	var scratch irt.Scratch
	state := test.Start(&scratch)
	for state.Stopped == "" {
		stored, _ := json.Marshal(state) // a host keeps this between two answers
		var back irt.State
		if err := json.Unmarshal(stored, &back); err != nil {
			fmt.Println(err)
			return
		}
		if state, err = test.Answer(&scratch, back, 2); err != nil {
			fmt.Println(err)
			return
		}
	}
	for _, step := range state.Steps {
		fmt.Printf("%s (%.2f), rather than %s (%.2f): %.2f (%.2f)\n", step.Question.Item, step.Question.Value,
			step.Question.RunnerUp, step.Question.RunnerUpValue, step.Estimate.Theta, step.Estimate.SE)
	}
	fmt.Println("stopped:", state.Stopped)
	// Output:
	// mood (2.19), rather than energy (1.12): 0.32 (0.53)
	// energy (1.17), rather than sleep (0.44): 0.24 (0.45)
	// stopped: se
}
