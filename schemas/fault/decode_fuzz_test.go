package fault_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// FuzzDecode: what is read is what encoding/json reads; what encoding/json refuses is refused; and every fault says something, in one
// line, and leaves the target alone.
func FuzzDecode(f *testing.F) {
	for _, c := range wrongJSON {
		f.Add([]byte(c.src))
	}
	f.Add([]byte(`{"title":"T","needs":[{"id":"a","count":null}],"part":{"pence":5},"any":{"x":[1]},"quote":"7","PLAIN":true}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		v, plain := whole{Own: "before"}, whole{}
		err := fault.Decode(src, &v)
		d := json.NewDecoder(bytes.NewReader(src))
		d.DisallowUnknownFields()
		wrong := d.Decode(&plain)
		if err == nil {
			if diff := cmp.Diff(plain, v, cmp.AllowUnexported(whole{})); wrong != nil || diff != "" || !json.Valid(src) || !utf8.Valid(src) {
				t.Fatal(wrong, diff)
			}
			return
		}
		var faults fault.Faults
		if !errors.As(err, &faults) || len(faults) == 0 {
			t.Fatalf("%T %v", err, err)
		}
		for _, one := range faults {
			if one.Says == "" || strings.Contains(one.Error(), "\n") || !utf8.ValidString(one.Error()) {
				t.Fatalf("%q", one.Error())
			}
		}
		if diff := cmp.Diff(whole{Own: "before"}, v, cmp.AllowUnexported(whole{})); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestFieldsLeadToWhatIsWrong spoils one value of many at a place that is known, and holds that this place is told and no other.
func TestFieldsLeadToWhatIsWrong(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 300 {
		var where string
		src := spoilt(r, 0, "", &where)
		if where == "" {
			continue
		}
		var v need
		var faults fault.Faults
		if err := fault.Decode([]byte(src), &v); !errors.As(err, &faults) || len(faults) != 1 || faults[0].Field != where {
			t.Fatalf("%v, want %s\n%s", err, where, src)
		}
	}
}

// spoilt writes a need at a path. The first value that chance picks is wrong, and where is its path.
func spoilt(r *rand.Rand, depth int, path string, where *string) string {
	key := func(name string) string { return strings.TrimPrefix(path+"."+name, ".") }
	spoil := func(name, good string, bad ...string) string {
		if *where != "" || r.IntN(12) > 0 {
			return strconv.Quote(name) + ":" + good
		}
		*where = key(name)
		return strconv.Quote(name) + ":" + bad[r.IntN(len(bad))]
	}
	parts := []string{
		spoil("id", `"a, {\"}]"`, "1", "{}", "[]", "true"),
		spoil("weight", "-1.5e3", `"x"`, "{}", "true", "1e999"),
		spoil("count", "3", "3.5", `"3"`, "[3]", "99999999999999999999"),
	}
	if *where == "" && r.IntN(12) == 0 {
		*where = key("wait")
		parts = append(parts, `"wait":{"id":[]}`)
	}
	var below []string
	for i := range r.IntN(4) {
		if depth < 3 {
			below = append(below, spoilt(r, depth+1, key("below")+"["+strconv.Itoa(i)+"]", where))
		}
	}
	parts = append(parts, `"below" : [ `+strings.Join(below, " , ")+"]")
	r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
	return "{" + strings.Join(parts, ",") + "}"
}

// BenchmarkDecode compares a value that is right, as most are, with the decoder of encoding/json alone.
func BenchmarkDecode(b *testing.B) {
	src := []byte(`{"id":"a","weight":1.5,"count":3,"tags":["a","b"],"below":[{"id":"b","weight":2},{"id":"c","tags":["d"]}]}`)
	b.Run("fault", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var v need
			if err := fault.Decode(src, &v); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("handwritten", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var v need
			d := json.NewDecoder(bytes.NewReader(src))
			d.DisallowUnknownFields()
			if err := d.Decode(&v); err != nil {
				b.Fatal(err)
			}
		}
	})
}
