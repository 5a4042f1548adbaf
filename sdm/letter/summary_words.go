package letter

import (
	"strings"
	"unicode"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// statusWords are the states of a decision point as the standard writes them.
var statusWords = map[Status]string{InProgress: "In progress", Valid: "Valid", Cancelled: "Cancelled"}

// reader says for whom a summary is.
func reader(audience string) string {
	words := strings.Fields(phrase.Spoken(audience))
	for i, word := range words {
		if word == "gp" {
			words[i] = "GP"
		}
	}
	return phrase.Capital(strings.Join(words, " "))
}

// by says who said something and when.
func by(e sdm.Event) string { return involved(e.By.Role, e.By.Name) + ", " + e.On.Long() }

// involved says who took part.
func involved(role, name string) string {
	if role == sdm.Together.Role {
		role = "person and professional together"
	}
	role = phrase.Spoken(role)
	if fault.Blank(name) {
		return role
	}
	return name + " (" + role + ")"
}

// hasSentence tells whether a text has an answer as a sentence of its own, and not merely as letters within one.
func hasSentence(text, answer string) bool {
	before, after, found := strings.Cut(text, answer)
	begins := before == "" || strings.HasSuffix(before, ": ") || strings.HasSuffix(before, ". ")
	ends := after == "" || strings.HasPrefix(after, ".") || strings.HasPrefix(after, " ") && phrase.Stopped(answer) == answer
	return answer != "" && found && begins && ends
}

// hasName tells whether a text has a name in whole words: Ann is not in Anna Reed.
func hasName(text, name string) bool {
	words := func(text string) string {
		return " " + strings.Join(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ") + " "
	}
	return words(name) != "  " && strings.Contains(words(text), words(name))
}

// tool names an aid.
func (m *maker) tool(talk sdm.Talk) Tool {
	opened, name := talk.Opened, talk.Opened.Aid
	if def := m.o.definition(opened); def != nil {
		name = def.Title
	}
	said := phrase.Joined(", ", "Decision aid: "+name, prefixed("version ", opened.Version))
	return Tool{Entry: Entry{Text: said, From: FromRecord, Events: []string{talk.ID}}, Aid: opened.Aid, Version: opened.Version, Digest: opened.Digest}
}

// numbers takes what is true of every number of the options out of them, for a page that says it once. The options are changed.
func numbers(options []Option) []Entry {
	var all []*number
	var entries []*Entry
	for i := range options {
		for _, some := range [][]Entry{options[i].Risks, options[i].Benefits} {
			for k := range some {
				if e := &some[k]; len(e.Notes) > 0 {
					said := strings.TrimSuffix(e.Text, " "+strings.Join(e.Notes, " "))
					all, entries = append(all, &number{said, append([]string(nil), e.Notes...)}), append(entries, e)
				}
			}
		}
	}
	common := share(all)
	for i, e := range entries {
		e.Text = all[i].whole()
	}
	if len(common) == 0 {
		return nil
	}
	return []Entry{{Text: "Of each number of the aid: " + strings.Join(common, " "), From: FromAid}}
}
