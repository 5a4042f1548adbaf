package diag

// Options steer the writers. The zero Options are good: no snippets, at most MaxShown diagnostics.
type Options struct {
	// Sources gives the text of a file, and whether it is at hand; WriteText takes its snippets from it. Nil means that no
	// text is at hand. It is called at most once a file and must give the bytes that the diagnostics were made from.
	Sources func(file string) ([]byte, bool)
	// Max is how many diagnostics are written before the writer says how many more there are. 0 means MaxShown, a negative
	// number means all of them.
	Max int
}

// cut gives the diagnostics to show and the number of those left out.
func (o Options) cut(l List) (shown List, more int) {
	limit := o.Max
	if limit == 0 {
		limit = MaxShown
	}
	if limit < 0 || limit >= len(l) {
		return l, 0
	}
	return l[:limit], len(l) - limit
}
