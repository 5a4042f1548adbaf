package letter_test

import (
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
)

// sentences gives every text of some words but for those of the aid.
func sentences(words any) []string {
	var all []string
	var collect func(v reflect.Value)
	collect = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).Name != "Aid" {
					collect(v.Field(i))
				}
			}
		case reflect.Map:
			for _, key := range v.MapKeys() {
				collect(v.MapIndex(key))
			}
		case reflect.String:
			all = append(all, v.String())
		}
	}
	collect(reflect.ValueOf(words))
	slices.Sort(all)
	return all
}

// bodies gives the JSON of the event bodies of a record, by the ids of their events.
func bodies(t testing.TB, r sdm.Record) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, e := range r.Events() {
		src, err := json.Marshal(e.Body)
		if err != nil {
			t.Fatal(err)
		}
		all[e.ID] = string(src)
	}
	return all
}

// traced holds every line and title of a letter to what it says it rests on.
func traced(t *testing.T, r sdm.Record, l letter.Letter) {
	t.Helper()
	known, ours := bodies(t, r), sentences(letter.English())
	there := func(what string, events []string) {
		for _, id := range events {
			if _, ok := known[id]; !ok {
				t.Errorf("%q rests on %q, which is no event", what, id)
			}
		}
	}
	var parts func(all []letter.Part)
	parts = func(all []letter.Part) {
		for _, p := range all {
			there(p.Title, p.Events)
			if len(p.Events) == 0 && !slices.Contains(ours, p.Title) {
				t.Errorf("the title %q comes from nowhere", p.Title)
			}
			parts(p.Parts)
		}
	}
	parts(l.Parts)
	for line := range l.Lines() {
		there(line.Text, line.Events)
		switch line.From {
		case letter.FromRecord, letter.FromAid, letter.FromLibrary:
			if len(line.Events) == 0 {
				t.Errorf("%q: %q comes from the %s and names no event", line.Label, line.Text, line.From)
			}
		case letter.FromLetter:
			if !slices.Contains(ours, line.Text) {
				t.Errorf("%q is said to stand in every letter", line.Text)
			}
		case letter.FromCaller:
		default:
			t.Errorf("%q comes from %q", line.Text, line.From)
		}
		if line.Form != letter.Own && (line.Form != letter.Question || line.From != letter.FromRecord) {
			continue
		}
		quoted, _ := json.Marshal(line.Text)
		said := strings.Trim(string(quoted), `"`)
		if !slices.ContainsFunc(line.Events, func(id string) bool { return strings.Contains(known[id], said) }) {
			t.Errorf("%q is given as words of %v, and is not there", line.Text, line.Events)
		}
	}
}

func TestEveryLineCanBeTraced(t *testing.T) {
	r := record(t, rich()...)
	about, since, bare := options(t), options(t), letter.Options{}
	about.Talk, since.Since = "talk", date("2026-04-01")
	for _, o := range []letter.Options{options(t), about, since, bare} {
		l := write(t, r, o)
		traced(t, r.For(sdm.ForPerson), l)
	}
}

// The letter tells something of every event that has something to tell the person. What is not told of is listed here with the reason.
func TestEveryEventIsTold(t *testing.T) {
	silent := map[string]string{
		"hidden": "withheld; it is counted", "able": "who can decide needs no word about it", "later": "the decision after it stands",
		"before": "scores are not told", "level": "levels are not told", "plan": "there is a plan", "b2": "there is a budget",
	}
	l := write(t, record(t, rich()...), options(t))
	for _, e := range rich() {
		told := len(l.Telling(e.ID)) > 0
		if _, quiet := silent[e.ID]; quiet && e.ID != "hidden" && told || !quiet && !told {
			t.Errorf("%s (%s): told %v", e.ID, e.Body.Kind(), told)
		}
	}
}

// numbers gives what a letter says of each outcome with each option, as "outcome, option", put together with what it says of all numbers and
// of those of the outcome.
func numbers(t *testing.T, l letter.Letter) map[string]string {
	t.Helper()
	all := map[string]string{}
	notes := func(lines []letter.Line) (said string) {
		for _, line := range lines {
			if line.From == letter.FromAid && line.Form == letter.Item {
				said += " " + line.Text
			}
		}
		return said
	}
	for _, p := range l.Parts {
		if p.ID != "options" {
			continue
		}
		for _, about := range p.Parts {
			for _, outcome := range about.Parts {
				for _, line := range outcome.Lines {
					name := outcome.Title + ", " + line.Label
					if line.Label == "" {
						continue
					}
					if all[name] != "" {
						t.Errorf("%s is said twice", name)
					}
					all[name] = line.Text
					if strings.Contains(line.Text, " in every ") { // a number, and not why there is none
						all[name] += notes(outcome.Lines) + notes(about.Lines)
					}
				}
			}
		}
	}
	return all
}

