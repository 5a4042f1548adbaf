package sdm

import (
	"slices"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/sdm/plan"
)

// A copy from which something is withheld has gaps. What would stand in one counts as there, since nobody can say that it is not.

// beside are the kinds of event that decide nothing of what can follow them in their thread.
var beside = []string{plan.Told{}.Kind(), plan.Reached{}.Kind(), plan.Reviewed{}.Kind(), plan.Shared{}.Kind()}

// gap remembers an event of which not all is known, and maybe not even the kind: that it may hold parts of plans, and that nobody knows what
// fits into its thread after it.
func (s *Story) gap(e Event, kind string) {
	s.known.planUnread = s.known.planUnread || kind == "" || kind == plan.Agreed{}.Kind()
	if slices.Contains(beside, kind) {
		return
	}
	if s.known.holes == nil {
		s.known.holes = map[string]bool{}
	}
	s.known.holes[threadOf(e)] = true
}

// untold keeps an event that does not fit without what is withheld. Nothing is to be mended, and least of all by recording it a second time.
func (s *Story) untold(e Event, why error) {
	s.note(e.ID, entry{word: e.Body.Kind(), in: unreadThread})
	s.gap(e, e.Body.Kind())
	lacks := slices.Clone(fault.Of(why))
	for i := range lacks {
		lacks[i].Mend = ""
	}
	s.Untold = append(s.Untold, Untold{Event: e.ID, Why: "it may rest on what is withheld from this copy; as far as the copy shows, " + lacks.Error()})
}

// gaps reports whether this is the story of a copy from which something is withheld.
func (s *Story) gaps() bool { return len(s.Withheld)+len(s.Parts) > 0 }

// hiddenOpener reports whether the event that opened a thread is withheld, so that the first of it that the reader sees opens it in the copy.
func (s *Story) hiddenOpener(id string, of component) bool {
	found := s.known.events[id]
	if found.word != (Withheld{}).Kind() || found.in != unreadThread || !found.opens {
		return false
	}
	was := s.Withheld[found.at].What.Was
	return was == "" || strings.Contains(threadWords[of].opener, was)
}

// doubted says of what is wrong with an event of such a copy that it may be right in the whole record.
func doubted(err error) error {
	doubtful := slices.Clone(fault.Of(err))
	for i := range doubtful {
		if doubtful[i].Mend != "" {
			doubtful[i].Mend += "; or, "
		}
		doubtful[i].Mend += "where it stands in what is withheld from this copy, add the event to the whole record"
	}
	return doubtful.Err()
}
