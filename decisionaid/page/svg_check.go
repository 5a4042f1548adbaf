package page

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// MaxPicture is the largest drawing in bytes.
const MaxPicture = 64 << 10

// drawing reads a drawing and copies what it has understood. It knows a grammar far narrower than XML, in which every
// parser of XML and of HTML reads the same: no comments, no declarations, no sections of any kind, one element around
// shapes and texts that hold no element. So nothing can be markup for a browser that was text for this reader.
type drawing struct {
	in  string
	at  int
	out []byte
	ids string // begins the ids of the copy
	why string // what was wrong first
}

// appendPicture copies a drawing of the form that package risk gives, with ids of its own. It says why not, and dst is
// then of no use.
func appendPicture(dst, svg []byte, ids string) (_ []byte, why string) {
	if len(svg) > MaxPicture {
		return dst, fmt.Sprintf("the picture has %d bytes, more than %d; draw it smaller", len(svg), MaxPicture)
	}
	d := drawing{in: strings.TrimSuffix(string(svg), "\n"), out: dst, ids: ids}
	d.want("<svg")
	d.attributes("svg")
	d.want(">")
	d.named("title")
	d.named("desc")
	for d.why == "" && !d.next("</svg>") {
		d.shape()
	}
	d.want("</svg>")
	if d.why == "" && d.at < len(d.in) {
		d.refuse("something follows its end")
	}
	if d.why != "" {
		return dst, d.why
	}
	return d.out, ""
}

// refuse notes what is wrong, once.
func (d *drawing) refuse(what string) {
	if d.why == "" {
		d.why = fmt.Sprintf("the picture is not of the form that package risk draws, so it could hold anything: at byte %d, %s; draw it with that package", d.at, what)
	}
}

func (d *drawing) next(s string) bool { return strings.HasPrefix(d.in[d.at:], s) }

// want copies what must stand here.
func (d *drawing) want(s string) {
	if !d.next(s) {
		d.refuse("it lacks " + s)
		return
	}
	d.copy(len(s))
}

func (d *drawing) copy(n int) {
	d.out = append(d.out, d.in[d.at:d.at+n]...)
	d.at += n
}

// named copies the title or the description.
func (d *drawing) named(tag string) {
	d.want("<" + tag)
	d.attributes(tag)
	d.want(">")
	d.text('<')
	d.want("</" + tag + ">")
}

// shape copies a shape or a line of text.
func (d *drawing) shape() {
	for _, tag := range [...]string{"path", "rect", "circle"} {
		if d.next("<" + tag + " ") {
			d.want("<" + tag)
			d.attributes(tag)
			d.want("/>")
			return
		}
	}
	d.named("text")
}

// attributes copies the attributes of an element, each once.
func (d *drawing) attributes(tag string) {
	var seen [12]string
	for n := 0; d.why == "" && d.next(" "); n++ {
		equals := strings.IndexByte(d.in[d.at:], '=')
		if equals < 0 {
			d.refuse("an attribute has no value")
			return
		}
		name := d.in[d.at+1 : d.at+equals]
		form := formOf(tag, name)
		if form == nil || n == len(seen) {
			d.refuse(fmt.Sprintf("%s may not have the attribute %.20q", tag, name))
			return
		}
		for _, before := range seen[:n] {
			if before == name {
				d.refuse(fmt.Sprintf("%s has the attribute %s twice", tag, name))
				return
			}
		}
		seen[n] = name
		d.copy(equals + 1)
		d.want(`"`)
		end := strings.IndexByte(d.in[d.at:], '"')
		if end < 0 || !form(d.in[d.at:d.at+end]) {
			d.refuse(fmt.Sprintf("the value of %s of %s is not of its form", name, tag))
			return
		}
		d.value(tag, name, end)
		d.want(`"`)
	}
}

// value copies a value. Ids become the page's own, so that two drawings never share one. A drawing is named by its title
// alone, since what its description says stands below it in words.
func (d *drawing) value(tag, name string, length int) {
	switch {
	case name == "aria-labelledby":
		d.out = append(append(d.out, d.ids...), "-title"...)
	case name == "id":
		d.out = append(append(append(d.out, d.ids...), '-'), tag...)
	default:
		d.copy(length)
		return
	}
	d.at += length
}

// text copies text up to a byte.
func (d *drawing) text(end byte) {
	for d.why == "" && d.at < len(d.in) && d.in[d.at] != end {
		switch c := d.in[d.at]; {
		case c == '&':
			d.entity()
		case c == '>':
			d.refuse("a text has a bare >")
		default:
			r, size := utf8.DecodeRuneInString(d.in[d.at:])
			if tidy(r) != r || r == utf8.RuneError && size == 1 {
				d.refuse("a text has a character that no page holds")
				return
			}
			d.copy(size)
		}
	}
}

func (d *drawing) entity() {
	for _, entity := range entities {
		if entity != "" && d.next(entity) {
			d.copy(len(entity))
			return
		}
	}
	d.refuse("a text has an & that begins none of the entities of a picture")
}
