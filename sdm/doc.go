// Package sdm is the door to whatmatters for a service: a folder of definitions made ready, conversations over decision aids,
// and the record that they leave.
//
//	lib, err := sdm.LoadFS(os.DirFS("definitions"))
//	aid, err := lib.Aid("atrial-fibrillation-stroke")
//	talk := sdm.Open(aid.For(who), today).
//		Value("avoid_stroke", 80).
//		GoThrough("none").GoThrough("doac").
//		Choose("doac", sdm.ByPerson, "Avoiding a stroke matters most to me")
//	record, err := json.Marshal(talk.Record())
//
// A Record is dated events in the order in which they were added, and nothing else: what people thought better of is a
// later event. Replay tells the state after the last event, and the same events give the same state. Not to decide yet is a
// decision like any other.
//
// A record is read back to what it was. What a later version of this library wrote, and what has a fault, is named by the error and
// kept: nothing is lost by reading a record and writing it again.
//
// Kinds lists the kinds of event. EVENTS.md beside the code has the JSON of each, key by key, with an example.
//
// Events that cannot stand are refused one by one: an EventFault names the event and the field, and the rest of the record stays. Whether
// an event came twice (ErrRepeated), has the id of another (ErrIDTaken), is out of order (ErrOrder), about somebody else (ErrPerson), too large
// (ErrTooLarge) or of a later version (ErrUnknownKind, ErrLaterForm) can be told apart.
//
// Nothing is ever taken out of a record. What was entered in error, such as under a year that is mistyped, is said to be by an InError, which
// takes it out of the story: later events are held against what stands without it, and what rests on it is listed in Story.Untold. Days
// outside the years 1850 to 2200 are refused at once; any other wrong day is mended in this way. Events that were noted after a wrong day in
// the future keep the place behind it, which Merge puts them by.
//
// The conditions under which somebody decides are events too: capacity for one decision (CapacityAssessed, BestInterests), Consent, who may
// act for the person (Represented), needs for an interpreter and for information (InterpreterNeed, InformationNeed, NeedMet) and
// WhoWasPresent. Story.Circumstances says what stood on a day; what nobody noted is not known.
//
// Merge puts two records of one person together. It loses nothing and settles nothing: where the two do not agree, both sides stay, and a
// Conflict shows them. Record.For gives a copy for one reader, by the Audience of each event; what is withheld leaves an honest gap, and the
// rest still replays. Record.Until gives it as it was on a day. Story.Guidance says what has not been talked about in a conversation, and what to ask next.
//
// The six components of personalised care have their events in the same record: those of community, plan, budget and activation/support are
// bodies of those packages, and enabling choice (ChoiceReferred), scores (Scored) and levels of activation (ActivationAssessed) are here. What
// an event names must be there when it is added: a goal its decision, a line of a budget its need, a score what it is for. Story.Chain
// follows one identifier from the decision over goal, action and referral, support or budget line to the score and the review, and back.
// Story.Evidence says what the record shows of each component, item by item, by this library's own check list, which claims to be no
// dashboard's.
//
// A record knows no documents. Library.CheckEvent holds an event against the documents that it names before it is added, and Library.CheckRecord a
// whole record, with every kept answer scored again; what the library does not have is ErrNotChecked, and never silence.
//
// # Limits
//
// A record in JSON has at most MaxRecordBytes, and an event MaxEventBytes. Ids of events have at most MaxIDBytes and no control characters, and
// every text is UTF-8. What Add takes is read again as it was. Record.For hides what events say, and not that they are there, nor their ids and days, nor the
// name and birth of whom the record is about. Guidance is in English, but for the texts of the aid. The package never decides, advises or ranks; it keeps no record of its own and knows no
// clock: days come from the caller.
package sdm
