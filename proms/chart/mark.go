package chart

// mark is the shape that says what a point is; the key below a picture repeats it beside its words.
type mark uint8

const (
	disc    mark = iota // a score, or a unit within the limits
	ring                // the start
	target              // an important change against the start
	cross               // a visit without a score
	hollow              // a diamond: a unit beyond the inner limits
	diamond             // a filled diamond: a unit beyond the outer limits
	noMark              // for a line of the key that has none
	dashes0             // the lines of the key
	dashes1
	dashes2
)

// dashes tell important changes apart, and the lines of a funnel.
var dashes = [MaxChanges]string{`stroke-dasharray="7 4"`, `stroke-dasharray="2 4"`, `stroke-dasharray="11 4 2 4"`}

// mark draws one shape around a centre.
func (s *svg) mark(m mark, x, y float64) {
	switch m {
	case disc:
		s.circle(x, y, 4.5, `fill="`+accent+`"`)
	case ring:
		s.circle(x, y, 5, `fill="none" stroke="`+accent+`" stroke-width="2.5"`)
	case target:
		s.circle(x, y, 3.5, `fill="`+accent+`"`)
		s.circle(x, y, 7, `fill="none" stroke="`+accent+`" stroke-width="2"`)
	case cross:
		s.line(x-4, y-4, x+4, y+4, `stroke-width="2"`)
		s.line(x-4, y+4, x+4, y-4, `stroke-width="2"`)
	case hollow:
		s.diamond(x, y, 5, `fill="none" stroke="currentColor" stroke-width="1.8"`)
	case diamond:
		s.diamond(x, y, 6.5, `fill="currentColor"`)
	case dashes0, dashes1, dashes2:
		s.line(x-11, y, x+12, y, dashes[m-dashes0])
	}
}

func (s *svg) circle(x, y, r float64, attributes string) {
	s.Raw(`<circle cx="`).Tenth(x).Raw(`" cy="`).Tenth(y).Raw(`" r="`).Tenth(r)
	s.Raw(`" `, attributes, `/>`)
}

func (s *svg) diamond(x, y, r float64, attributes string) {
	s.Raw(`<path d="M`).Tenth(x).Raw(" ").Tenth(y - r).Raw("L").Tenth(x + r).Raw(" ").Tenth(y)
	s.Raw("L").Tenth(x).Raw(" ").Tenth(y + r).Raw("L").Tenth(x - r).Raw(" ").Tenth(y)
	s.Raw(`Z" `, attributes, `/>`)
}