// The numbers are those of the aid, word for word: the text of the aid itself is the oracle. Each sentence of it about a number of an option
// that was gone through is in the letter, and no other.
func TestNumbersAreThoseOfTheAid(t *testing.T) {
	mine := hip(t)
	apart := regexp.MustCompile(`[.;] `)
	pieces := func(said string) []string {
		all := apart.Split(strings.TrimSuffix(said, "."), -1)
		slices.Sort(all)
		return all
	}
	want, outcome := map[string]string{}, ""
	for line := range strings.Lines(mine.Text()) {
		line = strings.TrimSuffix(line, "\n")
		option, said, labelled := strings.Cut(strings.TrimSpace(line), ": ")
		switch {
		case strings.HasPrefix(line, "  ") && labelled && (option == "Have a new hip" || option == "Carry on as now"):
			want[outcome+", "+option] = said
		case !strings.HasPrefix(line, "  "):
			outcome, _, _ = strings.Cut(line, " (in ")
		}
	}
	got := numbers(t, write(t, record(t, rich()...), options(t)))
	if len(got) != 8 || len(want) != 8 { // four outcomes for the two options gone through
		t.Fatalf("%d numbers of %d: %v", len(got), len(want), got)
	}
	for name, said := range want {
		if !slices.Equal(pieces(said), pieces(got[name])) {
			t.Errorf("%s: the aid says %q and the letter %q", name, said, got[name])
		}
	}
}

// Two conversations over one aid: the numbers are there once, for all options that were gone through in one of them, and the conversations
// are told of by their days.
func TestTwoConversationsOverOneAid(t *testing.T) {
	again := append(rich(),
		event("again", "2026-04-10", "", sdm.Together, rich()[2].Body),
		event("x1", "2026-04-10", "again", sdm.Together, sdm.WentThrough{Option: "exercise"}),
		event("x2", "2026-04-10", "again", sdm.Together, sdm.WentThrough{Option: "replacement"}),
		event("x3", "2026-04-10", "again", sdm.ByPerson, sdm.Decided{Option: "exercise"}))
	r := record(t, again...)
	l := write(t, r, options(t))
	traced(t, r.For(sdm.ForPerson), l)
	if n := len(numbers(t, l)); n != 12 { // four outcomes for three options
		t.Errorf("%d numbers", n)
	}
	var days, decided []string
	for _, p := range l.Parts {
		if p.ID == "talk" {
			for _, day := range p.Parts[0].Parts {
				days = append(days, day.Title)
			}
		}
		if p.ID == "decision" {
			for _, one := range p.Parts[0].Parts {
				decided = append(decided, one.Lines[0].Text)
			}
		}
	}
	if want := []string{"10 January 2026", "10 April 2026"}; !slices.Equal(days, want) {
		t.Errorf("the days are %q", days)
	}
	if want := []string{"On 24 January 2026 you chose: Have a new hip.", "On 10 April 2026 you chose: Do guided exercise."}; !slices.Equal(decided, want) {
		t.Errorf("the decisions are %q", decided)
	}
	for _, id := range []string{"again", "x1", "x2", "x3"} {
		if len(l.Telling(id)) == 0 {
			t.Errorf("nothing is told of %s", id)
		}
	}
}

// Another version of the aid, or another text under the same version, is not used.
func TestNumbersOfAnotherAidAreNotShown(t *testing.T) {
	for what, opened := range map[string]sdm.Opened{
		"version": {Aid: "hip-osteoarthritis", Version: "0.9.0"},
		"digest":  {Aid: "hip-osteoarthritis", Version: "1.0.0", Digest: "sha256:0"},
		"aid":     {Aid: "knee", Version: "1.0.0"},
	} {
		r := record(t, event("talk", "2026-01-10", "", sdm.Together, opened), event("w", "2026-01-10", "talk", sdm.Together, sdm.WentThrough{Option: "as_now"}))
		l := write(t, r, options(t))
		for line := range l.Lines() {
			if line.From == letter.FromAid || strings.Contains(line.Text, "Carry on as now") {
				t.Errorf("%s: %q is shown", what, line.Text)
			}
		}
		if !says(l, letter.English().Options.NoNumbers) {
			t.Errorf("%s: nothing says that the numbers are not there", what)
		}
	}
}

// says tells whether a letter has a line that is, or begins with, a text.
func says(l letter.Letter, text string) bool {
	for line := range l.Lines() {
		if strings.HasPrefix(line.Text, text) {
			return true
		}
	}
	return false
}

// Every sentence stands in the table: with words that are all in capitals, nothing of the letter's own is in small letters.
func TestEverySentenceStandsInTheTable(t *testing.T) {
	name := regexp.MustCompile(`\{[A-Z]+\}`)
	loud := letter.English()
	var raise func(v reflect.Value)
	raise = func(v reflect.Value) {
		up := func(s string) string { return name.ReplaceAllStringFunc(strings.ToUpper(s), strings.ToLower) }
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i).Name; f != "Aid" && f != "Language" {
					raise(v.Field(i))
				}
			}
		case reflect.Map:
			for _, key := range v.MapKeys() {
				v.SetMapIndex(key, reflect.ValueOf(up(v.MapIndex(key).String())))
			}
		case reflect.String:
			v.SetString(up(v.String()))
		}
	}
	raise(reflect.ValueOf(&loud).Elem())
	o := options(t)
	o.Words = loud
	l := write(t, record(t, rich()...), o)
	for line := range l.Lines() {
		if line.From == letter.FromLetter && line.Text != strings.ToUpper(line.Text) {
			t.Errorf("%q does not come from the table", line.Text)
		}
	}
	for _, p := range l.Parts {
		if p.Title != strings.ToUpper(p.Title) {
			t.Errorf("the title %q does not come from the table", p.Title)
		}
	}
}
