package chart

import (
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/picture"
)

// Frame is what every picture has.
type Frame struct {
	// Prefix begins every id of the picture: a letter, then letters, digits, hyphens and underscores; unique in the page.
	Prefix string
	// Title names the picture for those who cannot see it.
	Title string
	// Words are the sentences and formats to use; nil means English.
	Words *Words
}

// The longest prefix and the longest text of a caller, in bytes.
const (
	MaxPrefix = picture.MaxPrefix
	MaxText   = 300
)

func (f Frame) check() error {
	if f.Prefix == "" {
		return fault(BadPrefix, "prefix", "is empty")
	}
	if len(f.Prefix) > MaxPrefix {
		return fault(BadPrefix, "prefix", "has "+strconv.Itoa(len(f.Prefix))+" bytes")
	}
	if !picture.IsPrefix(f.Prefix) {
		return fault(BadPrefix, "prefix", "is "+strconv.Quote(f.Prefix))
	}
	if f.Words != nil {
		if err := f.Words.Check(); err != nil {
			return err
		}
	}
	return checkText("title", f.Title)
}

// words gives the words to use.
func (f Frame) words() *Words {
	if f.Words == nil {
		return &english
	}
	return f.Words
}

func checkText(where, text string) error {
	switch {
	case strings.TrimSpace(text) == "":
		return fault(BadText, where, "is blank")
	case len(text) > MaxText:
		return fault(BadText, where, "has "+strconv.Itoa(len(text))+" bytes")
	}
	return nil
}

// open starts the drawing. The description is read where the picture cannot be seen.
func (f Frame) open(height int, description string) svg {
	s := svg{make(picture.Drawing, 0, 8192)}
	s.Open(picture.Head{
		Prefix: f.Prefix, Title: f.Title, Description: description, Language: f.words().Language, Width: pictureWidth, Height: height,
	}).Raw(`<g font-family="sans-serif" font-size="13" fill="currentColor">`)
	return s
}
