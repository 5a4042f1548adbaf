package main

import (
	"bytes"
	"unicode/utf8"
)

// ending is how the first record of some CSV ends.
type ending uint8

const (
	ended    ending = iota // by a line break
	unended                // the data stops before its line break
	unclosed               // the data stops within a quoted cell
)

// nextRecord gives the length of the first record, with its line break. A line break ends a record unless it stands in a
// quoted cell.
func nextRecord(data []byte) (int, ending) {
	end := bytes.IndexByte(data, '\n')
	if end >= 0 && bytes.IndexByte(data[:end], '"') < 0 {
		return end + 1, ended
	}
	for at := 0; ; {
		end, closed := cellEnd(data, at)
		switch {
		case !closed:
			return len(data), unclosed
		case end == len(data):
			return end, unended
		case data[end] == '\n':
			return end + 1, ended
		}
		at = end + 1
	}
}

// cellEnd gives where the cell that begins at a place ends: at a comma, at a line break or with the data. A quote opens a cell
// only at its beginning; closed is false where it is never closed.
func cellEnd(data []byte, at int) (end int, closed bool) {
	if at < len(data) && data[at] == '"' {
		for at++; ; at += 2 {
			quote := bytes.IndexByte(data[at:], '"')
			if quote < 0 {
				return len(data), false
			}
			if at += quote; at+1 >= len(data) || data[at+1] != '"' {
				break
			}
		}
	}
	for ; at < len(data); at++ {
		if data[at] == ',' || data[at] == '\n' {
			return at, true
		}
	}
	return len(data), true
}

// split takes a record without its line break apart, into the memory of cells where that is enough. The cells share the
// memory of the record, in which quotes are undone. sound is false where text follows a closing quote.
func split(record []byte, cells [][]byte) (_ [][]byte, sound bool) {
	cells, sound = cells[:0], true
	if bytes.IndexByte(record, '"') < 0 {
		from := 0
		for at, c := range record {
			if c == ',' {
				cells = append(cells, trimmed(record[from:at]))
				from = at + 1
			}
		}
		return append(cells, trimmed(record[from:])), true
	}
	for at := 0; ; {
		end, _ := cellEnd(record, at) // a line break outside quotes would have ended the record
		cell := record[at:end]
		if len(cell) > 0 && cell[0] == '"' {
			if cell = trimmed(cell); len(cell) < 2 || cell[len(cell)-1] != '"' {
				sound = false
			} else {
				cell = unquoted(cell[1 : len(cell)-1])
			}
		}
		cells = append(cells, trimmed(cell))
		if end == len(record) {
			return cells, sound
		}
		at = end + 1
	}
}

// unquoted turns each two quotes into one, in place.
func unquoted(cell []byte) []byte {
	if bytes.IndexByte(cell, '"') < 0 {
		return cell
	}
	text := cell[:0]
	for i := 0; i < len(cell); i++ {
		text = append(text, cell[i])
		if cell[i] == '"' {
			i++
		}
	}
	return text
}

// trimmed leaves out spaces around a cell, those that do not break a line too.
func trimmed(cell []byte) []byte {
	if len(cell) == 0 || plain(cell[0]) && plain(cell[len(cell)-1]) {
		return cell
	}
	return bytes.TrimSpace(cell)
}

// plain tells a byte that is surely no part of a space.
func plain(c byte) bool { return ' ' < c && c < utf8.RuneSelf }
