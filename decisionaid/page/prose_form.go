package page

import (
	"strconv"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// prose writes questions with room for the answers, and the answers so far.
func (f Form) prose(p *prose) {
	p.title(f.Title)
	for _, q := range f.Questions {
		p.gap()
		p.put(p.line().strong(q.Ask))
		p.paragraphs("", Say(q.Help))
		p.gap()
		if len(q.Answers) > 0 {
			for _, answer := range q.Answers {
				tick := "( ) "
				if q.Given != "" && q.Given == answer.Value {
					tick = "(x) "
				}
				p.item(p.line().raw(tick).text(answer.Label))
			}
			continue
		}
		if s := f.scale(q); s.stated() {
			p.item(p.line().text(phrase.Fill(p.words.Number, "min", strconv.Itoa(s.Min), "max", strconv.Itoa(s.Max))))
			if s.Low != "" || s.High != "" {
				p.item(p.line().text(strconv.Itoa(s.Min)).labelled(Say(s.Low)))
				p.item(p.line().text(strconv.Itoa(s.Max)).labelled(Say(s.High)))
			}
		}
		given := Own(q.Given)
		if blank(q.Given) {
			given = Say("________")
		}
		p.item(p.line().text(p.words.Answer).labelled(given))
	}
}
