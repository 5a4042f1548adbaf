package picture

// Head is what every picture begins with.
type Head struct {
	// Prefix begins the ids of the picture, so that several may stand in one page; see IsPrefix.
	Prefix string
	// Title names the picture, and Description says in words what it shows.
	Title, Description string
	// Language is the BCP 47 tag of both; empty where the page around the picture has it.
	Language string
	// Width and Height are the size of the picture in its own units, which are pixels where nothing else sizes it.
	Width, Height int
}

// MaxPrefix is the longest prefix in bytes.
const MaxPrefix = 64

// IsPrefix reports whether ids may begin with a text: a letter, then letters, digits, hyphens and underscores, all of ASCII, at most
// MaxPrefix.
func IsPrefix(text string) bool {
	for i, r := range text {
		letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
		if !letter && (i == 0 || !('0' <= r && r <= '9' || r == '-' || r == '_')) {
			return false
		}
	}
	return text != "" && len(text) <= MaxPrefix
}

// Open begins the picture, which ends with </svg>. Its title and description stand under the ids prefix-title and prefix-desc, and name the
// picture for whoever cannot see it.
func (d *Drawing) Open(h Head) *Drawing {
	d.Raw(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `).Int(h.Width).Raw(" ").Int(h.Height)
	d.Raw(`" width="`).Int(h.Width).Raw(`" height="`).Int(h.Height).Raw(`" role="img"`)
	if h.Language != "" {
		d.Raw(` lang="`).Escaped(h.Language).Raw(`"`)
	}
	d.Raw(` aria-labelledby="`).Escaped(h.Prefix).Raw(`-title `).Escaped(h.Prefix).Raw(`-desc">`)
	d.Raw(`<title id="`).Escaped(h.Prefix).Raw(`-title">`).Escaped(h.Title).Raw(`</title>`)
	return d.Raw(`<desc id="`).Escaped(h.Prefix).Raw(`-desc">`).Escaped(h.Description).Raw(`</desc>`)
}
