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
uses: {zeal: confidence@1, broken: broken@1, form: six-items@1, concern: worry@1}
criteria: []
`))
	broken, _ := schemas.Parse("broken.yaml", []byte("kind: activation-measure\nid: broken\nversion: 1.0.0\ntitle: Broken\nuses: {scored: faulty@1}\nscore: scored.total\n"))
	all := []*schemas.Document{doc, broken}
	for _, f := range set.Files() {
		all = append(all, f.Document)
	}
	set, _ = schemas.NewSet(all...)
	var got []string
	measures, uses := activation.UsedBy(set, doc)
	for _, m := range measures {
		got = append(got, m.Prefix+m.ID())
	}
	if want := []string{"concern.worry", "zeal.confidence"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if len(uses) != 3 || !uses[0].Faulty || uses[0].Prefix != "broken." || uses[1].Prefix != "concern." || uses[2].Inputs[0].Name != "zeal.level" {
		t.Errorf("%+v", uses)
	}
}
