package community_test

import (
	"fmt"
	"os"
	"sync"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

// shippedFile is the directory that ships.
const shippedFile = "../../examples/directories/fennbridge.yaml"

// shipped is the directory that ships, made ready.
func shipped(t testing.TB) *community.Directory {
	t.Helper()
	d, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var load = sync.OnceValues(func() (*community.Directory, error) {
	src, err := os.ReadFile(shippedFile)
	if err != nil {
		return nil, err
	}
	return community.Load(shippedFile, src)
})

func TestShippedDirectoryIsSilent(t *testing.T) {
	src, err := os.ReadFile(shippedFile)
	if err != nil {
		t.Fatal(err)
	}
	doc, list := schemas.Parse(shippedFile, src)
	set, more := schemas.NewSet(doc)
	list = append(append(list, more...), community.Check(set, doc, schemas.CheckOptions{AsOf: on("2026-11-22")})...)
	if len(list) > 0 {
		t.Error(list)
	}
	if d := shipped(t); len(d.Definition().Services) < 25 {
		t.Error("the town has few services")
	}
}

func TestSchemaAndDefinitionAreOne(t *testing.T) {
	for _, difference := range schemas.Mismatches(community.Kind, community.Definition{}) {
		t.Error(difference)
	}
}

func TestReadersOfOneService(t *testing.T) {
	d := shipped(t)
	if s, ok := d.Service("river_choir"); !ok || s.Name != "River Choir" || s.AssuredDate != on("2026-09-14") {
		t.Error(s, ok)
	}
	if _, ok := d.Service("nowhere"); ok {
		t.Error("there is a service nowhere")
	}
	if def := d.Definition(); d.Ref() != "fennbridge@"+def.Version || d.ID() != "fennbridge" || d.Version() != def.Version || len(d.Digest()) < 70 {
		t.Error(d.Ref(), d.Digest())
	}
}

// town is a small directory with the words that tests use, and the services of a test as s0, s1 ...
func town(t testing.TB, services ...community.Service) *community.Directory {
	t.Helper()
	d, err := emptyTown()
	if err != nil {
		t.Fatal(err)
	}
	for i := range services {
		services[i].ID, services[i].Name = fmt.Sprint("s", i), fmt.Sprint("Service ", i)
	}
	d, _ = d.With(services) // what is wrong with them is what some tests are about
	return d
}

var emptyTown = sync.OnceValues(func() (*community.Directory, error) { return community.Compile(townDefinition()) })

func townDefinition() community.Definition {
	def := community.Definition{
		AssuredMonths: 12,
		Categories:    []community.Category{{ID: "loneliness", Title: "loneliness", Terms: []string{"Social-Isolation"}}, {ID: "money", Title: "money"}, {ID: "food", Title: "food"}},
		Areas: []community.Area{
			{ID: "county", Title: "County"}, {ID: "town", Title: "Town", Within: "county"}, {ID: "mill", Title: "Mill", Within: "town"},
			{ID: "hill", Title: "Hill", Within: "town", Terms: []string{"ZZ9 9"}}, {ID: "shore", Title: "Shore", Within: "county"},
		},
		AccessNeeds: []community.AccessNeed{{ID: "step_free", Title: "no steps"}, {ID: "loop", Title: "a loop"}},
	}
	def.Kind, def.ID, def.Version, def.Title = community.Kind, "town", "1.0.0", "Town"
	return def
}
