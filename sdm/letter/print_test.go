package letter_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/sdm"
	"github.com/whatmatters-care/whatmatters/sdm/letter"
)

// The size of print is read off what was noted of the person's needs, where it is a size, and the page has it.
func TestSizeOfPrint(t *testing.T) {
	for words, want := range map[string]int{
		"Letters of 16 points": 16, "18 point, please": 18, "24pt": 24, "20-point bold": 20, "16 or 18 points": 18, "16\u00a0Points": 16,
		"": 0, "large print": 0, "12 points": 0, "400 points": 0, "16": 0, "gate 16 pointing north": 0, "99999999999999999999 points": 0,
	} {
		need := sdm.InformationNeed{Need: "large_print", Sort: sdm.NeedFormat, Words: words}
		l := write(t, record(t, event("print", "2026-01-09", "", nurse, need)), options(t))
		if l.Points != want || l.Page(letter.Words{}).Points != want {
			t.Errorf("%q: %d points", words, l.Points)
		}
		if said := says(l, "You need this:"); words != "" && !said {
			t.Errorf("%q is not said", words)
		}
		var html bytes.Buffer
		if err := l.Page(letter.Words{}).WriteHTML(&html, page.Host{}); err != nil || (want > 0) != strings.Contains(html.String(), ` data-points="`) {
			t.Errorf("%q: the page has another size (%v)", words, err)
		}
	}
	other := sdm.InformationNeed{Need: "calls", Sort: sdm.NeedContact, Words: "Call at 16 points of the day"}
	if l := write(t, record(t, event("calls", "2026-01-09", "", nurse, other)), options(t)); l.Points != 0 {
		t.Errorf("what is no need for a form gives %d points", l.Points)
	}
}

// The name stands above an address that has lines, and alone in the greeting alone.
func TestAddress(t *testing.T) {
	address := func(to letter.Address) []string {
		o := options(t)
		o.To = to
		var said []string
		for _, line := range write(t, sdm.Record{}, o).Parts[0].Lines {
			said = append(said, line.Text)
		}
		return said
	}
	lead := letter.English().Frame.Lead
	for _, c := range []struct {
		to   letter.Address
		want []string
	}{
		{letter.Address{Name: "Ms Nowak", Lines: []string{"1 Ferry Road", "Fennbridge"}}, []string{"Ms Nowak\n1 Ferry Road\nFennbridge", "15 May 2026", "Dear Ms Nowak,", lead}},
		{letter.Address{Name: "Ms Nowak"}, []string{"15 May 2026", "Dear Ms Nowak,", lead}},
		{letter.Address{Lines: []string{"1 Ferry Road"}}, []string{"1 Ferry Road", "15 May 2026", "Hello,", lead}},
		{letter.Address{}, []string{"15 May 2026", "Hello,", lead}},
	} {
		want := append([]string{"Your care team\n4 High Street\nFennbridge"}, c.want...)
		if got := address(c.to); strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%+v: %q", c.to, got)
		}
	}
}
