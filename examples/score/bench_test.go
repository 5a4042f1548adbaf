package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strconv"
	"testing"
)

// rows makes a file of answers of PHQ-9: one row in ten with a blank, the last item by its option's id.
func rows(n int) []byte {
	random := rand.New(rand.NewPCG(9, 9))
	var b bytes.Buffer
	b.WriteString("q1,q2,q3,q4,q5,q6,q7,q8,q9,difficulty\n")
	for range n {
		blank := random.IntN(90)
		for i := range 9 {
			if i != blank {
				b.WriteString(strconv.Itoa(min(3, int(random.ExpFloat64()))))
			}
			b.WriteByte(',')
		}
		b.WriteString([]string{"not_difficult", "somewhat", "very", "extremely"}[random.IntN(4)])
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// BenchmarkRows scores a hundred thousand rows from memory to nowhere, beside a program written by hand for PHQ-9 alone.
func BenchmarkRows(b *testing.B) {
	const people = 100_000
	in := rows(people)
	bench := func(name string, work func() error) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				if err := work(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(people*b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
	bench("handwritten", func() error { return byHand(bytes.NewReader(in), io.Discard) })
	s := benchSheet(b, newBlocks(bytes.NewReader(in)))
	for _, ask := range []request{
		{format: "csv", workers: 1}, {format: "csv", workers: 2}, {format: "jsonl", workers: 2}, {format: "csv", workers: 2, summary: true},
	} {
		do := scoreRows
		name := fmt.Sprintf("%s/%d", ask.format, ask.workers)
		if ask.summary {
			do, name = summarise, "summary/2"
		}
		bench(name, func() error {
			blocks := newBlocks(bytes.NewReader(in))
			if _, err := blocks.header(); err != nil {
				return err
			}
			return do(io.Discard, s, blocks, ask, io.Discard)
		})
	}
}

// BenchmarkParts shows where the time of a row goes.
func BenchmarkParts(b *testing.B) {
	in := newBlocks(bytes.NewReader(rows(4000)))
	s := benchSheet(b, in)
	var block block
	if err := in.next(&block); err != nil {
		b.Fatal(err)
	}
	r := newScorer(s)
	bench := func(name string, work func(record []byte)) {
		b.Run(name, func(b *testing.B) {
			data := block.data
			for b.Loop() {
				length, _ := nextRecord(data)
				work(lineOf(data[:length]))
				if data = data[length:]; len(data) == 0 {
					data = block.data
				}
			}
		})
	}
	var out []byte
	bench("lines", func([]byte) {})
	bench("lines, cells", func(record []byte) { r.cells, _ = split(record, r.cells) })
	bench("lines, cells, answers", func(record []byte) { r.read(record, "") })
	bench("lines, cells, answers, scores", func(record []byte) { r.row(record, "") })
	bench("lines, cells, answers, scores, out", func(record []byte) {
		r.row(record, "")
		out = inCSV{}.row(out[:0], s.definition, 1, r)
	})
}
