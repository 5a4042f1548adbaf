package letter_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
)

func summarised(t *testing.T, reader string, events ...sdm.Event) letter.Summary {
	t.Helper()
	s, err := letter.Summarise(record(t, events...), letter.Clinical{Reader: reader})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A change of audience that was entered in error tells nobody why something is withheld, least of all the person, and hides no reason that stands.
func TestAChangeInErrorGivesNoReason(t *testing.T) {
	law := sdm.Audience{Only: []string{"gp_practice"}, Withheld: &sdm.Withholding{Reason: "Her brother is a suspect"}}
	talk := event("talk", "2026-01-10", "", sdm.Together, sdm.Opened{Aid: "hip", Version: "1.0.0"})
	said := event("m", "2026-01-10", "talk", nurse, sdm.Mattered{Words: "Peace at home"})
	wrong := func(id string) sdm.Event {
		return event("wrong", "2026-01-12", "", nurse, sdm.InError{Events: []string{id}, Because: "of somebody else"})
	}
	for _, reader := range []string{sdm.ForPerson, "gp_practice"} {
		s := summarised(t, reader, talk, said, event("hide", "2026-01-11", "", nurse, sdm.SeenBy{Events: []string{"m"}, Audience: law}), wrong("hide"))
		if src, _ := json.Marshal(s); strings.Contains(string(src), "suspect") {
			t.Errorf("%s reads why it was to be withheld by mistake: %s", reader, src)
		}
	}
	said.Audience = law
	s := summarised(t, "gp_practice", talk, said, event("show", "2026-01-11", "", nurse, sdm.SeenBy{Events: []string{"m"}}), wrong("show"))
	if len(s.Decisions[0].Withheld) != 1 {
		t.Errorf("it is withheld from the person, and the summary says %+v", s.Decisions[0].Withheld)
	}
}

// What is withheld from a reader may be what the standard asks for, and may be a later decision.
func TestASummaryOfACopyDeniesNothing(t *testing.T) {
	only := func(e sdm.Event) sdm.Event {
		e.Audience = sdm.Audience{Only: []string{"gp_practice"}}
		return e
	}
	talk := event("talk", "2026-01-10", "", sdm.Together, sdm.Opened{Aid: "hip", Version: "1.0.0"})
	matters := only(event("m", "2026-01-10", "talk", sdm.ByPerson, sdm.Mattered{Words: "Dancing"}))
	chose := event("d", "2026-01-11", "talk", sdm.ByPerson, sdm.Decided{Option: "replace"})
	again := event("d2", "2026-01-12", "talk", sdm.ByPerson, sdm.Decided{Option: "as_now"})
	for name, tc := range map[string]struct {
		events []sdm.Event
		status letter.Status
	}{
		"a later decision is withheld":     {[]sdm.Event{talk, matters, chose, only(again)}, ""},
		"the only decision is withheld":    {[]sdm.Event{talk, matters, only(chose)}, ""},
		"an earlier decision is withheld":  {[]sdm.Event{talk, matters, only(chose), again}, letter.Valid},
		"what is withheld decides nothing": {[]sdm.Event{talk, matters, chose}, letter.Valid},
	} {
		s := summarised(t, "family", tc.events...)
		if got := s.Decisions[len(s.Decisions)-1].Status; got != tc.status {
			t.Errorf("%s: the status is %q", name, got)
		}
		var text strings.Builder
		if err := s.Page("").WriteText(&text); err != nil {
			t.Fatal(err)
		}
		for _, denies := range []string{"nobody recorded", "Not recorded", "Nothing recorded"} {
			if strings.Contains(text.String(), denies) {
				t.Errorf("%s: the summary says %q of what may be withheld:\n%s", name, denies, text.String())
			}
		}
	}
}

// Sums over some of the entries are no sums: the letter gives none where an entry is withheld.
func TestALetterAddsUpNoPartOfTheMoney(t *testing.T) {
	for id, whole := range map[string]bool{"": true, "m1": true, "b7": false, "b8": false} {
		events := rich()
		for i := range events {
			if events[i].ID == id {
				events[i].Audience = sdm.Audience{Withheld: &sdm.Withholding{Reason: "harm"}, HideKind: id == "b8"}
			}
		}
		l := write(t, record(t, events...), options(t))
		if got := says(l, budget.GBP(51_000).String()) || says(l, budget.GBP(52_000).String()); !got {
			t.Errorf("without %q the letter does not tell of the budget", id)
		}
		told := false
		for line := range l.Lines() {
			told = told || line.Label == letter.English().Money.Left
		}
		if told != whole {
			t.Errorf("without %q the letter says what is left: %t", id, told)
		}
	}
}
