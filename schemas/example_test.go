package schemas_test

import (
	"fmt"
	"testing/fstest"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var definitions = fstest.MapFS{
	"facts.yaml": {Data: []byte(`kind: person-facts
id: person-facts
version: 1.0.0
title: What is known of a person
facts:
  - id: age
    ask: How old are you?
    number: {unit: years, range: [0, 120], step: 1}
`)},
	"facts-cy.yaml": {Data: []byte(`kind: translation
id: person-facts-cy
version: 1.0.0
title: What is known of a person, in Welsh
language: cy
of: person-facts@1
texts:
  title: Beth sy'n hysbys am berson
  facts:
    age: {ask: "Faint yw eich oed?"}
`)},
}

func ExampleReadFS() {
	set, list := schemas.ReadFS(definitions)
	fmt.Println(list.Err())
	for _, doc := range set.All("person-facts") {
		fmt.Println(doc.Ref(), "from", doc.File())
	}
	// Output:
	// <nil>
	// person-facts@1.0.0 from facts.yaml
}

func ExampleSet_In() {
	set, _ := schemas.ReadFS(definitions)
	doc, err := set.In("cy").Find("person-facts", "person-facts@1")
	if err != nil {
		fmt.Println(err)
		return
	}
	facts, _ := doc.Root().Get("facts")
	ask, _ := facts.At(0).Get("ask")
	fmt.Println(ask.Text())
	// Output:
	// Faint yw eich oed?
}

func ExampleSet_Find() {
	set, _ := schemas.ReadFS(definitions)
	_, err := set.Find("person-facts", "person-fact@1")
	fmt.Println(err)
	// Output:
	// schemas: no such document: person-facts "person-fact@1"; did you mean person-facts?
}

// A fault in a rule is told at its true place, also inside a block.
func ExampleDocument_TextSpan() {
	doc, _ := schemas.Parse("score.yaml", []byte("kind: questionnaire\nrule: |\n  sum(of) +\n  nonsense\n"))
	span := doc.TextSpan("/rule", 10, 18)
	fmt.Printf("%s:%d:%d to %d\n", span.File, span.Start.Line, span.Start.Column, span.End.Column)
	// Output:
	// score.yaml:4:3 to 11
}

// Every fault comes with its place, its code and the remedy.
func ExampleParse() {
	_, list := schemas.Parse("bad.yaml", []byte(`kind: person-facts
reviewed: 2026-11-21
facts:
  - {id: total, ask: Sum of (a, b)}
`))
	fmt.Println(list)
	// Output:
	// bad.yaml:2:11: 2026-11-21 is not read in the same way by every program. Put the date in quotes [yaml-retyped]
	// bad.yaml:4:33: "b)" became a key of its own with nothing behind it. If the comma belongs to the value, put the value in quotes: ask: "Sum of (a, b)" [yaml-flow-comma]
}

// The package of a kind declares a struct, and decodes documents into it.
func ExampleDocument_Decode() {
	type facts struct {
		schemas.Header
		Facts []struct {
			ID  string `json:"id"`
			Ask string `json:"ask"`
		} `json:"facts"`
	}
	doc, _ := schemas.Parse("facts.yaml", []byte(`kind: person-facts
id: person-facts
version: 1.0
title: What is known of a person
facts:
  - id: age
    aks: How old are you?
`))
	var def facts
	r := diag.NewReporter(doc)
	doc.Decode(&def, r)
	fmt.Println(def.Title, "/", def.Facts[0].ID)
	fmt.Println(r.List().Clean())
	// Output:
	// What is known of a person / age
	// facts.yaml:3:10: `version` is text, and this is a number. Write 1.0.0 [key-type]
	// facts.yaml:6:5: an item of `facts` needs the key `ask`. Add `ask:` [key-missing]
	// facts.yaml:7:5: the key `aks` means nothing here. Did you mean `ask`? [key-unknown]
}
