package sdm

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
)

// Two copies for different readers may each have another part of an event. Nobody can put the whole together from them, so the one that shows more
// stands for it.

// parted reports whether two events are such parts of one. The place in the record, which copies keep, tells them from two events that happen to
// have one id.
func parted(a, b Event) bool {
	return a.Part && b.Part && a.ID == b.ID && a.In == b.In && a.On == b.On && a.stamp() == b.stamp() && a.Body.Kind() == b.Body.Kind()
}

// more compares what two parts of one event show: by how much it is, and then in an order that is always the same. A reason that is withheld is
// less than any.
func more(a, b Event) int {
	length := func(e Event) (src []byte, n int) {
		src, err := e.MarshalJSON()
		if i, is := e.Body.(InError); err != nil || is && i.Because == noReason {
			return src, 0
		}
		return src, len(src)
	}
	one, n := length(a)
	other, m := length(b)
	return cmp.Or(cmp.Compare(n, m), bytes.Compare(one, other))
}

// partings tells of which events each of two records shows something that the other leaves out.
func (p *pile) partings(other *pile) []Conflict {
	var found []Conflict
	for _, one := range p.pieces {
		there, ok := other.byID[one.event.ID]
		if !ok || !parted(one.event, there.event) {
			continue
		}
		sides := []Event{one.event, there.event}
		slices.SortFunc(sides, more)
		less, isError := sides[0].Body.(InError)
		if isError && less.Because == noReason || within(plain(sides[0].Body), plain(sides[1].Body)) {
			continue
		}
		found = append(found, Conflict{
			Kind: TwoParts, Thread: one.event.In, About: one.event.ID, Events: sides,
			Why: fmt.Sprintf("each record has another part of event %s (%s), as different readers are shown it; the longer stands, without what the other has, "+
				"until a record with the whole of it is merged in", one.event.ID, one.event.Body.Kind()),
		})
	}
	slices.SortFunc(found, func(a, b Conflict) int { return order(a.Events[0], b.Events[0]) })
	return found
}

// plain gives a body as JSON has it.
func plain(b Body) (v any) {
	src, err := json.Marshal(b)
	if err == nil {
		_ = json.Unmarshal(src, &v) // which reads what was just written
	}
	return v
}

// within reports whether all that one JSON value shows stands in another too, in the same place or, in a list, in the same order.
func within(less, more any) bool {
	switch less := less.(type) {
	case map[string]any:
		all, same := more.(map[string]any)
		for key, v := range less {
			if in, there := all[key]; !there || !within(v, in) {
				return false
			}
		}
		return same
	case []any:
		all, same := more.([]any)
		for _, v := range less {
			at := slices.IndexFunc(all, func(in any) bool { return within(v, in) })
			if at < 0 {
				return false
			}
			all = all[at+1:]
		}
		return same
	}
	return less == more
}
