package cases_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/cases"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// definition is a small kind of document for tests: facts, values worked out by rules, bands and conditions.
type definition struct {
	schemas.Header
	Facts   []question.Question           `json:"facts"`
	Answers map[string]question.AnswerSet `json:"answers,omitempty"`
	Tables  map[string]question.Table     `json:"tables,omitempty"`
	Values  []value                       `json:"values"`
	Tests   []test                        `json:"tests,omitempty"`
	Cases   []cases.Case                  `json:"cases,omitempty"`
}

type value struct {
	ID     string      `json:"id"`
	Rule   string      `json:"rule"`
	Of     []string    `json:"of,omitempty"`
	Range  *[2]float64 `json:"range,omitempty"`
	Better string      `json:"better,omitempty"`
	Bands  []band      `json:"bands,omitempty"`
}

type band struct {
	ID   string  `json:"id"`
	From float64 `json:"from"`
}

type test struct {
	ID   string `json:"id"`
	When string `json:"when"`
}

// world is a definition made ready.
type world struct {
	doc      *schemas.Document
	def      definition
	model    *rule.Model
	promises cases.Promises
}

func build(doc *schemas.Document, r *diag.Reporter) *world {
	w := &world{doc: doc}
	doc.Decode(&w.def, r)
	b := rule.NewBuilder(r)
	sheet := question.NewSheet(question.Source{
		Questions: w.def.Facts, QuestionsAt: "/facts", Sets: w.def.Answers, SetsAt: "/answers", Absent: rule.Blank,
	}, r)
	for _, in := range sheet.Inputs("") {
		b.Input(in)
	}
	question.DeclareTables(w.def.Tables, "/tables", b)
	for i, v := range w.def.Values {
		w.value(b, v, fmt.Sprintf("/values/%d", i))
	}
	for i, c := range w.def.Tests {
		slot := b.Name(c.ID, rule.Type{Kind: rule.Truth, Hi: 1, Step: 1}, fmt.Sprintf("/tests/%d", i))
		p := b.Compile(rule.Source{At: fmt.Sprintf("/tests/%d/when", i), Text: c.When, Want: rule.Type{Kind: rule.Truth}, Condition: true})
		b.Compute(slot, p)
		b.Output(c.ID)
		if p != nil {
			w.promises.Conditions = append(w.promises.Conditions, cases.Condition{About: "when of " + c.ID, Rule: p})
		}
	}
	if w.model = b.Build(); w.model == nil || r.HasErrors() {
		return nil
	}
	return w
}

func (w *world) value(b *rule.Builder, v value, at string) {
	t := rule.Type{Kind: rule.Number}
	if v.Range != nil {
		t.Lo, t.Hi = v.Range[0]-100, v.Range[1]+100 // so that a value outside the range is seen as it is
	}
	slot := b.Name(v.ID, t, at)
	src := rule.Source{At: at + "/rule", Text: v.Rule, Want: rule.Type{Kind: rule.Number}}
	promise := cases.Promise{Output: v.ID, At: at, Range: v.Range, SameWay: v.Better != ""}
	if len(v.Of) > 0 {
		src.Of = &rule.List{Name: "of"}
		for i, f := range w.def.Facts {
			if slices.Contains(v.Of, f.ID) {
				src.Of.Items = append(src.Of.Items, rule.ListItem{ID: f.ID, Slot: rule.Slot(i)})
				promise.Members = append(promise.Members, cases.Member{Name: f.ID, Slot: rule.Slot(i)})
			}
		}
	}
	p := b.Compile(src)
	promise.Rule = p
	b.Compute(slot, p)
	b.Output(v.ID)
	w.promises.Outputs = append(w.promises.Outputs, promise)
	if len(v.Bands) == 0 {
		return
	}
	set := rule.Type{Kind: rule.Code, Set: v.ID + ".band", Hi: float64(len(v.Bands) - 1)}
	var reach []string
	for i, band := range v.Bands {
		set.Options = append(set.Options, rule.Option{ID: band.ID, Value: float64(i)})
		reach = append(reach, band.ID)
	}
	b.Step(&banding{from: slot, to: b.Name(set.Set, set, at+"/bands"), bands: v.Bands})
	b.Output(set.Set)
	w.promises.Outputs = append(w.promises.Outputs, cases.Promise{Output: set.Set, At: at + "/bands", Reach: reach})
}

// banding is the step that finds the band of a value.
type banding struct {
	from, to rule.Slot
	bands    []band
}

func (s *banding) Reads() []rule.Slot  { return []rule.Slot{s.from} }
func (s *banding) Writes() []rule.Slot { return []rule.Slot{s.to} }
func (s *banding) Eval(st *rule.State) { st.Set(s.to, s.band(st.Get(s.from))) }
func (s *banding) Bounds(st *rule.State) {
	b := st.Bound(s.from)
	st.SetBound(s.to, rule.Bound{Lo: s.band(b.Lo), Hi: s.band(b.Hi), NA: b.NA, Why: b.Why})
}

func (s *banding) band(v float64) float64 {
	if rule.IsNA(v) {
		return v
	}
	place := 0.0
	for i, b := range s.bands {
		if v >= b.From {
			place = float64(i)
		}
	}
	return place
}

// load makes a document ready that has no faults of its own.
func load(t testing.TB, name string, src []byte) *world {
	t.Helper()
	doc, _ := schemas.Parse(name, src)
	r := diag.NewReporter(doc)
	w := build(doc, r)
	if w == nil {
		t.Fatal(r.List())
	}
	return w
}

// facts is the start of most documents in tests: three items from 0 to 3, a truth and a code.
const facts = `kind: test
id: test
version: 1.0.0
title: Test
facts:
  - {id: q1, number: {range: [0, 3], step: 1}}
  - {id: q2, number: {range: [0, 3], step: 1}}
  - {id: q3, number: {range: [0, 3], step: 1}}
  - {id: yes_to, answer: yes_no}
  - {id: sex, answer: sex}
answers:
  sex: [{id: female}, {id: male}, {id: other}]
`

// TestFiles checks every file of testdata against the codes that it says it wants, line by line. Files in ok want none.
func TestFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/*/*.yaml")
	if err != nil || len(files) < 2 {
		t.Fatal("no files", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			w := load(t, name, src)
			r := diag.NewReporter(w.doc)
			cases.Run(w.model, w.def.Cases, "/cases", r)
			cases.Check(w.model, w.promises, cases.Budget, r)
			if strings.Contains(name, "deep") {
				deep(w, cases.DeepBudget, r)
			}
			list := r.List().Clean()
			var got, want []string
			for _, d := range list {
				got = append(got, fmt.Sprintf("%d %s", d.Span.Start.Line, d.Code))
				if d.Severity != diag.Note && d.Hint == "" {
					t.Errorf("%s gives no remedy: %v", d.Code, d)
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

// deep runs Deep over a world.
func deep(w *world, budget int, r *diag.Reporter) cases.Report {
	return cases.Deep(cases.Subject{
		Document: w.doc, Model: w.model, Promises: w.promises, Cases: w.def.Cases, At: "/cases",
		Build: func(changed *schemas.Document, r *diag.Reporter) *rule.Model { return build(changed, r).model },
	}, budget, r)
}
