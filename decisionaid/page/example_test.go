package page_test

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
)

func sore() page.Page {
	return page.Page{
		Title: "Sore throat: antibiotics or not", Language: "en",
		Blocks: []page.Block{
			page.Section{Title: "What may happen", Blocks: []page.Block{
				page.OptionGrid{
					Options: []page.Option{{Name: "Antibiotic"}, {Name: "No antibiotic"}},
					Rows: []page.Comparison{{Label: "Still sore on day 3", Cells: []page.Cell{
						{Figure: "29 in 100", Text: page.Say("still have a sore throat.", "review")}, {Text: page.Say("Not studied in people like you."), Unknown: true},
					}}},
				},
			}},
			page.Section{Title: "Sources", Blocks: []page.Block{page.Sources{Sources: []page.Source{
				{ID: "review", Title: "A made-up review", Year: 2021, Checked: "2026-03-31", URL: "https://example.org/review"},
			}}}},
		},
	}
}

func ExamplePage_WriteText() {
	if err := sore().WriteText(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Sore throat: antibiotics or not
	// ===============================
	//
	// What may happen
	// ---------------
	//
	// - Antibiotic
	// - No antibiotic
	//
	// Still sore on day 3
	// - Antibiotic: 29 in 100 still have a sore throat. [1]
	// - No antibiotic: Not known. Not studied in people like you.
	//
	// Sources
	// -------
	//
	// 1. A made-up review <https://example.org/review>. 2021. Checked on 31 March
	//    2026.
}

// Whatever stands in a text stays a text.
func ExamplePage_WriteFragment() {
	p := page.Page{Title: "<script>alert(1)</script>", Blocks: []page.Block{page.Paragraph{Text: page.Own("שלום & hello")}}}
	if err := p.WriteFragment(os.Stdout, page.Host{Prefix: "clinic", Level: 2}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <article class="clinic-page" lang="en" dir="ltr"><header class="clinic-header"><div class="clinic-within"><h2 class="clinic-title">&lt;script&gt;alert(1)&lt;/script&gt;</h2></div></header>
	// <div class="clinic-main" id="clinic-main"><p class="clinic-paragraph" dir="auto">שלום &amp; hello</p></div></article>
}

// A page of its own carries its style and script, and a policy that lets nothing else in.
func ExamplePage_WriteHTML() {
	var file strings.Builder
	if err := sore().WriteHTML(&file, page.Host{}); err != nil {
		fmt.Println(err)
	}
	_, policy, _ := strings.Cut(file.String(), `content="`)
	fmt.Println(policy[:len("default-src &#39;none&#39;")])
	// Output:
	// default-src &#39;none&#39;
}

func ExamplePage_Check() {
	p := sore()
	p.Blocks = append(p.Blocks, page.Paragraph{Text: page.Say("Most people get better anyway.", "revue")})
	err := p.Check()
	fmt.Println(errors.Is(err, page.ErrSource))
	fmt.Println(err)
	// Output:
	// true
	// blocks[2]: the source "revue" is cited and no Sources block has it, so that nobody could look it up; add it, or correct the id
}

// Another language is a Words value.
func ExampleWords() {
	p := sore()
	p.Language, p.Words = "cy", page.Welsh()
	var text strings.Builder
	if err := p.WriteMarkdown(&text); err != nil {
		fmt.Println(err)
	}
	for line := range strings.Lines(text.String()) {
		if strings.HasPrefix(line, "1. ") {
			fmt.Print(line)
		}
	}
	// Output:
	// 1. [A made-up review](https://example.org/review). 2021. Gwiriwyd ar 31 Mawrth 2026.
}
