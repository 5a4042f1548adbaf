package risk

import "strings"

// Mark is how the people of one part of an icon array are drawn. Shape and filling
// tell the marks apart without colour.
type Mark uint8

// The marks.
const (
	Disc         Mark = iota // filled circle: it happens
	Ring                     // hollow circle: it does not
	Target                   // circle with a core: it is prevented, or gained
	Square                   // filled square: it is caused, or lost
	HollowSquare             // hollow square
	SquareTarget             // square with a core
	marks                    // how many there are
)

// look holds the colour, the line cap that gives the shape, and the layers of a mark: each
// stroke is drawn over the one before, in tenths of the distance between two people.
var look = [marks]struct {
	colour, cap string
	hollow      bool
	core        bool
}{
	Disc:         {blue, "round", false, false},
	Ring:         {grey, "round", true, false},
	Target:       {green, "round", true, true},
	Square:       {red, "square", false, false},
	HollowSquare: {brown, "square", true, false},
	SquareTarget: {ink, "square", true, true},
}

// IconPart is one class of people in an icon array: how many whole people, how they are
// drawn, and what the key says of them.
type IconPart struct {
	People int
	Mark   Mark
	Label  string
}

// IconArray is a picture of 100 or 1000 people, one mark each, in rows from the top
// left, with a key below. Its parts add up to 100 or 1000 and have different marks.
type IconArray struct {
	Frame
	Parts []IconPart
}

// SVG draws the array. The same array gives the same bytes. A run of people in a row is one
// dashed line whose dashes are so short that only their caps are seen, which keeps
// 1,000 people to about two kilobytes.
// Errors: BadPrefix; BadPicture for a blank title, description or label, people that do
// not add up to 100 or 1000, an unknown mark or one used twice.
func (a IconArray) SVG() ([]byte, error) {
	if err := a.check(); err != nil {
		return nil, err
	}
	columns, rows, pitch := 10, 10, 24
	if a.people() == 1000 {
		columns, rows, pitch = 40, 25, 10
	}
	top := rows*pitch + 6
	height, keys := top, make([][]string, len(a.Parts))
	for i, part := range a.Parts {
		keys[i] = wrap(part.Label)
		height += lineHeight * len(keys[i])
	}
	s := a.open(height + 6)
	first := 0
	for _, part := range a.Parts {
		s = s.people(part.Mark, first, part.People, columns, pitch)
		first += part.People
	}
	for i, part := range a.Parts {
		s = s.strokes(part.Mark, svg("M12 ").int(top+9).raw("h1"), 12)
		s = s.lines(textLeft, top+14, keys[i])
		top += lineHeight * len(keys[i])
	}
	return s.close(), nil
}

// people draws one part, from the person numbered first.
func (s svg) people(mark Mark, first, people, columns, pitch int) svg {
	if people == 0 {
		return s
	}
	path := make(svg, 0, 512)
	for people > 0 {
		column, row := first%columns, first/columns
		run := min(people, columns-column)
		// One unit past the last person: within the gap, and the last dash is whole.
		path = path.raw("M").int(pitch/2 + column*pitch).raw(" ").int(pitch/2 + row*pitch).raw("h").int((run-1)*pitch + 1)
		first, people = first+run, people-run
	}
	return s.strokes(mark, path, pitch)
}

// strokes draws the layers of a mark along a path: the shape, its hollow, its core.
func (s svg) strokes(mark Mark, path svg, pitch int) svg {
	l := look[mark]
	s = s.stroke(path, l.colour, l.cap, pitch, 8)
	if l.hollow {
		s = s.stroke(path, "#fff", l.cap, pitch, 5)
	}
	if l.core {
		s = s.stroke(path, l.colour, l.cap, pitch, 2)
	}
	return s
}

func (s svg) stroke(path svg, colour, cap string, pitch, tenths int) svg {
	s = s.raw(`<path fill="none" stroke="`, colour, `" stroke-linecap="`, cap, `" stroke-width="`).tenth(float64(pitch*tenths) / 10)
	s = s.raw(`" stroke-dasharray="0.01 `).int(pitch - 1).raw(`.99" d="`)
	return append(s, path...).raw(`"/>`)
}

func (a IconArray) people() int {
	sum := 0
	for _, part := range a.Parts {
		sum += part.People
	}
	return sum
}

func (a IconArray) check() error {
	if err := a.Frame.check(); err != nil {
		return err
	}
	var used [marks]bool
	for _, part := range a.Parts {
		switch {
		case part.People < 0 || part.People > 1000:
			return faultCount(BadPicture, "people of a part", part.People)
		case part.Mark >= marks:
			return faultCount(BadPicture, "mark", int(part.Mark))
		case used[part.Mark]:
			return faultCount(BadPicture, "mark used twice", int(part.Mark))
		case strings.TrimSpace(part.Label) == "":
			return fault(BadPicture, "label", "is blank")
		}
		used[part.Mark] = true
	}
	if sum := a.people(); sum != 100 && sum != 1000 {
		return faultCount(BadPicture, "number of people, neither 100 nor 1000:", sum)
	}
	return nil
}
