// Package fault says what is wrong with something that a program was given, such as one step of a care plan: in which field, why it
// matters, and how to mend it.
//
//	var faults fault.Faults
//	for i, line := range lines {
//		here := fault.Item("lines", i)
//		faults.Text(&here, "category", line.Category, "name one of the categories of the policy")
//	}
//	return faults.Err() // lines[0].category: it is empty, so nobody can tell what is meant; name one of the categories of the policy
//
// Every package whose values go into a record says its faults in this one way, so that a program can show each beside the field that it
// is about, whatever the field belongs to.
//
// # Fields
//
// A field is named as in JSON: its keys with dots between them, and the number of an element, from 0, in brackets, as in
// needs[0].goals[1].owner. The empty field is the value as a whole. A Place leads to a field and is put into words only for a
// fault, so that a value without any costs nothing.
//
// # Reading JSON
//
// Decode is the one way in which the packages read JSON that a program hands over. encoding/json drops a key that it does not know and the
// first of two values with one key, so that a misspelt date would be a blank; Decode tells of both. It tells of every value that does not
// fit, where encoding/json tells of the first and seldom where it stands, and leaves the target alone unless all is well.
//
//	func (r *Referral) UnmarshalJSON(src []byte) error {
//		type plain Referral // without this method
//		return fault.Decode(src, (*plain)(r)) // needs[0].weight: there is a text where a number belongs
//	}
//
// A type whose JSON would be a plausible answer without a number, or without a yes or no, calls DecodeNeeding in the same way and names those keys.
//
// Of a long text of which what is right is to be kept, such as a record with an event that has a fault, a Reader gives one value after the other:
// Next is Decode for each, and DecodePart for what was left undecoded in one.
//
// # Limits
//
// At most Max faults of one value are told. A field is for people and for looking it up in a form; this package does not find it in JSON
// again, and a key that itself has a dot in it is not told from two. Decode takes a key in another case of letters, unless both stand there,
// and null where a value may be left out, as encoding/json does. Faults of documents that somebody writes, with their lines and columns, are the business of package diag.
package fault
