package kindtest_test

import (
	"fmt"
	"testing/fstest"

	"github.com/whatmatters-care/whatmatters/schemas/kindtest"
	"github.com/whatmatters-care/whatmatters/schemas/person"
)

const facts = `kind: person-facts
id: facts
version: 1.0.0
title: Facts of a person
facts:
  - {id: age, ask: Age, number: {unit: years, range: [0, 120], step: 1}}
  - {id: age, ask: Age again, number: {unit: years, range: [0, 120], step: 1}}%s
`

func Example() {
	kind := kindtest.Kind[person.Vocabulary]{Check: person.Check, Load: person.Load, FromSet: person.FromSet}
	files := fstest.MapFS{
		"as-it-says.yaml": {Data: fmt.Appendf(nil, facts, " # want item-repeated-id")},
		"silent.yaml":     {Data: fmt.Appendf(nil, facts, "")},
	}
	for _, complaint := range kind.Bad(files) {
		fmt.Println(complaint)
	}
	// Output:
	// silent.yaml: it is not as it says (- wanted, + found)
	// + 7 item-repeated-id
	// silent.yaml:7:10: the id age is already taken. Give one of the two another id [item-repeated-id]
}
