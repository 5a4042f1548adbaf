package standard_test

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/decisionaid/standard"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

const examples = "../../examples/"

var today = day.New(2026, 11, 22)

// shipped reads the aids and standards that people can use, once for all tests.
func shipped(t testing.TB) *schemas.Set {
	t.Helper()
	once.Do(func() {
		files := []string{examples + "person-facts.yaml"}
		for _, folder := range []string{"aids", "standards"} {
			more, _ := filepath.Glob(examples + folder + "/*.yaml")
			files = append(files, more...)
		}
		var docs []*schemas.Document
		for _, file := range files {
			doc, faults := schemas.Parse(file, read(t, file))
			if err := faults.Err(); err != nil {
				t.Fatal(err)
			}
			docs = append(docs, doc)
		}
		set, faults := schemas.NewSet(docs...)
		if err := faults.Err(); err != nil {
			t.Fatal(err)
		}
		all = set
	})
	if all == nil {
		t.Fatal("the shipped definitions have faults")
	}
	return all
}

var (
	once sync.Once
	all  *schemas.Set
)

func read(t testing.TB, name string) []byte {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// ready makes a shipped standard ready, once for all tests.
func ready(t testing.TB, id string) *standard.Standard {
	t.Helper()
	if s, made := standards.Load(id); made {
		return s.(*standard.Standard)
	}
	s, err := standard.FromSet(shipped(t), id)
	if err != nil {
		t.Fatal(err)
	}
	standards.Store(id, s)
	return s
}

var standards sync.Map

func aid(t testing.TB, id string) *decisionaid.Aid {
	t.Helper()
	a, err := decisionaid.FromSet(shipped(t), id)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// hip gives a definition of the hip aid of its own, to change at will. Its authors have credentials, which the shipped aid has
// none to tell of.
func hip(t testing.TB) *decisionaid.Definition {
	t.Helper()
	doc, err := shipped(t).Find(decisionaid.Kind, "hip-osteoarthritis")
	if err != nil {
		t.Fatal(err)
	}
	def, r := &decisionaid.Definition{}, diag.NewReporter(doc)
	doc.Decode(def, r)
	if r.HasErrors() {
		t.Fatal(r.List())
	}
	for i := range def.Authors {
		def.Authors[i].Credentials = "Physiotherapist"
	}
	return def
}

// bowel is the hip aid turned into one about a test.
func bowel(t testing.TB) *decisionaid.Definition {
	def := hip(t)
	def.Test = &decisionaid.Test{
		Option: "exercise", Condition: "bowel cancer", Measures: "Traces of blood.", Sensitivity: 0.7, Specificity: 0.95, Prevalence: 0.004,
		ShownPer: 1000, Among: "people aged 60", IfPositive: "You are offered a camera test.", IfNegative: "You are asked again.",
		Overdiagnosis: "Some growths would never have mattered.",
	}
	return def
}

func finding(t testing.TB, r standard.Report, id string) standard.Finding {
	t.Helper()
	f, found := r.Finding(id)
	if !found {
		t.Fatalf("there is no finding %s", id)
	}
	return f
}
