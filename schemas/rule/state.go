package rule

// State holds the answers and results of one person while a Model works on them. It is for one goroutine at a time and
// is meant to be reused: Reset, set the inputs, Eval.
type State struct {
	model *Model
	frame []float64

	// The rest serves bounds. A computed bound is good while its stamp is the current one; a fixed one until Reset.
	bounds []Bound
	stamp  []uint32
	now    uint32
	fixed  []bool
	asking []bool // slots whose step is computing its bounds
	seats  []seat // by condition: its bound, for a finding asks again what its step asked

	plain *ranger  // made when it is first asked for
	blame *blaming // kept for the next search for names; nil while one is under way
}

// seat keeps the bound of one condition. It is good while its stamp is the current one.
type seat struct {
	of    *Program
	stamp uint32
	bound Bound
}

// become makes s a blank State of a Model.
func (s *State) become(m *Model) {
	n := len(m.types)
	*s = State{
		model: m, frame: make([]float64, n), bounds: make([]Bound, n), stamp: make([]uint32, n), now: 1,
		fixed: make([]bool, n), asking: make([]bool, n), seats: make([]seat, m.conditions),
	}
	s.Reset()
}

// ranger gives the ranger over the bounds of this State. It assumes nothing and so serves every program, also one that is
// asked while another is under way.
func (s *State) ranger() *ranger {
	if s.plain == nil {
		s.plain = &ranger{at: s.Bound}
	}
	return s.plain
}

// Reset makes every value blank and forgets every bound.
func (s *State) Reset() {
	blank := NA(Blank)
	for i := range s.frame {
		s.frame[i] = blank
	}
	clear(s.fixed)
	s.fresh()
}

// fresh forgets the bounds that were computed.
func (s *State) fresh() {
	if s.now++; s.now == 0 { // after 2^32 evaluations the stamps start again
		clear(s.stamp)
		clear(s.seats)
		s.now = 1
	}
}

// Frame is the row of values itself, one a slot; what is written to it is what Eval reads. It is meant for hosts that
// fill many rows; Set and Get check their slots.
func (s *State) Frame() []float64 { return s.frame }

// Get gives the value of a slot, NA(internal) for a slot that the Model does not have.
func (s *State) Get(slot Slot) float64 {
	if uint(slot) < uint(len(s.frame)) {
		return s.frame[slot]
	}
	return NA(Internal)
}

// Set writes the value of a slot. An infinite value is none and becomes NA(invalid). A slot that the Model does not
// have is left alone.
func (s *State) Set(slot Slot, v float64) {
	if uint(slot) >= uint(len(s.frame)) {
		return
	}
	if v-v != 0 && v == v {
		v = NA(Invalid)
	}
	if s.frame[slot] = v; int(slot) < len(s.model.inputs) {
		s.fresh()
	}
}

// Bound gives what is known of a slot while answers are missing: a value that is there is a point, a blank input the
// range of its type, and what was not asked is always missing. The bound of a step is computed when it is first
// asked for after an Eval.
func (s *State) Bound(slot Slot) Bound {
	if uint(slot) >= uint(len(s.frame)) {
		return Point(NA(Internal))
	}
	if s.fixed[slot] || s.stamp[slot] == s.now {
		return s.bounds[slot]
	}
	if v := s.frame[slot]; v == v || ReasonOf(v) == NotAsked {
		return Point(v)
	}
	step := s.model.maker[slot]
	if step == nil || s.asking[slot] {
		return Range(s.model.types[slot])
	}
	s.asking[slot] = true
	step.Bounds(s)
	s.asking[slot] = false
	if s.stamp[slot] != s.now { // the step said nothing of this slot
		b := Range(s.model.types[slot])
		b.NA = Maybe
		return b
	}
	return s.bounds[slot]
}

// SetBound says what is known of a slot. Steps call it for the slots they write; a proof calls it for inputs, whose bounds
// then hold until Reset and count more than their values.
func (s *State) SetBound(slot Slot, b Bound) {
	if uint(slot) >= uint(len(s.frame)) {
		return
	}
	b = capped(b)
	if int(slot) < len(s.model.inputs) {
		s.fixed[slot] = true
		s.bounds[slot] = b
		s.fresh()
		return
	}
	s.bounds[slot], s.stamp[slot] = b, s.now
}
