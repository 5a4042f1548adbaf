package day_test

import (
	"fmt"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// A limit is counted from a day, and only the calendar decides whether it has passed.
func Example() {
	received, err := day.Parse("2026-07-20")
	if err != nil {
		fmt.Println(err)
		return
	}
	limit := received.Add(18 * 7)
	today := day.New(2026, time.November, 24)
	over, _ := today.Sub(limit)
	fmt.Println(limit.Long(), today.After(limit), over)
	_, err = day.Parse("30/02/2026")
	fmt.Println(err)
	// Output:
	// 23 November 2026 true 1
	// "30/02/2026" is not a day of the calendar; a day is written 2024-04-01
}
