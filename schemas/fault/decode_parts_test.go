package fault_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// TestNextKeepsWhatStandsBesideAFault reads a list in which most elements have a fault that the reader goes past.
func TestNextKeepsWhatStandsBesideAFault(t *testing.T) {
	text := "[ {\"id\":\"a\"} ,{\"id\":1},\n\t{\"wieght\":2},{\"id\":\"b\",\"ID\":\"c\"},{\"id\":\"\xff\"}, null,{\"below\":[{}]},{\"id\" ]"
	want := []string{
		`{"id":"a"} <nil>`,
		`{"id":1} id: there is a number where a text belongs`,
		`{"wieght":2} wieght: there is no such key, so that what stands there would be lost; did you mean weight?`,
		`{"id":"b","ID":"c"} ID: the key stands there twice but for the case of its letters, so that nobody can tell which value is meant; keep the right one`,
		"{\"id\":\"\xff\"} id: byte 8 is no UTF-8, so that letters would be lost; write the JSON in UTF-8",
		`null <nil>`,
		`{"below":[{}]} <nil>`,
		` invalid character ']' after object key`,
	}
	r := fault.NewReader([]byte(text))
	if open, err := r.Token(); err != nil || open != json.Delim('[') {
		t.Fatal(open, err)
	}
	var got []string
	for r.More() {
		n, src, err := fault.Next[need](r)
		got = append(got, fmt.Sprintf("%s %v", src, err))
		if diff := cmp.Diff(need{}, n); err != nil && diff != "" {
			t.Errorf("%s is refused, and half of it is there: %s", src, diff)
		}
		if src == nil {
			break
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNextOfATextThatBreaksOff(t *testing.T) {
	for text, want := range map[string]error{"": io.EOF, " \n": io.EOF, `{"id":`: io.ErrUnexpectedEOF, `"x`: io.ErrUnexpectedEOF} {
		if _, src, err := fault.Next[need](fault.NewReader([]byte(text))); src != nil || !errors.Is(err, want) {
			t.Errorf("%q: %q, %v", text, src, err)
		}
	}
}

// FuzzNext holds that what Next and DecodePart read, and what they say of a fault, is what Decode does, wherever the value stands.
func FuzzNext(f *testing.F) {
	for _, c := range wrongJSON {
		f.Add([]byte(c.src))
	}
	f.Add([]byte(`{"title":"T","needs":[{"id":"a","count":null}],"part":{"pence":5},"any":{"x":[1]},"quote":"7","PLAIN":true}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		if !json.Valid(src) {
			return
		}
		trimmed := strings.Trim(string(src), " \t\r\n")
		var want whole
		wrong := fault.Decode([]byte(trimmed), &want)
		r := fault.NewReader(fmt.Appendf(nil, "[%s,%s , %s]", src, src, src))
		if _, err := r.Token(); err != nil {
			t.Fatal(err)
		}
		for r.More() {
			got, part, err := fault.Next[whole](r)
			if string(part) != trimmed || fmt.Sprint(err) != fmt.Sprint(wrong) {
				t.Fatalf("%q: %v, want %v", part, err, wrong)
			}
			if diff := cmp.Diff(want, got, cmp.AllowUnexported(whole{})); diff != "" {
				t.Fatal(diff)
			}
			if err != nil {
				continue
			}
			if got, err := fault.DecodePart[whole](part); err != nil || !cmp.Equal(want, got, cmp.AllowUnexported(whole{})) {
				t.Fatal(got, err)
			}
		}
		if closed, err := r.Token(); err != nil || closed != json.Delim(']') {
			t.Fatal(closed, err)
		}
	})
}

func TestDecodePartTellsWhatIsWrong(t *testing.T) {
	part, err := fault.DecodePart[whole](json.RawMessage(`{"title":"T","needs":[{"id":1},{"wait":0}]}`))
	want := "needs[0].id: there is a number where a text belongs\n" +
		"needs[1].wait: there is no such key, so that what stands there would be lost; use one of id, weight, count, tags, below"
	if fmt.Sprint(err) != want {
		t.Errorf("%v, want %s", err, want)
	}
	if diff := cmp.Diff(whole{}, part, cmp.AllowUnexported(whole{})); diff != "" {
		t.Error("half of it is there:", diff)
	}
}

// TestOneDecodingLeavesNothingForTheNext decodes texts that end in every way, one after the other and beside each other.
func TestOneDecodingLeavesNothingForTheNext(t *testing.T) {
	long := strings.Repeat("long ", 50_000)
	texts := map[string]string{
		`{"id":"a"}`:                   "a <nil>",
		" {\"id\":\"b\"} \n\t ":        "b <nil>",
		`null`:                         " <nil>",
		`{"id":"` + long + `"}`:        long + " <nil>",
		`{"id":"c"} {}`:                " something stands behind the value, at byte 12, and would be lost; give one value at a time",
		`{"id":"d"`:                    " id: the JSON breaks off here, after 9 bytes; give the whole text",
		`{"id":5}`:                     " id: there is a number where a text belongs",
		`{"id":"e","below":[{"id":}]}`: " below[0].id: byte 26 is no JSON: invalid character '}' looking for beginning of value; mend the JSON",
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 20 {
				for src, want := range texts {
					var n need
					err := fault.Decode([]byte(src), &n)
					if got := fmt.Sprint(n.ID, " ", err); got != want {
						t.Errorf("%.40q: %.200s, want %.200s", src, got, want)
					}
				}
			}
		})
	}
	all.Wait()
}

func ExampleNext() {
	r := fault.NewReader([]byte(`[{"pace": "slow"}, {"pcae": "brisk"}, {"pace": "steady"}]`))
	_, _ = r.Token() // the bracket
	for r.More() {
		walk, src, err := fault.Next[struct {
			Pace string `json:"pace"`
		}](r)
		if src == nil {
			break // the text is no JSON any more
		}
		fmt.Printf("%q, %v\n", walk.Pace, err)
	}
	// Output:
	// "slow", <nil>
	// "", pcae: there is no such key, so that what stands there would be lost; did you mean pace?
	// "steady", <nil>
}
