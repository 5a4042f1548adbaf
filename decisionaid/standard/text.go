package standard

import (
	"fmt"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
	"github.com/whatmatters-care/whatmatters/schemas/policy"
)

// Text gives the report as plain English text: the counts, then each section with its criteria, what decides them, and how to
// mend what is not met. It certifies nothing, and says so.
func (r Report) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s %s)\n", r.Title, r.Standard, r.Version)
	if r.Aid.ID != "" {
		fmt.Fprintf(&b, "%s (%s %s)\n", r.Aid.Title, r.Aid.ID, r.Aid.Version)
	}
	if r.AsOf != "" {
		fmt.Fprintf(&b, "as of %s\n", r.AsOf)
	}
	b.WriteString("\n" + r.Counts.sentence() + "\n")
	b.WriteString("This is no certificate: it says what the aid's own structure shows, and what people vouch for.\n")
	if r.Incomplete != "" {
		b.WriteString("Not the whole standard: " + r.Incomplete + "\n")
	}
	for _, s := range r.Sections {
		s.write(&b)
		for _, f := range r.Findings {
			if f.Kind == s.ID {
				f.write(&b)
			}
		}
	}
	return b.String()
}

func (s SectionResult) write(b *strings.Builder) {
	needed := ""
	if s.AllNeeded {
		needed = " (all needed)"
	}
	fmt.Fprintf(b, "\n%s%s: %s\n", s.Title, needed, s.Counts.words())
	if s.Note != "" {
		b.WriteString(s.Note + "\n")
	}
	if s.Incomplete != "" {
		b.WriteString("Not the whole section: " + s.Incomplete + "\n")
	}
}

// sentence gives the counts, with the criteria that are not about the aid apart.
func (c Counts) sentence() string {
	applicable := c
	applicable.NotApplicable = 0
	said := fmt.Sprintf("Of %d criteria that are about this aid: %s.", c.Applicable(), applicable.words())
	if c.NotApplicable > 0 {
		said += fmt.Sprintf(" %d more are not about it.", c.NotApplicable)
	}
	return said
}

// words give the counts that are not zero.
func (c Counts) words() string {
	var parts []string
	for _, p := range []struct {
		n    int
		said string
	}{{c.Met, "met"}, {c.NotMet, "not met"}, {c.Unknown, "that nobody can tell yet"}, {c.NotApplicable, "not about this aid"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.said))
		}
	}
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}

func (f Finding) write(b *strings.Builder) {
	state := phrase.Spoken(f.State.String())
	if f.Level != "" {
		state += " (" + f.Level + ")"
	}
	unread := ""
	if f.Source != nil && !f.Source.Verified {
		unread = " [nobody has read this criterion in its source]"
	}
	fmt.Fprintf(b, "  %s: %s. %s%s\n", f.ID, state, f.Title, unread)
	if f.State == policy.NotMet && f.Because != "" {
		fmt.Fprintf(b, "    %s\n", f.Because)
	}
	if f.State == policy.NotMet || f.State == policy.Unknown {
		for _, p := range f.Places {
			fmt.Fprintf(b, "    %s %s\n", p.fields(), p.Mend)
		}
	}
	for _, d := range f.Doubts {
		fmt.Fprintf(b, "    But: %s", d.Because)
		for _, p := range d.Places {
			fmt.Fprintf(b, " (%s)", strings.TrimSuffix(p.fields(), ":"))
		}
		b.WriteString("\n")
	}
	for _, h := range f.Heard {
		h.write(b)
	}
}

func (h Heard) write(b *strings.Builder) {
	word := "yes"
	if !h.Holds {
		word = "no"
	}
	if h.Refused != "" {
		fmt.Fprintf(b, "    An attestation of %s does not count: %s.\n", h.Fact, refusals[h.Refused])
		return
	}
	fmt.Fprintf(b, "    %s says %s to %s, %s: %s.\n", h.Who, word, h.Fact, h.When, strings.TrimSuffix(h.Evidence, "."))
}

// refusals put the reasons into words.
var refusals = map[Refusal]string{
	NobodySays: "nobody says it", NoDay: "it does not say when", ToCome: "its day is still to come", NoEvidence: "it names no evidence",
}

// fields names the places of a fact.
func (p Place) fields() string {
	words := strings.Join(p.At, ", ")
	if p.More > 0 {
		words += fmt.Sprintf(" and %d more", p.More)
	}
	return words + ":"
}
