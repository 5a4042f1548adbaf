package schemas

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

func TestLanguages(t *testing.T) {
	set, list := ReadFS(os.DirFS("testdata/ok"))
	if len(list) > 0 {
		t.Fatal(list)
	}
	ask := func(s *Set) string {
		d, err := s.Find("person-facts", "person-facts")
		if err != nil {
			t.Fatal(err)
		}
		v, _ := d.root.At("/facts/0/ask")
		return d.Language() + ": " + v.Text
	}
	for language, want := range map[string]string{
		"cy": "cy: Faint yw eich oed?", "cy-GB": "cy: Faint yw eich oed?", "en": "en: How old are you?", "fr": "en: How old are you?", "": "en: How old are you?",
	} {
		if got := ask(set.In(language)); got != want {
			t.Errorf("in %q: got %s, want %s", language, got, want)
		}
	}
	if set.In("fr") != set {
		t.Error("a language without translations makes another set")
	}
}

func TestTranslationKeepsEverythingElse(t *testing.T) {
	set, _ := ReadFS(os.DirFS("testdata/ok"))
	own, _ := set.Find("", "person-facts@1")
	cy, err := set.In("cy").Find("", "person-facts@1")
	if err != nil {
		t.Fatal(err)
	}
	want := own.Root().Plain().(map[string]any)
	want["title"], want["language"] = "Enghraifft", "cy"
	facts := want["facts"].([]any)
	for i, ask := range []string{"Faint yw eich oed?", "Beth oedd eich rhyw adeg eich geni?", "Oes gennych chi asthma?"} {
		facts[i].(map[string]any)["ask"] = ask
	}
	sex := want["answers"].(map[string]any)["sex"].([]any)
	sex[0].(map[string]any)["label"], sex[1].(map[string]any)["label"] = "Benyw", "Gwryw"
	if diff := cmp.Diff(any(want), cy.Root().Plain()); diff != "" {
		t.Error(diff)
	}
	// A fault in translated words is told where the translator wrote them, every other where it always was.
	if got := cy.TextSpan("/facts/0/ask", 6, 8); got.File != "person-facts-cy.yaml" || got.Start.Line != 11 || got.Start.Column != 23 {
		t.Errorf("translated words stand at %+v", got)
	}
	if got := cy.KeySpan("/facts/0/ask"); got.File != "person-facts.yaml" {
		t.Errorf("the key stands at %+v", got)
	}
	if cy.Translation().ID() != "person-facts-cy" || own.Translation() != nil {
		t.Error("the document does not say whose words it has")
	}
	if own.Language() != "en" || cy.Version() != "1.0.0" || cy.Ref() != own.Ref() {
		t.Error("a translation changes what it must not")
	}
}

func TestLicensedWords(t *testing.T) {
	set, _ := ReadFS(os.DirFS("testdata/ok"))
	d, err := set.Find("person-facts", "licensed-facts")
	if err != nil {
		t.Fatal(err)
	}
	text, _ := d.root.At("/facts/0/text")
	label, _ := d.root.At("/answers/amount/1/label")
	if text == nil || label == nil || text.Text != "I have pain" || label.Text != "Much" || d.Language() != "en" {
		t.Errorf("got %v", d.Root().Plain())
	}
	if uses := set.Uses(d); uses["person"] == nil {
		t.Error("the document has lost what it uses")
	}
}

// TestTranslationReachesEveryVersion holds that all versions that match get the words, and faults are told of the newest.
func TestTranslationReachesEveryVersion(t *testing.T) {
	words := "kind: translation\nid: a-cy\nversion: 1.0.0\ntitle: T\nlanguage: cy\nof: a@1\ntexts: {title: Teitl, facts: {age: {ask: Oed}}}\n"
	set, list := NewSet(parse(t, "1", small("a", "1.0.0", "")), parse(t, "2", small("a", "1.1.0", "")), parse(t, "3", small("a", "2.0.0", "")), parse(t, "cy", words))
	if len(list) > 0 {
		t.Fatal(list)
	}
	for version, want := range map[string]string{"1.0.0": "Teitl", "1.1.0": "Teitl", "2.0.0": "A title"} {
		d, err := set.In("cy").Find("", "a@"+version)
		if err != nil || d.text("title") != want {
			t.Errorf("%s: %v %v", version, d, err)
		}
	}
}

// TestListsOfWords holds that a list of plain words is laid over as a whole, and items without an id by their number.
func TestListsOfWords(t *testing.T) {
	s := schema{"properties": map[string]any{
		"lines": map[string]any{"items": map[string]any{"$ref": wordsRef}},
		"rows":  map[string]any{"items": map[string]any{"properties": map[string]any{"label": map[string]any{"$ref": wordsRef}}}},
	}}
	target := parse(t, "t", "kind: x\nlines: [a, b]\nrows: [{label: c}, {label: d}]\n")
	for texts, want := range map[string]int{
		"lines: [A, B]\n  rows: {2: {label: D}, 1: {label: C}}": 0,
		"lines: [A]\n  rows: {1: {label: C}, 2: {label: D}}":    1,
		"lines: [A, 1]\n  rows: {1: {label: C}, 2: {label: D}}": 1,
		"lines: A\n  rows: {3: {label: C}, 0: x, 1: y}":         4,
	} {
		words := parse(t, "w", "kind: y\ntexts:\n  "+texts+"\n")
		r := diag.NewReporter(words)
		n, _ := words.Root().Get("texts")
		laid := layer{r}.lay(target.root, n, s)
		if len(r.List()) != want {
			t.Errorf("%q: %v", texts, r.List())
		}
		if want == 0 {
			plain := laid.Plain().(map[string]any)
			if diff := cmp.Diff([]any{"A", "B"}, plain["lines"]); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff([]any{map[string]any{"label": "C"}, map[string]any{"label": "D"}}, plain["rows"]); diff != "" {
				t.Error(diff)
			}
			if left := untranslated(target.Root(), n, s, ""); len(left) != 0 {
				t.Errorf("left are %q", left)
			}
		}
	}
}
