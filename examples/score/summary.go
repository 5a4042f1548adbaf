package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/whatmatters-care/whatmatters/proms/cohort"
)

// summary describes every score over many rows.
type summary struct{ scores []*cohort.Summary }

func newSummary(s *sheet) (*summary, error) {
	all := &summary{}
	for i := range s.definition.Scores {
		one, err := cohort.NewSummary(scaleOf(s, i))
		if err != nil {
			return nil, err
		}
		all.scores = append(all.scores, one)
	}
	return all, nil
}

func (all *summary) empty() *summary {
	other := &summary{}
	for _, s := range all.scores {
		other.scores = append(other.scores, s.Empty())
	}
	return other
}

// add counts the last row of a scorer.
func (all *summary) add(r *scorer) {
	for i, s := range r.scores {
		if number, there := s.value.Number(); there {
			all.scores[i].Add(number)
		} else {
			all.scores[i].AddMissing(s.value.Reason().String())
		}
	}
}

func (all *summary) merge(other *summary) error {
	for i, s := range all.scores {
		if err := s.Merge(other.scores[i]); err != nil {
			return err
		}
	}
	return nil
}

// summarise writes the summaries of all rows. Each batch has its own, and they merge in the order of the input, so that the
// last digit of a mean does not hang on which worker was faster.
func summarise(out io.Writer, s *sheet, in *blocks, ask request, stderr io.Writer) error {
	all, err := newSummary(s)
	if err != nil {
		return err
	}
	said := newProgress(stderr)
	err = stream(in, s, ask.workers, func(r *scorer, b *batch) {
		b.counts, b.faults = all.empty(), 0
		r.each(&b.block, func(int64) {
			b.counts.add(r)
			if len(r.fault) > 0 {
				b.faults++
			}
		})
	}, func(b *batch) error {
		said.add(b.rows, b.faults)
		return all.merge(b.counts)
	})
	if said.end(); err != nil {
		return err
	}
	if ask.format == "jsonl" {
		return all.writeJSON(out)
	}
	return all.writeCSV(out, s)
}

// writeJSON writes one line a score, which cohort.Summary reads back.
func (all *summary) writeJSON(out io.Writer) error {
	for _, s := range all.scores {
		line, err := json.Marshal(s)
		if err != nil {
			return err
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			return unwritten(err)
		}
	}
	return nil
}

// writeCSV writes one measure a line: its value, or the reason why it has none.
func (all *summary) writeCSV(out io.Writer, s *sheet) error {
	text := []byte("score,measure,value,reason\n")
	for i, one := range all.scores {
		id := s.definition.Scores[i].ID
		count := func(measure string, n int64) {
			text = fmt.Appendf(text, "%s,%s,%d,\n", id, measure, n)
		}
		value := func(measure string, v cohort.Statistic) {
			number := ""
			if _, there := v.Value(); there {
				number = v.String()
			}
			text = fmt.Appendf(text, "%s,%s,%s,%s\n", id, measure, number, v.Reason())
		}
		moments := one.Moments()
		count("people", one.People())
		count("values", moments.N())
		value("mean", moments.Mean())
		value("sd", moments.SD())
		value("min", moments.Min())
		for _, q := range []struct {
			name  string
			share float64
		}{{"quartile1", 0.25}, {"median", 0.5}, {"quartile3", 0.75}} {
			value(q.name, one.Quantile(q.share).Estimate)
		}
		value("max", moments.Max())
		count("floor", one.Floor().Count)
		count("ceiling", one.Ceiling().Count)
		for _, band := range one.Bands() {
			count("band."+band.Code, band.Share.Count)
		}
		for _, missing := range one.Missing() {
			count("missing."+missing.Reason, missing.Count)
		}
	}
	_, err := out.Write(text)
	return unwritten(err)
}
