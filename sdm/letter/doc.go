// Package letter writes what a record comes to for people: a letter to the person in plain words, and a summary for professionals under
// the headings of a standard.
//
//	l, err := letter.ToPerson(record, letter.Options{
//		AsOf: today, Aids: []decisionaid.Personal{mine}, Library: library,
//		To: letter.Address{Name: "Ms Nowak"}, From: letter.Sender{Ask: "Ask for Mo Reed on 01632 960 100."},
//	})
//	err = l.Page(letter.Words{}).WriteHTML(w, page.Host{})
//
//	summary, err := letter.Summarise(record, letter.Clinical{Reader: "gp_practice", Problems: problems})
//	src, err := json.Marshal(summary)
//
// Both are plain values with stable JSON, and both are pages: HTML, Markdown and plain text. Each line says where it comes from and which
// events it rests on, so that everything can be followed back to the record; Letter.Telling goes the other way.
//
// The letter has the size of print that the person needs, where the record says how many points that is. Numbers are told once for all the
// conversations over one aid, and what is true of all of them is said once.
//
// The letter is about one conversation and what followed from it, or about everything, or everything in which something happened since a day.
// The summary has the four sections of the Shared Decision Making standard (version 1.0, Professional Record Standards Body, whose
// structure was read in a copy of its own JSON: AgileHealthInformatics/prsb-datamodel-pipeline, commit cb7c90f). What the standard asks for and the
// record does not hold is listed in Summary.Missing and stands in its place as missing.
//
// # Audience
//
// Hand in the whole record. The letter takes of it what Record.For gives the person, the summary what it gives the reader, so that nothing
// that is withheld gets in. Both say that something is withheld, and the summary why, where the reader may see it.
//
// # Limits
//
// Nothing is invented: what nobody recorded is left out or said to be open, numbers are those of the aid that the caller hands in, of the
// very version that the record names, and without it the letter says that the numbers are not in it. Nothing is recommended, and nothing is
// called all clear. Scores and levels of questionnaires are not told in a letter: whether and how to tell them is for those who know the person.
//
// The letter's own sentences are written for a reading age of 9 to 11 years. Words of the record, of aids and of other documents stand as
// they are. Only English sentences are there; Words is the place for another language. A summary has English headings.
//
// The package reads no files, sends nothing and keeps nothing. Its functions are safe for concurrent use.
package letter
