package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/examples/internal/host"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
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
	if err == nil {
		err = do(ask, stdout, today)
	}
	return host.Status("page", err, stderr)
}

// read takes the command line apart.
func read(args []string, stderr io.Writer) (request, error) {
	var ask request
	flags := host.Flags(stderr, "page -aid ID [-person FILE] [-answers FILE] [-format html|markdown|text] [-language en|cy] [-o FILE] [DIR...]")
	flags.StringVar(&ask.aid, "aid", "", "the `ID` of the aid, such as hip-osteoarthritis")
	flags.StringVar(&ask.person, "person", "", "a JSON `FILE` with the person's facts")
	flags.StringVar(&ask.answers, "answers", "", "a JSON `FILE` with the answers to the aid's own questions")
	flags.StringVar(&ask.format, "format", "html", "how to write the page: html, markdown or text")
	flags.StringVar(&ask.language, "language", "en", "the language of the page's own words: en or cy")
	flags.StringVar(&ask.out, "o", "", "the `FILE` to write (default standard output)")
	if err := host.Parse(flags, args); err != nil {
		return ask, err
	}
	ask.folders = flags.Args()
	return ask, ask.complaint()
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

// complaint says what is wrong with a request, or nil.
func (ask request) complaint() error {
	switch {
	case ask.aid == "":
		return errors.New("say which aid: page -aid hip-osteoarthritis -o hip.html; page -h tells the rest")
	case formats[ask.format] == nil:
		return fmt.Errorf("there is no format %q; write html, markdown or text", ask.format)
	case languages[ask.language] == nil:
		return fmt.Errorf("there are no words in %q; write en or cy", ask.language)
	}
	return nil
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
