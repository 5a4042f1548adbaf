package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/whatmatters-care/whatmatters/examples/internal/host"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// TestAgainstOnePerson scores a hundred thousand rows, one in four with a fault or blanks, and each of them again as one
// person's answers, by the path that services use.
func TestAgainstOnePerson(t *testing.T) {
	people := 100_000
	if testing.Short() {
		people = 10_000
	}
	q, err := open(phq9)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(3, 5))
	ids := q.Sheet().IDs()
	frequency := []string{"not_at_all", "several_days", "more_than_half", "nearly_every_day"}
	difficulty := []string{"not_difficult", "somewhat", "very", "extremely"}
	var in, want bytes.Buffer
	in.WriteString(strings.Join(ids, ",") + "\n")
	want.WriteString("row,total,total.reason,total.band\n")
	for row := 1; row <= people; row++ {
		values, holes := map[string]any{}, random.IntN(4)*random.IntN(2)
		for i, id := range ids {
			v, comma := random.IntN(4), ","
			if i == len(ids)-1 {
				comma = "\n"
			}
			switch {
			case random.IntN(10) < holes:
				in.WriteString(comma)
			case random.IntN(2000) == 0:
				values[id] = float64(v + 4)
				fmt.Fprintf(&in, "%d%s", v+4, comma)
			case id == "difficulty":
				values[id] = difficulty[v]
				fmt.Fprintf(&in, "%s%s", difficulty[v], comma)
			case random.IntN(8) == 0:
				values[id] = frequency[v]
				fmt.Fprintf(&in, "\"%s\"%s", frequency[v], comma)
			default:
				values[id] = float64(v)
				fmt.Fprintf(&in, "%d%s", v, comma)
			}
		}
		answers, _ := q.Answers(values)
		score, _ := q.Score(answers).Score("total")
		if number, there := score.Value.Number(); there {
			fmt.Fprintf(&want, "%d,%s,,%s\n", row, rule.FormatNumber(number), score.Band)
		} else {
			fmt.Fprintf(&want, "%d,,%s,\n", row, score.Value.Reason())
		}
	}
	status, out, _ := said(t, in.String(), "-q", phq9, "-workers", "2")
	if status != host.Good {
		t.Fatal(status)
	}
	got, lines := strings.Split(out, "\n"), strings.Split(want.String(), "\n")
	if len(got) != len(lines) {
		t.Fatalf("%d lines, want %d", len(got), len(lines))
	}
	for i, line := range lines[:len(lines)-1] {
		if score, fault, _ := cutLast(got[i], line); score != line {
			t.Fatalf("line %d: %s (%s), want %s", i, score, fault, line)
		}
	}
}

// cutLast takes the fault off a line.
func cutLast(line, want string) (score, fault string, ok bool) {
	score, fault, ok = line, "", strings.HasPrefix(line, want+",")
	if ok {
		score, fault = line[:len(want)], line[len(want)+1:]
	}
	return score, fault, ok
}

// TestAgainstByHand compares every byte with a program written for PHQ-9 alone.
func TestAgainstByHand(t *testing.T) {
	in := rows(30_000)
	var want bytes.Buffer
	if err := byHand(bytes.NewReader(in), &want); err != nil {
		t.Fatal(err)
	}
	for _, workers := range []string{"1", "2", "7"} {
		if _, out, _ := said(t, string(in), "-q", phq9, "-workers", workers); out != want.String() {
			t.Errorf("%s workers: another output", workers)
		}
	}
}

// TestSameBytes holds that neither the number of workers nor the way in which the input arrives changes anything, not even
// the last digit of a mean.
func TestSameBytes(t *testing.T) {
	in := string(rows(12_000)) + "1\n\"open,1\n" + strings.Repeat("0,1,2,3,0,1,2,3,0,\n", 20_000)
	for _, args := range [][]string{nil, {"-format", "jsonl"}, {"-summary"}, {"-summary", "-format", "jsonl"}} {
		_, want, complaint := said(t, in, append(args, "-q", phq9, "-workers", "1")...)
		if !strings.Contains(complaint, "score: 2 of 32002 rows have a fault") {
			t.Error(complaint)
		}
		for range 2 {
			var out, stderr bytes.Buffer
			halves := iotest.HalfReader(strings.NewReader(in))
			if status := run(append(args, "-q", phq9, "-workers", "5"), halves, &out, &stderr); status != host.Good || out.String() != want {
				t.Errorf("%v: another output, status %d", args, status)
			}
		}
	}
}

// TestRowsDoNotAllocate holds memory flat: a row that has no fault allocates nothing, from its bytes to its scores as text.
func TestRowsDoNotAllocate(t *testing.T) {
	in := newBlocks(bytes.NewReader(rows(2000)))
	s := benchSheet(t, in)
	var b block
	if err := in.next(&b); err != nil {
		t.Fatal(err)
	}
	r := newScorer(s)
	for name, form := range formats {
		var out []byte
		score := func() {
			out = out[:0]
			r.each(&b, func(row int64) { out = form.row(out, s.definition, row, r) })
		}
		score()
		// Blanks leave conditions open, which costs the scorer now and then; a row of its own would cost 2000.
		if n := testing.AllocsPerRun(10, score); n > 500 {
			t.Errorf("%s: %v allocations for %d rows", name, n, b.rows)
		}
	}
}
