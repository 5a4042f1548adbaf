package letter_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
)

// everything is all that a letter and a summary say, in JSON and in Markdown.
func everything(t testing.TB, l letter.Letter, s letter.Summary) string {
	t.Helper()
	var b bytes.Buffer
	for _, v := range []any{l, s} {
		src, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(src)
	}
	for _, p := range []interface{ Check() error }{l.Page(letter.Words{}), s.Page("")} {
		if err := p.Check(); err != nil {
			t.Error(err)
		}
	}
	if err := l.Page(letter.Words{}).WriteMarkdown(&b); err != nil {
		t.Fatal(err)
	}
	if err := s.Page("").WriteMarkdown(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWhatIsWithheldIsSaidToBe(t *testing.T) {
	r := record(t, rich()...)
	l := write(t, r, options(t))
	src, _ := json.Marshal(l)
	for _, secret := range []string{withheldText, "harm her daughter", "solicitor"} {
		if strings.Contains(string(src), secret) {
			t.Errorf("the letter says %q", secret)
		}
	}
	if told := l.Telling("hidden"); len(told) != 1 || told[0].Text != letter.English().Closing.Withheld {
		t.Errorf("of what is withheld the letter says %+v", told)
	}
	// The person's own copy gives the same letter.
	mine, _ := json.Marshal(write(t, r.For(sdm.ForPerson), options(t)))
	if !bytes.Equal(src, mine) {
		t.Error("the letter of the whole record is another one than that of the person's copy")
	}
	for reader, want := range map[string]bool{"gp_practice": true, "family": false, "": false, sdm.ForPerson: false} {
		c := clinical(t)
		c.Reader = reader
		s, err := letter.Summarise(r, c)
		if err != nil {
			t.Fatal(err)
		}
		src, _ := json.Marshal(s)
		for _, secret := range []string{withheldText, "harm her daughter", "solicitor"} {
			if got := strings.Contains(string(src), secret); got != want {
				t.Errorf("the summary for %q says %q: %v", reader, secret, got)
			}
		}
		if withheld := len(s.Decisions[0].Withheld) == 1; withheld != want {
			t.Errorf("%q: information withheld %+v", reader, s.Decisions[0].Withheld)
		}
	}
}

// What was withheld and is shared later is told, and only from then on.
func TestTheLastWordOnAnAudienceStands(t *testing.T) {
	delayed := sdm.Audience{Only: []string{"gp_practice"}, Withheld: &sdm.Withholding{Reason: "The result is not certain", Until: date("2026-02-01")}}
	events := []sdm.Event{
		event("talk", "2026-01-10", "", sdm.Together, sdm.Opened{Aid: "hip", Version: "1.0.0"}),
		event("m", "2026-01-10", "talk", nurse, sdm.Mattered{Words: "A shadow on the picture"}),
		event("hide", "2026-01-11", "", nurse, sdm.SeenBy{Events: []string{"m"}, Audience: delayed}),
	}
	tell := func(events ...sdm.Event) (letter.Letter, letter.Summary) {
		r := record(t, events...)
		s, err := letter.Summarise(r, letter.Clinical{Reader: "gp_practice"})
		if err != nil {
			t.Fatal(err)
		}
		return write(t, r, letter.Options{}), s
	}
	l, s := tell(events...)
	if says(l, "A shadow") || len(s.Decisions[0].Delayed) != 1 || !strings.Contains(s.Decisions[0].Delayed[0].Text, "1 February 2026") || len(s.Decisions[0].Withheld) != 0 {
		t.Errorf("%+v", s.Decisions[0])
	}
	l, s = tell(append(events, event("show", "2026-02-01", "", nurse, sdm.SeenBy{Events: []string{"m"}}))...)
	if !says(l, "A shadow") || len(s.Decisions[0].Delayed) != 0 {
		t.Errorf("it is shared now: %+v", s.Decisions[0])
	}
}

// texts gives the longer texts of an event, which nobody writes twice by chance.
func texts(e sdm.Event) (all []string) {
	src, err := json.Marshal(e.Body)
	if err != nil {
		return nil
	}
	var collect func(v any)
	collect = func(v any) {
		switch v := v.(type) {
		case string:
			if len(v) >= 8 && strings.Contains(v, " ") {
				all = append(all, v)
			}
		case []any:
			for _, one := range v {
				collect(one)
			}
		case map[string]any:
			for _, one := range v {
				collect(one)
			}
		}
	}
	var plain any
	if json.Unmarshal(src, &plain) == nil {
		collect(plain)
	}
	return all
}

// Random records with random audiences: nothing panics, everything can be traced, and no text of what a reader may not see is told to
// them, unless something that they may see has the same text.
func TestRandomRecordsLeakNothing(t *testing.T) {
	rounds := 300
	if testing.Short() {
		rounds = 40
	}
	for seed := range uint64(rounds) {
		rng := rand.New(rand.NewPCG(seed, 7))
		var events []sdm.Event
		for _, e := range rich() {
			switch rng.IntN(8) {
			case 0:
				continue
			case 1:
				e.Audience = sdm.Audience{Only: []string{"gp_practice"}, Withheld: &sdm.Withholding{Reason: "the reason of " + e.ID}}
			case 2:
				e.Audience = sdm.Audience{Only: []string{"family"}, HideKind: rng.IntN(2) == 0}
			}
			events = append(events, e)
		}
		if seed%3 == 0 { // out of order: what does not fit is left out
			rng.Shuffle(len(events), func(i, k int) { events[i], events[k] = events[k], events[i] })
		}
		r, _ := sdm.NewRecord("person-7").AddAll(events...)
		o := options(t)
		if rng.IntN(2) == 0 {
			o.Talk = "talk"
		}
		if rng.IntN(2) == 0 {
			o.Since = date("2026-03-01")
		}
		reader := []string{"gp_practice", "family", "", sdm.ForPerson}[rng.IntN(4)]
		l, err := letter.ToPerson(r, o)
		if err != nil {
			if o.Talk == "" {
				t.Fatal(seed, err)
			}
			continue
		}
		traced(t, r.For(sdm.ForPerson), l)
		c := clinical(t)
		c.Options, c.Reader = o, reader
		s, err := letter.Summarise(r, c)
		if err != nil {
			continue // the conversation is not for this reader
		}
		all := everything(t, l, s)
		var seen strings.Builder // all that the two readers may see
		for _, reader := range []string{sdm.ForPerson, reader} {
			for _, body := range bodies(t, r.For(reader)) {
				seen.WriteString(body)
			}
		}
		for _, e := range r.Events() {
			if e.Audience.Withheld != nil && reader != "gp_practice" && strings.Contains(all, "the reason of "+e.ID+".") {
				t.Fatalf("seed %d: the reason why %s is withheld is told to %q", seed, e.ID, reader)
			}
			for _, text := range texts(e) {
				if quoted, _ := json.Marshal(text); !strings.Contains(seen.String(), strings.Trim(string(quoted), `"`)) && strings.Contains(all, text) {
					t.Fatalf("seed %d: %q of %s is told to the person or to %q", seed, text, e.ID, reader)
				}
			}
		}
		if t.Failed() {
			t.Fatal("seed", seed)
		}
	}
}

// FuzzRecords reads any record: nothing panics, and what is written can be shown.
func FuzzRecords(f *testing.F) {
	whole, err := json.Marshal(record(f, rich()...))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole, "talk")
	f.Add([]byte(`{"format":1,"person":"p","events":[{"id":"1","kind":"opened","form":1,"on":"2026-01-01","by":{"role":"together"},"body":{"aid":"\u200b","version":"\u200b","decision":"\u200b"}}]}`), "")
	f.Add([]byte(`{"format":1,"person":"p","events":[{"id":"1","kind":"scored","form":9}]}`), "1")
	f.Fuzz(func(t *testing.T, src []byte, talk string) {
		r, _ := sdm.ParseRecord(src)
		o := options(t)
		o.Talk = talk
		l, err := letter.ToPerson(r, o)
		if err != nil {
			o.Talk = ""
			if l, err = letter.ToPerson(r, o); err != nil {
				t.Fatal(err)
			}
		}
		s, err := letter.Summarise(r, letter.Clinical{Options: o, Reader: talk})
		if err != nil {
			return // the conversation is not for this reader
		}
		everything(t, l, s)
	})
}

// What was entered in error is neither told nor counted as a talk on its day.
func TestWhatWasEnteredInErrorIsNotTold(t *testing.T) {
	events := []sdm.Event{
		event("talk", "2026-01-10", "", sdm.Together, sdm.Opened{Aid: "hip", Version: "1.0.0"}),
		event("m", "2026-01-11", "talk", nurse, sdm.Mattered{Words: "A shadow on the picture"}),
	}
	for _, inError := range []bool{false, true} {
		if inError {
			events = append(events, event("oops", "2026-01-12", "", nurse, sdm.InError{Events: []string{"m"}, Because: "of somebody else"}))
		}
		r := record(t, events...)
		s, err := letter.Summarise(r, letter.Clinical{Reader: "gp_practice"})
		if err != nil {
			t.Fatal(err)
		}
		src, _ := json.Marshal(s)
		if says(write(t, r, letter.Options{}), "A shadow") == inError || strings.Contains(string(src), "A shadow") == inError || (len(s.Contacts) == 1) != inError {
			t.Errorf("in error %t: %d contacts, %s", inError, len(s.Contacts), src)
		}
	}
}
