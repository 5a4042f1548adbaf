package phrase_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

func TestFill(t *testing.T) {
	for template, want := range map[string]string{
		"":                    "",
		"plain":               "plain",
		"{a}":                 "{b}",
		"{a}{b}{a}":           "{b}2{b}",
		"x {unknown} y":       "x  y",
		"{} {a":               " {a",
		"} {b} {":             "} 2 {",
		"{{a}}":               "}", // the name is {a
		"{b} is said, {b} 's": "2 is said, 2 's",
	} {
		if got := phrase.Fill(template, "a", "{b}", "b", "2", "a", "second", "odd"); got != want {
			t.Errorf("%q: %q, want %q", template, got, want)
		}
	}
}

func TestPlaceholders(t *testing.T) {
	for template, want := range map[string][]string{
		"": nil, "plain }": nil, "{n} of {n} {a}": {"a", "n"}, "{}": {""}, "{n} {": {"", "n"}, "{n} {of people": {"n", "of people"},
	} {
		if d := cmp.Diff(want, phrase.Placeholders(template)); d != "" {
			t.Errorf("%q: %s", template, d)
		}
	}
}

// TestFillIsCheap holds that a sentence costs its own text and nothing else.
func TestFillIsCheap(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { phrase.Fill("{n} of {of} people", "n", "72", "of", "1000") }); n > 1 {
		t.Errorf("%v allocations", n)
	}
}

func TestBeside(t *testing.T) {
	type words struct {
		Title  string
		Days   [2]string
		Roles  map[string]string
		Frame  struct{ Dear string }
		Plural map[int]string
		Number int
		hidden string
		Last   string
	}
	english := words{Title: "one {a}", Days: [2]string{"Monday", "Tuesday"}, Roles: map[string]string{"carer": "c", "aunt": "a"}, Plural: map[int]string{1: "one"}, hidden: "h", Last: "z"}
	other := words{Title: "eins {b}", Days: [2]string{"Montag", ""}, Roles: map[string]string{"carer": "C", "uncle": "U"}, Last: "y"}
	want := []phrase.Sentence{{"Title", "eins {b}", "one {a}"}, {"Days[0]", "Montag", "Monday"}, {"Days[1]", "", "Tuesday"},
		{"Roles.aunt", "", "a"}, {"Roles.carer", "C", "c"}, {"Frame.Dear", "", ""}, {"hidden", "", "h"}, {"Last", "y", "z"}}
	got := phrase.Beside(&english, &other)
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	told := `Title: has the names {b} and needs {a}; write the names as in the original, in any order
Roles.aunt: is empty, so that people would read nothing there; translate it
hidden: is empty, so that people would read nothing there; translate it`
	cause := errors.New("words")
	if err := phrase.Check(&english, &other, cause, "Days").Err(); !errors.Is(err, cause) || err.Error() != told {
		t.Errorf("got:\n%v\nwant:\n%s", err, told)
	}
	number := 1
	if all := phrase.Beside(&number, &number); all != nil {
		t.Errorf("a number has the sentences %v", all)
	}
}

func TestPlainWords(t *testing.T) {
	for _, c := range [][2]string{
		{phrase.Capital(""), ""}, {phrase.Capital("élan"), "Élan"}, {phrase.Capital("GAD-7"), "GAD-7"}, {phrase.Capital("7 days"), "7 days"},
		{phrase.Capital("\xffx"), "\xffx"},
		{phrase.Stopped(""), ""}, {phrase.Stopped("Yes"), "Yes."}, {phrase.Stopped("Yes?"), "Yes?"}, {phrase.Stopped("Yes!"), "Yes!"}, {phrase.Stopped("Yes."), "Yes."}, {phrase.Stopped(" Yes. \n"), "Yes."}, {phrase.Stopped(" \n"), ""},
		{phrase.Counted(0, "day"), "0 days"}, {phrase.Counted(1, "day"), "1 day"}, {phrase.Counted(12, "day"), "12 days"},
		{phrase.Joined("; "), ""}, {phrase.Joined("; ", "", " \n", " a\n", "", "b "), "a; b"},
		{phrase.Listed(nil), ""}, {phrase.Listed([]string{"a"}), "a"}, {phrase.Listed([]string{"a", "b"}), "a and b"}, {phrase.Listed([]string{"a", "b", "c"}), "a, b and c"},
		{phrase.Spoken("a_b__c"), "a b  c"},
		{phrase.Sign("GBP"), "£"}, {phrase.Sign("EUR"), "€"}, {phrase.Sign("USD"), "$"}, {phrase.Sign("JPY"), "JPY "}, {phrase.Sign(""), ""},
	} {
		if c[0] != c[1] {
			t.Errorf("%q, want %q", c[0], c[1])
		}
	}
}

// Whatever a template and a value hold, each name of the template is looked up once where it stands, and the value is never looked into.
func FuzzFill(f *testing.F) {
	f.Add("{n} of {of}", "n", "{n}")
	f.Add("{{}}} {", "", "{}")
	f.Add("\xff{a}", "a", "\xfe")
	f.Fuzz(func(t *testing.T, template, name, value string) {
		said := phrase.Fill(template, name, value)
		want, rest := "", template
		for {
			before, found, after, there := phrase.Cut(rest)
			if !there {
				want += rest
				break
			}
			if before+"{"+found+"}"+after != rest || strings.ContainsAny(before, "{") || strings.Contains(found, "}") {
				t.Fatalf("%q was cut into %q, %q and %q", rest, before, found, after)
			}
			want, rest = want+before, after
			if found == name {
				want += value
			}
		}
		if said != want {
			t.Fatalf("%q, want %q", said, want)
		}
		if utf8.ValidString(template) && utf8.ValidString(value) && !utf8.ValidString(said) {
			t.Fatalf("%q is not UTF-8", said)
		}
		if closed := strings.Count(said, "{") == 0; closed && phrase.Placeholders(said) != nil {
			t.Fatalf("names in %q", said)
		}
	})
}
