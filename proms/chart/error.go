package chart

import "strconv"

// Kind is the code of one fault. A Kind is itself an error, so a caller can ask errors.Is(err, chart.BadDate). Codes are
// stable; the sentences are not.
type Kind string

// The faults this package reports.
const (
	BadPrefix   Kind = "bad-prefix"   // an id prefix that would not make an XML id
	BadText     Kind = "bad-text"     // a name, title or reason that is blank or too long
	BadScale    Kind = "bad-scale"    // a scale whose ends cannot be, or that has no known direction
	BadBands    Kind = "bad-bands"    // bands out of order, outside the scale, or too many
	BadVisits   Kind = "bad-visits"   // no visits, too many, or none with a score
	BadDate     Kind = "bad-date"     // a visit without a date, or not after the one before
	BadValue    Kind = "bad-value"    // a number that is not finite, or outside the scale
	BadBaseline Kind = "bad-baseline" // a baseline that is no visit
	BadChange   Kind = "bad-change"   // an important change without a size or a direction
	BadLimits   Kind = "bad-limits"   // limits that cross, lie inside each other wrongly, or run out of order
	BadUnits    Kind = "bad-units"    // no units, too many, or none with a value
	BadWords    Kind = "bad-words"    // a template that lost a number, or has a placeholder nobody fills
)

// Error returns the code itself.
func (k Kind) Error() string { return string(k) }

// Error says what is wrong, why it matters and how to mend it. It unwraps to its Kind.
type Error struct {
	Kind  Kind
	Where string // which part was at fault: "prefix", "visit 3"
	Got   string // what was found there
}

// advice holds, for each kind, why the fault matters and how to mend it.
var advice = map[Kind][2]string{
	BadPrefix:   {"ids in a page must be valid and unique", "start with a letter and use letters, digits, hyphens and underscores, at most 64"},
	BadText:     {"a picture is read by people who cannot see it, and has room for names and not for essays", "give a text that is not blank, of at most 300 bytes"},
	BadScale:    {"every point is placed between the ends of the scale", "give finite ends, the lowest below the highest, no further than 1e9 from zero, and lower, higher or nothing as what is better"},
	BadBands:    {"each value belongs to exactly one band", "start the first band at the lowest value and let the others ascend within the scale, at most 12"},
	BadVisits:   {"a picture of nothing looks like a person without change", "give 1 to 200 visits, at least one with a score; without any score show the table or a sentence"},
	BadDate:     {"the line is drawn in the order of time", "give every visit its date, from year 1 to 9999, each after the one before"},
	BadValue:    {"a point outside the picture, or at no number, would mislead", "check that the value belongs to this scale; a missing one has a reason in place of a value"},
	BadBaseline: {"change is measured against one visit", "give the place of a visit, counted from 0"},
	BadChange:   {"a change is important from a size on and in a direction", "give a finite size above 0 and better, worse or either; only either where the scale has no better end; at most 3"},
	BadLimits:   {"a unit is placed by limits that lie around the target", "give finite limits, the inner within the outer and both around the target, along ascending precision from 0, 2 to 500 points"},
	BadUnits:    {"a funnel compares units", "give 1 to 1000 units, at least one with a value"},
	BadWords:    {"a translation that loses a number, or shows a raw placeholder, misleads", "use each placeholder of the English template, and no other"},
}

// Error gives one line of plain English.
func (e *Error) Error() string {
	text := advice[e.Kind]
	return "chart: " + e.Where + " " + e.Got + ": " + text[0] + "; " + text[1]
}

// Why says why the fault matters.
func (e *Error) Why() string { return advice[e.Kind][0] }

// Mend says how to mend the fault.
func (e *Error) Mend() string { return advice[e.Kind][1] }

// Unwrap returns the Kind, for errors.Is.
func (e *Error) Unwrap() error { return e.Kind }

func fault(kind Kind, where, got string) error { return &Error{Kind: kind, Where: where, Got: got} }

func faultNumber(kind Kind, where string, got float64) error {
	return fault(kind, where, "is "+strconv.FormatFloat(got, 'g', -1, 64))
}

func faultCount(kind Kind, where string, got int) error {
	return fault(kind, where, "is "+strconv.Itoa(got))
}
