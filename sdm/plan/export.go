package plan

import (
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Export is a version of a plan for one reader, under the headings of a standard. It encodes to stable JSON and decodes again, and Page
// writes it out for people.
type Export struct {
	// Standard, Title, Version and Digest name the definition whose headings it has.
	Standard string `json:"standard"`
	Title    string `json:"title,omitempty"`
	Version  string `json:"version"`
	Digest   string `json:"digest"`
	// Notice is what has to stand beside the headings.
	Notice string `json:"notice,omitempty"`
	// Reader is for whom it is: ForPerson or an audience.
	Reader string `json:"reader"`
	// Event is the id of the version, AgreedOn its day, and Supersedes the version whose place it took.
	Event      string  `json:"event"`
	AgreedOn   day.Day `json:"agreed_on"`
	Supersedes string  `json:"supersedes,omitempty"`
	// Plan is what the reader may see, with the status of goals and actions after the reviews since.
	Plan Version `json:"plan"`
	// Reviews are what the reader may see of those since the agreement.
	Reviews []Entry[Reviewed] `json:"reviews,omitempty"`
	// NextReview is the day by which the next formal review is due, where the plan is shared with the reader.
	NextReview day.Day `json:"next_review,omitzero"`
	// Sections are the headings, each with its codes and whether there is anything under it.
	Sections []ExportSection `json:"sections"`
}

// ExportSection is a section of the standard in an export.
type ExportSection struct {
	ID       string          `json:"id"`
	Title    string          `json:"title"`
	Asked    Asked           `json:"asked,omitempty"`
	Codes    []Code          `json:"codes,omitempty"`
	Filling  Filling         `json:"filling"`
	Headings []ExportHeading `json:"headings,omitempty"`
}

// ExportHeading is a heading within a section.
type ExportHeading struct {
	ID      string  `json:"id"`
	Title   string  `json:"title"`
	Asked   Asked   `json:"asked,omitempty"`
	Codes   []Code  `json:"codes,omitempty"`
	Filling Filling `json:"filling"`
}

// Filling says whether something stands under a heading.
type Filling string

// Whether something stands under a heading.
const (
	Filled    Filling = "filled"
	Empty     Filling = "empty"     // nothing that this reader may see
	Elsewhere Filling = "elsewhere" // a plan does not hold it; it stands in the record of the host
)

// Export gives the version that was agreed last for a reader; ok is false where none was agreed. reader is ForPerson or an audience of the
// plan; one with whom nothing is shared gets the headings alone.
func (s *Standard) Export(of *State, reader string) (e Export, ok bool) {
	latest, agreed := of.Latest()
	if !agreed {
		return Export{}, false
	}
	e = Export{
		Standard: s.ID(), Title: s.definition.Title, Version: s.Version(), Digest: s.digest, Reader: reader, Event: latest.ID, AgreedOn: latest.On,
		Supersedes: latest.Step.Supersedes,
	}
	if l := s.definition.Licence; l != nil {
		e.Notice = l.Notice
	}
	if latest.Step.SharedWith(reader) {
		for _, r := range of.reviewsSince() {
			r.Step = r.Step.For(reader, latest.Step.Version)
			e.Reviews = append(e.Reviews, r)
		}
		e.NextReview = of.reviewDue()
	}
	e.Plan = overlayOf(e.Reviews).over(latest.Step.For(reader))
	for _, section := range s.definition.Sections {
		e.Sections = append(e.Sections, s.section(section, &e))
	}
	return e, true
}

// section tells what stands under a section and its headings.
func (s *Standard) section(of Section, e *Export) ExportSection {
	out := ExportSection{ID: of.ID, Title: of.Title, Asked: of.Asked, Codes: plainCodes(s.Codes(of.ID)), Filling: Empty}
	for _, h := range of.Headings {
		one := ExportHeading{ID: h.ID, Title: h.Title, Asked: h.Asked, Codes: plainCodes(s.Codes(h.ID)), Filling: filling(len(e.under(of.ID, h.ID, "")) > 0)}
		if one.Filling == Filled {
			out.Filling = Filled
		}
		out.Headings = append(out.Headings, one)
	}
	switch {
	case of.ID == demographics, of.ID == gpPractice:
		out.Filling = Elsewhere
	case len(of.Headings) == 0:
		out.Filling = filling(len(e.under(of.ID, "", "")) > 0)
	}
	return out
}

func filling(so bool) Filling {
	if so {
		return Filled
	}
	return Empty
}

// plainCodes gives codes without where they can be read: the sources stay in the document.
func plainCodes(codes []Code) []Code {
	for i := range codes {
		codes[i].Source = (*schemas.Cite)(nil)
	}
	return codes
}
