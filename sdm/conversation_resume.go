package sdm

import (
	"errors"
	"fmt"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/day"
)

// Errors of conversations that cannot be gone on with.
var (
	// ErrNoConversation is wrapped where the record has no conversation of the id, or does not tell of it in this copy.
	ErrNoConversation = errors.New("the record has no such conversation")
	// ErrOtherAid is wrapped where the conversation is over another aid than the one that was given.
	ErrOtherAid = errors.New("the conversation is over another aid")
	// ErrOtherVersion is wrapped where it is over another version of the aid.
	ErrOtherVersion = errors.New("the conversation is over another version of the aid")
	// ErrOtherDigest is wrapped where it is over the aid in this version, and the text of the aid is another one.
	ErrOtherDigest = errors.New("the conversation is over another text of the aid")
)

// Resume takes up a conversation again, on a day, such as after the record was stored and read back. thread is the id of the event that
// opened it, which Talk gives as its ID, and mine is the same aid for the person as they are now known.
//
// The error wraps ErrNoConversation, ErrOtherAid, ErrOtherVersion or ErrOtherDigest, since what is said about other options or other numbers
// is another conversation: open a new one then. A conversation that was opened without a digest is held to the id and the version alone. The
// day may not be before the last event; as in a conversation that was just opened, Err tells that of the first verb.
func Resume(record Record, thread string, mine decisionaid.Personal, on day.Day) (Conversation, error) {
	story, _ := record.Replay() // what cannot be told of the record is no part of the conversation either
	talk, there := story.Talk(thread)
	if !there {
		return Conversation{}, fmt.Errorf("sdm: %.40q: %w; give the id of the event that opened it", thread, ErrNoConversation)
	}
	aid := mine.Aid()
	if err := talk.over(aid); err != nil {
		return Conversation{}, fmt.Errorf("sdm: %w", err)
	}
	if was, is := talk.Opened.Digest, aid.Digest(); was != "" && was != is {
		return Conversation{}, fmt.Errorf("sdm: %w: %s was opened as %s and is now %s", ErrOtherDigest, talk.aid(), was, is)
	}
	return Conversation{mine: mine, record: record, thread: thread, on: on}, nil
}

// aid is the aid of a conversation in the form id@version.
func (t Talk) aid() string { return t.Opened.Aid + "@" + t.Opened.Version }

// over says where a conversation is over another aid than one that is given, or over another version of it.
func (t Talk) over(aid *decisionaid.Aid) error {
	switch {
	case aid == nil:
		return fmt.Errorf("%w: it is over %s, and no aid was given", ErrOtherAid, t.aid())
	case aid.ID() != t.Opened.Aid:
		return fmt.Errorf("%w: it is over %s, and the aid is %s@%s", ErrOtherAid, t.aid(), aid.ID(), aid.Version())
	case aid.Version() != t.Opened.Version:
		return fmt.Errorf("%w: it is over %s, and the aid is %s@%s", ErrOtherVersion, t.aid(), aid.ID(), aid.Version())
	}
	return nil
}
