package page

import "unicode/utf8"

// entities holds what stands for a byte in HTML and XML, in texts and in quoted attributes alike. The numbers are those
// that every parser of either knows.
var entities = [utf8.RuneSelf]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;"}

// appendHTML appends a text so that it stays a text in HTML and in XML, inside an element or a quoted attribute.
func appendHTML(dst []byte, s string) []byte {
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if ' ' <= c && c < 0x7F && entities[c] == "" {
			i++
			continue
		}
		dst = append(dst, s[from:i]...)
		if c < utf8.RuneSelf && entities[c] != "" {
			dst = append(dst, entities[c]...)
			i++
		} else {
			r, size := utf8.DecodeRuneInString(s[i:])
			dst = appendRune(dst, r)
			i += size
		}
		from = i
	}
	return append(dst, s[from:]...)
}

// marks are the characters that mean something to CommonMark or one of its kin wherever they stand.
var marks = func() (set [utf8.RuneSelf]bool) {
	for _, c := range "\\`*_[]<>{}&|~#$^@" {
		set[c] = true
	}
	return set
}()

// appendMarkdown appends a text so that it stays a text inside a line of Markdown. What means something only at the
// start of a line is left to the writer of lines.
func appendMarkdown(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r < utf8.RuneSelf && marks[r], linksItself(dst, s, i):
			dst = append(dst, '\\', s[i])
		default:
			dst = appendRune(dst, r)
		}
		i += size
	}
	return dst
}

// linksItself reports whether the character at i would make a bare address into a link: the colon of https:// and the
// first point of www. What was written before it is in dst. Runes that no output holds do not count: they neither stand in
// between nor break the name.
func linksItself(dst []byte, s string, i int) bool {
	switch s[i] {
	case ':':
		for _, r := range s[i+1:] {
			if tidy(r) != dropped {
				return r == '/'
			}
		}
	case '.':
		n := len(dst)
		return n >= 3 && dst[n-1]|0x20 == 'w' && dst[n-2]|0x20 == 'w' && dst[n-3]|0x20 == 'w'
	}
	return false
}

// appendPlain appends a text for a terminal or a letter.
func appendPlain(dst []byte, s string) []byte {
	for _, r := range s {
		dst = appendRune(dst, r)
	}
	return dst
}
