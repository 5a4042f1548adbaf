package picture_test

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/picture"
)

// A picture says in words what it shows, and no text of an author is taken for markup.
func Example() {
	var d picture.Drawing
	d.Open(picture.Head{Prefix: "a", Title: "Pain < 3", Description: "72 of 100.", Language: "en", Width: 40, Height: 20})
	for i, line := range picture.Wrap("72 people in 100 have less pain", 16) {
		d.Raw("\n", `<text y="`).Tenth(12 + 17*float64(i)).Raw(`">`).Escaped(line).Raw("</text>")
	}
	d.Raw("\n</svg>")
	fmt.Println(string(d))
	// Output:
	// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20" role="img" lang="en" aria-labelledby="a-title a-desc"><title id="a-title">Pain &lt; 3</title><desc id="a-desc">72 of 100.</desc>
	// <text y="12.0">72 people in 100</text>
	// <text y="29.0">have less pain</text>
	// </svg>
}
