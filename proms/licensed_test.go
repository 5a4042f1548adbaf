package proms_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// structure is an instrument whose words may not be shipped.
const structure = `kind: questionnaire
id: licensed
version: 1.0.0
title: A licensed instrument
licence: {terms: licensed, holder: Somebody, ships_text: false, obtain: "https://example.org"}
sections:
  - {id: hands, from: q1}
answers:
  level:
    - {id: none, value: 0}
    - {id: some, value: 1}
items:
  - {id: q1, answer: level}
  - {id: q2, scale: {range: [0, 100]}}
scores:
  - {id: total, rule: q1 + q2, range: [0, 101]}
cases:
  - {name: worst, given: {q1: some, q2: 100}, expect: {total: 101}}
`

// siteWords are what a site that holds a licence lays over it.
const siteWords = `kind: translation
id: licensed-words
version: 1.0.0
title: Words of a site with a licence
language: LANGUAGE
licence: {terms: licensed, holder: Somebody, ships_text: false, obtain: "https://example.org"}
of: licensed@1
texts:
  title: The words of a site
  sections:
    hands: {title: Your hands, stem: How hard is it}
  answers:
    level:
      none: {label: Not hard}
      some: {label: Hard}
  items:
    q1: {text: To open a jar}
    q2: {ask: "How much does it hurt?", scale: {low: Not at all, high: As bad as can be}}
`

// TestLicensedWords goes the whole way of an instrument without words: alone, with a site's words, and in another language. The
// scores stay the same, and answers of one count on the other.
func TestLicensedWords(t *testing.T) {
	answersJSON := []byte(`{"q1": "some", "q2": 40}`)
	for _, c := range []struct{ language, in, want string }{
		{"", "", "|||||"},
		{"en", "", "Your hands|How hard is it|To open a jar|How much does it hurt?|Not at all|Hard"},
		{"cy", "cy", "Your hands|How hard is it|To open a jar|How much does it hurt?|Not at all|Hard"},
		{"cy", "", "|||||"},
	} {
		files := fstest.MapFS{"licensed.yaml": {Data: []byte(structure)}}
		if c.language != "" {
			files["words.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(siteWords, "LANGUAGE", c.language, 1))}
		}
		if list := sdm.CheckFS(files, schemas.CheckOptions{}); len(list) > 0 {
			t.Errorf("%s: %v", c.language, list)
		}
		library, err := sdm.LoadFS(files)
		if err != nil {
			t.Fatal(err)
		}
		plain, err := library.Questionnaire("licensed@1")
		if err != nil {
			t.Fatal(err)
		}
		if c.in != "" {
			if library, err = library.In(c.in); err != nil {
				t.Fatal(err)
			}
		}
		q, err := library.Questionnaire("licensed@1")
		if err != nil {
			t.Fatal(err)
		}
		part := q.Parts()[0]
		got := strings.Join([]string{
			part.Section.Title, part.Section.Stem, part.Items[0].Words(), part.Items[1].Words(), part.Items[1].Scale.Low, q.Sheet().Set(0)[1].Label,
		}, "|")
		if got != c.want {
			t.Errorf("in %q with words in %q it says %q, want %q", c.in, c.language, got, c.want)
		}
		answers, err := q.ParseAnswers(answersJSON)
		if err != nil {
			t.Fatal(err)
		}
		if total, _ := plain.Score(answers).Score("total"); total.Value.String() != "41" {
			t.Errorf("in %q with words in %q the total is %v", c.in, c.language, total.Value)
		}
	}
}

// TestWordsWithoutAGrant holds that words are refused wherever the licence does not let them stand: in a document that ships none,
// and under terms that are licensed or unknown.
func TestWordsWithoutAGrant(t *testing.T) {
	for name, c := range map[string]struct{ old, changed, code string }{
		"an item":             {"{id: q1, answer: level}", "{id: q1, answer: level, text: To open a jar}", "item-text-licence"},
		"an option":           {"{id: some, value: 1}", "{id: some, value: 1, label: Hard}", "item-text-licence"},
		"the end of a scale":  {"scale: {range: [0, 100]}", "scale: {range: [0, 100], high: As bad as can be}", "item-text-licence"},
		"a section":           {"{id: hands, from: q1}", "{id: hands, title: Your hands, from: q1}", "item-text-licence"},
		"the stem":            {"answers:\n", "stem: How hard is it\nanswers:\n", "item-text-licence"},
		"licensed and there":  {"ships_text: false", "ships_text: true", "header-licence-ships-text"},
		"unknown and there":   {"terms: licensed, holder: Somebody, ships_text: false", "terms: unknown, holder: Somebody, ships_text: true", "header-licence-ships-text"},
		"no word of licences": {"licence: {terms: licensed, holder: Somebody, ships_text: false, obtain: \"https://example.org\"}\n", "stem: How hard is it\n", "item-text-unlicensed"},
	} {
		changed := strings.Replace(structure, c.old, c.changed, 1)
		if changed == structure {
			t.Fatalf("%s: there is no %q", name, c.old)
		}
		list := sdm.CheckFS(fstest.MapFS{"licensed.yaml": {Data: []byte(changed)}}, schemas.CheckOptions{})
		if len(list) != 1 || string(list[0].Code) != c.code {
			t.Errorf("%s: %v", name, list)
		}
	}
}
