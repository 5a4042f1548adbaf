// Package diag is how every stage of this module says what is wrong with a definition: one fault as a value, with its
// code, its severity, its place, a message in plain English and, where possible, how to mend it.
//
// A check reports through a [Reporter], and names its place by structure rather than by line:
//
//	var codeBandGap = diag.Define(diag.Info{Code: "score-band-gap", ...})
//
//	r.Errorf(codeBandGap, diag.At("/scores/0/bands/1"), "no band holds %v to %v", 10, 14).
//		Hinted("Start the band at %v.", 10).
//		Beside(diag.At("/scores/0/bands/0"), "the band before ends here")
//
// The [List] that comes out is an error. [List.Clean] sorts it and drops repeats and mere consequences; then a writer
// renders it: [WriteText] for people, [WriteJSON] for programs, [WriteGitHub] for pull requests, [WriteSARIF] for code
// hosts. [WriteCodes] renders the registry of codes as a page.
//
// Writers are pure: the same list gives the same bytes, and the only error they return is that of the io.Writer. They take
// any list, whatever its spans say; a span outside its source costs the snippet, never a panic.
//
// Limits: columns count Unicode code points, a tab being one. Only WriteText looks at the source, through
// Options.Sources, and it takes LF and CR LF for line ends. Widths in a terminal follow Unicode Standard Annex 11; a
// terminal that draws an emoji otherwise shifts the carets.
//
// The package does not read files, colour its output, translate messages or apply edits; a Diagnostic holds what a
// host needs to do so. A List and a Reporter are not safe for concurrent use while they grow; everything else is.
package diag
