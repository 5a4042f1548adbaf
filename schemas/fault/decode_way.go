package fault

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// way is where one stands in a JSON text that is read from its beginning: the objects and lists that are open, from the outermost.
type way struct {
	open []container
	keys []key // of all objects that are open; those of the innermost stand last, and those of the outermost stay to the end
}

// key is one of an object.
type key struct {
	written string // with its quotation marks
	folded  string // where every letter has the one case in which encoding/json takes it for any
	null    bool   // whether that is its value
}

// container is an object or list that is open.
type container struct {
	list   bool
	index  int    // of the element of a list
	first  int    // of its keys in way.keys
	key    string // of the member of an object, as it is written
	wanted bool   // whether the next text is a key
}

// wrongKeys tells which keys stand twice in one object of a text that is JSON, and which of those that the whole needs are not there.
func wrongKeys(src []byte, needed ...string) error {
	wrong, _ := walk(string(src), needed)
	return wrong.Err()
}

// placeAt puts into words to which value the beginning of a JSON text leads. What is no JSON in it is passed over.
func placeAt(beginning []byte) string {
	_, place := walk(string(beginning), nil)
	return place
}

// walk goes through a text. It tells which keys stand twice in one object, which of the outermost are missing, and at which place the text
// ends. Where one stands is kept on the stack for most texts.
func walk(text string, needed []string) (wrong Faults, end string) {
	w := way{open: make([]container, 0, 8), keys: make([]key, 0, 16)}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '{', '[':
			w.open = append(w.open, container{list: text[i] == '[', first: len(w.keys), wanted: text[i] == '{'})
		case '}', ']':
			w.close(text[i] == ']', &wrong)
		case ',':
			if n := len(w.open); n > 0 {
				w.open[n-1].index++
				w.open[n-1].wanted = !w.open[n-1].list
			}
		case 'n': // of null: there is none in a number, in true and in false
			if n := len(w.open); n > 0 && !w.open[n-1].list && !w.open[n-1].wanted {
				w.keys[len(w.keys)-1].null = true
			}
		case '"':
			behind := endOfText(text, i)
			if n := len(w.open); n > 0 && w.open[n-1].wanted {
				w.open[n-1].key, w.open[n-1].wanted = plainKey(text[i:behind]), false
				w.keys = append(w.keys, key{written: w.open[n-1].key, folded: Folded(w.open[n-1].key)})
			}
			i = behind - 1
		}
	}
	w.missing(needed, &wrong)
	return wrong, w.place(len(w.open))
}

// missing tells which keys the outermost object does not have, or has as null.
func (w *way) missing(needed []string, wrong *Faults) {
	for _, name := range needed {
		folded := `"` + Folded(name) + `"`
		if !slices.ContainsFunc(w.keys, func(k key) bool { return k.folded == folded && !k.null }) {
			wrong.Tell(nil, name, "give it", "it is missing, and what nobody said is neither 0 nor no")
		}
	}
}

// close leaves the innermost container, if it is of that kind, and looks at the keys of an object.
func (w *way) close(list bool, twice *Faults) {
	n := len(w.open)
	if n == 0 || w.open[n-1].list != list {
		return
	}
	if keys := w.keys[w.open[n-1].first:]; !distinct(keys) {
		twice.repeated(w.place(n-1), slices.Clone(keys)) // a clone, so that the keys themselves can stay on the stack
	}
	if n > 1 {
		w.keys = w.keys[:w.open[n-1].first]
	}
	w.open = w.open[:n-1]
}

// distinct reports whether no two keys of an object are one. Of an object with many it does not say so.
func distinct(keys []key) bool {
	if len(keys) > few {
		return false
	}
	for i := range keys {
		for before := range i {
			if keys[before].folded == keys[i].folded {
				return false
			}
		}
	}
	return true
}

// repeated tells which keys of the object at a place stand there twice.
func (f *Faults) repeated(place string, keys []key) {
	Repeats(keys, func(k *key) string { return k.folded }, func(i int) {
		says := "the key stands there twice, so that one of the two values would be lost"
		if first := slices.IndexFunc(keys, func(k key) bool { return k.folded == keys[i].folded }); keys[first].written != keys[i].written {
			says = "the key stands there twice but for the case of its letters, so that nobody can tell which value is meant"
		}
		f.Add(Fault{Field: join(place, keyInWords(unquoted(keys[i].written))), Says: says, Mend: "keep the right one"})
	})
}

// place puts into words where one stands in the outermost n containers, of which no more than deepest are told.
func (w *way) place(n int) string {
	said := ""
	for _, c := range w.open[:min(n, deepest)] {
		if c.list {
			said += "[" + strconv.Itoa(c.index) + "]"
		} else {
			said = join(said, keyInWords(unquoted(c.key)))
		}
	}
	return said
}

// endOfText gives where a text that begins with a quotation mark ends, behind the other one; the end of all where there is none.
func endOfText(text string, from int) int {
	for i := from + 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(text)
}

// plainKey gives a key with its quotation marks, so that two ways to write one key are one.
func plainKey(written string) string {
	if !strings.Contains(written, `\`) {
		return written
	}
	return `"` + unquoted(written) + `"`
}

// Folded gives a key with its letters in the one case in which encoding/json takes them for the same. Decode refuses an object with two keys
// that are one when folded, and so must refuse them whoever fills a table that is written as such an object.
func Folded(key string) string {
	if !strings.ContainsFunc(key, mayFold) { // as in most keys
		return key
	}
	return strings.Map(fold, key)
}

// mayFold reports whether a letter may be folded into another.
func mayFold(r rune) bool { return 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf }

// fold gives the one rune that stands for all that encoding/json takes for the same: a small letter of ASCII where one is among them.
func fold(r rune) rune {
	least := r
	for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
		least = min(least, next)
	}
	if 'A' <= least && least <= 'Z' {
		least += 'a' - 'A'
	}
	return least
}

// unquoted gives what a key says.
func unquoted(written string) string {
	var said string
	if json.Unmarshal([]byte(written), &said) != nil {
		return strings.Trim(written, `"`)
	}
	return said
}

// longest is how many bytes of a key are told.
const longest = 80

// keyInWords gives a key as part of a path: in quotation marks where it would not fit on the line, and cut where it is long.
func keyInWords(key string) string {
	if len(key) > longest {
		key = strings.ToValidUTF8(key[:longest], "") + "..."
	}
	if strings.ContainsFunc(key, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return strconv.Quote(key)
	}
	return key
}
