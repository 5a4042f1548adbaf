package schemas

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

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
		e := r.Errorf(codeSourceUnknown, at, "there is no source %q", c.Ref)
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

// each calls visit for every Cite in a value, with its place by json tags, keys and indexes, in the order of the fields;
// maps come in the order of their keys.
func each(v reflect.Value, parts []string, visit func(Cite, []string)) {
	if v.IsValid() && v.Type() == citeType {
		visit(v.Interface().(Cite), parts)
		return
	}
	if len(parts) > MaxDepth {
		return
	}
	below := func(part string) []string { return append(slices.Clip(parts), part) }
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		each(v.Elem(), parts, visit)
	case reflect.Struct:
		for _, f := range fieldsOf(v.Type()).fields {
			each(v.FieldByIndex(f.index), below(f.name), visit)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			each(v.Index(i), below(strconv.Itoa(i)), visit)
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
		for _, key := range keys {
			each(v.MapIndex(key), below(fmt.Sprint(key)), visit)
		}
	}
}
