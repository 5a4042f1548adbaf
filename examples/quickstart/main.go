// Quickstart carries one fictional person's shared decision from YAML files to a record and prints it as a story: scores with their
// explanation, activation, options side by side, what matters, the questions, the decision, the record.
//
//	go run ./examples/quickstart
package main

import (
	"fmt"
	"os"
	"time"

	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm"
)

func main() {
	lib, err := sdm.LoadFS(examples.Definitions)
	if err == nil {
		err = tell(os.Stdout, lib, day.New(2026, time.November, 21))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
