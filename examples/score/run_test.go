package main

import (
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whatmatters-care/whatmatters/examples/internal/host"
	"github.com/whatmatters-care/whatmatters/proms/cohort"
)

var update = flag.Bool("update", false, "write what the command says now to testdata")

// TestGolden holds the whole output over a file with every kind of answer and of fault.
func TestGolden(t *testing.T) {
	in, err := os.ReadFile("testdata/mixed.csv")
	if err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{
		"mixed.out.csv": nil, "mixed.out.jsonl": {"-format", "jsonl"}, "mixed.summary.csv": {"-summary"},
		"mixed.summary.jsonl": {"-summary", "-format", "jsonl"}, "mixed.row6.txt": {"-explain", "6"},
	} {
		// Spreadsheets write a mark before the first cell and two signs at the end of a line.
		for _, text := range []string{string(in), "\ufeff" + strings.ReplaceAll(string(in), "\n", "\r\n"), strings.TrimSuffix(string(in), "\n")} {
			status, stdout, _ := said(t, text, append([]string{"-q", "testdata/mixed.yaml"}, args...)...)
			if status != host.Good {
				t.Errorf("%s: status %d", name, status)
			}
			stdout = strings.NewReplacer(`1\r\n0`, `1\n0`, `1\\r\\n0`, `1\\n0`).Replace(stdout) // the one line break within a cell
			if *update {
				if err := os.WriteFile("testdata/"+name, []byte(stdout), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile("testdata/" + name)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(stdout, "\n")); diff != "" {
				t.Errorf("%s changed (-want +got); if it should, run with -update\n%s", name, diff)
			}
		}
	}
}

func TestStatus(t *testing.T) {
	const nine = "q1,q2,q3,q4,q5,q6,q7,q8,q9,difficulty\n"
	for _, test := range []struct {
		name           string
		in             string
		args           string
		status         int
		stdout, stderr string
	}{
		{"help", "", "-h", host.Good, "", "Usage: score"},
		{"nothing asked", "", "", host.Misuse, "", "say which questionnaire"},
		{"a file as argument", nine, "-q ../questionnaires/phq-9.yaml in.csv", host.Misuse, "", "answers come from standard input"},
		{"no such flag", nine, "-z", host.Misuse, "", "Usage: score"},
		{"no such format", nine, "-q ../questionnaires/phq-9.yaml -format xml", host.Misuse, "", `no format "xml"`},
		{"no workers", nine, "-q ../questionnaires/phq-9.yaml -workers 0", host.Misuse, "", "take 1 to 256"},
		{"a row before the first", nine, "-q ../questionnaires/phq-9.yaml -explain -1", host.Misuse, "", "rows count from 1"},
		{"two questions", nine, "-q ../questionnaires/phq-9.yaml -summary -explain 1", host.Misuse, "", "one at a time"},
		{"no such questionnaire", nine, "-q ../questionnaires/phq-9.yaml9", host.Misuse, "", "phq-9"},
		{"no such file", nine, "-q nowhere/phq-9.yaml", host.Misuse, "", "no such file"},
		{"a folder", nine, "-q testdata", host.Misuse, "", "testdata cannot be read"},
		{"a definition with faults", "pain\n1\n", "-q testdata/faulty.yaml", host.Faulty, "", "testdata/faulty.yaml:10:"},
		{"no input", "", "-q ../questionnaires/phq-9.yaml", host.Misuse, "", "there is no input"},
		{"an empty header", "\n1\n", "-q ../questionnaires/phq-9.yaml", host.Misuse, "", "the header names what is no item"},
		{"only other columns", "id\n1\n", "-q ../questionnaires/phq-9.yaml -ignore", host.Misuse, "", "names no item of phq-9"},
		{"an open header", "\"q1,q2\n1,2\n", "-q ../questionnaires/phq-9.yaml", host.Misuse, "", "a quote that does not close"},
		{"a header without an end", strings.Repeat("\x00", 300_000), "-q phq-9", host.Misuse, "", "longer than 256 KiB"},
		{"a header only, of a shipped one", nine, "-q phq-9", host.Good, "row,total,total.reason,total.band,fault\n", ""},
		{"an item twice", "q1,q1\n", "-q ../questionnaires/phq-9.yaml", host.Misuse, "", "names q1 twice"},
		{"an unknown column", "q1,Q2,dificulty\n", "-q ../questionnaires/phq-9.yaml", host.Misuse, "", `"Q2" (did you mean q2?), "dificulty" (did you mean difficulty?)`},
		{"semicolons", "q1;q2\n1;2\n", "-q ../questionnaires/phq-9.yaml", host.Misuse, "", "separated by commas"},
		{"an ignored column", "name,q1,q2,q3,q4,q5,q6,q7\nAnn,1,1,1,1,1,1,1\n", "-q ../questionnaires/phq-9.yaml -ignore", host.Good, "1,9,,mild,\n", "no column q8, so it is blank"},
		{"a missing column", "q2,q1,q3,q4,q5,q6,q7,q8,q9\n1,0,0,0,0,0,0,0,0\n", "-q ../questionnaires/phq-9.yaml", host.Good, "1,1,,minimal,\n", "no column difficulty"},
		{"no such row", nine + "1,,,,,,,,,\n", "-q ../questionnaires/phq-9.yaml -explain 2", host.Misuse, "", "there is no row 2; the input has 1 rows"},
		{"a row in words", nine + "0,,,,,,,,,\n2,1,1,1,1,1,1,1,1,\n", "-q ../questionnaires/phq-9.yaml -explain 2", host.Good, "2 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 = 10", ""},
		{"a row that cannot be read, in words", nine + "1\n", "-q ../questionnaires/phq-9.yaml -explain 1", host.Good, "fault: the row has 1 cells and the header 10", ""},
		{"blank is no zero", nine + ",,,,,,,,,\n", "-q ../questionnaires/phq-9.yaml", host.Good, "1,,too_few,,\n", ""},
		{"bytes that are no text", nine + strings.Repeat("\x80", 300) + ",,,,,,,,,\n", "-q ../questionnaires/phq-9.yaml", host.Good, "1,,too_few,,\"q1: ", "1 of 1 rows have a fault"},
		{"faults are counted", nine + "9,,,,,,,,,\n1\n", "-q ../questionnaires/phq-9.yaml", host.Good, "1,,too_few,,\"q1: 9 is not", "2 of 2 rows have a fault"},
	} {
		t.Run(test.name, func(t *testing.T) {
			status, stdout, stderr := said(t, test.in, strings.Fields(test.args)...)
			if status != test.status {
				t.Errorf("status %d, want %d", status, test.status)
			}
			for _, s := range [][3]string{{"stdout", stdout, test.stdout}, {"stderr", stderr, test.stderr}} {
				if s[2] == "" && s[1] != "" {
					t.Errorf("%s should be silent; it says %q", s[0], s[1])
				}
				if !strings.Contains(s[1], s[2]) {
					t.Errorf("%s does not say %q: %q", s[0], s[2], s[1])
				}
			}
		})
	}
}

// TestSummaryReadsBack holds that what -summary writes is the state of a summary, and that two files merge into one.
func TestSummaryReadsBack(t *testing.T) {
	header, body, _ := strings.Cut(string(rows(3000)), "\n")
	lines := strings.SplitAfter(body, "\n")
	var parts [3]cohort.Summary
	for i, text := range []string{strings.Join(lines[:1000], ""), strings.Join(lines[1000:], ""), body} {
		_, out, _ := said(t, header+"\n"+text, "-q", phq9, "-summary", "-format", "jsonl")
		if err := json.Unmarshal([]byte(out), &parts[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := parts[0].Merge(&parts[1]); err != nil {
		t.Fatal(err)
	}
	if !cmp.Equal(parts[0].Counts(), parts[2].Counts()) || parts[0].People() != 3000 {
		t.Error("two halves do not make the whole")
	}
}

// TestScales holds which scores are counted by value.
func TestScales(t *testing.T) {
	for name, step := range map[string]float64{"phq-9": 1, "gad-7": 1, "phq-2": 1, "semcd-6": 0, "testdata/mixed.yaml": 0} {
		q, err := open(name)
		if err != nil {
			t.Fatal(err)
		}
		s, _, err := newSheet(q, q.Sheet().IDs(), false)
		if err != nil {
			t.Fatal(err)
		}
		if all, err := newSummary(s); err != nil || all.scores[0].Scale().Step != step {
			t.Errorf("%s: %v, want a step of %v", name, err, step)
		}
	}
}

var errBroken = errors.New("the disk is full")

// broken takes or gives a few bytes and then fails.
type broken struct{ left int }

func (b *broken) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, errBroken
	}
	return len(p), nil
}

func (b *broken) Read(p []byte) (int, error) {
	if b.left--; b.left < 0 {
		return 0, errBroken
	}
	return copy(p, "1,1,1,1,1,1,1,1,1,\n"), nil
}

func TestReadingAndWritingFail(t *testing.T) {
	var complaint strings.Builder
	if status := run([]string{"-q", phq9}, strings.NewReader(string(rows(50_000))), &broken{100_000}, &complaint); status != host.Misuse || !strings.Contains(complaint.String(), "writing: the disk is full") {
		t.Error(status, complaint.String())
	}
	complaint.Reset()
	in := io.MultiReader(strings.NewReader("q1,q2,q3,q4,q5,q6,q7,q8,q9,difficulty\n"), &broken{50_000})
	var out strings.Builder
	if status := run([]string{"-q", phq9}, in, &out, &complaint); status != host.Misuse || !strings.Contains(complaint.String(), "reading the answers: the disk is full") {
		t.Error(status, complaint.String())
	}
	if !strings.HasPrefix(out.String(), "row,total") || !slices.Contains(strings.Split(out.String(), "\n"), "1,9,,mild,") {
		t.Error("the rows before the fault are not written")
	}
}
