// Package kindtest is for tests of a kind of document. It holds the kind to its golden bad files: documents that say of themselves what is wrong
// with them and where, in comments:
//
//	kind: standard
//	criteria: [] # want standard-section
//
// Kind.Bad reads all of them and gives a complaint for each that comes out otherwise, and for each promise of a kind that is broken: every
// diagnostic has a remedy; services hear, from Load or FromSet, the errors that authors hear from Check; and some file shows each code.
//
//	func TestBadStandards(t *testing.T) {
//		kind := kindtest.Kind[standard.Standard]{Check: standard.Check, Load: standard.Load, Family: "standard"}
//		for _, complaint := range kind.Bad(os.DirFS("testdata/bad")) {
//			t.Error(complaint)
//		}
//	}
//
// The package does not read the disk and does not import package testing: the caller hands in the files and reports the complaints. It does not
// say whether a message is a good one, and leaves documents without faults to the tests of the kind.
package kindtest
