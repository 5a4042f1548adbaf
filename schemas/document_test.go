package schemas_test

import (
	"errors"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// TestNothingIsNoDocument holds that a document and a set that were never made are read as empty, and that whoever reads one is told.
func TestNothingIsNoDocument(t *testing.T) {
	for name, d := range map[string]*schemas.Document{"nil": nil, "zero": {}} {
		if d.Kind()+d.ID()+d.Version()+d.File()+string(d.Source()) != "" || d.Translation() != nil || d.Root().Len() != 0 || d.With("/title", "T").Kind() != "" {
			t.Errorf("%s: there is something in it", name)
		}
		r := diag.NewReporter(d)
		schemas.Open(d, &struct {
			schemas.Header
		}{}, r)
		r.Errorf("header-kind-missing", diag.At("/kind").Text(1, 2), "spans have no place")
		r.Errorf("header-kind-missing", diag.At("/kind").Key(), "nor have keys")
		if d.CheckKind("questionnaire", r) || !d.Faults().HasErrors() || !r.List().Clean().HasErrors() {
			t.Errorf("%s: nobody is told", name)
		}
		if list := schemas.CheckTranslation(nil, d, schemas.CheckOptions{}); !list.HasErrors() {
			t.Errorf("%s: it is a good translation", name)
		}
		var set *schemas.Set
		if _, err := set.Find("", "phq-9"); !errors.Is(err, schemas.ErrNotFound) || len(set.All("")) > 0 || len(set.Files()) > 0 || len(set.Uses(d)) > 0 || set.In("cy-GB") != nil {
			t.Errorf("%s: there is something in a nil set: %v", name, err)
		}
		set.ReportMissing(d, r)
		if made, faults := schemas.Shared(set, d, func(*schemas.Set, *schemas.Document, schemas.CheckOptions, *diag.Reporter) int { return 1 }); made != 1 || len(faults) > 0 {
			t.Errorf("%s: %d %v", name, made, faults)
		}
	}
}
