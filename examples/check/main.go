// Check reads definitions and says everything that is wrong with them, for authors at their desk and in CI.
//
//	go run ./examples/check [-format text|json|github|sarif] [-as-of DATE] [-deep] [-notes] [-against DIR] DIR...
//	go run ./examples/check -schema
//	go run ./examples/check -explain CODE|KIND
//
// Every .yaml and .yml file below each DIR is read, all of them as one library, so that a decision aid may use a
// questionnaire from another DIR; a DIR may also be a single file. Folders named testdata, and files and folders whose
// names begin with a dot, are left out unless they are named themselves.
//
// With -against, each document is also compared with its version in an older folder, such as the last release. Text then
// begins with what changed in plain words, for whom results differ first; the other formats hold the diagnostics alone. A
// change that can change a result and has no new major version is an error.
//
// The exit status is 1 when a definition has an error, 0 when there are none or only warnings, and 2 when the command
// itself was wrong, which includes a DIR without any definition: a check of nothing must not look like a pass.
//
// It is also the shortest example of a host: it does the reading and the printing, reads the clock for review dates, and
// leaves the rest to package sdm.
package main

import (
	"os"
	"time"

	"github.com/whatmatters-care/whatmatters/schemas/day"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr, day.Of(time.Now())))
}
