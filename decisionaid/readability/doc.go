// Package readability counts words, sentences and syllables of English text, and works out from them the usual grades of
// reading ease.
//
//	counter := readability.New("osteoarthritis")
//	for _, text := range texts {
//		counter.Add(text)
//	}
//	scores, ok := counter.Report().Counts.Scores()
//
// A grade belongs to a whole document: formulas that were made for thirty sentences say little of one, so count everything that
// readers meet and score it once.
//
// # What is counted
//
// A number in digits, such as 1,000 or 0.5, is no word. A sentence ends with a full stop, a question mark or an exclamation mark,
// with a colon or semicolon, and with its line, so that the entries of a list are sentences. A stop within a number, after an
// initial or after a usual abbreviation ends nothing. Terms that a glossary explains can be left out of the words of many
// syllables; both counts are reported.
//
// # Limits
//
// Syllables are a rule of thumb for English that is right for about nineteen of twenty words. A grade knows nothing of meaning:
// short words can be hard, and a good order of thoughts does not show. It is a reason to look again, never a proof that people
// understand. Other languages need other formulas, and get none here.
package readability
