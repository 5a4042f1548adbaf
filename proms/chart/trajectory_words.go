package chart

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// Describe says in sentences what the picture shows. Errors: those of SVG.
func (t Trajectory) Describe() (string, error) {
	if err := t.check(); err != nil {
		return "", err
	}
	return t.described(t.words()), nil
}

func (t Trajectory) described(w *Words) string {
	name, better := w.heading(t.Scale)
	parts := []string{name, better, phrase.Fill(w.Visits, "n", w.number(float64(t.scores())), "of", w.number(float64(len(t.Visits))),
		"first", w.date(t.Visits[0].On), "last", w.date(t.Visits[len(t.Visits)-1].On))}
	if start := t.Visits[t.Baseline]; start.scored() {
		parts = append(parts, phrase.Fill(w.Start, "date", w.date(start.On), "value", t.valued(w, start.Value)))
	} else {
		parts = append(parts, w.NoStart)
	}
	parts = append(parts, t.last(w)...)
	for _, e := range t.missed(w) {
		parts = append(parts, e.text)
	}
	return w.told(parts)
}

// last says where the person is now, and which changes that reaches.
func (t Trajectory) last(w *Words) []string {
	last := len(t.Visits) - 1
	for !t.Visits[last].scored() {
		last--
	}
	date, value := w.date(t.Visits[last].On), t.valued(w, t.Visits[last].Value)
	change, compared := t.better(last)
	if !compared {
		if last == t.Baseline {
			return nil
		}
		return []string{phrase.Fill(w.LastAlone, "date", date, "value", value)}
	}
	parts := []string{phrase.Fill(w.Last, "date", date, "value", value, "change", t.changed(w, change))}
	for _, c := range t.Important {
		template := w.NotReached
		if c.reaches(change) {
			template = w.Reached
		}
		parts = append(parts, phrase.Fill(template, "change", t.important(w, c)))
	}
	return parts
}

func (t Trajectory) scores() int {
	n := 0
	for _, visit := range t.Visits {
		if visit.scored() {
			n++
		}
	}
	return n
}

// valued says a score with its band.
func (t Trajectory) valued(w *Words, value float64) string {
	text := w.amount(t.Scale, value)
	if band := t.band(value); band != "" {
		return phrase.Fill(w.InBand, "value", text, "band", band)
	}
	return text
}

func (t Trajectory) band(value float64) string {
	name := ""
	for _, band := range t.Bands {
		if value >= band.From {
			name = band.Name
		}
	}
	return name
}

// changed says a change since the start.
func (t Trajectory) changed(w *Words, change float64) string {
	up, down := w.BetterBy, w.WorseBy
	if t.Scale.Better == Unsaid {
		up, down = w.HigherBy, w.LowerBy
	}
	switch {
	case change > 0:
		return phrase.Fill(up, "n", w.amount(t.Scale, change))
	case change < 0:
		return phrase.Fill(down, "n", w.amount(t.Scale, -change))
	default:
		return w.Same
	}
}

// important says which change matters.
func (t Trajectory) important(w *Words, c Change) string {
	template := w.ImportantEither
	switch c.Direction {
	case ForBetter:
		template = w.ImportantBetter
	case ForWorse:
		template = w.ImportantWorse
	}
	return phrase.Fill(template, "name", c.Name, "n", w.amount(t.Scale, c.Points))
}

// missed says which visits have no score and why: one entry for each reason, in the order of the visits.
func (t Trajectory) missed(w *Words) []entry {
	var reasons []string
	dates := map[string][]string{}
	for _, visit := range t.Visits {
		if visit.scored() {
			continue
		}
		if dates[visit.Missing] == nil {
			reasons = append(reasons, visit.Missing)
		}
		dates[visit.Missing] = append(dates[visit.Missing], w.date(visit.On))
	}
	var entries []entry
	for _, reason := range reasons {
		text := phrase.Fill(w.NoScore, "reason", reason, "dates", strings.Join(dates[reason], w.Separator))
		entries = append(entries, entry{cross, text})
	}
	return entries
}

// Table gives the data in words: a row for each visit. Errors: those of SVG.
func (t Trajectory) Table() (Table, error) {
	if err := t.check(); err != nil {
		return Table{}, err
	}
	w := t.words()
	table := Table{Caption: t.Title, Columns: []string{w.ColumnDate, w.ColumnScore}}
	if len(t.Bands) > 0 {
		table.Columns = append(table.Columns, w.ColumnBand)
	}
	table.Columns = append(table.Columns, w.ColumnChange)
	if len(t.Important) > 0 {
		table.Columns = append(table.Columns, w.ColumnImportant)
	}
	for i := range t.Visits {
		table.Rows = append(table.Rows, t.row(w, i))
	}
	return table, nil
}

func (t Trajectory) row(w *Words, i int) []string {
	visit := t.Visits[i]
	score, band, since, reached := phrase.Fill(w.NoScoreFor, "reason", visit.Missing), "", w.NotCompared, w.NotCompared
	if visit.scored() {
		score, band = w.amount(t.Scale, visit.Value), t.band(visit.Value)
	}
	if change, compared := t.better(i); compared {
		since, reached = t.changed(w, change), w.NoneReached
		if names := t.reached(i); len(names) > 0 {
			reached = strings.Join(names, w.Separator)
		}
	}
	row := []string{w.date(visit.On), score}
	if len(t.Bands) > 0 {
		row = append(row, band)
	}
	row = append(row, since)
	if len(t.Important) > 0 {
		row = append(row, reached)
	}
	return row
}

// reached names the changes that matter and that a visit shows.
func (t Trajectory) reached(visit int) []string {
	var names []string
	change, compared := t.better(visit)
	for _, c := range t.Important {
		if compared && c.reaches(change) {
			names = append(names, c.Name)
		}
	}
	return names
}
