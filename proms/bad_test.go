package proms

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/kindtest"
)

// TestBadFiles holds the files of testdata/bad to what they say of themselves.
func TestBadFiles(t *testing.T) {
	kind := kindtest.Kind[Questionnaire]{Check: Check, Load: Load, FromSet: FromSet}
	for _, complaint := range kind.Bad(os.DirFS("testdata/bad")) {
		t.Error(complaint)
	}
}

// TestGoodFilesAreSilent holds that the shipped instruments give no diagnostic of any kind, the deep check included: their
// cases notice every change of a rule or threshold that matters to anybody.
func TestGoodFilesAreSilent(t *testing.T) {
	for _, id := range shippedIDs {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			src := source(t, id)
			doc, _ := schemas.Parse(id+".yaml", src)
			set, list := schemas.NewSet(doc)
			if hurried() && len(src) > mostHurried {
				list = append(list, Check(set, doc, schemas.CheckOptions{AsOf: on(t, "2026-11-21")})...)
			} else {
				report, found := deepChecked(t, set, doc)
				if list = append(list, found...); report.Changes == 0 || len(report.Survivors) > 0 || report.Untried > 0 {
					t.Errorf("%+v", report)
				}
			}
			for _, d := range list {
				t.Error(d)
			}
			sameAsLoad(t, id+".yaml", src, list)
		})
	}
}

// mostHurried is up to how many bytes of an instrument are looked at deeply in a hurry. The deep check of a long one takes a second,
// and ten under the race detector, for which it has nothing: it is the work of one goroutine.
const mostHurried = 7 << 10

// hurried reports whether tests do less.
func hurried() bool { return testing.Short() || raceOn }

// deepChecked gives what Deep and a deep Check find, from one run of the work that both do.
func deepChecked(t testing.TB, set *schemas.Set, doc *schemas.Document) (report cases.Report, list diag.List) {
	t.Helper()
	r := diag.NewReporter(doc)
	if q := build(set, doc, schemas.CheckOptions{AsOf: on(t, "2026-11-21")}, r); q != nil && !r.HasErrors() {
		report = q.deepen(doc, cases.DeepBudget, r)
	}
	return report, schemas.Settled(r.List())
}

// TestDeepAndCheckAreOne holds that Deep and a deep Check find what deepChecked finds, where there is something to find.
func TestDeepAndCheckAreOne(t *testing.T) {
	src := strings.Replace(string(source(t, "gad-2")), "cases:", "cases: []\nextra:", 1)
	src = src[:strings.Index(src, "extra:")]
	doc, _ := schemas.Parse("gad-2.yaml", []byte(src))
	set, _ := schemas.NewSet(doc)
	report, list := deepChecked(t, set, doc)
	if len(report.Survivors) == 0 || len(list) == 0 {
		t.Fatalf("without cases there is nothing to find: %+v, %v", report, list)
	}
	if got := Check(set, doc, schemas.CheckOptions{AsOf: on(t, "2026-11-21"), Deep: true}); got.Error() != list.Error() {
		t.Errorf("Check finds\n%v\nand not\n%v", got, list)
	}
	if got, err := Deep(set, doc, cases.DeepBudget); err != nil || !reflect.DeepEqual(got, report) {
		t.Errorf("Deep reports\n%+v, %v\nand not\n%+v", got, err, report)
	}
}

// TestDeepNeedsAGoodDocument holds that the deep check says why it cannot be made.
func TestDeepNeedsAGoodDocument(t *testing.T) {
	doc, _ := schemas.Parse("bad.yaml", read(t, "testdata/bad/score-of.yaml"))
	set, _ := schemas.NewSet(doc)
	if _, err := Deep(set, doc, cases.DeepBudget); err == nil || !strings.Contains(err.Error(), "score-of") {
		t.Error(err)
	}
}

