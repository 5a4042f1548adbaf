package schemas

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// small is a good document of kind person-facts, with more lines behind the header.
func small(id, version, more string) string {
	return fmt.Sprintf("kind: person-facts\nid: %s\nversion: %s\ntitle: A title\n%sfacts:\n  - {id: age, ask: Your age, number: {range: [0, 120]}}\n", id, version, more)
}

func parse(t testing.TB, name, text string) *Document {
	t.Helper()
	d, list := Parse(name, []byte(text))
	if len(list) > 0 {
		t.Fatal(list)
	}
	return d
}

func TestFind(t *testing.T) {
	var docs []*Document
	for _, v := range []string{"1.0.0", "1.2.0", "1.10.0", "1.3.1", "2.0.0-draft.2", "2.0.0-draft.10"} {
		docs = append(docs, parse(t, v, small("facts", v, "")))
	}
	docs = append(docs, nil, parse(t, "m1", small("many", "1.0.0", "")), parse(t, "m2", small("many", "3.0.0", "")))
	set, list := NewSet(docs...)
	if len(list) > 0 {
		t.Fatal(list)
	}
	for ref, want := range map[string]string{
		"facts": "facts@1.10.0", "facts@1": "facts@1.10.0", "facts@1.2": "facts@1.2.0", "facts@1.3": "facts@1.3.1", "facts@1.0.0": "facts@1.0.0",
		"facts@2.0.0-draft.10": "facts@2.0.0-draft.10", "many@3": "many@3.0.0", "many@1.0": "many@1.0.0",
		"facts@2":     "schemas: no such document: person-facts \"facts@2\"; did you mean facts@1.0.0 or facts@1.2.0 or facts@1.3.1 or facts@1.10.0 or facts@2.0.0-draft.2 or facts@2.0.0-draft.10?",
		"fatcs":       "schemas: no such document: person-facts \"fatcs\"; did you mean facts?",
		"fatcs@1":     "schemas: no such document: person-facts \"fatcs@1\"; did you mean facts?",
		"nothing":     "schemas: no such document: person-facts \"nothing\"",
		"many":        "schemas: more than one document matches person-facts \"many\": many@1.0.0, many@3.0.0",
		"facts@":      "schemas: no such document: person-facts \"facts@\"; did you mean facts@1.0.0 or facts@1.2.0 or facts@1.3.1 or facts@1.10.0 or facts@2.0.0-draft.2 or facts@2.0.0-draft.10?",
		"facts@1.2.x": "schemas: no such document: person-facts \"facts@1.2.x\"; did you mean facts@1.0.0 or facts@1.2.0 or facts@1.3.1 or facts@1.10.0 or facts@2.0.0-draft.2 or facts@2.0.0-draft.10?",
		"":            "schemas: no such document: person-facts \"\"",
	} {
		d, err := set.Find("person-facts", ref)
		got := ""
		if err != nil {
			got = err.Error()
			if !errors.Is(err, ErrNotFound) && !errors.Is(err, ErrAmbiguous) {
				t.Errorf("%s: the error is neither", ref)
			}
		} else {
			got = d.Ref()
		}
		if got != want {
			t.Errorf("%q finds %s, want %s", ref, got, want)
		}
	}
	if _, err := set.Find("translation", "facts"); !errors.Is(err, ErrNotFound) || !strings.Contains(err.Error(), "facts@1.10.0 is of the kind person-facts") {
		t.Errorf("a document of another kind is found: %v", err)
	}
	kindless, _ := Parse("k", []byte(strings.Replace(small("kindless", "1.0.0", ""), "kind: person-facts\n", "", 1)))
	without, _ := NewSet(kindless)
	if _, err := without.Find("translation", "kindless"); !errors.Is(err, ErrNotFound) || !strings.Contains(err.Error(), "kindless@1.0.0 in k does not say its kind") {
		t.Errorf("a document without a kind: %v", err)
	}
	if _, err := new(Set).Find("", "facts"); !errors.Is(err, ErrNotFound) {
		t.Errorf("the zero set: %v", err)
	}
	if d, err := set.Find("", "facts"); err != nil || d.Ref() != "facts@1.10.0" {
		t.Errorf("any kind: %v", err)
	}
	var order []string
	for _, d := range set.All("person-facts") {
		order = append(order, d.Version())
	}
	if got := strings.Join(order, " "); got != "1.0.0 1.2.0 1.3.1 1.10.0 2.0.0-draft.2 2.0.0-draft.10 1.0.0 3.0.0" {
		t.Errorf("the order is %s", got)
	}
}

