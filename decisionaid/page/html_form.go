package page

import (
	"strconv"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// html writes a group of questions, and no form element: nothing here is ever sent. What script needs to say stands in
// data attributes, in the words of the page.
func (f Form) html(m *markup) {
	if len(f.Questions) == 0 {
		return
	}
	w, label := m.words, m.nextLabel()
	attributes := []string{"role", "group", "aria-labelledby", label}
	if blank(f.Title) {
		attributes = []string{"role", "group", "aria-label", w.Questions}
	}
	switch total := strconv.Itoa(f.points()); f.Kind {
	case Rated:
		attributes = append(attributes, "data-kind", "rated", "data-share", w.Share, "data-open", w.Open, "data-weights", w.Weights, "data-none", w.NoWeights)
	case Shared:
		attributes = append(attributes, "data-kind", "shared", "data-share", phrase.Fill(w.Points, "n", "{n}", "total", total), "data-total", total,
			"data-left", phrase.Fill(w.Left, "n", "{n}", "total", total), "data-over", phrase.Fill(w.Over, "n", "{n}", "total", total),
			"data-shared", phrase.Fill(w.Shared, "total", total))
	}
	m.open("div", "form", attributes...)
	if !blank(f.Title) {
		m.element("p", "form-title", f.Title, "id", label)
	}
	for _, q := range f.Questions {
		m.ask(q, f.scale(q), f.Kind != Asked)
	}
	if f.Kind != Asked {
		m.open("p", "sum", "role", "status", "hidden", "hidden")
		m.shut("p")
	}
	m.shut("div")
	m.raw("\n")
}

// ask writes one question. weighed makes room for the share that script shows.
func (m *markup) ask(q Question, s Scale, weighed bool) {
	m.question++
	id := m.numbered("question", m.question)
	help := ""
	if q.Help != "" || s.Low != "" || s.High != "" {
		help = id + "-help"
	}
	answers := q.Answers
	if len(answers) == 0 {
		answers = s.answers()
	}
	if len(answers) > 0 {
		m.open("fieldset", "question", described(help)...)
		m.element("legend", "ask", q.Ask)
		m.help(q, s, help)
		m.choose(q, answers, s.stated())
		m.share(weighed)
		m.shut("fieldset")
		return
	}
	m.open("div", "question")
	m.element("label", "ask", q.Ask, "for", id)
	if s.stated() {
		m.help(q, s, help)
		m.void("input", "number", append(described(help), "type", "number", "inputmode", "numeric", "id", id, "name", q.Name,
			"min", strconv.Itoa(s.Min), "max", strconv.Itoa(s.Max), "step", strconv.Itoa(s.step()), "value", q.Given)...)
	} else {
		m.help(q, s, help)
		m.open("textarea", "words", append(described(help), "id", id, "name", q.Name, "rows", "3", "dir", "auto")...)
		lines(q.Given, func(line string, last bool) {
			m.text(line)
			if !last {
				m.raw("\n")
			}
		})
		m.shut("textarea")
	}
	m.share(weighed)
	m.shut("div")
}

func described(by string) []string {
	if by == "" {
		return nil
	}
	return []string{"aria-describedby", by}
}

// help says how to answer and what the ends of a scale mean.
func (m *markup) help(q Question, s Scale, id string) {
	if id == "" {
		return
	}
	m.open("div", "help", "id", id)
	m.optional("p", "", q.Help)
	if s.Low != "" || s.High != "" {
		m.open("p", "ends")
		for _, end := range []struct {
			number int
			means  string
		}{{s.Min, s.Low}, {s.Max, s.High}} {
			m.open("span", "")
			m.labelled(strconv.Itoa(end.number), Say(end.means))
			m.shut("span")
			m.raw(" ")
		}
		m.shut("p")
	}
	m.shut("div")
}

// choose writes answers of which one is chosen.
func (m *markup) choose(q Question, answers []Answer, scale bool) {
	class := "answers"
	if scale {
		class = "scale"
	}
	m.open("div", class)
	for _, answer := range answers {
		m.open("label", "")
		attributes := []string{"type", "radio", "name", q.Name, "value", answer.Value}
		if q.Given != "" && q.Given == answer.Value {
			attributes = append(attributes, "checked", "checked")
		}
		m.void("input", "", attributes...)
		m.element("span", "", answer.Label)
		m.shut("label")
	}
	m.shut("div")
}

// share makes room for a weight: a bar and its number. Script fills it in and shows it.
func (m *markup) share(weighed bool) {
	if !weighed {
		return
	}
	m.open("p", "share", "hidden", "hidden")
	m.open("span", "track", "aria-hidden", "true")
	m.open("span", "bar")
	m.shut("span")
	m.shut("span")
	m.raw(" ")
	m.open("span", "amount")
	m.shut("span")
	m.shut("p")
}
