package schemas

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// FuzzSet holds that no two files make reading, resolving, translating or decoding panic, and that what Parse found is
// never lost on the way to Load.
func FuzzSet(f *testing.F) {
	files, _ := filepath.Glob("testdata/*/*.yaml")
	more, _ := filepath.Glob("testdata/bad/*/*.yaml")
	var before []byte
	for _, file := range append(files, more...) {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(before, text)
		before = text
	}
	f.Fuzz(func(t *testing.T, a, b []byte) {
		first, _ := Parse("a", a)
		second, _ := Parse("b", b)
		set, _ := NewSet(first, second)
		for _, s := range []*Set{set, set.In("cy")} {
			for _, d := range s.All("") {
				r := diag.NewReporter(d)
				var def facts
				Open(d, &def, r)
				if d.Faults().HasErrors() && !r.HasErrors() {
					t.Fatal("a fault of Parse is lost")
				}
				_ = r.List().Clean().Error()
				_ = Digest(def)
				_, _ = s.Find(d.Kind(), d.Ref())
				_ = d.With("/facts/0/id", 1).Root().Plain()
			}
		}
	})
}
