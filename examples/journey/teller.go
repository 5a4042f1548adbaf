package main

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
)

// teller tells the year: it prints, adds to the record, and keeps the first error, so that a chapter reads in one go. After an error it
// prints and adds nothing more.
type teller struct {
	documents
	lib    *sdm.Library
	out    io.Writer
	record sdm.Record
	who    person.Facts
	ids    ids
	cited  citations

	letter  letter.Letter
	summary letter.Summary

	err error
}

// ids are the ids that the record gave to events which later chapters name.
type ids struct {
	level, offers     string // January
	talk, exercise    string // February
	hipBefore         string
	plan, agreed      string // March
	badDays           string
	links             string
	onsBefore         string
	worriesBefore     string
	money             string // April
	secondTalk        string // June
	hipWorse, surgery string
	referral          string
	hipAfter          string // December
}

// date gives a day of the year of the story.
func date(month time.Month, dayOfMonth int) day.Day { return day.New(2027, month, dayOfMonth) }

// note adds an event to the record and gives its id.
func (t *teller) note(on day.Day, by sdm.Author, in string, body sdm.Body) string {
	if t.err != nil {
		return ""
	}
	if t.record, t.err = t.record.Add(sdm.Event{On: on, By: by, In: in, Body: body}); t.err != nil {
		return ""
	}
	return t.record.Last().ID
}

// refused tries an event that cannot stand, and prints why. That the record takes it would be a fault of the story.
func (t *teller) refused(on day.Day, by sdm.Author, in string, body sdm.Body) {
	if t.err != nil {
		return
	}
	_, err := t.record.Add(sdm.Event{On: on, By: by, In: in, Body: body})
	if err == nil {
		t.err = fmt.Errorf("the record takes an event of the kind %s that it should refuse", body.Kind())
		return
	}
	t.point("the record refuses it: %s", err)
}

// story tells what the record comes to so far.
func (t *teller) story() sdm.Story {
	story, err := t.record.Replay()
	t.keep(err)
	return story
}

// thread gives the state of a thread; a fresh one after an error.
func thread[S any](all []sdm.Thread[S], id string) *S {
	for _, one := range all {
		if one.ID == id {
			return one.State
		}
	}
	return new(S)
}

func (t *teller) keep(err error) {
	if t.err == nil {
		t.err = err
	}
}

// width is that of the printed story, in letters.
const width = 130

// say prints a paragraph, point an entry of a list, and sub an entry beneath one.
func (t *teller) say(format string, args ...any)   { t.wrap("", "", fmt.Sprintf(format, args...)) }
func (t *teller) point(format string, args ...any) { t.wrap("- ", "  ", fmt.Sprintf(format, args...)) }
func (t *teller) sub(format string, args ...any) {
	t.wrap("    ", "    ", fmt.Sprintf(format, args...))
}

// quote prints somebody's own words.
func (t *teller) quote(who, words string) { t.say("%s: “%s”", who, words) }

func (t *teller) chapter(words string) { t.print("\n## " + words) }

func (t *teller) heading(words string) { t.print("\n### " + words) }

// lines prints a text of several lines as it is.
func (t *teller) lines(text string) {
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \n")
		indent := len(line) - len(strings.TrimLeft(line, " "))
		t.wrap("  "+line[:indent], "    "+line[:indent], line)
	}
}

// wrap prints a text with a sign before its first line and an indent before the others.
func (t *teller) wrap(first, rest, text string) {
	line := first
	used := utf8.RuneCountInString(first)
	for i, word := range strings.Fields(text) {
		switch n := utf8.RuneCountInString(word); {
		case i == 0:
			line, used = line+word, used+n
		case used+1+n > width:
			t.print(line)
			line, used = rest+word, utf8.RuneCountInString(rest)+n
		default:
			line, used = line+" "+word, used+1+n
		}
	}
	t.print(line)
}

func (t *teller) print(line string) {
	if t.err == nil {
		_, t.err = fmt.Fprintln(t.out, line)
	}
}
