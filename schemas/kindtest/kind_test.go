package kindtest_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/kindtest"
)

// ready is what the kind of these tests is made ready as.
type ready struct{}

var (
	codeWrong  = diag.Define(diag.Info{Code: "kindtest-wrong", Title: "A", Explain: "B.", Bad: "c", Good: "d"})
	codeUnseen = diag.Define(diag.Info{Code: "kindtest-unseen", Title: "A", Explain: "B.", Bad: "c", Good: "d"})
)

// slip is how a kind breaks its promises. Without one it finds an error at the title of every document and has a remedy for it.
type slip struct {
	noRemedy, badFormat, loadsAll, otherError, halfReady, warns, notes bool
}

func (s slip) check(_ *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
	r := diag.NewReporter(doc)
	severity := diag.Error
	if s.warns {
		severity = diag.Warning
	}
	if s.notes {
		r.Report(diag.Note, codeUnseen, diag.At("/id"), "a note").Hinted("Read it")
	}
	var word any = "wrong"
	if s.badFormat {
		word = badFormat{}
	}
	e := r.Report(severity, codeWrong, diag.At("/title"), "it is %s", word)
	if !s.noRemedy {
		e.Hinted("Mend it")
	}
	if !options.AsOf.IsZero() {
		r.Warnf(codeWrong, diag.At("/version"), "%s", options.AsOf).Hinted("Wait")
	}
	return schemas.Settled(r.List())
}

func (s slip) load(name string, src []byte) (*ready, error) {
	switch {
	case !utf8.Valid(src):
		return nil, errors.New("no text")
	case s.loadsAll:
		return &ready{}, nil
	case s.otherError:
		return nil, errors.New("something else")
	case s.halfReady:
		return nil, nil
	}
	doc, _ := schemas.Parse(name, src)
	if err := s.check(nil, doc, schemas.CheckOptions{}).Err(); err != nil {
		return nil, err
	}
	return &ready{}, nil
}

// silent finds the error of every document that there is.
func silent(set *schemas.Set, doc *schemas.Document, options schemas.CheckOptions) diag.List {
	if doc == nil {
		return nil
	}
	return slip{}.check(set, doc, options)
}

// badFormat is a value that writes itself with a slip.
type badFormat struct{}

func (badFormat) String() string { return "%!d(MISSING)" }

const head = "kind: person-facts\nid: a\nversion: 1.0.0\ntitle: A\nfacts: []\n"

var says = strings.Replace(head, "title: A", "title: A # want kindtest-wrong", 1)

