package community_test

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/schemas/person"
	"github.com/whatmatters-care/whatmatters/sdm/community"
)

// TestCheckSeekerNamesEveryFault looks at every message, and holds that matching goes on without what is at fault.
func TestCheckSeekerNamesEveryFault(t *testing.T) {
	d := town(t, community.Service{Status: community.Active})
	bad := community.Seeker{
		Age: years(200), Areas: []string{"gotham"}, Access: []string{"lift"}, Languages: []string{"Polish!"},
		Needs:    []community.Need{{ID: "a", Category: "dancing"}, {ID: "a", Words: "x"}},
		MostCost: &community.Price{Amount: -1, Currency: "GBP"},
		Free:     []community.Free{{ByDay: "Monday"}, {}, {ByDay: "MO", From: "13:00", To: "9"}, {ByDay: "MO", From: "13:00", To: "09:00"}},
		Matters:  map[community.Criterion]float64{"smell": 3, community.ByNeed: 5, community.ByCost: 120, community.ByArea: nan},
	}
	err := d.CheckSeeker(bad)
	want := []string{
		"age: 200 is no age; write complete years",
		`areas[0]: the directory has no area "gotham"; name an area of the directory`,
		`needs[1].id: a need before it has the id "a" too; give each need an id of its own`,
		`needs[0].category: the directory has no category "dancing"; name a category of the directory, or leave the need in words`,
		`access[0]: the directory has no access need "lift"; name an access need of the directory`,
		`languages[0]: "Polish!" is not the tag of a language; write it like en or cy`,
		"most_cost.amount: -1 is no amount that somebody could pay; write 0 where it has to be free",
		`free[0].byday: "Monday" is no day of the week; the days are MO, TU, WE, TH, FR, SA and SU; write it like MO or MO,WE`,
		"free[1].byday: there is no day; write it like MO or MO,WE",
		`free[2].to: "9" is no time of day; times are written 09:30; write a time like 09:30`,
		"free[3].to: it ends at 09:00 and starts at 13:00; write the earlier time first",
		"matters.area: the weight is no number; leave it out where the person did not say",
		"matters.cost: the weight is 120; weights go from 0 to 100",
		`matters.need: "need" cannot be weighed; weigh status, age, area, access, language, cost, opening or assured; needs carry weights of their own`,
		`matters.smell: "smell" cannot be weighed; weigh status, age, area, access, language, cost, opening or assured; needs carry weights of their own`,
	}
	if diff := cmp.Diff(want, strings.Split(err.Error(), "\n")); diff != "" {
		t.Error(diff)
	}
	var faults fault.Faults
	if !errors.As(err, &faults) || faults[0].Field != "age" {
		t.Error(faults)
	}
	if m := d.Match(bad); len(m) != 1 || len(m[0].Unmet()) > 0 {
		t.Error("what cannot be right has shut somebody out:", m[0].Unmet())
	}
	if err := d.CheckSeeker(community.Seeker{MostCost: &community.Price{Amount: 2, Currency: "pounds"}}); err == nil || err.Error() != `most_cost.currency: "pounds" is no code of a currency; write it like GBP` {
		t.Error(err)
	}
	if err := d.CheckSeeker(community.Seeker{}); err != nil {
		t.Error(err)
	}
}

