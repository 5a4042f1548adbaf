package values

import (
	"math"
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// Speaker is safe for concurrent use: it puts results about one table into sentences. Ids that are not in the table are said as they are.
type Speaker struct {
	words Words
	table *Table
}

// Speak gives a Speaker with these words; check a translation first with Words.Check.
func (t *Table) Speak(w Words) Speaker { return Speaker{w, t} }

// Fit says how well an option fits, what is not known, and what speaks for and against it.
func (s Speaker) Fit(f Fit) []string {
	option := s.option(f.Option)
	var out []string
	if f.Points.Exact() {
		out = append(out, phrase.Fill(s.words.Fit, "option", option, "fit", s.number(f.Points.Low)))
	} else {
		out = append(out, phrase.Fill(s.words.FitBetween, "option", option, "low", s.number(f.Points.Low), "high", s.number(f.Points.High)))
	}
	say := func(words string, attributes []string) {
		if len(attributes) > 0 {
			out = append(out, phrase.Fill(words, "option", option, "attributes", s.attributes(attributes)))
		}
	}
	say(s.words.FitUnknown, f.Unknown)
	say(s.words.For, argued(f.For))
	say(s.words.Against, argued(f.Against))
	say(s.words.Unclear, argued(f.Unclear))
	return out
}

// Standing says which option is closest, which tie, and which are too near to tell apart, or that it cannot be told.
func (s Speaker) Standing(st Standing) []string {
	if len(st.Closest) == 0 {
		return []string{phrase.Fill(s.words.Undecided, "options", s.options(st.Undecided))}
	}
	out := []string{phrase.Fill(s.words.Closest, "option", s.options(st.Closest))}
	if len(st.Closest) > 1 {
		out[0] = phrase.Fill(s.words.Tied, "options", s.options(st.Closest))
	}
	if len(st.Near) > 0 {
		out = append(out, phrase.Fill(s.words.Near, "options", s.options(st.Near), "margin", s.number(st.Margin)))
	}
	return out
}

// TradeOff says how far two options are apart, and what would have to be different for the other to fit as well. Changes that are not possible are passed
// over, but for weights, where it matters to know that nothing would change.
func (s Speaker) TradeOff(t TradeOff) []string {
	pair := []string{"closer", s.option(t.Closer), "other", s.option(t.Other)}
	switch t.Reason {
	case "":
	case ReasonTied:
		return []string{phrase.Fill(s.words.Equal, pair...)}
	default:
		return []string{phrase.Fill(s.words.NoComparison, pair...)}
	}
	out := []string{phrase.Fill(s.words.Gap, append(pair, "gap", s.number(t.Gap))...)}
	for _, c := range t.Changes {
		attribute := append(pair[:len(pair):len(pair)], "attribute", s.attribute(c.Attribute))
		say := func(words, now, at string) {
			out = append(out, phrase.Fill(words, append(attribute[:len(attribute):len(attribute)], "now", now, "at", at)...))
		}
		switch {
		case c.Weight.At != nil && c.Weight.Now != nil:
			say(s.words.WeightSwap, s.number(*c.Weight.Now*100), s.number(*c.Weight.At*100))
		case c.Weight.Reason == ReasonNever:
			out = append(out, phrase.Fill(s.words.NoWeightSwap, attribute...))
		}
		if at := c.OtherScore.At; at != nil && c.OtherScore.Now != nil {
			say(s.words.OtherSwap, s.score(c.Attribute, *c.OtherScore.Now), s.score(c.Attribute, *at))
		}
		if at := c.CloserScore.At; at != nil && c.CloserScore.Now != nil {
			say(s.words.CloserSwap, s.score(c.Attribute, *c.CloserScore.Now), s.score(c.Attribute, *at))
		}
	}
	return out
}

// Acceptability says, for each option, how often it is closest, and which options could not take part.
func (s Speaker) Acceptability(a Acceptability) []string {
	var out []string
	for _, o := range a.Options {
		words := s.words.Accepted
		if !a.Exact {
			words = s.words.AcceptedDrawn
		}
		if len(o.Ranks) > 0 {
			out = append(out, phrase.Fill(words, "option", s.option(o.Option), "share", s.number(o.Ranks[0].Value*100), "se", s.number(o.Ranks[0].SE*100)))
		}
	}
	for _, o := range a.Omitted {
		out = append(out, phrase.Fill(s.words.Omitted, "option", s.option(o.Option), "attributes", s.attributes(o.Attributes)))
	}
	return out
}

// Unfinished says what an answer still leaves open; nothing where it leaves nothing open.
func (s Speaker) Unfinished(p *Preference) []string {
	var out []string
	if p != nil && p.pointsLeft > 0 {
		out = append(out, phrase.Fill(s.words.PointsLeft, "points", s.number(p.pointsLeft)))
	}
	if p != nil && len(p.open) > 0 {
		out = append(out, phrase.Fill(s.words.Open, "attributes", s.attributes(p.open)))
	}
	return out
}

// number writes a number to one decimal place, a half away from zero, without a needless ".0".
func (s Speaker) number(x float64) string {
	tenths := math.Round(round12(x*10)) / 10
	return strings.Replace(strconv.FormatFloat(tenths+0, 'f', -1, 64), ".", s.words.Decimal, 1)
}

// score writes a score with its attribute's unit.
func (s Speaker) score(attribute string, x float64) string {
	number := s.number(x)
	if i, ok := s.find(attribute); ok && s.table.attributes.list[i].Unit != "" {
		return phrase.Fill(s.words.WithUnit, "number", number, "unit", s.table.attributes.list[i].Unit)
	}
	return number
}

func (s Speaker) find(attribute string) (int, bool) {
	if s.table == nil || s.table.attributes == nil {
		return 0, false
	}
	i, ok := s.table.attributes.index[attribute]
	return i, ok
}

func (s Speaker) attribute(id string) string {
	if i, ok := s.find(id); ok {
		return s.table.attributes.list[i].name()
	}
	return id
}

func (s Speaker) option(id string) string {
	if s.table == nil {
		return id
	}
	if i, ok := s.table.index[id]; ok {
		return s.table.options[i].name
	}
	return id
}

func (s Speaker) attributes(ids []string) string { return s.list(ids, s.attribute) }

func (s Speaker) options(ids []string) string { return s.list(ids, s.option) }

// list joins names the way the words say.
func (s Speaker) list(ids []string, name func(string) string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = name(id)
	}
	if last := len(names) - 1; last > 0 {
		return strings.Join(names[:last], s.words.Between) + s.words.And + names[last]
	}
	return strings.Join(names, "")
}

func argued(arguments []Argument) []string {
	var ids []string
	for _, a := range arguments {
		ids = append(ids, a.Attribute)
	}
	return ids
}
