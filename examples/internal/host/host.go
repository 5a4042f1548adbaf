// Package host is what the commands beside it have in common: how a command line is read, which exit status says what, where faults are
// written, and which files of a folder are definitions. The library itself does none of this.
package host

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// The exit statuses.
const (
	Good   = 0 // all is well, or help was asked for
	Faulty = 1 // what was read has faults
	Misuse = 2 // the command was wrong, or reading or writing failed
)

// ErrFaulty is the error of a command that has written the faults itself.
var ErrFaulty = errors.New("there are faults")

// Faults are what is wrong with something that was read, with the texts for the snippets. They are an error.
type Faults struct {
	What   string // what was read, such as the name of a file
	List   diag.List
	Source func(name string) ([]byte, bool)
}

// Error gives the faults.
func (f *Faults) Error() string { return f.List.Error() }

// said is an error that package flag has told already.
type said struct{ error }

func (s said) Unwrap() error { return s.error }

// Flags begins the command line of a command. usage has its forms, each beginning with the name of the command.
func Flags(stderr io.Writer, usage ...string) *flag.FlagSet {
	name, _, _ := strings.Cut(usage[0], " ")
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "Usage: "+strings.Join(usage, "\n       "))
		flags.PrintDefaults()
	}
	return flags
}

// Parse reads a command line. Its error is for Status.
func Parse(flags *flag.FlagSet, args []string) error {
	if err := flags.Parse(args); err != nil {
		return said{err}
	}
	return nil
}

// Status gives the exit status for what came of a command, and says on stderr what nobody has said yet.
func Status(command string, err error, stderr io.Writer) int {
	var told said
	var faults *Faults
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return Good
	case errors.Is(err, ErrFaulty):
		return Faulty
	case errors.As(err, &told):
		return Misuse
	case errors.As(err, &faults):
		fmt.Fprintf(stderr, "%s: %s has faults, so nothing is written\n", command, faults.What)
		if diag.WriteText(stderr, faults.List, diag.Options{Sources: faults.Source}) == nil {
			return Faulty
		}
		return Misuse
	}
	fmt.Fprintf(stderr, "%s: %v\n", command, err)
	return Misuse
}
