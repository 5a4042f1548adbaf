// Package picture writes drawings as text: the bytes of an SVG that grows part by part, with every text of a caller made harmless on its way,
// and long texts broken into lines.
//
//	var d picture.Drawing
//	d.Open(picture.Head{Prefix: "stroke", Title: title, Description: said, Language: "en", Width: 400, Height: 300})
//	d.Raw(`<text x="`).Tenth(x).Raw(`" y="20">`).Escaped(label).Raw("</text></svg>")
//
// A picture begins with its name and with a description that says the same in words, so that nobody needs to see it.
//
// # Limits
//
// The package knows no shape, no colour and no scale: the pictures of this module have those. It does not check what Raw is given, nor that
// what was opened is closed. Broken lines are measured in runes, not in the width of a font.
package picture
