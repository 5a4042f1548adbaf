// Package page renders one document value as an accessible HTML page, as Markdown and as plain text.
//
// A Page is a title, a language and blocks: sections, paragraphs, lists, tables, a grid of options, pictures with the words
// that read them aloud, questions, findings, both framings of a chance, notes, a glossary and sources. Decision aids,
// plans, letters and records give it blocks; it knows nothing of where they come from.
//
//	doc := page.Page{
//		Title:    "Hip osteoarthritis: your options",
//		Language: "en",
//		Blocks: []page.Block{
//			page.Section{Title: "What is known", Blocks: []page.Block{
//				page.Paragraph{Text: page.Say("Most people had less pain after six months.", "prohip")},
//			}},
//			page.Section{Title: "Sources", Blocks: []page.Block{
//				page.Sources{Sources: []page.Source{{ID: "prohip", Title: "Hip replacement or training", Year: 2024}}},
//			}},
//		},
//	}
//	err := doc.WriteHTML(w, page.Host{})
//
// # The HTML page
//
// WriteHTML writes one file that asks nothing of any other: no font, no picture, no script from elsewhere. It reads and
// prints without script; the script in it only adds buttons and shows what was entered in a form as weights. It is the
// same text for every page, and the content security policy admits it and the style by their SHA-256 and nothing else.
// WriteFragment writes the inside alone, for a service with pages of its own, which takes the style from Host.CSS
// and the script from Host.Script. Every part has a class with a prefix that the host chooses; see Hook.
//
// # What it promises
//
// Every text is plain words. None becomes markup, whatever stands in it: not in HTML, where the output is also
// well-formed XML, not in Markdown, and no control character reaches a terminal. Controls that would turn the order of
// what is read around, and so could show 27 as 72, are left out. An address is a link only if it is http, https or mailto.
// A picture is taken only if it is of the narrow form that package risk draws; otherwise the page says so in
// its place, and its words still stand there. The same Page gives the same bytes.
//
// Rendering never changes a Page, and all functions are safe for concurrent use.
//
// # Its limits
//
// A text has no emphasis and no links of its own. Sections nest to MaxDepth. Headings below the sixth level stay at the
// sixth. Glossary terms are linked where they stand as in the glossary, but for capitals; other forms of a word
// are not found. Some readers of Markdown make a link of every e-mail address, which no escape prevents.
//
// # What it will not do
//
// It writes no number of its own and judges none. It sends nothing, keeps nothing, reads no files, and has
// no templates: another language is a Words value.
package page
