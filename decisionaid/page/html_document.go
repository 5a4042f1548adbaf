package page

import (
	"crypto/sha256"
	"encoding/base64"
	"strconv"
)

// document writes the whole file.
func (m *markup) document(p *Page) error {
	style, err := m.host.CSS()
	if err != nil {
		return err
	}
	script, err := m.host.Script()
	if err != nil {
		return err
	}
	m.level = 1
	m.raw("<!DOCTYPE html>\n")
	m.open("html", "", "lang", p.Language, "dir", string(p.Direction))
	m.raw("\n<head>\n<meta charset=\"utf-8\"/>\n")
	m.void("meta", "", "http-equiv", "Content-Security-Policy", "content", policy(style, script))
	m.raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"color-scheme\" content=\"light dark\"/>\n" +
		"<meta name=\"referrer\" content=\"no-referrer\"/>\n<meta name=\"format-detection\" content=\"telephone=no\"/>\n")
	m.element("title", "", p.Title)
	m.raw("\n<style>")
	m.raw(style)
	m.raw("</style>\n</head>\n")
	m.open("body", "page", sized(p)...)
	m.raw("\n")
	m.element("a", "skip", m.words.Skip, "href", "#"+m.id("main"))
	m.masthead(p, true)
	m.contents(true)
	m.open("main", "main", "id", m.id("main"), "tabindex", "-1")
	m.blocks(p.Blocks)
	m.shut("main")
	m.footer(p)
	m.raw("\n<script>")
	m.raw(script)
	m.raw("</script>\n</body>\n</html>\n")
	return nil
}

// sized gives the attribute by which the style knows the size of large print.
func sized(p *Page) []string {
	if p.Points == 0 {
		return nil
	}
	return []string{"data-points", strconv.Itoa(p.Points)}
}

// policy lets nothing in but this style and this script: not a second script, not a style attribute, no request.
func policy(style, script string) string {
	return "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script) + "; base-uri 'none'; form-action 'none'"
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// fragment writes the page for a service that has its own header, main part and script.
func (m *markup) fragment(p *Page) {
	m.open("article", "page", append([]string{"lang", p.Language, "dir", string(p.Direction)}, sized(p)...)...)
	m.masthead(p, false)
	m.contents(false)
	m.open("div", "main", "id", m.id("main"))
	m.blocks(p.Blocks)
	m.shut("div")
	m.footer(p)
	m.shut("article")
	m.raw("\n")
}

// masthead writes the title, and the buttons of a page of its own.
func (m *markup) masthead(p *Page, whole bool) {
	m.open("header", "header")
	m.open("div", "within")
	m.element(m.heading(), "title", p.Title)
	m.optional("p", "lead", p.Lead)
	if whole {
		m.tools()
	}
	m.shut("div")
	m.shut("header")
	m.raw("\n")
}

// tools are for script alone, which shows them.
func (m *markup) tools() {
	m.open("div", "tools", "role", "group", "aria-label", m.words.Tools, "hidden", "hidden")
	m.element("button", "print", m.words.Print, "type", "button")
	if m.index.folded {
		m.element("button", "unfold", m.words.Unfold, "type", "button")
		m.element("button", "fold", m.words.Fold, "type", "button")
	}
	m.shut("div")
}

// fewest is from how many sections on a list of them helps.
const fewest = 3

// contents lists the sections that stand in no other. Its heading is left out of a fragment, whose headings are its
// host's to order.
func (m *markup) contents(whole bool) {
	top := 0
	for _, s := range m.index.sections {
		if s.top {
			top++
		}
	}
	if top < fewest {
		return
	}
	if whole {
		m.open("nav", "contents", "aria-labelledby", m.id("contents"))
		m.element("h2", "contents-title", m.words.Contents, "id", m.id("contents"))
	} else {
		m.open("nav", "contents", "aria-label", m.words.Contents)
	}
	m.open("ul", "")
	for _, s := range m.index.sections {
		if s.top {
			m.open("li", "")
			m.element("a", "", s.title, "href", "#"+m.id(s.id))
			m.shut("li")
		}
	}
	m.shut("ul")
	m.shut("nav")
	m.raw("\n")
}

func (m *markup) footer(p *Page) {
	if len(p.Footer) == 0 {
		return
	}
	m.open("footer", "footer")
	m.open("div", "within")
	m.blocks(p.Footer)
	m.shut("div")
	m.shut("footer")
}
