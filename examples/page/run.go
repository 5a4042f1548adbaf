package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// The exit statuses.
const (
	good   = 0
	faulty = 1
	misuse = 2
)

// formats are the ways to write a page.
var formats = map[string]func(page.Page, io.Writer) error{
	"html":     func(p page.Page, w io.Writer) error { return p.WriteHTML(w, page.Host{}) },
	"markdown": page.Page.WriteMarkdown,
	"text":     page.Page.WriteText,
}

// languages are the words that are not the author's: of the page, of chances and of what matters.
var languages = map[string]func() decisionaid.Words{"en": decisionaid.English, "cy": decisionaid.Welsh}

// request is what the command line asks for.
type request struct {
	aid      string
	person   string
	answers  string
	format   string
	language string
	out      string
	folders  []string
}

// run is the whole command, apart from the process it runs in.
func run(args []string, stdout, stderr io.Writer, today day.Day) int {
	ask, err := read(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return good
	case err != nil:
		return misuse
	}
	err = do(ask, stdout, today)
	var faults *faults
	switch {
	case errors.As(err, &faults):
		fmt.Fprintf(stderr, "page: %s has faults, so there is no page\n", faults.what)
		if diag.WriteText(stderr, faults.list, diag.Options{Sources: faults.source}) != nil {
			return misuse
		}
		return faulty
	case err != nil:
		fmt.Fprintln(stderr, "page:", err)
		return misuse
	}
	return good
}

// read takes the command line apart. It has said what is wrong when it gives an error.
func read(args []string, stderr io.Writer) (request, error) {
	var ask request
	flags := flag.NewFlagSet("page", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&ask.aid, "aid", "", "the `ID` of the aid, such as hip-osteoarthritis")
	flags.StringVar(&ask.person, "person", "", "a JSON `FILE` with the person's facts")
	flags.StringVar(&ask.answers, "answers", "", "a JSON `FILE` with the answers to the aid's own questions")
	flags.StringVar(&ask.format, "format", "html", "how to write the page: html, markdown or text")
	flags.StringVar(&ask.language, "language", "en", "the language of the page's own words: en or cy")
	flags.StringVar(&ask.out, "o", "", "the `FILE` to write (default standard output)")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "Usage: page -aid ID [-person FILE] [-answers FILE] [-format html|markdown|text] [-language en|cy] [-o FILE] [DIR...]")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return ask, err
	}
	ask.folders = flags.Args()
	if complaint := ask.complaint(); complaint != "" {
		fmt.Fprintln(stderr, "page:", complaint)
		return ask, errors.New(complaint)
	}
	return ask, nil
}

// words gives the words of a page in a language. Sentences that hold texts of the author stay in the author's language: half
// of each in another would be read by nobody.
func words(language, author string) decisionaid.Words {
	made := languages[language]()
	if author == "" {
		author = schemas.DefaultLanguage
	}
	if own := languages[author]; author != language && own != nil {
		made.Voice, made.Values = own().Voice, own().Values
	}
	return made
}

// complaint says what is wrong with a request, or "".
func (ask request) complaint() string {
	switch {
	case ask.aid == "":
		return "say which aid: page -aid hip-osteoarthritis -o hip.html; page -h tells the rest"
	case formats[ask.format] == nil:
		return fmt.Sprintf("there is no format %q; write html, markdown or text", ask.format)
	case languages[ask.language] == nil:
		return fmt.Sprintf("there are no words in %q; write en or cy", ask.language)
	}
	return ""
}

// do answers a request.
func do(ask request, stdout io.Writer, today day.Day) error {
	mine, err := personal(ask, today)
	if err != nil {
		return err
	}
	made := mine.Page(words(ask.language, mine.Aid().Definition().Language))
	if err := made.Check(); err != nil {
		return err
	}
	var whole bytes.Buffer
	if err := formats[ask.format](made, &whole); err != nil {
		return err
	}
	if ask.out == "" {
		_, err = stdout.Write(whole.Bytes())
		return err
	}
	return os.WriteFile(ask.out, whole.Bytes(), 0o644)
}
