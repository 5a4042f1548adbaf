package fault_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// need, part and whole have what values of the library have: lists, maps, embedded structs, and types that read themselves.
type (
	need struct {
		ID     string   `json:"id"`
		Weight float64  `json:"weight,omitempty"`
		Count  *int     `json:"count,omitempty"`
		Tags   []string `json:"tags,omitempty"`
		Below  []need   `json:"below,omitempty"`
	}
	header struct {
		Title string `json:"title"`
		Small uint8  `json:"small"`
	}
	part struct {
		Pence int64 `json:"pence"`
	}
	whole struct {
		header
		Needs []need          `json:"needs"`
		Facts map[string]bool `json:"facts"`
		On    day.Day         `json:"on,omitzero"`
		Part  *part           `json:"part,omitempty"`
		Any   any             `json:"any,omitempty"`
		Pair  [2]int          `json:"pair"`
		Quote int             `json:"quote,string"`
		Plain bool
		Own   string `json:"-"`
	}
)

var errPence = errors.New("pence are not negative")

func (p *part) UnmarshalJSON(src []byte) error {
	type plain part
	var read plain
	if err := fault.Decode(src, &read); err != nil {
		return err
	}
	if read.Pence < 0 {
		return errPence
	}
	*p = part(read)
	return nil
}

// wrongJSON has texts with the faults that they have.
var wrongJSON = map[string]struct {
	src  string
	want []string
}{
	"nothing":        {"", []string{`there is none; give one JSON value`}},
	"white space":    {" \n", []string{`there is none; give one JSON value`}},
	"cut off":        {`{"needs":[{"id":"a"},{"id":`, []string{`needs[1].id: the JSON breaks off here, after 27 bytes; give the whole text`}},
	"cut off in key": {`{"needs":[{"i`, []string{`needs[0].i: the JSON breaks off here, after 13 bytes; give the whole text`}},
	"a hidden mark":  {"\xef\xbb\xbf{}", []string{`the text starts with an invisible byte order mark; save it as UTF-8 without BOM`}},
	"no JSON":        {`{"facts":{"a":yes}}`, []string{`facts.a: byte 15 is no JSON: invalid character 'y' looking for beginning of value; mend the JSON`}},
	"a wrong end":    {`{"needs":[1}`, []string{`needs[0]: byte 12 is no JSON: invalid character '}' after array element; mend the JSON`}},
	"two values":     {`{} {}`, []string{`something stands behind the value, at byte 4, and would be lost; give one value at a time`}},
	"more and wrong": {`{"needs":1} x`, []string{`something stands behind the value, at byte 13, and would be lost; give one value at a time`}},
	"no UTF-8":       {"{\"needs\":[{\"id\":\"a\xff\"}]}", []string{`needs[0].id: byte 19 is no UTF-8, so that letters would be lost; write the JSON in UTF-8`}},
	"a list":         {`[]`, []string{`there is a list where an object belongs`}},
	"a misspelt key": {`{"needs":[{"id":"a"},{"wieght":1}]}`, []string{`needs[1].wieght: there is no such key, so that what stands there would be lost; did you mean weight?`}},
	"an own field":   {`{"Own":"x"}`, []string{`Own: there is no such key, so that what stands there would be lost; use one of title, small, needs, facts, on, part, any, pair, quote, Plain`}},
	"a key of none": {`{"part":{"pounds":1}}`, []string{
		`part.pounds: there is no such key, so that what stands there would be lost; use one of pence`}},
	"all that is wrong": {`{"title":1,"needs":[{"id":"a","weight":"x","tags":["a",2]},3,{"count":1.5,"below":[{"below":[{"wait":0}]}]}],"facts":{"a":true,"b":"no"}}`, []string{
		`title: there is a number where a text belongs`,
		`needs[0].weight: there is a text where a number belongs`,
		`needs[0].tags[1]: there is a number where a text belongs`,
		`needs[1]: there is a number where an object belongs`,
		`needs[2].count: there is the number 1.5 where a whole number of 64 bits belongs`,
		`needs[2].below[0].below[0].wait: there is no such key, so that what stands there would be lost; use one of id, weight, count, tags, below`,
		`facts.b: there is a text where true or false belongs`,
	}},
	"too large":      {`{"small":256}`, []string{`small: there is the number 256 where a whole number of 8 bits that is not negative belongs`}},
	"a day":          {`{"on":"2024-02-30"}`, []string{`on: "2024-02-30" is not a day of the calendar; a day is written 2024-04-01`}},
	"no text for it": {`{"on":5}`, []string{`on: there is a number where a text belongs`}},
	"moved":          {`{"part":{"pence":"x"}}`, []string{`part.pence: there is a text where a whole number of 64 bits belongs`}},
	"its own fault":  {`{"part":{"pence":-1}}`, []string{`part: pence are not negative`}},
	"of an array":    {`{"pair":[1,"x"]}`, []string{`pair[1]: there is a text where a whole number of 64 bits belongs`}},
	"twice":          {`{"needs":[{"id":"a","\u0069d":"b"}],"title":"","title":"x"}`, []string{`needs[0].id: the key stands there twice, so that one of the two values would be lost; keep the right one`, `title: the key stands there twice, so that one of the two values would be lost; keep the right one`}},
	"twice, by case": {`{"needs":[{"id":"a","Id":"b"}],"facts":{"K":true,"k":false}}`, []string{
		`needs[0].Id: the key stands there twice but for the case of its letters, so that nobody can tell which value is meant; keep the right one`,
		`facts.k: the key stands there twice but for the case of its letters, so that nobody can tell which value is meant; keep the right one`}},
	"twice, anywhere": {`{"any":[{},{"a":{"":1,"":2}}]}`, []string{`any[1].a: the key stands there twice, so that one of the two values would be lost; keep the right one`}},
	"strange keys":    {`{"facts":{"a\nb":1,"` + strings.Repeat("é", 50) + `":1}}`, []string{`facts."a\nb": there is a number where true or false belongs`, `facts.` + strings.Repeat("é", 40) + `...: there is a number where true or false belongs`}},
}

