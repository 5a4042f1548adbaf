package risk

import "strings"

// Row is one line of a chart: what it is of, its number in words, and its chance.
type Row struct {
	Label  string
	Text   string
	Chance Chance
}

// Chart shows the chances of one outcome under each other on one scale, which starts
// at 0 and whose full width is UpTo people of Of. Scale says that in words.
type Chart struct {
	Frame
	Of    Denominator
	UpTo  int
	Scale string
	Rows  []Row
}

// MaxRows is the largest number of rows of a chart.
const MaxRows = 50

// trackHeight is the height of the outlined box that stands for all people.
const trackHeight = 20

// Bars draws each chance as a filled bar in a hollow box, with its interval as a line
// with ends. A chance that is not known has an empty box with a dashed outline, never a
// bar of no length. The same chart gives the same bytes.
// Errors: BadPrefix, BadDenominator; BadPicture for blank texts, no rows or more than
// MaxRows, or a scale that is too short for a chance or its interval.
func (c Chart) Bars() ([]byte, error) { return c.draw((*svg).bar) }

// Intervals draws each chance as a point on a line, with its interval as a line with
// ends. Errors: those of Bars.
func (c Chart) Intervals() ([]byte, error) { return c.draw((*svg).point) }

func (c Chart) draw(mark func(s *svg, width, middle float64)) ([]byte, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	height, labels := 0, make([][]string, len(c.Rows))
	for i, row := range c.Rows {
		labels[i] = append(wrap(row.Label), wrap(row.Text)...)
		height += len(labels[i])*lineHeight + trackHeight + 12
	}
	scale := wrap(c.Scale)
	s := c.open(height + len(scale)*lineHeight + 6)
	y := 0
	for i, row := range c.Rows {
		s.lines(1, y+14, labels[i])
		y += len(labels[i]) * lineHeight
		s.track(y, row.Chance.known)
		if row.Chance.known {
			middle := float64(y) + trackHeight/2
			mark(&s, c.length(row.Chance.value), middle)
			if row.Chance.interval.Stated() {
				s.whisker(c.length(row.Chance.interval.Lower), c.length(row.Chance.interval.Upper), middle)
			}
		}
		y += trackHeight + 12
	}
	s.lines(1, y+14, scale)
	return s.close(), nil
}

// length is the place of a chance on the scale, in units of the viewBox.
func (c Chart) length(p float64) float64 {
	return 1 + float64(p*float64(c.Of))*(pictureWidth-2)/float64(c.UpTo)
}

func (s *svg) track(y int, known bool) {
	s.Raw(`<rect x="1" y="`).Int(y).Raw(`" width="398" height="20" fill="none" stroke="`, grey, `"`)
	if !known {
		s.Raw(` stroke-dasharray="4 4"`)
	}
	s.Raw(`/>`)
}

func (s *svg) bar(end, middle float64) {
	s.Raw(`<rect x="1" y="`).Tenth(middle - trackHeight/2).Raw(`" width="`).Tenth(end - 1)
	s.Raw(`" height="20" fill="`, pale, `" stroke="`, blue, `"/>`)
}

func (s *svg) point(x, middle float64) {
	s.Raw(`<circle cx="`).Tenth(x).Raw(`" cy="`).Tenth(middle).Raw(`" r="5" fill="`, blue, `"/>`)
}

func (s *svg) whisker(lower, upper, middle float64) {
	s.Raw(`<path fill="none" stroke="`, ink, `" stroke-width="2" d="M`).Tenth(lower).Raw(" ").Tenth(middle).Raw("H").Tenth(upper)
	for _, end := range []float64{lower, upper} {
		s.Raw("M").Tenth(end).Raw(" ").Tenth(middle - 5).Raw("v10")
	}
	s.Raw(`"/>`)
}

func (c Chart) check() error {
	if err := c.Frame.check(); err != nil {
		return err
	}
	if err := c.Of.check(); err != nil {
		return err
	}
	if c.UpTo < 1 || c.UpTo > int(c.Of) {
		return faultCount(BadPicture, "full width", c.UpTo)
	}
	if len(c.Rows) == 0 || len(c.Rows) > MaxRows {
		return faultCount(BadPicture, "number of rows", len(c.Rows))
	}
	if strings.TrimSpace(c.Scale) == "" {
		return fault(BadPicture, "scale", "is blank")
	}
	for _, row := range c.Rows {
		if strings.TrimSpace(row.Label) == "" || strings.TrimSpace(row.Text) == "" {
			return fault(BadPicture, "row", "has a blank label or text")
		}
		highest := max(row.Chance.value, row.Chance.interval.Upper)
		if float64(highest*float64(c.Of)) > float64(c.UpTo)+tie {
			return faultNumber(BadPicture, "full width too short for a chance of", highest)
		}
	}
	return nil
}
