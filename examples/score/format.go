package main

import (
	"bytes"
	"encoding/json"
	"strconv"
	"unicode/utf8"

	"github.com/whatmatters-care/whatmatters/proms"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// format writes rows.
type format interface {
	head(out []byte, d *proms.Definition) []byte
	row(out []byte, d *proms.Definition, row int64, r *scorer) []byte
}

var formats = map[string]format{"csv": inCSV{}, "jsonl": inJSON{}}

type inCSV struct{}

func (inCSV) head(out []byte, d *proms.Definition) []byte {
	out = append(out, "row"...)
	for _, s := range d.Scores {
		for _, part := range []string{"", ".reason", ".band"} {
			out = append(append(append(out, ','), s.ID...), part...)
		}
	}
	return append(out, ",fault\n"...)
}

func (inCSV) row(out []byte, _ *proms.Definition, row int64, r *scorer) []byte {
	out = strconv.AppendInt(out, row, 10)
	for _, s := range r.scores {
		out = append(out, ',')
		if number, there := s.value.Number(); there {
			out = append(appendNumber(out, number), ',')
		} else {
			out = append(append(out, ','), s.value.Reason().String()...)
		}
		out = append(append(out, ','), s.band...)
	}
	return append(appendCell(append(out, ','), r.fault), '\n')
}

// appendCell quotes a text where CSV needs it.
func appendCell(out, text []byte) []byte {
	if !bytes.ContainsAny(text, "\",\r\n") {
		return append(out, text...)
	}
	out = append(out, '"')
	for _, c := range text {
		if c == '"' {
			out = append(out, '"')
		}
		out = append(out, c)
	}
	return append(out, '"')
}

// appendNumber writes what rule.FormatNumber gives, without a string between.
func appendNumber(out []byte, v float64) []byte {
	if n := int64(v); float64(n) == v && -1e15 < v && v < 1e15 {
		return strconv.AppendInt(out, n, 10)
	}
	return append(out, rule.FormatNumber(v)...)
}

type inJSON struct{}

func (inJSON) head(out []byte, _ *proms.Definition) []byte { return out }

func (inJSON) row(out []byte, d *proms.Definition, row int64, r *scorer) []byte {
	out = strconv.AppendInt(append(out, `{"row":`...), row, 10)
	for i, s := range r.scores {
		id := d.Scores[i].ID
		out = append(append(append(out, `,"`...), id...), `":`...)
		if number, there := s.value.Number(); there {
			out = appendNumber(out, number)
		} else {
			out = appendText(append(append(append(out, `null,"`...), id...), `.reason":`...), s.value.Reason().String())
		}
		if s.band != "" {
			out = appendText(append(append(append(out, `,"`...), id...), `.band":`...), s.band)
		}
	}
	if len(r.fault) > 0 {
		out = appendText(append(out, `,"fault":`...), string(r.fault))
	}
	return append(out, "}\n"...)
}

// appendText writes a JSON string. Ids and reasons, which most texts are, need no escapes.
func appendText(out []byte, text string) []byte {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			if quoted, err := json.Marshal(text); err == nil { // a string always has a JSON form
				return append(out, quoted...)
			}
		}
	}
	return append(append(append(out, '"'), text...), '"')
}
