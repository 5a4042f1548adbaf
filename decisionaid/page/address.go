package page

import "strings"

// address gives a web or mail address in the form in which it may stand in a link, and reports whether it may. Only http,
// https and mailto may. The host is held to the letters of a host, so that no name before it (https://nhs.uk@example.org)
// and no backslash can make it pass for another; what might end a link early further on is percent-encoded.
func address(s string) (string, bool) {
	scheme, rest, ok := strings.Cut(s, ":")
	scheme = strings.ToLower(scheme)
	switch scheme {
	case "http", "https":
		authority, slashed := strings.CutPrefix(rest, "//")
		if end := strings.IndexAny(authority, "/?#"); end >= 0 {
			authority = authority[:end]
		}
		ok = ok && slashed && isHost(authority)
	case "mailto":
		ok = strings.IndexByte(rest, '@') > 0 && !strings.HasSuffix(rest, "@")
	default:
		ok = false
	}
	if !ok {
		return "", false
	}
	out := append(make([]byte, 0, len(s)+8), scheme...)
	out = append(out, ':')
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case c < ' ' || c == 0x7F:
			return "", false
		case c > 0x7F || strings.IndexByte(" \"'<>()[]\\^`{|}", c) >= 0:
			out = append(out, '%', upperHex[c>>4], upperHex[c&15])
		default:
			out = append(out, c)
		}
	}
	return string(out), true
}

const upperHex = "0123456789ABCDEF"

// isHost reports whether a text has the letters of a host, perhaps with a port. Letters beyond ASCII are let through: a
// browser checks those of a name itself.
func isHost(s string) bool {
	name, port, _ := strings.Cut(s, ":")
	for _, c := range []byte(name) {
		if c < 0x80 && c != '.' && c != '-' && !isAlphanumeric(c) {
			return false
		}
	}
	for _, c := range []byte(port) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return name != ""
}

func isAlphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
