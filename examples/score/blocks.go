package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// blockSize is how many bytes of input are scored at a time, and the longest row.
const blockSize = 256 << 10

// Why a line cannot be read as a row.
const (
	tooLong       = "the row is longer than 256 KiB"
	unclosedQuote = "a quote opens that does not close within 256 KiB; double a quote that is text"
)

// blocks cuts the input into blocks of whole records. Where it cuts depends only on the bytes, and not on how they arrive.
type blocks struct {
	in    io.Reader
	held  []byte // read and not yet handed out: less than a block
	ended bool   // everything was read
	skip  bool   // what comes up to the next line break belongs to a row that was too long
	rows  int64  // handed out so far
}

func newBlocks(in io.Reader) *blocks { return &blocks{in: in} }

// block is a number of whole records.
type block struct {
	data  []byte
	first int64 // the number of the first row, from 1
	rows  int64
	// broken says why the only line of the block cannot be read as a row; else it is empty.
	broken string
}

// next fills a block, in its own memory; io.EOF says that there are no more.
func (s *blocks) next(b *block) error {
	if err := s.read(b); err != nil {
		return err
	}
	length := s.whole(b)
	s.held = append(s.held[:0], b.data[length:]...)
	b.data, b.first = b.data[:length], s.rows+1
	s.rows += b.rows
	return nil
}

// read fills a block with all that it can hold, past what is left of a row that was too long.
func (s *blocks) read(b *block) error {
	if err := s.fill(b); err != nil {
		return err
	}
	for s.skip {
		if end := bytes.IndexByte(b.data, '\n'); end >= 0 {
			s.skip, s.held = false, append(s.held, b.data[end+1:]...)
		}
		if err := s.fill(b); err != nil {
			return err
		}
	}
	return nil
}

func (s *blocks) fill(b *block) error {
	if cap(b.data) < blockSize {
		b.data = make([]byte, 0, blockSize)
	}
	b.data = append(b.data[:0], s.held...)
	s.held = s.held[:0]
	if !s.ended {
		n, err := io.ReadFull(s.in, b.data[len(b.data):blockSize])
		b.data = b.data[:len(b.data)+n]
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			s.ended = true
		case err != nil:
			return fmt.Errorf("reading the answers: %w", err)
		}
	}
	if len(b.data) == 0 {
		return io.EOF
	}
	return nil
}

// whole finds how much of a block is whole records, and counts them.
func (s *blocks) whole(b *block) (length int) {
	b.rows, b.broken = 0, ""
	if bytes.IndexByte(b.data, '"') < 0 {
		length = bytes.LastIndexByte(b.data, '\n') + 1
		b.rows = int64(bytes.Count(b.data[:length], []byte{'\n'}))
	} else {
		for length < len(b.data) {
			n, how := nextRecord(b.data[length:])
			if how != ended {
				break
			}
			length += n
			b.rows++
		}
	}
	if length > 0 && !s.ended || length == len(b.data) {
		return length
	}
	return s.tail(b, length)
}

// tail decides about what has no end: the last record of the input, which needs no line break, or one that is longer than a
// block. A quote that never closes costs its own line and not what follows.
func (s *blocks) tail(b *block, length int) int {
	rest := b.data[length:]
	_, how := nextRecord(rest)
	switch {
	case how == unended && s.ended:
		b.rows++
		return len(b.data)
	case length > 0:
		return length // it comes first in the next block
	}
	b.rows = 1
	if how == unended {
		b.broken, s.skip = tooLong, true
		return len(rest)
	}
	b.broken = unclosedQuote
	if end := bytes.IndexByte(rest, '\n'); end >= 0 {
		return end + 1
	}
	s.skip = !s.ended
	return len(rest)
}

// header takes the first record off, without the mark that some programs put before it.
func (s *blocks) header() ([]string, error) {
	var b block
	if err := s.next(&b); err != nil {
		if errors.Is(err, io.EOF) {
			err = errors.New("there is no input; the first row names the items: score -q FILE < answers.csv")
		}
		return nil, err
	}
	data := bytes.TrimPrefix(b.data, []byte("\xef\xbb\xbf"))
	length, _ := nextRecord(data)
	cells, sound := split(lineOf(data[:length]), nil)
	switch {
	case b.broken == tooLong:
		return nil, errors.New("the first row names the items, and it is longer than 256 KiB; look whether lines end in line breaks, and whether it is CSV at all")
	case b.broken != "" || !sound:
		return nil, errors.New("the first row names the items, and it cannot be read; look for a quote that does not close")
	}
	names := make([]string, len(cells))
	for i, cell := range cells {
		names[i] = string(cell)
	}
	s.held = append(bytes.Clone(data[length:]), s.held...)
	s.rows = 0
	return names, nil
}

// lineOf leaves the line break out.
func lineOf(record []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(record, []byte{'\n'}), []byte{'\r'})
}
