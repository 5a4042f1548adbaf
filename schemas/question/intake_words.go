package question

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// text puts words or a day into its place. Words of nothing but spaces are a blank.
func (in *intake) text(i int, v any) error {
	words, ok := v.(string)
	if !ok {
		return errors.New("the answer is text")
	}
	words = strings.ToValidUTF8(words, "")
	if fault.Blank(words) {
		in.answers.set(i, rule.NA(rule.Blank))
		return nil
	}
	q := in.answers.sheet.questions[i]
	if q.Date != nil {
		if err := q.Date.allows(words); err != nil {
			return err
		}
	} else if n := utf8.RuneCountInString(words); n > q.FreeText.Max {
		return fmt.Errorf("the words are %d characters long; at most %d are taken", n, q.FreeText.Max)
	}
	in.answers.set(i, 0)
	if in.answers.words == nil {
		in.answers.words = map[int]string{}
	}
	in.answers.words[i] = words
	return nil
}

// allows says why a day cannot be right.
func (d *Date) allows(day string) error {
	_, err := time.Parse(time.DateOnly, day)
	switch {
	case err != nil:
		return fmt.Errorf("a day is written as in 2026-11-21; this is %.40q", day)
	case d.Earliest != "" && day < d.Earliest:
		return fmt.Errorf("%s is before %s, the earliest day that can be right", day, d.Earliest)
	case d.Latest != "" && day > d.Latest:
		return fmt.Errorf("%s is after %s, the latest day that can be right", day, d.Latest)
	}
	return nil
}