// TestBadBites holds that each broken promise is a complaint, and that a kept one is none.
func TestBadBites(t *testing.T) {
	for name, c := range map[string]struct {
		kind slip
		file string
		want string // in the one complaint; none where it is empty
	}{
		"all is well":            {slip{}, says, ""},
		"a warning":              {slip{warns: true}, says, ""},
		"as of a day":            {slip{}, "# as of 2026-11-22\n" + strings.Replace(says, "1.0.0", "1.0.0 # want kindtest-wrong", 1), ""},
		"as of no day":           {slip{}, "# as of tomorrow\n" + says, "a.yaml: its first line: "},
		"nothing is wanted":      {slip{}, head, "a.yaml: it is not as it says (- wanted, + found)\n+ 4 kindtest-wrong\n"},
		"another line":           {slip{}, strings.Replace(head, "id: a", "id: a # want kindtest-wrong", 1), "- 2 kindtest-wrong\n+ 4 kindtest-wrong\n"},
		"another code":           {slip{}, strings.Replace(says, "wrong", "right", 1), "- 4 kindtest-right\n+ 4 kindtest-wrong\n"},
		"twice wanted":           {slip{}, says[:strings.Index(says, "\nfacts")] + " kindtest-wrong\nfacts: []\n", "- 4 kindtest-wrong\n"},
		"a note that is not":     {slip{notes: true}, says, "+ 2 kindtest-unseen\n"},
		"no remedy":              {slip{noRemedy: true}, says, "kindtest-wrong does not say how to mend it: it is wrong"},
		"a format":               {slip{badFormat: true}, says, "kindtest-wrong has a slip of its format: it is %!d(MISSING)"},
		"what is refused loads":  {slip{loadsAll: true}, says, "Load takes what Check refuses: "},
		"another error":          {slip{otherError: true}, says, "Load says\nsomething else\nCheck says\n"},
		"neither ready nor not":  {slip{halfReady: true}, says, "Load gives something ready: false, and the error <nil>"},
		"a file of nothing":      {slip{}, "\x00", "a.yaml: it cannot be read: "},
		"the order of two codes": {slip{notes: true}, strings.Replace(says, "id: a", "id: a # want kindtest-unseen", 1), ""},
	} {
		kind := kindtest.Kind[ready]{Check: c.kind.check, Load: c.kind.load}
		got := kind.Bad(fstest.MapFS{"a.yaml": {Data: []byte(c.file)}, "b.txt": {Data: []byte("no document")}})
		switch {
		case c.want == "" && len(got) > 0:
			t.Errorf("%s: %q", name, got)
		case c.want != "" && (len(got) != 1 || !strings.Contains(got[0], c.want)):
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestOrder holds that faults are wanted in the order in which they are found.
func TestOrder(t *testing.T) {
	both := strings.Replace(head, "title: A", "title: A # want kindtest-unseen kindtest-wrong", 1)
	kind := kindtest.Kind[ready]{Check: func(_ *schemas.Set, doc *schemas.Document, _ schemas.CheckOptions) diag.List {
		r := diag.NewReporter(doc)
		r.Warnf(codeWrong, diag.At("/title"), "first").Hinted("Mend it")
		r.Warnf(codeUnseen, diag.At("/title"), "second").Hinted("Mend it")
		return r.List()
	}}
	got := kind.Bad(fstest.MapFS{"a.yaml": {Data: []byte(both)}})
	if len(got) != 1 || !strings.Contains(got[0], "in the order [4 kindtest-wrong 4 kindtest-unseen], and not [4 kindtest-unseen 4 kindtest-wrong]") {
		t.Errorf("%q", got)
	}
}

// TestSettings holds what a test can ask beside the files: a family of codes, the least severity, a day, other documents and FromSet.
func TestSettings(t *testing.T) {
	other, _ := schemas.Parse("other.yaml", []byte(strings.Replace(head, "id: a", "id: other", 1)))
	fromSet := func(set *schemas.Set, ref string) (*ready, error) {
		if _, err := set.Find("", "other"); err != nil {
			return nil, err
		}
		doc, err := set.Find("", ref)
		if err != nil {
			return nil, err
		}
		return slip{}.load("a.yaml", doc.Source())
	}
	files := fstest.MapFS{"a.yaml": {Data: []byte(says)}}
	for name, c := range map[string]struct {
		kind kindtest.Kind[ready]
		want string
	}{
		"a family":             {kindtest.Kind[ready]{Check: slip{}.check, Family: "kindtest"}, "no file shows kindtest-unseen"},
		"shown elsewhere":      {kindtest.Kind[ready]{Check: slip{}.check, Family: "kindtest", Elsewhere: []diag.Code{"kindtest-unseen"}}, ""},
		"notes are left out":   {kindtest.Kind[ready]{Check: slip{notes: true}.check, Least: diag.Warning}, ""},
		"warnings are left":    {kindtest.Kind[ready]{Check: slip{warns: true}.check, Least: diag.Error}, "- 4 kindtest-wrong"},
		"beside another":       {kindtest.Kind[ready]{Check: slip{}.check, FromSet: fromSet, With: []*schemas.Document{other}}, ""},
		"not beside another":   {kindtest.Kind[ready]{Check: slip{}.check, FromSet: fromSet}, "FromSet says\n"},
		"a kind without files": {kindtest.Kind[ready]{Check: slip{}.check}, "there are no files *.yaml"},
		"no document":          {kindtest.Kind[ready]{Check: silent}, "Check says nothing of a document that is not there"},
		"no set": {kindtest.Kind[ready]{Check: slip{}.check, FromSet: func(set *schemas.Set, ref string) (*ready, error) {
			if set == nil {
				return &ready{}, nil
			}
			return fromSet(set, ref)
		}, With: []*schemas.Document{other}}, "FromSet finds a document in a set that is not there"},
		"no text": {kindtest.Kind[ready]{Check: slip{}.check, Load: func(name string, src []byte) (*ready, error) {
			if !utf8.Valid(src) {
				return &ready{}, nil
			}
			return slip{}.load(name, src)
		}}, "Load takes bytes that are no text"},
	} {
		in := files
		if name == "a kind without files" {
			in = fstest.MapFS{}
		}
		got := c.kind.Bad(in)
		if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || !strings.Contains(got[0], c.want)) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
