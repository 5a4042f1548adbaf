package page

// Lines is a text whose lines stand one below the other and belong together, such as an address. A line on which nothing
// stands is left out.
type Lines struct {
	Text Text
}

func (b Lines) html(m *markup) {
	begun := false
	lines(b.Text.Said, func(line string, last bool) {
		switch {
		case begun:
			m.void("br", "")
		case b.Text.Own:
			m.open("p", "lines", "dir", "auto")
		default:
			m.open("p", "lines")
		}
		begun = true
		if b.Text.Own {
			m.text(line)
		} else {
			m.terms(line)
		}
		if last {
			m.cites(b.Text.Cites)
			m.shut("p")
			m.raw("\n")
		}
	})
}

func (b Lines) prose(p *prose) {
	begun := false
	lines(b.Text.Said, func(text string, last bool) {
		if !begun {
			p.gap()
			begun = true
		}
		one := Text{Said: text, Own: b.Text.Own}
		if last {
			one.Cites = b.Text.Cites
			p.put(p.line().say(one))
		} else {
			p.put(p.line().say(one).raw(p.dialect.below()))
		}
	})
}

func (b Lines) fault() string          { return "" }
func (b Lines) texts(yield func(Text)) { yield(b.Text) }
