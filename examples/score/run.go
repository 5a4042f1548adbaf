package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"runtime"

	"github.com/whatmatters-care/whatmatters/examples/internal/host"
	"github.com/whatmatters-care/whatmatters/proms"
)

// request is what the command line asks for.
type request struct {
	questionnaire string
	format        string
	summary       bool
	explain       int64
	ignore        bool
	workers       int
}

// run is the whole command, apart from the process it runs in.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ask, err := read(args, stderr)
	if err == nil {
		err = do(ask, stdin, stdout, stderr)
	}
	return host.Status("score", err, stderr)
}

// read takes the command line apart.
func read(args []string, stderr io.Writer) (request, error) {
	var ask request
	flags := host.Flags(stderr, "score -q FILE [-format csv|jsonl] [-summary | -explain N] [-ignore] < answers.csv")
	flags.StringVar(&ask.questionnaire, "q", "", "the questionnaire: a YAML `FILE`, or the id of a shipped one such as phq-9")
	flags.StringVar(&ask.format, "format", "csv", "how to write: csv or jsonl")
	flags.BoolVar(&ask.summary, "summary", false, "describe each score over all rows, in place of the rows")
	flags.Int64Var(&ask.explain, "explain", 0, "say how the scores of row `N` came about, in place of the rows")
	flags.BoolVar(&ask.ignore, "ignore", false, "leave columns that are no item alone")
	flags.IntVar(&ask.workers, "workers", runtime.GOMAXPROCS(0), "on how many goroutines to score")
	if err := host.Parse(flags, args); err != nil {
		return ask, err
	}
	return ask, ask.complaint(flags.Args())
}

// complaint says what is wrong with a request, or nil.
func (ask request) complaint(rest []string) error {
	_, known := formats[ask.format]
	switch {
	case len(rest) > 0:
		return fmt.Errorf("%q is not understood; answers come from standard input: score -q FILE < answers.csv", rest[0])
	case ask.questionnaire == "":
		return errors.New("say which questionnaire: score -q FILE < answers.csv; score -h tells the rest")
	case !known:
		return fmt.Errorf("there is no format %q; write csv or jsonl", ask.format)
	case ask.explain < 0:
		return fmt.Errorf("there is no row %d; rows count from 1, without the header", ask.explain)
	case ask.summary && ask.explain > 0:
		return errors.New("-summary and -explain are two questions; ask one at a time")
	case ask.workers < 1 || ask.workers > 256:
		return fmt.Errorf("%d workers cannot be; take 1 to 256", ask.workers)
	}
	return nil
}

// do answers a request.
func do(ask request, stdin io.Reader, stdout, stderr io.Writer) error {
	q, err := open(ask.questionnaire)
	if err != nil {
		return err
	}
	return answer(q, ask, stdin, stdout, stderr)
}

// answer answers a request with the questionnaire that it names.
func answer(q *proms.Questionnaire, ask request, stdin io.Reader, stdout, stderr io.Writer) error {
	in := newBlocks(stdin)
	header, err := in.header()
	if err != nil {
		return err
	}
	sheet, absent, err := newSheet(q, header, ask.ignore)
	if err != nil {
		return err
	}
	for _, id := range absent {
		fmt.Fprintf(stderr, "score: there is no column %s, so it is blank in every row\n", id)
	}
	out := bufio.NewWriterSize(stdout, 1<<16)
	switch {
	case ask.explain > 0:
		err = explain(out, sheet, in, ask.explain)
	case ask.summary:
		err = summarise(out, sheet, in, ask, stderr)
	default:
		err = scoreRows(out, sheet, in, ask, stderr)
	}
	if flushed := out.Flush(); err == nil {
		err = flushed
	}
	return err
}
