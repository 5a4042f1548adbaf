package schemas

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/internal/yamldoc"
)

var (
	codeTextUnknown = diag.Define(diag.Info{
		Code: "set-text-unknown", Title: "There is nothing to lay these words over",
		Explain: "The key, or the id of an item, is not in the document that this is a translation of, so nobody would ever read the words.",
		Bad:     "texts:\n  items:\n    q10: {text: ...}   # the document ends with q9",
		Good:    "texts:\n  items:\n    q9: {text: ...}",
	})
	codeTextNotWords = diag.Define(diag.Info{
		Code: "set-text-not-words", Title: "Only words can be laid over",
		Explain: "A translation changes what people read, never what is calculated: rules, numbers, codes and ids stay those of the document.",
		Bad:     "texts:\n  scores:\n    total: {rule: sum(of) + 1}",
		Good:    "texts:\n  scores:\n    total: {title: Difrifoldeb iselder}",
	})
	codeTextMissing = diag.Define(diag.Info{
		Code: "set-text-untranslated", Title: "Some words are not translated",
		Explain: "People would read these words in the document's own language, in the midst of another. Add them to the translation.",
		Bad:     "texts:\n  items:\n    q1: {text: ...}   # and nothing for q2",
		Good:    "texts:\n  items:\n    q1: {text: ...}\n    q2: {text: ...}",
	})
)

// manyTexts is how many untranslated texts one diagnostic names.
const manyTexts = 40

// overlaid gives a document with the words of a translation laid over, and reports to r what does not fit.
func overlaid(target, translation *Document, r *diag.Reporter) *Document {
	texts, ok := translation.Root().Get("texts")
	if !ok || texts.Shape() != Map {
		return target // Decode reports it
	}
	kind := allSchemas()[target.Kind()]
	changed := target.over(layer{r}.lay(target.root, texts, kind))
	if target.Language() == translation.Language() {
		changed.translation = translation
		return changed
	}
	if left := untranslated(target.Root(), texts, kind, ""); len(left) > 0 {
		what := strconv.Itoa(len(left)) + " texts of " + target.Ref() + " are"
		if len(left) == 1 {
			what = "one text of " + target.Ref() + " is"
		}
		shown := strings.Join(left[:min(len(left), manyTexts)], ", ")
		if more := len(left) - manyTexts; more > 0 {
			shown += " and " + strconv.Itoa(more) + " more"
		}
		r.Warnf(codeTextMissing, diag.At("/texts").Key(), "%s not translated: %s", what, shown).
			Hinted("Add them, or people will read two languages at once")
	}
	changed = changed.over(changed.root.With("/language", yamldoc.Of(translation.Language())))
	changed.translation = translation
	return changed
}

// layer lays words over values, and reports those that do not fit.
type layer struct{ r *diag.Reporter }

// lay gives a map or list with the words of texts, a map, laid over.
func (l layer) lay(target *yamldoc.Value, texts Node, s schema) *yamldoc.Value {
	places := addresses(target)
	laid := target.Clone()
	for i, key := range texts.Keys() {
		words := texts.At(i)
		if words.Broken() {
			continue
		}
		place, present := places[key]
		below, known := s.key(key)
		if target.Shape == List {
			below, known = s.item()
		}
		switch {
		case !known || !present && !below.isWords() || !present && target.Shape == List:
			l.unknown(places, texts.Keys(), words, key)
		case !below.isWords():
			laid.Values[place] = l.holder(target.Values[place], words, below)
		case !l.isText(words):
		case present:
			laid.Values[place] = words.v
		default:
			laid = laid.Append(key, words.v)
		}
	}
	return laid
}

// holder lays words over a value that is no text itself.
func (l layer) holder(old *yamldoc.Value, words Node, s schema) *yamldoc.Value {
	inside, _ := s.item()
	switch {
	case words.Shape() == Map && (old.Shape == Map || old.Shape == List):
		return l.lay(old, words, s)
	case words.Shape() == List && old.Shape == List && words.Len() == len(old.Values) && inside.isWords():
		laid := old.Clone()
		for i := range words.Len() {
			if l.isText(words.At(i)) {
				laid.Values[i] = words.At(i).v
			}
		}
		return laid
	}
	e := l.r.Errorf(codeTextNotWords, diag.At(words.Pointer()), "%s is not words, so a translation cannot change it", name(words))
	key := yamldoc.Split(words.Pointer())
	switch texts := s.texts(); {
	case old.Shape == Map && words.Shape() == Text && len(texts) > 0:
		e.Hinted("Say which words these are: %s: {%s: ...}", key[len(key)-1], strings.Join(texts, ": ...} or {"))
	case old.Shape == List && words.Shape() == List:
		e.Hinted("Name each entry by its id, without a dash: %s: {%s: ...}", key[len(key)-1], address(old, 0))
	default:
		e.Hinted("Leave it out; the document's own stays")
	}
	return old
}

func (l layer) isText(words Node) bool {
	if words.Shape() == Text {
		return true
	}
	l.r.Errorf(codeType, diag.At(words.Pointer()), "%s is text, and this is %s", name(words), words.Shape())
	return false
}

// unknown reports words for what is not there, beside those of taken.
func (l layer) unknown(places map[string]int, taken []string, words Node, key string) {
	at := diag.At(words.Pointer()).Key()
	e := l.r.Errorf(codeTextUnknown, at, "the document has no `%s` here", key)
	if l.r.Crowded() {
		return
	}
	left := maps.Clone(places)
	for _, place := range taken {
		delete(left, place)
	}
	free := slices.Sorted(maps.Keys(left))
	switch meant := diag.Nearest(key, free); {
	case meant != "":
		e.Hinted("Did you mean `%s`?", meant).Mended(at, meant)
	case len(free) > 0 && len(free) <= manyTexts:
		e.Hinted("There is %s", strings.Join(free, ", "))
	default:
		e.Hinted("Take the words out, or put them where they belong")
	}
}

// addresses gives the places of what stands in a map or a list by the names that a translation calls them.
func addresses(holder *yamldoc.Value) map[string]int {
	places := make(map[string]int, len(holder.Values))
	for i := range holder.Values {
		key := address(holder, i)
		if _, taken := places[key]; !taken { // of two items with one id the first
			places[key] = i
		}
	}
	return places
}

// address is how a translation names a value: in a map by its key, in a list by its id, or by its number from 1 where it
// has none.
func address(holder *yamldoc.Value, i int) string {
	if holder.Shape == Map {
		return holder.Keys[i].Name
	}
	item := holder.Values[i]
	if at, ok := item.Get("id"); ok && item.Values[at].Shape == Text {
		return item.Values[at].Text
	}
	return strconv.Itoa(i + 1)
}

// untranslated gives the words of a document for which texts has none, by the keys under texts, such as items.q1.text.
func untranslated(target, texts Node, s schema, way string) []string {
	var left []string
	if s.isWords() {
		if target.Shape() == Text && texts.Shape() != Text {
			left = append(left, way)
		}
		return left
	}
	for i := range target.Len() {
		name := address(target.v, i)
		below, known := s.item()
		if target.Shape() == Map {
			below, known = s.key(name)
		}
		words, _ := texts.Get(name)
		if texts.Shape() == List {
			words = texts.At(i)
		}
		if known {
			left = append(left, untranslated(target.At(i), words, below, strings.TrimPrefix(way+"."+name, "."))...)
		}
	}
	return slices.Clip(left)
}
