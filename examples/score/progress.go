package main

import (
	"fmt"
	"io"
	"os"
	"time"
)

// progress says on a terminal how far the work is, and at the end how many rows have a fault.
type progress struct {
	out          io.Writer
	terminal     bool
	next         time.Time
	rows, faults int64
}

func newProgress(out io.Writer) *progress {
	p := &progress{out: out, next: time.Now().Add(time.Second)}
	if f, is := out.(*os.File); is {
		if info, err := f.Stat(); err == nil {
			p.terminal = info.Mode()&os.ModeCharDevice != 0
		}
	}
	return p
}

func (p *progress) add(rows, faults int64) {
	p.rows += rows
	p.faults += faults
	if now := time.Now(); p.terminal && now.After(p.next) {
		fmt.Fprintf(p.out, "\r%d rows", p.rows)
		p.next = now.Add(time.Second)
	}
}

func (p *progress) end() {
	if p.terminal {
		fmt.Fprintf(p.out, "\r%d rows\n", p.rows)
	}
	if p.faults > 0 {
		fmt.Fprintf(p.out, "score: %d of %d rows have a fault; what it is stands in their last column\n", p.faults, p.rows)
	}
}
