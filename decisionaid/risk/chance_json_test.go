package risk

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestChanceJSON(t *testing.T) {
	observed, err := Observed(Count{40, 53}, CI95(0.6, 0.85), Months(6))
	if err != nil {
		t.Fatal(err)
	}
	derived := apply(t, doac, apply(t, warfarin, chance(t, 0.072, Interval{}, Years(1))))
	for want, c := range map[string]Chance{
		`{"unknown":"no_baseline"}`: {},
		`{"unknown":"no_evidence"}`: Unknown(NoEvidence),
		`{"value":0}`:               chance(t, 0, Interval{}, Period{}),
		`{"value":0.7547169811320755,"interval":{"lower":0.6,"upper":0.85,"level":0.95},"count":{"events":40,"people":53},"period":{"number":6,"unit":"month"}}`: observed,
		"": derived,
	} {
		data, err := json.Marshal(c)
		if err != nil || want != "" && string(data) != want {
			t.Errorf("%s %v, want %s", data, err, want)
		}
		var back Chance
		if err := json.Unmarshal(data, &back); err != nil {
			t.Errorf("%s: %v", data, err)
		}
		if diff := cmp.Diff(c, back); diff != "" || c != back {
			t.Errorf("%s: %s", data, diff)
		}
	}
	for text, want := range map[string]Kind{
		`{}`:                              BadEncoding,
		`[]`:                              BadEncoding,
		`{"value":0.1,"unknown":"x"}`:     BadEncoding,
		`{"unknown":"x","count":{}}`:      BadEncoding,
		`{"value":0.1,"basis":["guess"]}`: BadEncoding,
		`{"value":0.5,"count":{"events":1,"people":3}}`: BadEncoding,
		`{"value":0.5,"count":{"events":4,"people":3}}`: BadCount,
		`{"value":1.5}`: BadChance,
		`{"value":0.5,"interval":{"lower":0.4,"upper":0.6}}`:    BadLevel,
		`{"unknown":"x","period":{"number":1,"unit":"decade"}}`: BadPeriod,
	} {
		kept := chance(t, 0.25, Interval{}, Period{})
		c := kept
		if err := json.Unmarshal([]byte(text), &c); !errors.Is(err, want) || c != kept {
			t.Errorf("%s: %v, want %s and the chance untouched", text, err, want)
		}
	}
}

func FuzzChanceJSON(f *testing.F) {
	f.Add([]byte(`{"value":0.072,"interval":{"lower":0.05,"upper":0.1,"level":0.95},"basis":["chained"]}`))
	f.Add([]byte(`{"value":0,"count":{"events":0,"people":120},"period":{"number":1,"unit":"year"}}`))
	f.Add([]byte(`{"unknown":"no_evidence"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var c Chance
		if json.Unmarshal(data, &c) != nil {
			return
		}
		again, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var back Chance
		if err := json.Unmarshal(again, &back); err != nil || back != c {
			t.Fatalf("%s became %s: %v", data, again, err)
		}
		if v, ok := c.Value(); ok {
			if f := per(t, c, Per1000); f.Form == NotKnown || !(v >= 0 && v <= 1) {
				t.Fatalf("%s: %v %+v", data, v, f)
			}
		}
	})
}