func TestDecodeTellsWhatIsWrong(t *testing.T) {
	for name, c := range wrongJSON {
		t.Run(name, func(t *testing.T) {
			v := whole{Own: "before"}
			err := fault.Decode([]byte(c.src), &v)
			var faults fault.Faults
			if !errors.As(err, &faults) {
				t.Fatalf("%T %v", err, err)
			}
			if diff := cmp.Diff(c.want, strings.Split(err.Error(), "\n")); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(whole{Own: "before"}, v, cmp.AllowUnexported(whole{})); diff != "" {
				t.Error("the target was changed:", diff)
			}
		})
	}
}

func TestDecodeReplacesTheTarget(t *testing.T) {
	v := whole{Own: "before", Plain: true, Facts: map[string]bool{"old": true}}
	src := ` {"title":"T","small":1,"needs":[{"id":"a","count":null}],"facts":{"new":true},"on":"2024-04-01","part":{"pence":5},"any":{"x":[1]},"pair":[1,2],"quote":"7","PLAIN":true} ` + "\n"
	if err := fault.Decode([]byte(src), &v); err != nil {
		t.Fatal(err)
	}
	want := whole{header{"T", 1}, []need{{ID: "a"}}, map[string]bool{"new": true}, day.New(2024, 4, 1), &part{5}, map[string]any{"x": []any{1.0}}, [2]int{1, 2}, 7, true, ""}
	if diff := cmp.Diff(want, v, cmp.AllowUnexported(whole{})); diff != "" {
		t.Error(diff)
	}
}

// TestCausesAreFound holds that a program finds what encoding/json or a type said.
func TestCausesAreFound(t *testing.T) {
	var v whole
	var misfit *json.UnmarshalTypeError
	var broken *json.SyntaxError
	var target *json.InvalidUnmarshalError
	if err := fault.Decode([]byte(`{"needs":[{"weight":"x"}]}`), &v); !errors.As(err, &misfit) {
		t.Error(err)
	}
	if err := fault.Decode([]byte(`{"needs":[}`), &v); !errors.As(err, &broken) || broken.Offset != 11 {
		t.Error(err)
	}
	if err := fault.Decode([]byte(`{"part":{"pence":-3}}`), &v); !errors.Is(err, errPence) {
		t.Error(err)
	}
	if err := fault.Decode[whole]([]byte(`{}`), nil); !errors.As(err, &target) {
		t.Error(err)
	}
}

