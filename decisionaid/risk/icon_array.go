package risk

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/picture"
)

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
	path := make(picture.Drawing, 0, 512) // of one part at a time
	first := 0
	for _, part := range a.Parts {
		if part.People > 0 {
			path = people(path[:0], first, part.People, columns, pitch)
			s.strokes(part.Mark, path, pitch)
			first += part.People
		}
	}
	for i, part := range a.Parts {
		path = path[:0]
		s.strokes(part.Mark, *path.Raw("M12 ").Int(top + 9).Raw("h1"), 12)
		s.lines(textLeft, top+14, keys[i])
		top += lineHeight * len(keys[i])
	}
	return s.close(), nil
}

// people writes the path through the people of one part, from the person numbered first.
func people(path picture.Drawing, first, people, columns, pitch int) picture.Drawing {
	for people > 0 {
		column, row := first%columns, first/columns
		run := min(people, columns-column)
		// One unit past the last person: within the gap, and the last dash is whole.
		path.Raw("M").Int(pitch/2 + column*pitch).Raw(" ").Int(pitch/2 + row*pitch).Raw("h").Int((run-1)*pitch + 1)
		first, people = first+run, people-run
	}
	return path
}

// strokes draws the layers of a mark along a path: the shape, its hollow, its core.
func (s *svg) strokes(mark Mark, path picture.Drawing, pitch int) {
	l := look[mark]
	s.stroke(path, l.colour, l.cap, pitch, 8)
	if l.hollow {
		s.stroke(path, "#fff", l.cap, pitch, 5)
	}
	if l.core {
		s.stroke(path, l.colour, l.cap, pitch, 2)
	}
}

func (s *svg) stroke(path picture.Drawing, colour, cap string, pitch, tenths int) {
	s.Raw(`<path fill="none" stroke="`, colour, `" stroke-linecap="`, cap, `" stroke-width="`).Tenth(float64(pitch*tenths) / 10)
	s.Raw(`" stroke-dasharray="0.01 `).Int(pitch - 1).Raw(`.99" d="`)
	s.Drawing = append(s.Drawing, path...)
	s.Raw(`"/>`)
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
