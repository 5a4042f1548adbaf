package page

import (
	"fmt"
	"io"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Page is one document, to be written as HTML, Markdown or plain text.
type Page struct {
	// Title is the heading of the page and its name in a browser.
	Title string
	// Lead says below the title in a sentence or two what the page is for. It may be empty.
	Lead string
	// Language is the BCP 47 tag of the texts, such as "en" or "cy"; empty means that of Words.
	Language string
	// Direction is the way the texts run. The zero Direction follows from the language.
	Direction Direction
	// Points is the size of print for somebody who needs it large, from LeastPoints to MostPoints; 0 is the usual size, which is
	// 12 points on paper. Nothing on the page is smaller then, on a screen that shows texts in their usual size or on paper, but
	// for words inside a picture, which stand below it too.
	Points int
	// Blocks are what the page says.
	Blocks []Block
	// Footer stands below: who wrote it, when it was reviewed, who paid.
	Footer []Block
	// Words are the texts of the interface in the page's language. The zero Words are English.
	Words Words
}

// The sizes of large print.
const (
	LeastPoints = 14
	MostPoints  = 36
)

// Block is a part of a page: Section, Paragraph, Lines, List, Table, OptionGrid, Pictures, Framing, Form, Finding, Note, Facts,
// Glossary or Sources. No other package can make one.
type Block interface {
	html(m *markup)
	prose(p *prose)
	// fault says what is wrong with the block itself, in English for whoever made it; such a block is not shown.
	fault() string
	// texts gives every Text of the block in its own order, so that what they cite can be checked.
	texts(yield func(Text))
}

// WriteHTML writes a whole page, one file that needs no other. The error is that of w, or fault.Faults with the causes ErrTitle,
// ErrLanguage, ErrWords, ErrPoints and ErrPrefix. Blocks with a fault are replaced by a note that says so; Check finds them beforehand.
func (p Page) WriteHTML(w io.Writer, host Host) error {
	m, err := p.markup(w, host)
	if err != nil {
		return err
	}
	if err := m.document(&p); err != nil {
		return err
	}
	return m.done()
}

// WriteFragment writes what stands inside the page, in an article element, for a service with pages of its own. The
// style is Host.CSS and the script, which it also reads well without, Host.Script. Errors: those of WriteHTML.
func (p Page) WriteFragment(w io.Writer, host Host) error {
	m, err := p.markup(w, host)
	if err != nil {
		return err
	}
	m.fragment(&p)
	return m.done()
}

// WriteMarkdown writes the page as CommonMark with the tables of GitHub. Pictures are given as the words that read them
// aloud, questions as lines to fill in. The error is that of w, or fault.Faults
// with the causes ErrTitle, ErrLanguage, ErrWords and ErrPoints.
func (p Page) WriteMarkdown(w io.Writer) error { return p.read(w, markdown{}) }

// WriteText writes the page as plain text in lines of at most TextWidth characters, but for longer words and addresses.
// Errors: those of WriteMarkdown.
func (p Page) WriteText(w io.Writer) error { return p.read(w, plain{}) }

// ready checks what every way of writing needs and fills in what may be left out. The error is fault.Faults.
func (p *Page) ready() error {
	var faults fault.Faults
	if p.Words.Language == "" {
		p.Words = english
	} else {
		faults = fault.Of(fault.Of(p.Words.Check()).Under("words"))
	}
	if p.Language == "" {
		p.Language = p.Words.Language
	}
	if blank(p.Title) {
		faults.Because(ErrTitle, nil, "title", "give the page the heading that people know it by", "the page has none, so that nobody could tell it from another")
	}
	if !isLanguage(p.Language) {
		faults.Because(ErrLanguage, nil, "language", "write a tag such as en or cy", "%.40q is no language, so a screen reader could not choose a voice", p.Language)
	}
	if p.Points != 0 && (p.Points < LeastPoints || p.Points > MostPoints) {
		faults.Because(ErrPoints, nil, "points", fmt.Sprintf("write %d to %d, or leave it out for the usual size", LeastPoints, MostPoints),
			"there is no print of %d points", p.Points)
	}
	switch p.Direction {
	case Follow:
		p.Direction = directionOf(p.Language)
	case LeftToRight, RightToLeft:
	default:
		faults.Because(ErrLanguage, nil, "direction", "write ltr or rtl, or leave it out", "texts do not run %.40q", p.Direction)
	}
	return faults.Err()
}

func (p *Page) markup(w io.Writer, host Host) (*markup, error) {
	if err := p.ready(); err != nil {
		return nil, err
	}
	prefix, err := host.prefix()
	if err != nil {
		return nil, err
	}
	return &markup{
		output: newOutput(w), host: host, prefix: prefix, words: &p.Words, index: p.index(), level: host.level(),
	}, nil
}

func (p *Page) read(w io.Writer, d dialect) error {
	if err := p.ready(); err != nil {
		return err
	}
	out := prose{output: newOutput(w), dialect: d, words: &p.Words, index: p.index()}
	out.document(p)
	return out.done()
}
