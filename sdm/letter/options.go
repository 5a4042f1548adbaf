package letter

import (
	"errors"
	"fmt"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/sdm"
)

// ErrTalk is returned where Options.Talk names no conversation of the record.
var ErrTalk = errors.New("the record has no conversation of this name")

// Options say what a letter or a summary is to be about, for whom and from whom. Everything may be left out. Nothing in it is looked
// into but the documents: names and addresses are written down as they come.
type Options struct {
	// Talk is the id of the event that opened one conversation. The letter is then about that and about what followed from it. Empty, it is
	// about everything.
	Talk string
	// Since leaves out conversations and threads in which nothing happened from this day on. The zero day leaves out none.
	Since day.Day
	// AsOf is the day of the letter: what holds on it is told as holding, and what happened after it is not told (sdm.Record.Until). The zero
	// day puts no date on the letter, and nothing is then overdue.
	AsOf day.Day
	// To is the person, and From who writes.
	To   Address
	From Sender
	// Aids are the decision aids as they were made for this person when they were shown. One whose id, version and digest are not those
	// in the record is not used, since its numbers are not those that were shown.
	Aids []decisionaid.Personal
	// Library gives names to what the record holds by its id: options, services, rights. Without it ids stand in their place.
	Library *sdm.Library
	// Words are the letter's own sentences; the zero Words are English. A summary has English headings in any case.
	Words Words
}

// Address is how somebody is addressed.
type Address struct {
	// Name stands above the lines of the address. That of the person stands in the greeting too, and there alone where there are no lines;
	// empty for a greeting without one.
	Name string `json:"name,omitempty"`
	// Lines are those of the address.
	Lines []string `json:"lines,omitempty"`
}

// Sender is who writes.
type Sender struct {
	Address
	// Ask says in words whom the person can ask and how, such as a name with a telephone number.
	Ask string `json:"ask,omitempty"`
	// Complain says in words what the person can do if something is not right, such as how to reach the complaints team.
	Complain string `json:"complain,omitempty"`
}

// aid gives the aid that a conversation was over, as it was shown to the person; ok is false where it is not at hand.
func (o *Options) aid(opened sdm.Opened) (_ decisionaid.Personal, ok bool) {
	for _, mine := range o.Aids {
		aid := mine.Aid()
		if aid != nil && aid.ID() == opened.Aid && aid.Version() == opened.Version && (opened.Digest == "" || aid.Digest() == opened.Digest) {
			return mine, true
		}
	}
	return decisionaid.Personal{}, false
}

// definition gives the aid that a conversation was over for its names alone: nil where neither the caller nor the library has it.
func (o *Options) definition(opened sdm.Opened) *decisionaid.Definition {
	if mine, ok := o.aid(opened); ok {
		return mine.Aid().Definition()
	}
	if o.Library == nil {
		return nil
	}
	aid, err := o.Library.Aid(opened.Aid + "@" + opened.Version)
	if err != nil || opened.Digest != "" && aid.Digest() != opened.Digest {
		return nil // another text under the same name would put words into the record
	}
	return aid.Definition()
}

// talk says that a conversation is not there.
func (o *Options) talk(story *sdm.Story) error {
	if o.Talk == "" {
		return nil
	}
	if _, there := story.Talk(o.Talk); there {
		return nil
	}
	by := ""
	if !o.AsOf.IsZero() {
		by = " by " + o.AsOf.Long()
	}
	return fmt.Errorf("letter: Options.Talk is %.80q: %w%s; give the id of the event that opened it, or leave it empty for the whole record", o.Talk, ErrTalk, by)
}