// TestAboutTakesWhatIsKnownOfAPerson uses the vocabulary that ships.
func TestAboutTakesWhatIsKnownOfAPerson(t *testing.T) {
	src, err := os.ReadFile("../../examples/person-facts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	vocabulary, err := person.Load("person-facts.yaml", src)
	if err != nil {
		t.Fatal(err)
	}
	who, err := vocabulary.Parse([]byte(`{"age": 74}`), on("2026-11-01"))
	if err != nil {
		t.Fatal(err)
	}
	if s := (community.Seeker{}).About(who); *s.Age != 74 || s.AsOf != on("2026-11-01") {
		t.Error(s)
	}
	if s := (community.Seeker{Age: years(30), AsOf: on("2026-01-01")}).About(person.Facts{}); *s.Age != 30 || s.AsOf != on("2026-01-01") {
		t.Error("what is not known took the place of what is")
	}
}

// TestDirectoriesBuiltInCode holds that Compile says what Load says, and what a schema would have said.
func TestDirectoriesBuiltInCode(t *testing.T) {
	def := *shipped(t).Definition()
	d, err := community.Compile(def)
	if err != nil || d.Digest() != shipped(t).Digest() {
		t.Error(err)
	}
	def.Services = append([]community.Service{{}, {ID: "a", Name: "A", Status: "shut", CostOptions: []community.CostOption{{Amount: number(nan)}}}}, def.Services...)
	_, err = community.Compile(def)
	if diff := cmp.Diff([]string{
		"/services/0: there is no id", "/services/0: the service has no name", "/services/1/cost_options/0/amount: that is no amount that somebody could pay",
		`/services/1/status: "shut" is no status of a service`,
	}, faults(t, err)); diff != "" {
		t.Error(diff)
	}
	def.Services = def.Services[2:]
	def.Cases = []community.Case{
		{Name: "nothing", Given: community.Seeker{}},
		{Name: "word", Expect: map[string]community.Fit{"river_choir": "good", "choir": community.Fits}},
		{Name: "minus", Given: community.Seeker{Age: years(-1)}, Expect: map[string]community.Fit{"river_choir": community.Fits}},
	}
	_, err = community.Compile(def)
	if diff := cmp.Diff([]string{
		`/cases/0: the case "nothing" expects nothing`, `/cases/1/expect/choir: the directory has no service "choir"`,
		`/cases/1/expect/river_choir: "good" is nothing that a service can come to`, "/cases/2/given/age: -1 is no age",
	}, faults(t, err)); diff != "" {
		t.Error(diff)
	}
}

// TestCodes holds the check of SNOMED CT against the codes that standards-read.md says pass, each with every digit changed: a Verhoeff digit finds
// all of those.
func TestCodes(t *testing.T) {
	def := townDefinition()
	refused := func(code string) bool {
		def.Categories[0].SNOMED = code
		_, err := community.Compile(def)
		return err != nil
	}
	for _, code := range []string{
		community.CodeReferral, community.CodeDeclined, "1187911000000105", "1373501000000105", "1373511000000107", "425268008", "224484003", "1108111000000107",
	} {
		if refused(code) {
			t.Errorf("%s is refused", code)
		}
	}
	for i := range len(community.CodeReferral) {
		for digit := byte('0'); digit <= '9'; digit++ {
			wrong := []byte(community.CodeReferral)
			if wrong[i] == digit {
				continue
			}
			wrong[i] = digit
			if !refused(string(wrong)) {
				t.Errorf("%s passes", wrong)
			}
		}
	}
	// 871731000000110 has a good check digit, and the form of a description.
	for _, code := range []string{"1326451000000104", "871691000000100", "12345", "0000000", "871731000000110", "87173100000010 ", "1234567890123456789"} {
		if !refused(code) {
			t.Errorf("%q passes", code)
		}
	}
}

// TestCheckOfAnotherKind holds that a document of another kind gives one fault.
func TestCheckOfAnotherKind(t *testing.T) {
	doc, _ := schemas.Parse("a.yaml", []byte("kind: person-facts\nid: a\nversion: 1.0.0\ntitle: A\n"))
	set, _ := schemas.NewSet(doc)
	if list := community.Check(set, doc, schemas.CheckOptions{}); len(list) != 1 || list[0].Code != "header-wrong-kind" {
		t.Error(list)
	}
	if _, err := community.FromSet(set, "nowhere"); !errors.Is(err, schemas.ErrNotFound) {
		t.Error(err)
	}
}

// TestAmountsThatNobodySaid holds that a price without its amount is refused, and a criterion with null is one of which nothing was said.
func TestAmountsThatNobodySaid(t *testing.T) {
	var s community.Seeker
	if err := json.Unmarshal([]byte(`{"matters": {"cost": null, "area": 80}}`), &s); err != nil || len(s.Matters) != 1 || s.Matters["area"] != 80 {
		t.Errorf("%v, %v", s.Matters, err)
	}
	for _, src := range []string{`{"currency": "GBP"}`, `{"amount": null, "currency": "GBP"}`} {
		var p community.Price
		if err := json.Unmarshal([]byte(src), &p); err == nil || !strings.HasPrefix(err.Error(), "amount: ") {
			t.Errorf("%s: %v", src, err)
		}
	}
}
