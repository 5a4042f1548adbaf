package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
)

// phq9 is read from its file: by its id all that is shipped would be read with it, each time.
const phq9 = "../questionnaires/phq-9.yaml"

// said runs the command on some input.
func said(t testing.TB, in string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, complaints bytes.Buffer
	status = run(args, strings.NewReader(in), &out, &complaints)
	return status, out.String(), complaints.String()
}

func benchSheet(t testing.TB, in *blocks) *sheet {
	t.Helper()
	q, err := open(phq9)
	if err != nil {
		t.Fatal(err)
	}
	header, err := in.header()
	if err != nil {
		t.Fatal(err)
	}
	s, _, err := newSheet(q, header, false)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// byHand is PHQ-9 and nothing else, for nine items in their order: what a careful programmer would write for this one
// file. It serves as the oracle of the tests and the baseline of the benchmarks.
func byHand(in io.Reader, out io.Writer) error {
	lines, w := bufio.NewScanner(in), bufio.NewWriter(out)
	lines.Scan()
	if lines.Text() != "q1,q2,q3,q4,q5,q6,q7,q8,q9,difficulty" {
		return errors.New("another header")
	}
	fmt.Fprintln(w, "row,total,total.reason,total.band,fault")
	for row := 1; lines.Scan(); row++ {
		sum, answered := 0, 0
		cells := bytes.Split(lines.Bytes(), []byte{','})
		for _, cell := range cells[:9] {
			if len(cell) == 1 && '0' <= cell[0] && cell[0] <= '3' {
				sum += int(cell[0] - '0')
				answered++
			}
		}
		w.WriteString(strconv.Itoa(row))
		if answered < 7 {
			w.WriteString(",,too_few,,\n")
			continue
		}
		total := (2*sum*9 + answered) / (2 * answered) // half goes up
		band := "minimal"
		for _, b := range []struct {
			from int
			id   string
		}{{5, "mild"}, {10, "moderate"}, {15, "moderately_severe"}, {20, "severe"}} {
			if total >= b.from {
				band = b.id
			}
		}
		w.WriteString("," + strconv.Itoa(total) + ",," + band + ",\n")
	}
	return errors.Join(lines.Err(), w.Flush())
}
