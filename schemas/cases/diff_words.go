package cases

import (
	"fmt"
	"slices"
	"strings"
)

// String says the whole Diff in plain text for a clinical lead and a group of patients: what changes for people first, then
// what changed in the document, then whether the version says so.
func (d Diff) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s to %s\n", d.ID, d.From, d.To)
	d.writeResults(&b)
	for _, list := range []struct {
		head  string
		names []string
	}{
		{"No longer asked", d.Dropped}, {"Asked too", d.Added}, {"Asked with answers that the new version refuses", d.Refused},
	} {
		if len(list.names) > 0 {
			fmt.Fprintf(&b, "\n%s: %s\n", list.head, strings.Join(list.names, ", "))
		}
	}
	for _, part := range []struct {
		head  string
		parts []Part
	}{
		{"Rules, numbers and settings", []Part{PartRule, PartNumber, PartSetting, PartEntry}},
		{"Words", []Part{PartWords}}, {"About the document", []Part{PartAbout}},
	} {
		head := "\n" + part.head + ":\n"
		for _, c := range d.Changes {
			if slices.Contains(part.parts, c.Part) {
				b.WriteString(head + "  " + c.String() + "\n")
				head = ""
			}
		}
	}
	b.WriteString("\n" + d.verdict() + "\n")
	return b.String()
}

func (d Diff) writeResults(b *strings.Builder) {
	switch {
	case len(d.Results) == 0 && d.Everybody:
		fmt.Fprintf(b, "\nNo result differs for any of the %d people made up from every place where a rule changes its mind.\n", d.People)
		return
	case len(d.Results) == 0 && d.People > 0:
		fmt.Fprintf(b, "\nNo result was found to differ, among %d made-up people; that is no proof.\n", d.People)
		return
	case len(d.Results) == 0:
		return
	}
	b.WriteString("\nResults:\n")
	for _, r := range d.Results {
		switch r.Presence {
		case Added:
			fmt.Fprintf(b, "  %s is new\n", r.Called)
		case Removed:
			fmt.Fprintf(b, "  %s is no longer worked out\n", r.Called)
		default:
			for _, m := range r.Moves {
				fmt.Fprintf(b, "  %s\n", r.sentence(m))
			}
			if r.More > 0 {
				fmt.Fprintf(b, "  and in %d more ways\n", r.More)
			}
			if len(r.Moves[0].Person) > 0 {
				fmt.Fprintf(b, "  (it differs for %d of %d made-up people)\n", r.People, d.People)
			}
		}
	}
}

// sentence says one move: of everybody where nothing that is asked bears on the result, else of a person.
func (r ResultChange) sentence(m Move) string {
	if len(m.Person) == 0 {
		return fmt.Sprintf("%s changed %s", r.Called, fromTo(m.Was, m.Becomes))
	}
	return fmt.Sprintf("%s changes %s for a person with %s", r.Called, fromTo(m.Was, m.Becomes), m.Person)
}

// fromTo says two values without saying twice what they end in: from 90 to 120 in 1,000.
func fromTo(was, becomes string) string {
	a, b := strings.Fields(was), strings.Fields(becomes)
	for len(a) > 1 && len(b) > 1 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return "from " + strings.Join(a, " ") + " to " + becomes
}

// String says the change in one line.
func (c Change) String() string {
	switch {
	case c.Was == "" && c.Becomes == "":
		return c.Place + ": changed"
	case c.Was == "":
		return c.Place + " is new: " + excerpt(c.Becomes)
	case c.Becomes == "":
		return c.Place + " is gone: " + excerpt(c.Was)
	case c.Part == PartWords:
		was, becomes := changedWords(c.Was, c.Becomes)
		return fmt.Sprintf("%s: “%s” is now “%s”", c.Place, was, becomes)
	default:
		return fmt.Sprintf("%s: %s is now %s", c.Place, c.Was, c.Becomes)
	}
}

// beside is how many words are shown on each side of those that changed; longest is how many of an entry.
const (
	beside  = 4
	longest = 24
)

// changedWords leaves out of two texts what they begin and end with alike, but for a few words.
func changedWords(was, becomes string) (string, string) {
	a, b := strings.Fields(was), strings.Fields(becomes)
	front, back := 0, 0
	for front < len(a) && front < len(b) && a[front] == b[front] {
		front++
	}
	for back < len(a)-front && back < len(b)-front && a[len(a)-1-back] == b[len(b)-1-back] {
		back++
	}
	front, back = max(0, front-beside), max(0, back-beside)
	cut := func(words []string) string {
		text := strings.Join(words[front:len(words)-back], " ")
		if front > 0 {
			text = "… " + text
		}
		if back > 0 {
			text += " …"
		}
		return text
	}
	return cut(a), cut(b)
}

func excerpt(text string) string {
	words := strings.Fields(text)
	if len(words) <= longest {
		return text
	}
	return strings.Join(words[:longest], " ") + " …"
}

// verdict says whether the version says what changed.
func (d Diff) verdict() string {
	switch {
	case d.Says == Unreadable:
		return "One of the versions cannot be read."
	case d.Enough() && d.Needs == ReleaseNone:
		return "Nothing changed."
	case d.Enough():
		return fmt.Sprintf("The version says so: this is a %s change at least, and %s a %s one.", d.Needs, d.To, d.Says)
	case d.Says == Backwards:
		return fmt.Sprintf("The version goes backwards; it should be %s at least.", d.Next())
	default:
		return fmt.Sprintf("The version does not say so: this is a %s change, so it should be %s at least.", d.Needs, d.Next())
	}
}
