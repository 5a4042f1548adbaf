package diag_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

const definition = "kind: questionnaire\ntilte: PHQ-9\n"

var codeTitle = diag.Define(diag.Info{
	Code: "key-example-unknown", Title: "The key is unknown",
	Explain: "Nothing reads this key, so what it should say is missing.",
	Bad:     "tilte: PHQ-9", Good: "title: PHQ-9",
})

// document stands for the one that package schemas makes of a file: it knows where each value is.
type document struct{}

func (document) File() string                        { return "phq-9.yaml" }
func (document) ValueSpan(string) diag.Span          { return document{}.KeySpan("") }
func (document) TextSpan(string, int, int) diag.Span { return document{}.KeySpan("") }
func (document) KeySpan(string) diag.Span {
	at := strings.Index(definition, "tilte")
	return diag.Span{
		File:  "phq-9.yaml",
		Start: diag.Pos{Line: 2, Column: 1, Offset: at},
		End:   diag.Pos{Line: 2, Column: 6, Offset: at + 5},
	}
}

// check is what a check looks like: it names the value it means, and what is wrong with it.
func check(r *diag.Reporter) {
	key := diag.At("/tilte").Key()
	r.Errorf(codeTitle, key, "unknown key %q", "tilte").
		Hinted("Did you mean %q?", diag.Nearest("tilte", []string{"kind", "title", "scores"})).
		Mended(key, "title")
}

func Example() {
	r := diag.NewReporter(document{})
	check(r)
	fmt.Println(r.List().Err())
	// Output: phq-9.yaml:2:1: unknown key "tilte". Did you mean "title"? [key-example-unknown]
}

func ExampleWriteText() {
	r := diag.NewReporter(document{})
	check(r)
	_ = diag.WriteText(os.Stdout, r.List().Clean(), diag.Options{
		Sources: func(file string) ([]byte, bool) { return []byte(definition), file == "phq-9.yaml" },
	})
	// Output:
	// phq-9.yaml:2:1: error: unknown key "tilte" [key-example-unknown]
	// 2 | tilte: PHQ-9
	//   | ^^^^^
	//   = hint: Did you mean "title"?
	//   = mend:
	// 2 - tilte: PHQ-9
	// 2 + title: PHQ-9
	//
	// 1 error
}

func ExampleWriteJSON() {
	r := diag.NewReporter(nil) // A definition that was built in code has no source.
	check(r)
	_ = diag.WriteJSON(os.Stdout, r.List().Clean(), diag.Options{})
	// Output: {"severity":"error","code":"key-example-unknown","message":"unknown key \"tilte\"","path":"/tilte","hint":"Did you mean \"title\"?"}
}

func ExampleWriteGitHub() {
	r := diag.NewReporter(document{})
	check(r)
	_ = diag.WriteGitHub(os.Stdout, r.List().Clean(), diag.Options{})
	// Output: ::error file=phq-9.yaml,line=2,endLine=2,col=1,endColumn=6,title=key-example-unknown::unknown key "tilte". Did you mean "title"?
}

func ExampleNearest() {
	fmt.Println(diag.Nearest("scoer", []string{"score", "band"}))
	// Output: score
}

func ExampleWriteCodes() {
	info, _ := diag.Lookup(codeTitle)
	var page strings.Builder
	_ = diag.WriteCodes(&page, []diag.Info{info})
	contents, _, _ := strings.Cut(page.String(), "\n## ")
	fmt.Println(contents)
	// Output:
	// # Codes
	//
	// Every fault that checking a definition can report, with an example that has it and the same example mended.
	// This page is generated from the checks themselves.
	//
	// - [key](#key)
	//   - [`key-example-unknown`](#key-example-unknown): The key is unknown
}
