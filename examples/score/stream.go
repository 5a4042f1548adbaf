package main

import (
	"errors"
	"fmt"
	"io"
)

// batch is one block on its way from the reader by a worker to the writer.
type batch struct {
	block
	err    error
	out    []byte   // what the worker makes of it
	counts *summary // in place of out, where summaries are asked for
	faults int64
	done   chan struct{}
}

// stream scores block after block: one goroutine reads, some work, and finish takes what they made, in the order of the
// input. There are only so many batches, so memory does not grow with the input.
func stream(in *blocks, s *sheet, workers int, work func(*scorer, *batch), finish func(*batch) error) error {
	batches := 2*workers + 2
	free, todo, order := make(chan *batch, batches), make(chan *batch, batches), make(chan *batch, batches)
	quit := make(chan struct{})
	defer close(quit)
	for range batches {
		free <- &batch{done: make(chan struct{}, 1)}
	}
	go func() {
		defer close(order)
		defer close(todo)
		for {
			var b *batch
			select {
			case <-quit:
				return
			case b = <-free:
			}
			if b.err = in.next(&b.block); b.err != nil {
				b.done <- struct{}{}
				order <- b
				return
			}
			order <- b
			todo <- b
		}
	}()
	for range workers {
		go func() {
			r := newScorer(s)
			for b := range todo {
				work(r, b)
				b.done <- struct{}{}
			}
		}()
	}
	for b := range order {
		<-b.done
		if b.err != nil {
			if errors.Is(b.err, io.EOF) {
				return nil
			}
			return b.err
		}
		if err := finish(b); err != nil {
			return err
		}
		free <- b
	}
	return nil
}

// scoreRows writes the scores of every row.
func scoreRows(out io.Writer, s *sheet, in *blocks, ask request, stderr io.Writer) error {
	form, said := formats[ask.format], newProgress(stderr)
	if _, err := out.Write(form.head(nil, s.definition)); err != nil {
		return unwritten(err)
	}
	err := stream(in, s, ask.workers, func(r *scorer, b *batch) {
		b.out, b.faults = b.out[:0], 0
		r.each(&b.block, func(row int64) {
			b.out = form.row(b.out, s.definition, row, r)
			if len(r.fault) > 0 {
				b.faults++
			}
		})
	}, func(b *batch) error {
		said.add(b.rows, b.faults)
		_, err := out.Write(b.out)
		return unwritten(err)
	})
	said.end()
	return err
}

func unwritten(err error) error {
	if err != nil {
		err = fmt.Errorf("writing: %w", err)
	}
	return err
}
