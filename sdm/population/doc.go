// Package population counts people over many records: how many, in each period, had something of each of the six components of personalised
// care, one person once.
//
//	counter, err := population.New(population.Months(day.New(2026, time.April, 1), day.New(2027, time.March, 31))...)
//	for _, record := range records {
//		err := counter.AddIn(practice, record)
//	}
//	err = counter.Merge(other)               // of another goroutine or machine
//	counts := counter.Counts()               // exact, for those who may see every number
//	published, err := counter.Publish(population.Rules{ByGroup: true})
//
// # Not the NHS dashboard
//
// What counts is this library's own definition, which Definitions gives and every publication prints. It is NOT that of the NHS dashboard of
// personalised care or of any other measure, no definition of which could be read, and a number of this package must not be set equal
// to one of theirs.
//
// # One person, one record
//
// A Counter trusts that each record is a person of their own. Two records of one person are put together with sdm.Merge before they are
// added; otherwise the person counts twice. There is no guard against that here: to notice that a person was added before takes memory in proportion to
// the people, and a sketch of them could say only roughly, and only sometimes, that it happened. Whoever holds the records knows.
//
// In one period and component a person stands in one place: counted, declined, not counted, or not known. Not known is where an event that
// cannot be read, or is withheld from this copy of the record, may decide it; it is never a no, and no count of what can be read is taken for
// certain where such an event may have taken it back.
//
// Periods may overlap, and each counts its people on its own: the people of a quarter are not the sum of those of its months.
//
// # Small numbers
//
// Publish hides small counts, and as many others as it takes that no hidden one can be worked out from the totals of its table. A
// Publication holds nothing of what it hides; it cannot be merged or added to, so that merging always comes before hiding.
//
// # Limits
//
// A Counter's memory grows with its periods and groups, and not with the records. It is not safe for concurrent use while it is changed: give each goroutine its own
// (Empty) and merge them. A hidden count can still be narrowed down to a few numbers, and what else a reader knows
// cannot be foreseen: two publications of the same people, by other groups, periods or rules, may tell together what each hides.
// The people with any event at all are in Counts and in no publication for that reason.
//
// # What it will not do
//
// It adds up no money: a sum over few people tells what one of them has. It works out no rates, compares no groups and judges nobody.
package population