// TestDeepAndWideTexts holds that neither costs a stack, an age or a message without end.
func TestDeepAndWideTexts(t *testing.T) {
	deep := func(n int, leaf string) string {
		return strings.Repeat(`{"below":[`, n) + leaf + strings.Repeat(`]}`, n)
	}
	var v need
	for name, src := range map[string]string{
		"too deep for encoding/json": deep(6_000, `{}`),
		"deep with a fault":          deep(1_000, `{"weight":"x"}`),
		"deep, cut off":              strings.Repeat(`{"below":[`, 1_000),
		"brackets":                   strings.Repeat(`[`, 1_000_000),
		"wide":                       `{"tags":[` + strings.Repeat(`1,`, 100_000) + `1]}`,
		"keys":                       `{"a":1` + strings.Repeat(`,"a":1`, 100_000) + `}`,
	} {
		err := fault.Decode([]byte(src), &v)
		var faults fault.Faults
		if !errors.As(err, &faults) || len(faults) == 0 || len(faults) > fault.Max || len(err.Error()) > 20_000 {
			t.Errorf("%s: %T with %d faults in %d bytes", name, err, len(faults), len(err.Error()))
		}
	}
	if err := fault.Decode([]byte(deep(1_000, `{"weight":1}`)), &v); err != nil {
		t.Error(err)
	}
	if err := fault.Decode([]byte(deep(30, `{"weight":"x"}`)), &v); err == nil || !strings.HasPrefix(err.Error(), strings.Repeat("below[0].", 14)) {
		t.Error(err)
	}
}

func ExampleDecode() {
	var walks []struct {
		Pace  string   `json:"pace"`
		Stops []string `json:"stops"`
	}
	fmt.Println(fault.Decode([]byte(`[{"pace": "slow", "stops": ["bench"]}]`), &walks), len(walks))
	fmt.Println(fault.Decode([]byte(`[{"pcae": "slow", "stops": ["bench", 7]}, {"pace": true}]`), &walks))
	// Output:
	// <nil> 1
	// [0].pcae: there is no such key, so that what stands there would be lost; did you mean pace?
	// [0].stops[1]: there is a number where a text belongs
	// [1].pace: there is true or false where a text belongs
}

// TestDecodeNeeding holds that a key that has to be there is told where it is not there or null, that 0 and no are there, and that the target
// is then as it was.
func TestDecodeNeeding(t *testing.T) {
	type answer struct {
		Low  float64 `json:"low"`
		Yes  bool    `json:"yes"`
		Note string  `json:"note,omitempty"`
		Part map[string][]*int
	}
	for src, want := range map[string]string{
		`{"low": 0, "yes": false}`:             "",
		`{"LOW": 0, "yes": false}`:             "",
		`{"low": 0}`:                           "yes",
		`{"low": null, "yes": true}`:           "low",
		`{"l\u006fw": 0, "yes": false}`:        "",
		`{"part": {"low": [1]}, "yes": false}`: "low",
		`{"low": 1, "part": {"no": null, "none": [null]}, "yes": true, "note": "null"}`: "",
		`{"low": 1, "part": null, "yes":	null, "low": 2}`:                               "low yes",
		`{}`:                                    "low yes",
		`null`:                                  "low yes",
		`{"low": "0", "yes": true}`:             "low",
		`{"low": 1, "yes": true, "more": null}`: "more",
	} {
		got := answer{Note: "before"}
		err := fault.DecodeNeeding([]byte(src), &got, "low", "yes")
		var fields []string
		for _, f := range fault.Of(err) {
			fields = append(fields, f.Field)
		}
		if strings.Join(fields, " ") != want || (err != nil) != (got.Note == "before") {
			t.Errorf("%s: %v, and %+v is left; want faults of %q", src, err, got, want)
		}
	}
	if err := fault.DecodeNeeding([]byte(`{"low": 1}`), (*answer)(nil), "low"); err == nil {
		t.Error("a nil target is no fault")
	}
}
