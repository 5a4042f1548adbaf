package rule

// written is the text of a rule together with where each of its characters stands in what the author typed. Slips that
// have one certain remedy are mended in it, so that reading can go on and find the other faults of the rule, at their
// true places.
type written struct {
	chars []rune
	// from and to give, for each character, the stretch of the author's text that it stands for.
	from, to []int
}

func newWritten(text string) *written {
	w := &written{chars: []rune(text)}
	w.from, w.to = make([]int, len(w.chars)), make([]int, len(w.chars))
	for i := range w.chars {
		w.from[i], w.to[i] = i, i+1
	}
	return w
}

func (w *written) String() string { return string(w.chars) }

// place turns a stretch of this text into one of the author's text. An empty stretch at the end stands on the last
// character.
func (w *written) place(from, to int) (int, int) {
	if len(w.chars) == 0 {
		return 0, 0
	}
	from = min(max(from, 0), len(w.chars)-1)
	to = min(max(to, from+1), len(w.chars))
	return w.from[from], w.to[to-1]
}

// change replaces a stretch of characters by a text.
type change struct {
	from, to int
	text     string
}

// mended gives the text with changes made, which stand in order and do not overlap.
func (w *written) mended(changes []change) *written {
	if len(changes) == 0 {
		return w
	}
	out := &written{}
	keep := func(from, to int) {
		out.chars = append(out.chars, w.chars[from:to]...)
		out.from = append(out.from, w.from[from:to]...)
		out.to = append(out.to, w.to[from:to]...)
	}
	done := 0
	for _, c := range changes {
		keep(done, c.from)
		from, to := w.place(c.from, c.to)
		for _, r := range c.text {
			out.chars, out.from, out.to = append(out.chars, r), append(out.from, from), append(out.to, to)
		}
		done = c.to
	}
	keep(done, len(w.chars))
	return out
}
