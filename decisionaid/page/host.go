package page

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// Host says how HTML fits into the service that shows it. The zero Host is good for a page of its own.
type Host struct {
	// Prefix begins every class, id and custom property: a small letter, then small letters, digits and hyphens, at most
	// 32. Empty means DefaultPrefix.
	Prefix string
	// Classes adds classes of the host's own, separated by spaces, to every part of a kind.
	Classes map[Hook]string
	// Level is the level of the title's heading in a fragment, from 1 to 6; 0 means 1. A page of its own always has 1.
	Level int
}

// DefaultPrefix is the prefix of a host that names none.
const DefaultPrefix = "wm"

// Hook is the class of a part of a page without its prefix: a paragraph has the class wm-paragraph where the prefix is
// wm. These stay the same from version to version; other classes with the prefix may change.
type Hook string

// The hooks: the parts of the page, then the blocks, then the note that stands in the place of what cannot be shown.
const (
	HookPage     Hook = "page"
	HookHeader   Hook = "header"
	HookContents Hook = "contents"
	HookMain     Hook = "main"
	HookFooter   Hook = "footer"

	HookSection   Hook = "section"
	HookParagraph Hook = "paragraph"
	HookLines     Hook = "lines"
	HookList      Hook = "list"
	HookTable     Hook = "table"
	HookGrid      Hook = "grid"
	HookPictures  Hook = "pictures"
	HookPicture   Hook = "picture"
	HookFraming   Hook = "framing"
	HookForm      Hook = "form"
	HookQuestion  Hook = "question"
	HookFinding   Hook = "finding"
	HookNote      Hook = "note"
	HookFacts     Hook = "facts"
	HookGlossary  Hook = "glossary"
	HookSources   Hook = "sources"
	HookRefused   Hook = "refused"
)

// CSS is the style of a page with the host's prefix. The error is fault.Faults with the cause ErrPrefix.
func (h Host) CSS() (string, error) { return h.prefixed(style) }

// Script is the script of a page with the host's prefix. It holds nothing of any page. The error is
// that of CSS.
func (h Host) Script() (string, error) { return h.prefixed(script) }

func (h Host) prefixed(text string) (string, error) {
	prefix, err := h.prefix()
	if err != nil || prefix == DefaultPrefix {
		return text, err
	}
	return strings.ReplaceAll(text, DefaultPrefix+"-", prefix+"-"), nil
}

func (h Host) prefix() (string, error) {
	if h.Prefix == "" {
		return DefaultPrefix, nil
	}
	if !isAnchor(h.Prefix) || len(h.Prefix) > 32 || h.Prefix[0] < 'a' {
		var faults fault.Faults
		faults.Because(ErrPrefix, nil, "prefix", "write a small letter, then small letters, digits and hyphens, at most 32", "%.40q would end a selector early", h.Prefix)
		return "", faults.Err()
	}
	return h.Prefix, nil
}

// level is where the headings of a fragment begin.
func (h Host) level() int { return min(max(h.Level, 1), 6) }
