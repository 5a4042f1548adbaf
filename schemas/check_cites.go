package schemas

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var (
	codeSourceUnknown = diag.Define(diag.Info{
		Code: "header-source-unknown", Title: "There is no such source",
		Explain: "What is cited has to stand under sources in the header, so that readers can find it.",
		Bad:     "source: kroenke_2011",
		Good:    "source: kroenke_2001",
	})
	codeSourceUnused = diag.Define(diag.Info{
		Code: "header-source-unused", Title: "Nothing cites this source",
		Explain: "The source stands in the header, and nothing names it. Cite it where it supports something, or take it out.",
		Bad:     "sources:\n  kroenke_2001: {title: The PHQ-9}",
		Good:    "sources:\n  kroenke_2001: {title: The PHQ-9}\nscores:\n  - id: total\n    source: kroenke_2001",
	})
	codeSourceID = diag.Define(diag.Info{
		Code: "header-source-id", Title: "The id of the source has the wrong form",
		Explain: "The id of a source is lower-case words and numbers with underscores between them.",
		Bad:     "sources:\n  Kroenke-2001: {title: The PHQ-9}",
		Good:    "sources:\n  kroenke_2001: {title: The PHQ-9}",
	})
)

// checkCites checks that every Cite of a definition names a source, and that every source is named.
func checkCites(h Header, def any, r *diag.Reporter) {
	ids := slices.Sorted(maps.Keys(h.Sources))
	cited := map[string]bool{}
	each(reflect.ValueOf(def), nil, func(c Cite, parts []string) {
		if c.IsZero() {
			return
		}
		cited[c.Ref] = true
		if _, ok := h.Sources[c.Ref]; ok {
			return
		}
		at := diag.At(citePointer(r, Pointer(parts...)))
		e := r.Errorf(codeSourceUnknown, at, "there is no source %q", c.Ref).After("/sources")
		if r.Crowded() {
			return
		}
		if meant := diag.Nearest(c.Ref, ids); meant != "" {
			e.Hinted("Did you mean %s?", meant).Mended(at, meant)
			return
		}
		e.Hinted("Add it under `sources:` in the header")
	})
	for _, id := range ids {
		at := diag.At(Pointer("sources", id)).Key()
		if !snake(id) {
			r.Errorf(codeSourceID, at, "the id %q is not lower-case words with underscores", id).Hinted("Write it like kroenke_2001")
		}
		if !cited[id] {
			r.Warnf(codeSourceUnused, at, "nothing cites the source %s", id).Hinted("Cite it, or take it out")
		}
	}
}

// citePointer is the pointer of the id in either form of a Cite. The two have different spans where the form is a map.
func citePointer(r *diag.Reporter, pointer string) string {
	if r.Span(diag.At(pointer)) != r.Span(diag.At(pointer+"/ref")) {
		return pointer + "/ref"
	}
	return pointer
}

var citeType = reflect.TypeFor[Cite]()

// citing remembers of every type that was asked about whether a value of it can hold a Cite.
var citing sync.Map // reflect.Type -> bool

// mayCite reports whether a value of a type can hold a Cite, so that long tables of numbers and words are not walked.
func mayCite(t reflect.Type) bool {
	known, ok := citing.Load(t)
	if !ok {
		known, _ = citing.LoadOrStore(t, reaches(t, map[reflect.Type]bool{}))
	}
	return known.(bool)
}

// reaches looks for a Cite in a type. What was seen is not looked into again, since a type may hold itself.
func reaches(t reflect.Type, seen map[reflect.Type]bool) bool {
	if seen[t] {
		return false
	}
	seen[t] = true
	switch {
	case t == citeType || t.Kind() == reflect.Interface:
		return true
	case t.Kind() == reflect.Struct:
		return slices.ContainsFunc(fieldsOf(t).fields, func(f field) bool { return reaches(t.FieldByIndex(f.index).Type, seen) })
	case t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Array || t.Kind() == reflect.Map:
		return reaches(t.Elem(), seen)
	default:
		return false
	}
}

// each calls visit for every Cite in a value, with its place by json tags, keys and indexes, in the order of the fields;
// maps come in the order of their keys. The place is only good during the visit.
func each(v reflect.Value, parts []string, visit func(Cite, []string)) {
	switch {
	case !v.IsValid() || !mayCite(v.Type()):
		return
	case v.Type() == citeType:
		visit(v.Interface().(Cite), parts)
		return
	case len(parts) > MaxDepth:
		return
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		each(v.Elem(), parts, visit)
	case reflect.Struct:
		for _, f := range fieldsOf(v.Type()).fields {
			each(v.FieldByIndex(f.index), append(parts, f.name), visit)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			each(v.Index(i), append(parts, strconv.Itoa(i)), visit)
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(keyName(a), keyName(b)) })
		for _, key := range keys {
			each(v.MapIndex(key), append(parts, keyName(key)), visit)
		}
	}
}

// keyName gives a key of a map as it stands in a place.
func keyName(key reflect.Value) string {
	if key.Kind() == reflect.String {
		return key.String()
	}
	return fmt.Sprint(key)
}
