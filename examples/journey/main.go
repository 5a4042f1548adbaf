// Journey tells one fictional person's year through all six components of personalised care: supported self-management, shared decisions,
// a care and support plan, social prescribing, a personal budget and the right to choose. Every number and every reason in the story comes
// from the library, and all that happens is kept in one record, in which an identifier leads from the first decision to the last score.
//
//	go run ./examples/journey                   # the story
//	go run ./examples/journey -print letter     # the letter to her, in full
//	go run ./examples/journey -print summary    # the summary for professionals, in full
//	go run ./examples/journey -print record     # the record behind it all, as JSON
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
)

func main() {
	what := flag.String("print", "story", "story, letter, summary or record")
	flag.Parse()
	lib, err := sdm.LoadFS(examples.Definitions)
	if err == nil {
		err = write(os.Stdout, lib, *what)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// write writes the story, or what came of it.
func write(out io.Writer, lib *sdm.Library, what string) error {
	if what == "story" {
		_, err := tell(out, lib)
		return err
	}
	t, err := tell(io.Discard, lib)
	if err != nil {
		return err
	}
	switch what {
	case "record":
		return writeRecord(out, t.record)
	case "letter":
		return t.letter.Page(letter.Words{}).WriteText(out)
	case "summary":
		return t.summary.Page("Shared decisions of Rosa Hallam").WriteText(out)
	}
	return fmt.Errorf("journey prints no %q; there are story, letter, summary and record", what)
}

// writeRecord writes a record as JSON that people can read.
func writeRecord(out io.Writer, record sdm.Record) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(record)
}
