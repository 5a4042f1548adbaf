package main

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/whatmatters-care/whatmatters/examples/internal/host"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// slip is one mistake that an author makes in one file of testdata/hospital, and all that check says of it, in every file.
type slip struct {
	file, right, wrong string
	// want are the file, line and code of each fault that is an error or a warning, in the order of the files.
	want []string
	// hint is a part of the hint of one of them; after is what mending like that gives, where no edit does it.
	hint, after string
}

// TestSlips holds that a slip is told once and where it is, that files which only use the one with the slip are said to wait for it, and that the
// file is good again once the author has done what the hint says.
func TestSlips(t *testing.T) {
	hospital := os.DirFS("testdata/hospital")
	if found := faultsOf(t, hospital, nil); len(found) > 0 {
		t.Fatal(found)
	}
	for _, s := range slips {
		t.Run(s.wrong, func(t *testing.T) {
			found := faultsOf(t, hospital, spoiled(t, hospital, s, s.wrong))
			var got []string
			said := ""
			var edit *diag.Edit
			for _, d := range found {
				got = append(got, fmt.Sprintf("%s:%d %s", d.Span.File, d.Span.Start.Line, d.Code))
				if said == "" || d.Span.File == s.file && edit == nil && !strings.Contains(said, s.hint) {
					said, edit = d.Hint, d.Edit
				}
			}
			if strings.Join(got, "\n") != strings.Join(s.want, "\n") {
				t.Errorf("it gives\n%v\nwant %q", found, s.want)
			}
			if !strings.Contains(said, s.hint) || s.hint == "" {
				t.Errorf("the hint is %q, want %q", said, s.hint)
			}
			mended := spoiled(t, hospital, s, s.after)
			if edit != nil {
				src := string(spoiled(t, hospital, s, s.wrong)[s.file].Data)
				mended = fstest.MapFS{s.file: {Data: []byte(src[:edit.Span.Start.Offset] + edit.NewText + src[edit.Span.End.Offset:])}}
			}
			if left := faultsOf(t, hospital, mended); (s.after != "" || edit != nil) && len(left) > 0 {
				t.Errorf("after the mend there is still\n%v", left)
			}
		})
	}
}

// spoiled gives the file of a slip with what is right replaced.
func spoiled(t *testing.T, hospital fs.FS, s slip, by string) fstest.MapFS {
	t.Helper()
	src, err := fs.ReadFile(hospital, s.file)
	if err != nil || strings.Count(string(src), s.right) == 0 {
		t.Fatalf("%s has no %q: %v", s.file, s.right, err)
	}
	return fstest.MapFS{s.file: {Data: []byte(strings.Replace(string(src), s.right, by, 1))}}
}

// faultsOf gives the errors and warnings of the hospital with some of its files replaced.
func faultsOf(t *testing.T, hospital fs.FS, instead fstest.MapFS) diag.List {
	t.Helper()
	all := fstest.MapFS{}
	names, err := fs.Glob(hospital, "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		src, err := fs.ReadFile(hospital, name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = &fstest.MapFile{Data: src}
	}
	for name, file := range instead {
		all[name] = file
	}
	list := sdm.CheckFS(all, schemas.CheckOptions{AsOf: today})
	return append(list.Only(diag.Error), list.Only(diag.Warning)...)
}

