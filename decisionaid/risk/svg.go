package risk

import (
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/picture"
)

// Frame is what every picture has: a prefix for the ids, unique in the page; a title
// and a description that say in words what the picture shows; the language of them.
type Frame struct {
	Prefix      string
	Title       string
	Description string
	Language    string
}

// MaxPrefix is the longest id prefix in bytes.
const MaxPrefix = picture.MaxPrefix

// The layout of all pictures, in the units of the viewBox.
const (
	pictureWidth = 400
	lineHeight   = 18
	lineRunes    = 46 // runes of a 14-unit sans-serif that fit beside a mark in wide fonts too
	textLeft     = 24
)

// The colours keep a contrast of at least 3 to 1 to white; shape carries the meaning,
// so that print without colour says the same.
const (
	ink   = "#0b0c0c"
	blue  = "#1d4f91"
	grey  = "#5b6770"
	green = "#00703c"
	red   = "#b10e1e"
	brown = "#8a4b00"
	pale  = "#6f9fd8"
)

func (f Frame) check() error {
	switch {
	case f.Prefix == "":
		return fault(BadPrefix, "prefix", "is empty")
	case len(f.Prefix) > MaxPrefix:
		return fault(BadPrefix, "prefix", "of "+strconv.Itoa(len(f.Prefix))+" bytes")
	case !picture.IsPrefix(f.Prefix):
		return fault(BadPrefix, "prefix", strconv.Quote(f.Prefix))
	case strings.TrimSpace(f.Title) == "":
		return fault(BadPicture, "title", "is blank")
	case strings.TrimSpace(f.Description) == "":
		return fault(BadPicture, "description", "is blank")
	}
	return nil
}

// svg is a drawing of this package's shapes.
type svg struct{ picture.Drawing }

func (f Frame) open(height int) svg {
	s := svg{make(picture.Drawing, 0, 4096)}
	s.Open(picture.Head{
		Prefix: f.Prefix, Title: f.Title, Description: f.Description, Language: f.Language, Width: pictureWidth, Height: height,
	})
	return s
}

func (s *svg) close() []byte { return *s.Raw("</svg>\n") }

// lines writes wrapped text, the first line with its baseline at y.
func (s *svg) lines(x, y int, lines []string) {
	for i, line := range lines {
		s.Raw(`<text x="`).Int(x).Raw(`" y="`).Int(y + i*lineHeight)
		s.Raw(`" font-family="sans-serif" font-size="14" fill="`, ink, `">`).Escaped(line).Raw(`</text>`)
	}
}

// wrap breaks text into the lines of a picture.
func wrap(text string) []string { return picture.Wrap(text, lineRunes) }
