// Package phrase puts sentences together: templates of a translation with names in braces, and the small words of a plain sentence.
//
//	said := phrase.Fill("{option} fits {fit} out of 100.", "option", "Exercise", "fit", "62")
//
// A translation is a struct of templates, and another language another value of it. Check says of each sentence what is wrong with
// it beside the English original: nothing there, or a name lost. Its texts are strings, in structs, arrays and maps by words.
//
// # Limits
//
// Braces in a template cannot be escaped, and there are no plurals, genders or cases in it. Capital, Stopped, Counted, Listed and Sign know the
// letters and the grammar of English. Texts that are filled in stand as they are: escaping is for whoever writes HTML.
package phrase
