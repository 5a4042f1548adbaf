package person_test

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/kindtest"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/schemas/question"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var today = day.New(2026, 11, 21)

func file(t testing.TB, name string) []byte {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

func vocabulary(t testing.TB) *person.Vocabulary {
	t.Helper()
	v, err := person.Load("person-facts.yaml", file(t, "testdata/ok/person-facts.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestBadDocuments holds the files of testdata/bad to what they say of themselves.
func TestBadDocuments(t *testing.T) {
	kind := kindtest.Kind[person.Vocabulary]{Check: person.Check, Load: person.Load, FromSet: person.FromSet, Options: schemas.CheckOptions{AsOf: today}}
	for _, complaint := range kind.Bad(os.DirFS("testdata/bad")) {
		t.Error(complaint)
	}
}

func TestGoodDocumentIsSilent(t *testing.T) {
	doc, _ := schemas.Parse("a.yaml", file(t, "testdata/ok/person-facts.yaml"))
	set, _ := schemas.NewSet(doc)
	if list := person.Check(set, doc, schemas.CheckOptions{AsOf: today}); len(list) > 0 {
		t.Error(list)
	}
	for _, mismatch := range schemas.Mismatches(person.Kind, person.Definition{}) {
		t.Error(mismatch)
	}
}

func TestVocabulary(t *testing.T) {
	v := vocabulary(t)
	if v.ID() != "person-facts" || v.Version() != "1.0.0" || !strings.HasPrefix(v.Digest(), "sha256:") || v.Definition().Title == "" {
		t.Errorf("%s %s %s", v.ID(), v.Version(), v.Digest())
	}
	if in := v.Inputs("person."); len(in) != 3 || in[0].Name != "person.age" {
		t.Errorf("%v", in)
	}
	doc, _ := schemas.Parse("a.yaml", file(t, "testdata/ok/person-facts.yaml"))
	set, _ := schemas.NewSet(doc)
	if _, err := person.FromSet(set, "person-facts@1"); err != nil {
		t.Error(err)
	}
	if _, err := person.FromSet(set, "person-facts@2"); !errors.Is(err, schemas.ErrNotFound) {
		t.Error(err)
	}
}

func TestFillJoinsByNameAndAnswer(t *testing.T) {
	v := vocabulary(t)
	who, err := v.Parse([]byte(`{"age": 76, "sex": "male"}`), today)
	if err != nil {
		t.Fatal(err)
	}
	sex := question.SetType("sex", question.AnswerSet{{ID: "unknown_sex"}, {ID: "male"}, {ID: "female"}})
	women := question.SetType("sex", question.AnswerSet{{ID: "female"}, {ID: "other"}})
	age := rule.Type{Kind: rule.Number, Unit: "years", Lo: 0, Hi: 120, Step: 1}
	inputs := []rule.Input{
		{Name: "own", Type: age},
		{Name: "person.sex", Type: sex},
		{Name: "person.sex", Type: women},
		{Name: "person.age", Type: age},
		{Name: "person.age", Type: rule.Type{Kind: rule.Number, Unit: "months", Lo: 0, Hi: 1440}},
		{Name: "person.age", Type: rule.Type{Kind: rule.Number, Unit: "years", Lo: 0, Hi: 17, Step: 1}},
		{Name: "person.hypertension", Type: rule.Type{Kind: rule.Truth}},
		{Name: "person.shoe_size", Type: age},
		{Name: "person.age", Type: rule.Type{Kind: rule.Truth}},
	}
	frame := make([]float64, len(inputs)+1)
	for i := range frame {
		frame[i] = -1
	}
	who.Fill(frame, inputs, "person.")
	want := "-1 1 invalid 76 not_supplied invalid not_supplied not_supplied not_supplied -1"
	if got := words(frame); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	person.Facts{}.Fill(frame, inputs, "person.")
	if got := words(frame); got != "-1"+strings.Repeat(" not_supplied", 8)+" -1" {
		t.Errorf("nobody gives %s", got)
	}
	who.Fill(frame[:2], inputs, "person.")
}

func words(frame []float64) string {
	var all []string
	for _, v := range frame {
		all = append(all, rule.FormatNumber(v))
	}
	return strings.Join(all, " ")
}

func TestFactsKeepWhereTheyComeFrom(t *testing.T) {
	v := vocabulary(t)
	const src = `{"age":{"from":"GP record","on":"2026-10-01","value":76},"hypertension":{"missing":"declined"},"sex":"female"}`
	who, err := v.Parse([]byte(src), today)
	if err != nil {
		t.Fatal(err)
	}
	if p, told := who.Provenance("age"); !told || p != (question.Provenance{From: "GP record", On: "2026-10-01"}) {
		t.Errorf("%v %t", p, told)
	}
	if text, err := json.Marshal(who); err != nil || string(text) != src {
		t.Errorf("%s %v", text, err)
	}
	older, err := who.With("age", 80)
	if age, _ := older.Value("age"); err != nil || age != 80 || older.AsOf() != today || older.Vocabulary() != v {
		t.Errorf("%v %v", age, err)
	}
	if age, _ := who.Value("age"); age != 76 {
		t.Errorf("the original changed to %v", age)
	}
	if _, why := who.Value("hypertension"); why != rule.Declined {
		t.Errorf("hypertension is %s", why)
	}
	if who.Answers().Count() != 2 {
		t.Errorf("%d facts", who.Answers().Count())
	}
}

func TestNobody(t *testing.T) {
	var nobody person.Facts
	if _, why := nobody.Value("age"); why != rule.NotSupplied || nobody.Vocabulary() != nil {
		t.Errorf("%s", why)
	}
	if text, err := json.Marshal(nobody); err != nil || string(text) != "{}" {
		t.Errorf("%s %v", text, err)
	}
	if _, err := nobody.With("age", 1); !errors.Is(err, question.ErrNoSheet) {
		t.Errorf("%v", err)
	}
}

func TestUsed(t *testing.T) {
	good := file(t, "testdata/ok/person-facts.yaml")
	user := func(uses string) []byte {
		return []byte("kind: translation\nid: user\nversion: 1.0.0\ntitle: A user\nlanguage: cy\nof: person-facts@1\ntexts: {title: X}\n" + uses)
	}
	other := []byte(strings.ReplaceAll(string(good), "id: person-facts", "id: other-facts"))
	broken := []byte(strings.ReplaceAll(string(good), "answer: sex", "answer: sexx"))
	for name, c := range map[string]struct {
		facts, uses string
		prefix      string
		ids         string
		codes       string
	}{
		"none":   {string(good), "", "", "", ""},
		"one":    {string(good), "uses: {who: person-facts@1}", "who.", "age sex hypertension", ""},
		"two":    {string(good), "uses: {a: person-facts@1, b: other-facts@1}", "a.", "age sex hypertension", "/uses/b person-used"},
		"broken": {string(broken), "uses: {person: person-facts@1}", "person.", "age hypertension", "/uses/person person-used"},
	} {
		set, _ := schemas.ReadFS(fstest.MapFS{
			"facts.yaml": {Data: []byte(c.facts)}, "other.yaml": {Data: other}, "user.yaml": {Data: user(c.uses)},
		})
		doc, err := set.Find("", "user")
		if err != nil {
			t.Fatal(err)
		}
		r := diag.NewReporter(doc)
		v, prefix := person.Used(set, doc, r)
		var ids, codes []string
		if v != nil {
			ids = v.Sheet().IDs()
		}
		for _, d := range r.List() {
			codes = append(codes, d.Path+" "+string(d.Code))
		}
		if shared, err := person.FromSet(set, "person-facts"); err == nil && v != nil && shared != v {
			t.Errorf("%s: the facts were made ready twice", name)
		}
		if prefix != c.prefix || strings.Join(ids, " ") != c.ids || strings.Join(codes, " ") != c.codes {
			t.Errorf("%s: %q %v %v", name, prefix, ids, r.List())
		}
	}
}
