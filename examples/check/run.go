package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/examples/internal/host"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// formats are the ways to write what was found. Text and annotations stop after the first hundred, since nobody reads
// on; the two that programs read hold all of them.
var formats = map[string]func(io.Writer, diag.List, diag.Options) error{
	"text":   diag.WriteText,
	"github": diag.WriteGitHub,
	"json":   whole(diag.WriteJSON),
	"sarif":  whole(diag.WriteSARIF),
}

func whole(write func(io.Writer, diag.List, diag.Options) error) func(io.Writer, diag.List, diag.Options) error {
	return func(w io.Writer, l diag.List, o diag.Options) error {
		o.Max = -1
		return write(w, l, o)
	}
}

// request is what the command line asks for.
type request struct {
	format  string
	asOf    string
	deep    bool
	notes   bool
	against string
	schema  bool
	explain string
	paths   []string
}

// run is the whole command, apart from the process it runs in. What was found goes to stdout, what is wrong with the
// command to stderr.
func run(args []string, stdout, stderr io.Writer, today day.Day) int {
	ask, err := read(args, stderr)
	if err == nil {
		err = do(ask, stdout, today)
	}
	return host.Status("check", err, stderr)
}

// read takes the command line apart.
func read(args []string, stderr io.Writer) (request, error) {
	var ask request
	flags := host.Flags(stderr, "check [-format text|json|github|sarif] [-as-of DATE] [-deep] [-notes] [-against DIR] DIR...",
		"check -schema", "check -explain CODE|KIND")
	flags.StringVar(&ask.format, "format", "text", "how to write what was found: text, json, github or sarif")
	flags.StringVar(&ask.asOf, "as-of", "", "the date on which reviews are due or not, such as 2026-11-21 (default today)")
	flags.BoolVar(&ask.deep, "deep", false, "also try everything that takes longer: exhaustive proofs, mutants, proposed cases")
	flags.BoolVar(&ask.notes, "notes", false, "also write notes, which are worth knowing and ask for nothing")
	flags.StringVar(&ask.against, "against", "", "also compare each document with its version in an older `DIR`: say what changed, and whether the version says so")
	flags.BoolVar(&ask.schema, "schema", false, "print the JSON Schema of all kinds, for editors, and stop")
	flags.StringVar(&ask.explain, "explain", "", "print the page of one `CODE`, or the keys of a kind of document or a part of it, and stop")
	if err := host.Parse(flags, args); err != nil {
		return ask, err
	}
	ask.paths = flags.Args()
	return ask, ask.complaint()
}

// complaint says what is wrong with a request, or nil.
func (ask request) complaint() error {
	switch {
	case ask.schema || ask.explain != "":
		return nil
	case formats[ask.format] == nil:
		return fmt.Errorf("there is no format %q; write text, json, github or sarif", ask.format)
	case len(ask.paths) == 0:
		return errors.New("say where the definitions are: check DIR...; check -h tells the rest")
	}
	return nil
}

// do answers a request.
func do(ask request, stdout io.Writer, today day.Day) error {
	switch {
	case ask.schema:
		_, err := stdout.Write(schemas.JSONSchema())
		return err
	case ask.explain != "":
		return explain(stdout, diag.Code(ask.explain))
	}
	return check(ask, stdout, today)
}

// check reads the definitions, has them checked and writes what was found.
func check(ask request, stdout io.Writer, today day.Day) error {
	asOf, err := date(ask.asOf, today)
	if err != nil {
		return err
	}
	shelf, err := host.Gather(ask.paths...)
	if err != nil {
		return err
	}
	found := shelf.Rename(sdm.CheckFS(shelf.Files, schemas.CheckOptions{AsOf: asOf, Deep: ask.deep}))
	source := shelf.Source
	if ask.against != "" {
		old, err := host.Gather(ask.against)
		if err != nil {
			return err
		}
		changed := against(old, shelf)
		found, source = append(found, changed.found...).Clean(), either(source, old.Source)
		if ask.format == "text" {
			if err := changed.write(stdout); err != nil {
				return err
			}
		}
	}
	if !ask.notes {
		found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return d.Severity == diag.Note })
	}
	if err := formats[ask.format](stdout, found, diag.Options{Sources: source}); err != nil {
		return err
	}
	if found.HasErrors() {
		return host.ErrFaulty
	}
	return nil
}

// either finds the text of a file on one shelf or the other.
func either(a, b func(string) ([]byte, bool)) func(string) ([]byte, bool) {
	return func(name string) ([]byte, bool) {
		if text, ok := a(name); ok {
			return text, true
		}
		return b(name)
	}
}

// date gives the day to check for: the one that was asked for, else the day that it is here.
func date(asked string, today day.Day) (day.Day, error) {
	if asked == "" {
		return today, nil
	}
	asOf, err := day.Parse(asked)
	if err != nil {
		return asOf, fmt.Errorf("-as-of %q is no date; write it as year, month and day, such as 2026-11-21", asked)
	}
	return asOf, nil
}

// explain writes the page of one code, or the keys of a kind or of a part that has a name.
func explain(w io.Writer, code diag.Code) error {
	if keys := schemas.KeysOf(string(code)); keys != "" {
		_, err := io.WriteString(w, keys)
		return err
	}
	info, known := diag.Lookup(code)
	if !known {
		var names []string
		for _, i := range diag.Codes() {
			names = append(names, string(i.Code))
		}
		slices.Sort(names)
		if near := diag.Nearest(string(code), names); near != "" {
			return fmt.Errorf("there is no code %q; did you mean %s?", code, near)
		}
		return fmt.Errorf("there is no code and no kind %q; schemas/CODES.md lists the codes, schemas/KEYS.md the kinds", code)
	}
	_, err := fmt.Fprintf(w, "%s: %s\n\n%s\n\nBad:\n\n%s\n\nGood:\n\n%s\n",
		info.Code, info.Title, strings.TrimSpace(info.Explain), indented(info.Bad), indented(info.Good))
	return err
}

func indented(text string) string {
	return "    " + strings.ReplaceAll(strings.Trim(text, "\n"), "\n", "\n    ")
}
