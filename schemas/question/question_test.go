package question_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// definition holds everything that this package reads from a document.
type definition struct {
	schemas.Header
	Facts   []question.Question           `json:"facts,omitempty"`
	Items   []question.Question           `json:"items,omitempty"`
	Two     question.TwoMarks             `json:"two_marks,omitzero"`
	Between string                        `json:"between_marks,omitempty"`
	Answers map[string]question.AnswerSet `json:"answers,omitempty"`
	Tables  map[string]question.Table     `json:"tables,omitempty"`
	Weights map[string]question.Weights   `json:"weights,omitempty"`
}

// read makes the sheet of a document ready, and declares its tables and weights.
func read(name string, src []byte) (*question.Sheet, definition, diag.List) {
	doc, faults := schemas.Parse(name, src)
	if doc == nil {
		return nil, definition{}, faults
	}
	r := diag.NewReporter(doc)
	var def definition
	doc.Decode(&def, r)
	form := question.Source{Questions: def.Facts, QuestionsAt: "/facts", Sets: def.Answers, SetsAt: "/answers", Absent: rule.NotSupplied}
	if len(def.Items) > 0 {
		form.Document, form.Questions, form.QuestionsAt, form.Absent, form.Items = doc.ID(), def.Items, "/items", rule.Blank, true
		form.Ambiguous = question.Ambiguous{Two: def.Two, Between: def.Between}
	}
	sheet := question.NewSheet(form, r)
	b := rule.NewBuilder(r)
	for _, in := range sheet.Inputs("") {
		b.Input(in)
	}
	question.DeclareTables(def.Tables, "/tables", b)
	question.DeclareWeights(def.Weights, "/weights", b, r)
	return sheet, def, r.List().Clean()
}

// forms is the sheet with one question of every form that rules read one value of.
func forms(t testing.TB) *question.Sheet { return ready(t, "forms", "", "") }

// items is the sheet with one item of every form, and ways to choose between marks.
func items(t testing.TB) *question.Sheet { return ready(t, "items", "", "") }

// ready makes a good file ready, with one text in place of another.
func ready(t testing.TB, name, old, changed string) *question.Sheet {
	t.Helper()
	src, err := os.ReadFile("testdata/ok/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(src), old) {
		t.Fatalf("%s has no %q", name, old)
	}
	sheet, _, list := read(name+".yaml", []byte(strings.ReplaceAll(string(src), old, changed)))
	if len(list) > 0 {
		t.Fatal(list)
	}
	return sheet
}

func TestBadDocuments(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, _, list := read(file, src)
			var got, want []string
			for _, d := range list {
				got = append(got, fmt.Sprintf("%d %s", d.Span.Start.Line, d.Code))
				if d.Severity == diag.Error && (d.Message() == "" || d.Hint == "" && !strings.HasPrefix(string(d.Code), "key-")) {
					t.Errorf("%s says nothing, or has no remedy: %v", d.Code, d)
				}
			}
			for i, line := range strings.Split(string(src), "\n") {
				if _, codes, ok := strings.Cut(line, "# want "); ok {
					for code := range strings.FieldsSeq(codes) {
						want = append(want, fmt.Sprintf("%d %s", i+1, code))
					}
				}
			}
			slices.Sort(got)
			slices.Sort(want)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got\n%s\n%v", diff, list)
			}
		})
	}
}

func TestTypes(t *testing.T) {
	sheet := forms(t)
	for i, want := range []rule.Type{
		{Kind: rule.Number, Set: "frequency", Lo: 0, Hi: 3, Step: 1},
		{Kind: rule.Code, Set: "sex", Lo: 0, Hi: 2, Step: 1},
		{Kind: rule.Truth, Set: "yes_no", Lo: 0, Hi: 1, Step: 1},
		{Kind: rule.Number, Unit: "years", Lo: 0, Hi: 120, Step: 1},
		{Kind: rule.Number, Unit: "°C", Lo: 30, Hi: 45, Step: 0.1},
		{Kind: rule.Number, Lo: 0, Hi: 10},
	} {
		got := sheet.Type(i)
		got.Options = nil
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", sheet.Question(i).ID, diff)
		}
	}
	if got := sheet.Type(0).Options; len(got) != 5 || got[3].Value != 3 || !got[4].Missing {
		t.Errorf("the options of q1 are %v", got)
	}
	half := question.AnswerSet{{ID: "a", Value: ptr(0)}, {ID: "b", Value: ptr(0.5)}}
	if got := question.SetType("half", half); got.Step != 0 || got.Hi != 0.5 {
		t.Errorf("half points give %+v", got)
	}
}

func ptr(v float64) *float64 { return &v }

func TestSheetNamesItsQuestions(t *testing.T) {
	sheet := forms(t)
	if sheet.Len() != 6 || strings.Join(sheet.IDs(), " ") != "q1 sex hypertension age temperature pain" {
		t.Fatalf("ids are %v", sheet.IDs())
	}
	if i, ok := sheet.Place("age"); !ok || i != 3 || sheet.Pointer(i) != "/facts/3" {
		t.Errorf("age is at %d %t", i, ok)
	}
	if _, ok := sheet.Place("agee"); ok {
		t.Error("agee has a place")
	}
	in := sheet.Inputs("person.")
	if in[3].Name != "person.age" || in[3].Pointer != "/facts/3" || in[3].Type.Unit != "years" {
		t.Errorf("the input is %+v", in[3])
	}
	if q := sheet.Question(0); q.Words() != "Little interest or pleasure in doing things" || q.LOINC != "44250-9" {
		t.Errorf("q1 is %+v", q)
	}
	if q := sheet.Question(3); q.Words() != "How old are you?" {
		t.Errorf("age is %+v", q)
	}
}

// TestFaultsOfOneQuestionLeaveTheOthers holds that a definition built in code is checked too, and that what can be used is.
func TestFaultsOfOneQuestionLeaveTheOthers(t *testing.T) {
	r := diag.NewReporter(nil)
	nan := []float64{}
	zero := 0.0
	nan = append(nan, zero/zero, 1/zero)
	sheet := question.NewSheet(question.Source{
		Questions: []question.Question{
			{ID: "a", Number: &question.Number{Range: [2]float64{nan[0], 1}}},
			{ID: "b", Number: &question.Number{Range: [2]float64{0, nan[1]}}},
			{ID: "c", Number: &question.Number{Range: [2]float64{0, 1}, Step: nan[0]}},
			{ID: "d", Number: &question.Number{}},
			{ID: "e", Answer: question.YesNo},
			{ID: "f", Answer: "odd"},
		},
		Sets: map[string]question.AnswerSet{"odd": {{ID: "x", Value: &nan[1]}, {ID: "y", Value: ptr(1)}}},
	}, r)
	if got := len(r.List().Clean().Only(diag.Error)); got != 5 {
		t.Errorf("%d errors: %v", got, r.List())
	}
	if ids := sheet.IDs(); !slices.Contains(ids, "e") || slices.Contains(ids, "a") {
		t.Errorf("ready are %v", ids)
	}
}

func TestTableRoundTrip(t *testing.T) {
	src, err := os.ReadFile("testdata/ok/forms.yaml")
	if err != nil {
		t.Fatal(err)
	}
	_, def, _ := read("forms.yaml", src)
	got, err := json.Marshal(def.Tables)
	want := `{"by_age":{"steps":{"18":0.01,"65":0.02}},"by_sex":{"female":1,"male":0},"risk":{"0":0.002,"1":0.006}}`
	if err != nil || string(got) != want {
		t.Errorf("%s %v", got, err)
	}
}
