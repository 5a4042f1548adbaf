package activation_test

import (
	"slices"
	"testing"

	"github.com/whatmatters-care/whatmatters/activation"
	"github.com/whatmatters-care/whatmatters/schemas"
)

func TestMeasuresThatADocumentUses(t *testing.T) {
	set, _ := setOf(t)
	doc, _ := schemas.Parse("offers.yaml", []byte(`kind: support-offers
id: offers
version: 1.0.0
title: Offers
uses: {zeal: confidence@1, broken: faulty@1, form: six-items@1, concern: worry@1}
criteria: []
`))
	all := []*schemas.Document{doc}
	for _, f := range set.Files() {
		all = append(all, f.Document)
	}
	set, _ = schemas.NewSet(all...)
	var got []string
	measures := activation.UsedBy(set, doc)
	for _, m := range measures {
		got = append(got, m.Prefix+m.ID())
	}
	if want := []string{"concern.worry", "zeal.confidence"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	uses := activation.UsesOf(measures)
	if len(uses) != 2 || uses[0].Prefix != "concern." || uses[1].Inputs[0].Name != "zeal.level" {
		t.Errorf("%+v", uses)
	}
}
