package chart

import (
	"strconv"
	"strings"
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
	MaxPrefix = 64
	MaxText   = 300
)

func (f Frame) check() error {
	if f.Prefix == "" {
		return fault(BadPrefix, "prefix", "is empty")
	}
	if len(f.Prefix) > MaxPrefix {
		return fault(BadPrefix, "prefix", "has "+strconv.Itoa(len(f.Prefix))+" bytes")
	}
	for i, r := range f.Prefix {
		letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
		if !letter && (i == 0 || !('0' <= r && r <= '9' || r == '-' || r == '_')) {
			return fault(BadPrefix, "prefix", "is "+strconv.Quote(f.Prefix))
		}
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
	s := make(svg, 0, 8192)
	s = s.raw(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `).int(pictureWidth).raw(` `).int(height)
	s = s.raw(`" width="`).int(pictureWidth).raw(`" height="`).int(height)
	s = s.raw(`" role="img" lang="`).escaped(f.words().Language)
	s = s.raw(`" aria-labelledby="`, f.Prefix, `-title `, f.Prefix, `-desc"><title id="`, f.Prefix, `-title">`).escaped(f.Title)
	s = s.raw(`</title><desc id="`, f.Prefix, `-desc">`).escaped(description)
	return s.raw(`</desc><g font-family="sans-serif" font-size="13" fill="currentColor">`)
}