func TestUses(t *testing.T) {
	a := parse(t, "a", small("a", "1.0.0", "uses: {p: b@1, q: none@1}\n"))
	b := parse(t, "b", small("b", "1.4.0", ""))
	set, list := NewSet(a, b)
	if len(list) != 1 || list[0].Code != codeMissingReference || list[0].Path != "/uses/q" {
		t.Errorf("got %v", list)
	}
	uses := set.Uses(a)
	if len(uses) != 1 || uses["p"] != b {
		t.Errorf("got %v", uses)
	}
	uses["p"] = nil
	if set.Uses(a)["p"] != b || len(set.Uses(b)) != 0 {
		t.Error("a caller can change the set")
	}
}

func TestCircleIsNamedWhole(t *testing.T) {
	_, list := NewSet(parse(t, "a", small("a", "1.0.0", "uses: {b: b@1}\n")), parse(t, "b", small("b", "1.0.0", "uses: {a: a@1, self: b@1}\n")))
	var got []string
	for _, d := range list {
		got = append(got, d.Message())
	}
	slices.Sort(got)
	want := []string{"documents use each other in a circle: a@1.0.0 uses b@1.0.0 uses a@1.0.0", "documents use each other in a circle: b@1.0.0 uses b@1.0.0"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// refusing is a file system that gives an error for one file.
type refusing struct {
	fstest.MapFS
	name string
}

func (r refusing) Open(name string) (fs.File, error) {
	if name == r.name {
		return nil, fs.ErrPermission
	}
	return r.MapFS.Open(name)
}

func (r refusing) Stat(name string) (fs.FileInfo, error) {
	if name == r.name {
		return nil, fs.ErrPermission
	}
	return r.MapFS.Stat(name)
}

func (r refusing) ReadFile(name string) ([]byte, error) {
	if name == r.name {
		return nil, fs.ErrPermission
	}
	return r.MapFS.ReadFile(name)
}

func TestReadFS(t *testing.T) {
	files := fstest.MapFS{
		"b/x.yaml": {Data: []byte(small("x", "1.0.0", ""))}, "a.yml": {Data: []byte(small("a", "1.0.0", "uses: {x: x@1}\n"))},
		"broken.yaml": {Data: []byte("kind: [")}, "notes.txt": {Data: []byte("kind: [")}, ".hidden/y.yaml": {Data: []byte("kind: [")},
		".z.yaml": {Data: []byte("kind: [")}, "secret.yaml": {Data: []byte(small("s", "1.0.0", ""))},
		"big.yaml": {Data: make([]byte, MaxBytes+1)},
	}
	set, list := ReadFS(refusing{files, "secret.yaml"})
	var got []string
	for _, d := range list {
		got = append(got, d.Span.File+" "+string(d.Code))
	}
	want := []string{"big.yaml yaml-too-big", "broken.yaml yaml-unclosed", "secret.yaml set-unreadable-file"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	var names []string
	for _, f := range set.Files() {
		names = append(names, f.Name)
	}
	if !slices.Equal(names, []string{"a.yml", "b/x.yaml", "big.yaml", "broken.yaml"}) {
		t.Errorf("files are %q", names)
	}
	if len(set.All("")) != 2 {
		t.Errorf("%d documents", len(set.All("")))
	}
	if set, list := ReadFS(refusing{fstest.MapFS{}, "."}); len(set.All("")) != 0 || len(list) != 1 || list[0].Code != codeUnreadable {
		t.Errorf("an empty disk gives %v", list)
	}
	if set, list := ReadFS(fstest.MapFS{"notes.txt": {}}); len(set.All("")) != 0 || len(list) != 1 || list[0].Code != codeEmpty {
		t.Errorf("a folder without definitions gives %v", list)
	}
	if testing.Short() {
		return
	}
	many := fstest.MapFS{}
	for i := range MaxFiles + 1 {
		many[fmt.Sprintf("%05d.yaml", i)] = &fstest.MapFile{Data: []byte("a: 1\n")}
	}
	set, list = ReadFS(many)
	if len(set.Files()) != MaxFiles || !slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Code == codeTooManyFiles }) {
		t.Errorf("%d files were read", len(set.Files()))
	}
}

func TestBuild(t *testing.T) {
	build := func(_ *Set, d *Document, _ CheckOptions, r *diag.Reporter) *facts {
		var def facts
		Open(d, &def, r)
		if len(def.Facts) > 1 {
			r.Errorf("test-too-many", diag.At("/facts"), "too many")
		}
		return &def
	}
	good := small("a", "1.0.0", "")
	made, err := BuildOne("a", []byte(good), "person-facts", build)
	if err != nil || made.ID != "a" {
		t.Errorf("got %+v, %v", made, err)
	}
	for text, code := range map[string]diag.Code{
		"kind: [": "yaml-unclosed", strings.Replace(good, "person-facts", "person-fact", 1): codeWrongKind,
		"id: a\n": codeKindMissing, "kind: >": codeKindMissing, strings.Replace(good, "person-facts", `" "`, 1): codeKindMissing, good + "more: 1\n": codeUnknownKey, good + "  - {id: b, answer: yes_no}\n": "test-too-many",
		small("a", "1.0.0", "uses: {b: b@1}\n"): codeMissingReference, good + "title: again\n": "yaml-duplicate-key",
		small("a", "1", ""): codeType, small("A", "1.0.0", ""): codeID,
	} {
		made, err := BuildOne("a", []byte(text), "person-facts", build)
		var list diag.List
		if made != nil || !errors.As(err, &list) || list[0].Code != code {
			t.Errorf("%q gives %v", text, err)
		}
	}
	set, _ := NewSet(parse(t, "a", good))
	if made, err := Build(set, "person-facts", "a@1", build); err != nil || made.ID != "a" {
		t.Error(err)
	}
	if _, err := Build(set, "person-facts", "b", build); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
}

func TestKindsAndSchema(t *testing.T) {
	if !slices.ContainsFunc(Kinds(), func(k Kind) bool { return k.Name == KindTranslation && k.Title != "" && k.About != "" }) {
		t.Error(Kinds())
	}
	JSONSchema()[0] = 'x'
	if JSONSchema()[0] == 'x' {
		t.Error("a caller can change the schema")
	}
	if compiled() == nil {
		t.Fatal("the bundle does not compile")
	}
}

func TestSetIsSafeForConcurrentUse(t *testing.T) {
	set, _ := NewSet(parse(t, "a", small("a", "1.0.0", "")), parse(t, "cy", "kind: translation\nid: a-cy\nversion: 1.0.0\ntitle: T\nlanguage: cy\nof: a@1\ntexts: {title: Teitl, facts: {age: {ask: Oed}}}\n"))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			d, err := set.In("cy").Find("person-facts", "a")
			if err != nil {
				t.Error(err)
				return
			}
			var def facts
			r := diag.NewReporter(d)
			Open(d, &def, r)
			if def.Title != "Teitl" || len(r.List()) > 0 {
				t.Errorf("got %+v, %v", def, r.List())
			}
			_ = d.With("/title", "x").TextSpan("/title", 0, 1)
		})
	}
	group.Wait()
}

