package sdm

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"testing"
)

// recordOfAll is a record with an event of every kind, as testdata/record.json keeps it for whoever reads records without this library. It is
// that of the year with the circumstances of another conversation, a change of audience and something that was entered in error; one event is withheld.
func recordOfAll(t *testing.T) Record {
	t.Helper()
	events := year()
	for _, e := range conditions() {
		e.ID, e.On = "c_"+e.ID, e.On.AddMonths(8)
		if e.In != "" {
			e.In = "c_" + e.In
		}
		if met, ok := e.Body.(CapacityAssessed); ok && !met.Again.IsZero() {
			met.Again = met.Again.AddMonths(8)
			e.Body = met
		}
		events = append(events, e)
	}
	events = append(events,
		at("own", "2027-02-02", "c_talk", ByPerson, Mattered{Words: "to walk to my sister"}),
		at("seen", "2027-02-03", "", ByPerson, SeenBy{Events: []string{"own"}, Audience: Audience{Only: []string{"family"}}}),
		at("wrong", "2027-02-03", "", ByProfessional, InformationNeed{Need: "easy_read", Sort: NeedFormat}),
		at("in_error", "2027-02-04", "", ByProfessional, InError{Events: []string{"wrong"}, Because: "noted for another person"}))
	r := record(t, events...)
	copied := r.For("gp_practice")
	// All but the one event is as in the whole, so that the record holds everything.
	all := r.Events()
	at := slices.IndexFunc(all, func(e Event) bool { return e.ID == "own" })
	all[at] = copied.Events()[at]
	whole, err := NewRecord(r.Person()).AddAll(all...)
	if err != nil {
		t.Fatal(err)
	}
	return whole
}

func TestARecordWithEveryKindIsKept(t *testing.T) {
	var out bytes.Buffer
	src := bytesOf(t, recordOfAll(t))
	if err := json.Indent(&out, []byte(src), "", " "); err != nil {
		t.Fatal(err)
	}
	out.WriteByte('\n')
	golden(t, "testdata/record.json", out.Bytes())
	there := map[string]bool{}
	read, err := ParseRecord(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for e := range read.All() {
		there[e.Body.Kind()] = true
	}
	for _, k := range Kinds() {
		if !there[k.Kind] {
			t.Errorf("it has no event of the kind %s", k.Kind)
		}
	}
}

// golden holds a file against what it should be, or writes it.
func golden(t *testing.T, file string, want []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	there, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(there, want) {
		t.Errorf("%s is stale; run go generate ./sdm", file)
	}
}

func TestKindsAreListed(t *testing.T) {
	for _, k := range Kinds() {
		if k.Body.Kind() != k.Kind || k.Says == "" || k.Form != kinds[k.Kind].form {
			t.Errorf("%+v", k)
		}
	}
	if len(Kinds()) != len(kinds) {
		t.Errorf("%d kinds are listed of %d", len(Kinds()), len(kinds))
	}
}