var slips = []slip{
	// A fault in one file is not told as a fault of those that use it.
	{file: "ready.yaml", right: "cases:", wrong: "casess:", hint: "`cases`", want: []string{
		"confidence.yaml:7 activation-questionnaire", "offers.yaml:8 policy-use", "ready.yaml:25 key-unknown",
	}},
	{file: "confidence.yaml", right: "points: thirds", wrong: "points: third", hint: "thirds", after: "points: thirds", want: []string{
		"confidence.yaml:9 activation-default-cut-points", "offers.yaml:8 policy-use",
	}},
	{file: "person-facts.yaml", right: "ask: How old", wrong: "askk: How old", hint: "`ask`", want: []string{
		"frozen-shoulder.yaml:16 person-used", "offers.yaml:7 person-used", "person-facts.yaml:9 key-unknown", "plan.yaml:8 person-used",
		"right-to-review.yaml:8 person-used", "waiting.yaml:8 person-used",
	}},
	{file: "right-to-review.yaml", right: "person-facts@1", wrong: "personfacts@1", hint: "person-facts", after: "person-facts@1", want: []string{
		"right-to-review.yaml:8 set-missing-reference",
	}},
	{file: "right-to-review.yaml", right: "person-facts@1", wrong: "person-facts@1\n  shoulder: shoulder-life@1", hint: "under `facts:`", after: "person-facts@1",
		want: []string{"right-to-review.yaml:9 policy-use"}},
	// A question with a fault is not said to be missing.
	{file: "right-to-review.yaml", right: "number: {range: [0, 100]}", wrong: "number: {unit: points}", hint: "range", after: "number: {range: [0, 100], unit: points}",
		want: []string{"right-to-review.yaml:18 key-missing"}},
	{file: "shoulder-life.yaml", right: "rest, answer: trouble", wrong: "rest, answer: troubles", hint: "trouble?", want: []string{
		"shoulder-life.yaml:37 item-answer-set",
	}},
	// Names are only guessed where one is nearest, and never one that stands there already.
	{file: "shoulder-life.yaml", right: "pain: [p1, p2, p3]", wrong: "pain: [p1, p2, p4]", hint: "p3", want: []string{"shoulder-life.yaml:50 score-of"}},
	{file: "shoulder-life.yaml", right: "reversed: [f3]", wrong: "reversed: [f4]", hint: "f1, f2 and f3", after: "reversed: [f3]", want: []string{"shoulder-life.yaml:70 score-of"}},
	{file: "shoulder-life.yaml", right: "reversed: [f3]", wrong: "reversed: [p1]", hint: "f1, f2 and f3", after: "reversed: [f3]", want: []string{"shoulder-life.yaml:70 score-of"}},
	{file: "shoulder-life.yaml", right: "of: [pain_score, doing_score]", wrong: "of: [pain_score, doing]", hint: "a score that is made of them", after: "of: [pain_score, doing_score]",
		want: []string{"shoulder-life.yaml:79 score-of"}},
	{file: "structure.yaml", right: "of: [q1, q2]", wrong: "of: q1-q2", hint: "list the items", after: "of: [q1, q2]", want: []string{"structure.yaml:20 score-of"}},
	// A value in another form than is wanted: the remedy is the form, with the author's own value in it.
	{file: "shoulder-life.yaml", right: "range: [0, 100]", wrong: "range: 0-100", hint: "[0, 100]", after: "range: [0, 100]", want: []string{"shoulder-life.yaml:60 key-type"}},
	{file: "shoulder-life.yaml", right: "reversed: [f3]", wrong: "reversed: true", hint: "square brackets", after: "reversed: [f3]", want: []string{"shoulder-life.yaml:70 key-type"}},
	{file: "shoulder-life.yaml", right: "fill: mean", wrong: "fill: average", hint: "mean", after: "fill: mean", want: []string{"shoulder-life.yaml:57 score-missing-form"}},
	{file: "shoulder-life.yaml", right: "value: 2, label: Some", wrong: "value: two, label: Some", hint: "a number", after: "value: 2, label: Some", want: []string{"shoulder-life.yaml:26 key-type"}},
	{file: "shoulder-life.yaml", right: "from: 34,", wrong: "from: 33,5,", hint: "33.5", after: "from: 33.5,", want: []string{"shoulder-life.yaml:64 yaml-flow-comma"}},
	{file: "shoulder-life.yaml", right: "from: 34,", wrong: "from: 34%,", hint: "alone: 34", after: "from: 34,", want: []string{"shoulder-life.yaml:64 key-type"}},
	{file: "shoulder-life.yaml", right: "licence:\n  terms: open\n  name: Apache-2.0\n  ships_text: true\n", wrong: "licence: CC-BY-4.0\n", hint: "terms, ships_text",
		after: "licence: {terms: open, ships_text: true}\n", want: []string{"shoulder-life.yaml:11 key-type"}},
	{file: "shoulder-life.yaml", right: "    when: p2 >= 3", wrong: "\u00a0\u00a0\u00a0\u00a0when: p2 >= 3", hint: "type it again", after: "    when: p2 >= 3",
		want: []string{"shoulder-life.yaml:105 yaml-control-character"}},
	{file: "shoulder-life.yaml", right: "rescale(sum(of)", wrong: "rescale(SUM(of)", hint: "sum", after: "rescale(sum(of)", want: []string{"shoulder-life.yaml:58 rule-unknown-function"}},
	{file: "structure.yaml", right: "id: q1, answer", wrong: "id: Q-1, answer", hint: "Write q_1", after: "id: q1, answer", want: []string{
		"overlay.yaml:9 set-text-unknown", "structure.yaml:17 schema-mismatch",
	}},
	{file: "right-to-review.yaml", right: "sources:\n  charter:\n    title", wrong: "sources:\n  - title", hint: "under a name of its own", after: "sources:\n  charter:\n    title",
		want: []string{"right-to-review.yaml:10 key-type"}},
	{file: "waiting.yaml", right: "unless:\n      - {id", wrong: "unless:\n      {id", hint: "with a dash", after: "unless:\n      - {id", want: []string{"waiting.yaml:28 key-type"}},
	{file: "directory.yaml", right: `opens_at: "10:00"`, wrong: "opens_at: 10:00", hint: "in quotes", want: []string{"directory.yaml:24 yaml-retyped"}},
	{file: "directory.yaml", right: "amount: 3.5", wrong: "amount: £3.50", hint: "3.50", after: "amount: 3.50", want: []string{"directory.yaml:21 key-type"}},
	// Chances as people say them.
	{file: "frozen-shoulder.yaml", right: "chance: 0.005", wrong: "chance: 0.5%", hint: "0.005", want: []string{"frozen-shoulder.yaml:76 aid-chance-form"}},
	{file: "frozen-shoulder.yaml", right: "chance: 0.005", wrong: "chance: 1 in 200", hint: "0.005", want: []string{"frozen-shoulder.yaml:76 aid-chance-form"}},
	{file: "frozen-shoulder.yaml", right: "chance: 0.005", wrong: "chance: 1/200", hint: "0.005", want: []string{"frozen-shoulder.yaml:76 aid-chance-form"}},
	{file: "frozen-shoulder.yaml", right: "rr: 1.5", wrong: "rr: 150%", hint: "1.5 where a share", after: "rr: 1.5", want: []string{"frozen-shoulder.yaml:64 key-type"}},
	{file: "frozen-shoulder.yaml", right: "{events: 60, people: 200}", wrong: "{events: 60}", hint: "people", after: "{events: 60, people: 200}", want: []string{"frozen-shoulder.yaml:63 key-missing"}},
	{file: "frozen-shoulder.yaml", right: "rr: 1.6, interval: [1.1, 2.3]", wrong: "rr: 4, interval: [3, 5]", hint: "Check the effect", after: "rr: 1.6, interval: [1.1, 2.3]",
		want: []string{"frozen-shoulder.yaml:65 aid-chance-range"}},
	// Words in the wrong shape are not to be left out.
	{file: "overlay.yaml", right: "q1: {text: My arm hurts}", wrong: "q1: My arm hurts", hint: "q1: {ask: ...} or {help: ...} or {text: ...}", after: "q1: {text: My arm hurts}",
		want: []string{"overlay.yaml:9 set-text-not-words", "structure.yaml:17 item-text-missing"}},
	{file: "overlay.yaml", right: "    q1: {text: My arm hurts}\n    q2: {text: My arm is weak}\n", wrong: "    - {id: q1, text: My arm hurts}\n    - {id: q2, text: My arm is weak}\n",
		hint: "without a dash: items: {q1: ...}", after: "    q1: {text: My arm hurts}\n    q2: {text: My arm is weak}\n", want: []string{"overlay.yaml:9 set-text-not-words"}},
	{file: "overlay.yaml", right: "q2: {text", wrong: "q3: {text", hint: "`q2`", want: []string{"overlay.yaml:10 set-text-unknown", "structure.yaml:18 item-text-missing"}},
	// A site that lays words over lays all of them.
	{file: "overlay.yaml", right: "    q2: {text: My arm is weak}\n", wrong: "", hint: "Add them to northern-arm-brackwell@1.0.0", after: "    q2: {text: My arm is weak}\n",
		want: []string{"structure.yaml:18 item-text-missing"}},
	{file: "overlay.yaml", right: "a_bit: {label: A bit}", wrong: "a_bit: {}", hint: "Add them to northern-arm-brackwell@1.0.0", after: "a_bit: {label: A bit}",
		want: []string{"structure.yaml:14 item-text-missing"}},
	{file: "frozen-shoulder.yaml", right: "label: Can use", wrong: "label: They can use", hint: "what people do or have", after: "label: Can use",
		want: []string{"frozen-shoulder.yaml:57 aid-outcome-label"}},
	{file: "plan.yaml", right: "plan.agreed_with_person\n", wrong: "plan.agreed_by_person\n", hint: "plan.agreed_with_person?", after: "plan.agreed_with_person\n",
		want: []string{"plan.yaml:18 rule-unknown-name"}},
	{file: "overlay.yaml", right: "of: northern-arm@1.0.0\n", wrong: "of: northern-arm@1.0.0\nlicence: {terms: licensed, ships_text: true, obtain: \"https://example.org/northern-arm\"}\n",
		hint: "a site with a licence keeps them", after: "of: northern-arm@1.0.0\nlicence: {terms: licensed, ships_text: false, obtain: \"https://example.org/northern-arm\"}\n",
		want: []string{"overlay.yaml:7 header-licence-ships-text"}},
	{file: "shoulder-life.yaml", right: "terms: open", wrong: "terms: CC-BY", hint: "under `name:`", after: "terms: open", want: []string{"shoulder-life.yaml:12 header-licence-terms"}},
}

// TestDeepFindsSomethingToChange holds that a plain sum over two items, with no number in its rule, is no fault.
func TestDeepFindsSomethingToChange(t *testing.T) {
	status, out, _ := said(t, "-deep", "testdata/hospital/structure.yaml")
	if status != host.Good || strings.Contains(out, "case-nothing-changed") {
		t.Error(out)
	}
}
