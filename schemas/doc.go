// Package schemas is the language in which definitions are written: it turns YAML files into documents, puts documents that
// name each other into a set, lays translations over them, and decodes them into the Go structs of their kind. Every fault
// becomes a diagnostic at its exact place, with the remedy.
//
// A service reads a folder of definitions, and the package of each kind makes them ready:
//
//	set, list := schemas.ReadFS(definitions)
//	if err := list.Err(); err != nil {
//		return err // every fault of every file
//	}
//	doc, err := set.In("cy").Find("questionnaire", "phq-9@1")
//
// # For the package of a kind
//
// A definition is a plain struct that embeds Header; its json tags name the keys, and say with omitempty or omitzero which
// may be left out. Open decodes a document into it, checks the header, and runs the JSON Schema of the kind behind that.
// Build, BuildOne, Compile and Check are the FromSet, Load, Compile and Check of a kind. The schema is a file
// kinds/KIND.schema.json: it may refer to the parts in kinds/common.schema.json, and marks what people read by referring to
// the part called words, which is what translations can lay over. After a change there, run
//
//	go test ./schemas -run TestBundleIsFresh -update
//
// and hold struct and schema together with a test that Mismatches finds nothing.
//
// # What YAML may be
//
// YAML retypes what looks like a number, a date or a truth, and has more ways to say a thing than anybody can check. So the
// package takes a plain part of it: maps, lists, text, decimal numbers, true and false. Anchors, aliases, merge keys, tags,
// duplicate keys, further documents, and unquoted scalars that two programs would read differently are refused, each with
// its own code and remedy. A file is at most MaxBytes long, MaxDepth deep and MaxValues wide.
//
// # What it will not do
//
// It reads no file but through the fs.FS that a caller passes, opens no address, never writes YAML, and never guesses a value
// that is not there. It knows nothing of what a definition means: that is the business of the kind's package.
package schemas