// TestEveryCodeHasAFile holds that testdata/bad shows every code that this package defines.
func TestEveryCodeHasAFile(t *testing.T) {
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, file := range sources {
		for _, m := range regexp.MustCompile(`Code:\s+"([a-z-]+)"`).FindAllStringSubmatch(string(read(t, file)), -1) {
			found++
			if _, err := os.Stat("testdata/bad/" + m[1] + ".yaml"); err != nil {
				t.Errorf("no file shows %s", m[1])
			}
		}
	}
	if found < 15 {
		t.Errorf("only %d codes were found, so the search is wrong", found)
	}
}

// sameAsLoad holds that Load finds the errors of Check and nothing else.
func sameAsLoad(t *testing.T, file string, src []byte, list diag.List) {
	t.Helper()
	_, err := Load(file, src)
	if errs := list.Only(diag.Error); (err == nil) != (len(errs) == 0) || err != nil && err.Error() != errs.Error() {
		t.Errorf("Load says %v\nCheck says %v", err, errs)
	}
}

func checked(t testing.TB, name string, src []byte) diag.List {
	t.Helper()
	doc, faults := schemas.Parse(name, src)
	if doc == nil {
		return faults
	}
	set, more := schemas.NewSet(doc)
	return append(more, Check(set, doc, schemas.CheckOptions{})...)
}

func TestCheckRefusesAnotherKind(t *testing.T) {
	list := checked(t, "facts.yaml", []byte("kind: person-facts\nid: a\nversion: 1.0.0\ntitle: A\nfacts: [{id: age, number: {range: [0, 120]}}]\n"))
	if len(list) != 1 || list[0].Code != "header-wrong-kind" {
		t.Error(list)
	}
}

// TestOverdueReview holds that only Check, with a date, tells of a review that is overdue.
func TestOverdueReview(t *testing.T) {
	doc, _ := schemas.Parse("phq-9.yaml", source(t, "phq-9"))
	set, _ := schemas.NewSet(doc)
	list := Check(set, doc, schemas.CheckOptions{AsOf: on(t, "2029-01-01")})
	if len(list) != 1 || list[0].Code != "header-review-due" || list[0].Severity != diag.Warning {
		t.Error(list)
	}
}

// TestTranslationBringsWords holds that a document without words is not refused the words that a translation lays over it.
func TestTranslationBringsWords(t *testing.T) {
	original, faults := schemas.Parse("semcd-6.yaml", source(t, "semcd-6"))
	if faults.HasErrors() {
		t.Fatal(faults)
	}
	words, faults := schemas.Parse("words.yaml", []byte(`kind: translation
id: semcd-6-words
version: 1.0.0
title: Words of a site with a licence
language: en
licence: {terms: unknown, holder: The test, ships_text: false}
of: semcd-6@1
texts:
  items:
    q1: {text: The words of the first item}
`))
	if faults.HasErrors() {
		t.Fatal(faults)
	}
	set, faults := schemas.NewSet(original, words)
	if faults.HasErrors() {
		t.Fatal(faults)
	}
	q, err := FromSet(set, "semcd-6@1")
	if err != nil {
		t.Fatal(err)
	}
	if got := q.Sheet().Question(0).Words(); got != "The words of the first item" {
		t.Errorf("the words are %q", got)
	}
}

// TestCrowdOfFaults holds that a document in which every word is wrong is told of each, and takes no longer for it than its length: what may
// have been meant is looked for as long as somebody reads it.
func TestCrowdOfFaults(t *testing.T) {
	def := inCode()
	def.Scores[0].Of.IDs = nil
	for i := range 3000 {
		def.Scores[0].Of.IDs = append(def.Scores[0].Of.IDs, "qq"+strconv.Itoa(i))
		def.Items = append(def.Items, numberItem("q"+strconv.Itoa(i+3), 0, 3))
	}
	_, err := Compile(def)
	var list diag.List
	if !errors.As(err, &list) || len(list) < 3000 {
		t.Fatal(err)
	}
	guesses := 0
	for _, d := range list {
		if d.Hint != "" {
			guesses++
		}
	}
	if guesses == 0 || guesses > 300 {
		t.Errorf("%d guesses at what was meant by %d words", guesses, len(list))
	}
}
