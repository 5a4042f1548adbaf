package letter

import (
	"strconv"

	"github.com/whatmatters-care/whatmatters/decisionaid"
	"github.com/whatmatters-care/whatmatters/schemas/day"
	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// Words hold every sentence of a letter that is neither the record's nor a document's, so that another language is a value and no code.
// {name} stands for a text; a translation uses the same names. Only English is there so far. The zero Words are English.
type Words struct {
	// Language is the BCP 47 tag of the sentences, and LanguageName what people call the language.
	Language, LanguageName string
	// Aid are the words of the numbers and of the page.
	Aid decisionaid.Words

	Frame     FrameWords
	Talk      TalkWords
	Options   OptionWords
	Decision  DecisionWords
	Next      NextWords
	Choice    ChoiceWords
	Support   SupportWords
	Community CommunityWords
	Money     MoneyWords
	Again     AgainWords
	Speakers  SpeakerWords
	Closing   ClosingWords

	// Roles say who somebody is, by the words of a record. The others put the words of a record for what they are named after.
	Roles, GoalStatus, Achievements, ActionStatus, Endings, Modes, Refusals, Consents, Representatives, Needs map[string]string
}

// FrameWords stand around the letter.
type FrameWords struct {
	Title, Lead, Dear, Hello string // {name}
	// Wanted says of {format} that the person needs it, Printed that the print has {points}, and In that this letter is in {language};
	// Interpreter asks {language}.
	Format, Wanted, Printed, In, InFormat, Interpreter string
}

// TalkWords tell what was talked about and what matters.
type TalkWords struct {
	Title, Met, First, Anew, With, WithSome      string // {day} {who} {last}
	WithOn, WithSomeOn                           string // {day} {who} {last}: on a day after the first
	Asked, AskedElse, NoAnswer                   string
	Matters, Weights, Weight, Also, Plan, Worker string // {day} {weight}
	NoMatters                                    string
}

// OptionWords lead through the options.
type OptionWords struct {
	Title, Through, NoneThrough, NotThrough, Numbers, NoNumbers string
	Every, Each                                                 string // before what is true of every number that follows, or of each above
	Among                                                       string // {who}
}

// DecisionWords say what was decided.
type DecisionWords struct {
	Title, Chose, Together, By, Reasons, ReasonsBy string // {day} {option} {who}
	Later, LaterBy, Until, None, Change            string // {day} {until}
	Lacks, InDoubt, Why, Decider, Deciding, Wishes string // {day} {who} {outcome}
}

// NextWords say who does what by when.
type NextWords struct {
	Title, Agreed, Why, Owner                                  string // {day}
	You, Who, Open, By, Passed, NoDay                          string // {who} {day}
	NoActions, NoGoals, Undecided, Accepted, Declined, NotDone string
	Over, Looked, Said, YouSaid, None                          string // {day}
	GoesOn                                                     string // of a goal that was reached and is still under way
}

// ChoiceWords tell of the right to choose.
type ChoiceWords struct {
	Title, Referred, Unknown, Next, Booked, Offered, Chose, LeftOpen, Open, Reasons string // {day} {name}
	Started                                                                         string // {day}
	Met, NotMet, NotKnown, NotYours, IfDenied                                       string // {right}
}

// SupportWords tell of help to look after one's health.
type SupportWords struct {
	Title, Yes, No, Later, Unanswered, Ask, Completed, Stopped, Offered, Said string // {day}
}

// CommunityWords tell of links with what is there nearby.
type CommunityWords struct {
	Title, Offered, Referred, Waiting, NotReached, Accepted, Declined, Reasons, Instead string // {day} {to}
	Need, Start, Said, Ended, Told, NotTold                                             string // {day} {service} {to}
}

// MoneyWords tell of a budget.
type MoneyWords struct {
	Title, Asked, Waiting, Hope, Rough, Budget, Share, Line, Aside                 string // {day} {sum} {from} {to} {what} {mode}
	Set, Paid, Spent, Left                                                         string // {sum}
	Refused, Stopped, StoppedPart, Why, Repay, Upheld, Changed, LookAgain, NotTold string // {day} {sum} {who} {what}
	Review, ReviewFound                                                            string // {day}
}

// AgainWords say when things are looked at again, and what to do when they go wrong.
type AgainWords struct {
	Title, Plan, Budget, Decision, Action, Capacity, Informal, Responsible, None, Passed string // {day}
	Trouble, Signs, Do, Helps, Call                                                      string
}

// SpeakerWords tell who may speak for the person and what they allowed.
type SpeakerWords struct {
	Title, May, Yes, No, Withdrawn, Shares string // {who} {role} {what}
}

// ClosingWords end the letter.
type ClosingWords struct {
	Held, Withheld, Parts, Unread, AskWhy        string
	Ask, Coordinator, Agency, NoOne, Anyone      string
	Wrong, Tell, Right, Questions, Reconsidering string
}

// or gives the words, or English where they are the zero Words.
func (w Words) or() Words {
	if w.Language == "" {
		return English()
	}
	return w
}

// day says a day as people write it.
func (w *Words) day(d day.Day) string {
	if d.IsZero() {
		return ""
	}
	year, month, number := d.Date()
	return phrase.Fill(w.Aid.Page.Date, "day", w.Aid.Voice.Number(number), "month", w.Aid.Page.Months[month-1], "year", strconv.Itoa(year))
}

// on fills a template that is about a day.
func (w *Words) on(template string, d day.Day, pairs ...string) string {
	return phrase.Fill(template, append([]string{"day", w.day(d)}, pairs...)...)
}

// among puts a word of the record into words; empty for none.
func among[W ~string](words map[string]string, word W) string {
	if said, ok := words[string(word)]; ok || word == "" {
		return said
	}
	return phrase.Stopped(phrase.Spoken(word))
}