// TestSharedIsMadeOnce asks for one document from many sides at the same time.
func TestSharedIsMadeOnce(t *testing.T) {
	set, _ := NewSet(parse(t, "a.yaml", small("facts", "1.0.0", "")), parse(t, "b.yaml", small("facts", "2.0.0", "")))
	made := 0
	build := func(_ *Set, doc *Document, _ CheckOptions, r *diag.Reporter) *string {
		made++ // under the race detector, two at a time would be found
		r.Errorf(codeWrongKind, diag.At("/kind"), "a fault")
		ref := doc.Ref()
		return &ref
	}
	docs := set.All("")
	var all sync.WaitGroup
	got := make([]*string, 8)
	for i := range got {
		all.Go(func() {
			var faults diag.List
			got[i], faults = Shared(set, docs[0], build)
			if len(faults) != 1 {
				t.Error(faults)
			} else {
				faults[0].Path = "/another" // belongs to the caller
			}
		})
	}
	all.Wait()
	other, _ := Shared(set, docs[1], build)
	length, _ := Shared(set, docs[0], func(*Set, *Document, CheckOptions, *diag.Reporter) int { return 7 })
	if made != 2 || *got[0] != "facts@1.0.0" || *other != "facts@2.0.0" || length != 7 {
		t.Errorf("%d times: %s, %s, %d", made, *got[0], *other, length)
	}
	for _, same := range got {
		if same != got[0] {
			t.Error("made twice")
		}
	}
	if _, faults := Shared(set, docs[0], build); faults[0].Path != "/kind" {
		t.Error(faults)
	}
}
