package page

// Pictures are one or more pictures of numbers, such as icon arrays, bars and intervals, side by side where there is room.
type Pictures struct {
	// Caption says what they show together. It may be empty.
	Caption  string
	Pictures []Picture
}

// Picture is a drawing with the words that read the same numbers aloud.
type Picture struct {
	// Title names the picture.
	Title string
	// SVG is a drawing as the pictures of package risk give it. Anything else is refused, and the page says so; the ids
	// in it are replaced by ids of the page, so that the same drawing may stand there twice.
	SVG []byte
	// Words read the picture aloud. They stand below it, and in its place where there are no pictures.
	Words []Text
}

func (b Pictures) html(m *markup) {
	m.open("div", "pictures")
	m.optional("p", "pictures-caption", b.Caption)
	for _, picture := range b.Pictures {
		m.open("figure", "picture")
		m.optional("p", "picture-title", picture.Title)
		m.picture++
		drawn, why := appendPicture(m.b, picture.SVG, m.numbered("picture", m.picture))
		if why != "" {
			m.refused(why)
		} else {
			m.b = drawn
		}
		if len(picture.Words) > 0 {
			m.open("figcaption", "")
			for _, words := range picture.Words {
				m.paragraphs("", words)
			}
			m.shut("figcaption")
		}
		m.shut("figure")
		m.spill()
	}
	m.shut("div")
	m.raw("\n")
}

func (b Pictures) prose(p *prose) {
	p.title(b.Caption)
	for _, picture := range b.Pictures {
		p.title(picture.Title)
		for _, words := range picture.Words {
			p.paragraphs("", words)
		}
	}
}

func (b Pictures) fault() string {
	for _, picture := range b.Pictures {
		if len(picture.Words) == 0 {
			return "a picture has no words that read it aloud, so that who cannot see it would know nothing; add them"
		}
	}
	return ""
}

func (b Pictures) texts(yield func(Text)) {
	for _, picture := range b.Pictures {
		each(picture.Words, yield)
	}
}
