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
// # Limits
//
// A record in JSON has at most MaxRecordBytes. The package never decides, advises or ranks; it keeps no record of its own and knows no
// clock: days come from the caller.
package sdm
