package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// records cuts some input into records by the path of the command: blocks, then rows, then cells.
func records(t testing.TB, in io.Reader) (all [][]string, faults []string) {
	t.Helper()
	source, first := newBlocks(in), int64(1)
	var b block
	for {
		err := source.next(&b)
		if errors.Is(err, io.EOF) {
			return all, faults
		}
		if err != nil {
			t.Fatal(err)
		}
		if b.first != first {
			t.Fatalf("a block begins with row %d, want %d", b.first, first)
		}
		first += b.rows
		data, count := b.data, int64(0)
		for ; len(data) > 0; count++ {
			length, _ := nextRecord(data)
			if b.broken != "" {
				all, faults = append(all, nil), append(faults, b.broken)
				length = len(data)
			} else {
				cells, sound := split(lineOf(data[:length]), nil)
				var texts []string
				for _, cell := range cells {
					texts = append(texts, string(cell))
				}
				if !sound {
					faults = append(faults, "unsound")
				}
				all = append(all, texts)
			}
			data = data[length:]
		}
		if count != b.rows {
			t.Fatalf("%d rows counted, and there are %d", b.rows, count)
		}
	}
}

func TestRecords(t *testing.T) {
	long := strings.Repeat("x", blockSize)
	for in, want := range map[string]string{
		"":                          "[]",
		"a,b":                       `[["a" "b"]]`,
		"a,b\n":                     `[["a" "b"]]`,
		"a,b\r\nc,d\r\n":            `[["a" "b"] ["c" "d"]]`,
		"a\n\nb":                    `[["a"] [""] ["b"]]`,
		" a , \tb\u00a0\n":          `[["a" "b"]]`,
		`"a,b",c` + "\n":            `[["a,b" "c"]]`,
		"\"a\nb\",c\nd,e\n":         `[["a\nb" "c"] ["d" "e"]]`,
		`"a""b","""",""` + "\n":     `[["a\"b" "\"" ""]]`,
		"5\" tall,b\nc,d\n":         `[["5\" tall" "b"] ["c" "d"]]`,
		"a,\"b\"x\nc,d\n":           `[["a" "\"b\"x"] ["c" "d"]] unsound`,
		"\"a\n":                     `[[]] ` + unclosedQuote,
		"x\n\"a\nb\nc\n":            `[["x"] [] ["b"] ["c"]] ` + unclosedQuote,
		"a,\"":                      `[[]] ` + unclosedQuote,
		long + long + "\nnext\n":    `[[] ["next"]] ` + tooLong,
		"a\n" + long + "\nnext\n":   `[["a"] [] ["next"]] ` + tooLong,
		long + long:                 `[[]] ` + tooLong,
		"\"" + long + "\nnext,1\n":  `[[] ["next" "1"]] ` + unclosedQuote,
		long[1:] + "\nnext\n":       fmt.Sprintf(`[["%s"] ["next"]]`, long[1:]),
		"a\n" + long[1:] + "\nnext": fmt.Sprintf(`[["a"] ["%s"] ["next"]]`, long[1:]),
	} {
		all, faults := records(t, strings.NewReader(in))
		got := strings.TrimSpace(fmt.Sprintf("%q %s", all, strings.Join(faults, " ")))
		if got != want {
			t.Errorf("%.60q: %.60s, want %.60s", in, got, want)
		}
	}
}

// returns are the \r before a line break.
var returns = regexp.MustCompile(`\r+\n`)

// FuzzRecords holds the reader to encoding/csv wherever that finds no fault, and to its own promises everywhere.
func FuzzRecords(f *testing.F) {
	for _, in := range []string{"a,b\nc,d\n", "\"a\nb\",c\r\n\"\"\"\",\n", "\"open\nnext,1\n", "a\"b\n", "\"a\"b\n", "\n\n", "\"a\",\"b\"", ",\"\n", "\"0\r\r\n\"\"\""} {
		f.Add([]byte(in))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		got, faults := records(t, bytes.NewReader(bytes.Clone(in)))
		reader := csv.NewReader(bytes.NewReader(in))
		reader.FieldsPerRecord = -1
		want, err := reader.ReadAll()
		if err != nil {
			return
		}
		if len(faults) > 0 {
			t.Fatalf("%q: %v, and encoding/csv reads it", in, faults)
		}
		// That reader leaves empty lines out, keeps spaces, and drops one \r before a line break within a cell.
		for _, r := range slices.Concat(got, want) {
			for i := range r {
				r[i] = strings.TrimSpace(returns.ReplaceAllString(r[i], "\n"))
			}
		}
		empty := func(r []string) bool { return len(r) == 1 && r[0] == "" }
		got, want = slices.DeleteFunc(got, empty), slices.DeleteFunc(want, empty)
		if !slices.EqualFunc(got, want, slices.Equal[[]string]) {
			t.Fatalf("%q: %q, want %q", in, got, want)
		}
	})
}

// FuzzCommand holds that whatever comes in, nothing panics, there is a row for each row, and the numbers read back.
func FuzzCommand(f *testing.F) {
	f.Add("right,true,sometimes,2.5\n,,,\n")
	f.Add("\"a\n\n1,2\n1e999,0x1,NaN,-0\n")
	f.Add(",,," + strings.Repeat("\x80", 100) + "\n") // bytes that are no text
	q, err := open("testdata/mixed.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body string) {
		in := "side,walks,stiff,pain\n" + body
		all, _ := records(t, strings.NewReader(in))
		var out strings.Builder
		if err := answer(q, request{format: "csv", workers: 2}, strings.NewReader(in), &out, io.Discard); err != nil {
			t.Fatal(err)
		}
		back := csv.NewReader(strings.NewReader(out.String()))
		lines, err := back.ReadAll()
		if err != nil || len(lines) != len(all) {
			t.Fatalf("%d lines for %d rows: %v\n%s", len(lines), len(all), err, out.String())
		}
		for _, line := range lines[1:] {
			if (line[1] == "") == (line[2] == "") || (line[4] == "") == (line[5] == "") {
				t.Fatalf("a score without value and reason, or with both: %q", line)
			}
		}
	})
}

func TestNumbers(t *testing.T) {
	for _, v := range []float64{0, 1, -1, 27, 0.1, 1.0 / 3, -2.5, 1e14, 1e15, 1e21, 123456789.125} {
		if got := string(appendNumber(nil, v)); got != rule.FormatNumber(v) {
			t.Errorf("%v is written %s, want %s", v, got, rule.FormatNumber(v))
		}
	}
}
