package page_test

import (
	"fmt"
	"testing"

	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
)

// icons draws people with package risk, whose pictures are the only ones that a page takes.
func icons(tb testing.TB, title, outcome string, share float64) page.Picture {
	tb.Helper()
	chance, err := risk.NewChance(share, risk.Interval{}, risk.Years(1))
	if err != nil {
		tb.Fatal(err)
	}
	array, err := risk.Voice{}.Icons("p", title, chance, risk.Per1000, risk.Outcome{Happens: outcome})
	if err != nil {
		tb.Fatal(err)
	}
	svg, err := array.SVG()
	if err != nil {
		tb.Fatal(err)
	}
	return page.Picture{Title: title, SVG: svg, Words: []page.Text{page.Say(array.Description)}}
}

// chart draws bars with and without an interval, and one chance that is not known.
func chart(tb testing.TB) page.Picture {
	tb.Helper()
	known, err := risk.NewChance(0.12, risk.Interval{Lower: 0.06, Upper: 0.2, Level: 0.95}, risk.Years(1))
	if err != nil {
		tb.Fatal(err)
	}
	bars, err := risk.Voice{}.Chart("p", "Serious harm", []risk.Choice{
		{Name: "Hip replacement", Chance: known}, {Name: "Carry on as now", Chance: risk.Unknown(risk.NoEvidence)},
	}, risk.Per1000, 300, risk.Outcome{Happens: "have a serious harm"})
	if err != nil {
		tb.Fatal(err)
	}
	svg, err := bars.Bars()
	if err != nil {
		tb.Fatal(err)
	}
	return page.Picture{Title: "Serious harm, with its interval", SVG: svg, Words: []page.Text{page.Say(bars.Description)}}
}

var optionNames = []string{"Hip replacement", "Exercise programme", "Carry on as now"}

// hip is a page of the size of a real aid: three options, six outcomes, six icon arrays, the four questions about each
// option, five values, fifteen sources. What is not from the trial is made up to fill the page, and says so.
func hip(tb testing.TB) page.Page {
	outcomes := []string{"Better hip", "Serious harm", "Replacement later", "Time off work", "Regular exercise", "Less walking"}
	figures := [][]string{{"750", "380", ""}, {"120", "90", ""}, {"", "210", ""}, {"900", "100", "50"}, {"400", "1,000", "200"}, {"150", "300", ""}}
	var rows []page.Comparison
	for i, outcome := range outcomes {
		row := page.Comparison{Kind: []string{"Benefit", "Risk", "Risk", "Burden", "Burden", "Burden"}[i], Label: outcome, Note: page.Say("within 6 months, among people aged 50 or over with severe osteoarthritis")}
		for k := range optionNames {
			cell := page.Cell{Unknown: true, Text: page.Say("No trial has compared carrying on with the other options.")}
			if n := figures[i][k]; n != "" {
				cell = page.Cell{
					Figure: n + " in 1,000", Text: page.Say("have this; the others do not.", "trial"),
					Details: []page.Text{page.Say("This is our best estimate."), page.Say("Certainty: low, because the trial was small.")},
				}
			}
			row.Cells = append(row.Cells, cell)
		}
		rows = append(rows, row)
	}
	var pictures []page.Picture
	for _, p := range []struct {
		title, outcome string
		share          float64
	}{
		{"Better hip with a hip replacement", "have a much better hip", 0.75}, {"Better hip with exercise", "have a much better hip", 0.38},
		{"Serious harm with a hip replacement", "have a serious harm", 0.12}, {"Serious harm with exercise", "have a serious harm", 0.09},
		{"Replacement later, after exercise", "have a hip replacement later", 0.21}, {"Time off work with a hip replacement", "need time off work", 0.9},
	} {
		pictures = append(pictures, icons(tb, p.title, p.outcome, p.share))
	}
	var questions []page.Block
	for _, option := range optionNames {
		var asked []page.Block
		for _, question := range []string{"What are the benefits?", "What are the risks?", "What are the alternatives?", "What if I do nothing?"} {
			asked = append(asked, page.Section{Title: question, Blocks: []page.Block{page.List{Items: []page.Text{
				page.Say("Better hip: 750 in 1,000 people, 370 more than with exercise.", "trial"),
				page.Say("Osteoarthritis may also get better on its own."),
			}}}})
		}
		questions = append(questions, page.Section{Title: option, Blocks: asked})
	}
	var values []page.Question
	for i, matter := range []string{"Having less pain", "Walking further", "Avoiding a serious harm", "Avoiding an operation", "Not having to exercise every week"} {
		values = append(values, page.Question{
			Name: fmt.Sprintf("value-%d", i), Ask: matter, Scale: page.Scale{Max: 10, Low: "does not matter", High: "matters most"},
		})
	}
	sources := []page.Source{{
		ID: "trial", Title: "Total Hip Replacement or Resistance Training for Severe Hip Osteoarthritis", By: "New England Journal of Medicine",
		Year: 2024, Checked: "2026-03-31", URL: "https://www.nejm.org/",
	}}
	for i := len(sources); i < 15; i++ {
		sources = append(sources, page.Source{
			ID: fmt.Sprintf("made-up-%d", i), Title: fmt.Sprintf("A made-up source, number %d, to fill this example", i), By: "Nobody", Year: 2000 + i,
			Checked: "2026-03-31", URL: fmt.Sprintf("https://example.org/source?n=%d&lang=en", i), Unread: i%5 == 0,
		})
	}
	return page.Page{
		Title: "Hip osteoarthritis: your options", Language: "en",
		Lead: "For people aged 50 or over with severe osteoarthritis of the hip who could have a hip replacement.",
		Blocks: []page.Block{
			page.Section{Title: "The decision", Blocks: []page.Block{
				page.Paragraph{Text: page.Say("Osteoarthritis wears down the smooth lining of a joint. Some people get worse over the years, many stay the same.\n"+
					"You can have a hip replacement, try an exercise programme, or carry on as now. None of these is right for everybody.", "trial")},
				page.Note{Kind: page.Important, Texts: []page.Text{page.Say("These numbers are about people like those in the trial. They may not fit you.")}},
			}},
			page.Section{Title: "The options side by side", Anchor: "options", Blocks: []page.Block{page.OptionGrid{
				Caption: "What may happen with each option", Corner: "What may happen", Rows: rows,
				Options: []page.Option{{optionNames[0], "An operation"}, {optionNames[1], "Twelve weeks, twice a week"}, {optionNames[2], "Pain relief and staying active"}},
			}}},
			page.Section{Title: "The numbers as pictures", Blocks: []page.Block{
				page.Pictures{Caption: "Each mark is one of 1,000 people", Pictures: pictures},
				page.Framing{
					Title:   "Serious harm with a hip replacement",
					Happens: page.Say("120 in 1,000 people have a serious harm within 6 months.", "trial"), HappensNot: page.Say("880 in 1,000 people do not.", "trial"),
				},
			}},
			page.Section{Title: "Questions to ask", Blocks: []page.Block{page.Section{Title: "About each option", Cards: true, Blocks: questions}}},
			page.Section{Title: "What matters to you", Blocks: []page.Block{
				page.Paragraph{Text: page.Say("There are no right answers. Leave out what you are not sure of.")},
				page.Form{Kind: page.Rated, Title: "How much does each of these matter to you?", Questions: values},
				page.Form{Questions: []page.Question{{Name: "own", Ask: "What else matters to you?"}}},
			}},
			page.Section{Title: "Words explained", Blocks: []page.Block{page.Glossary{Terms: []page.Term{
				{"osteoarthritis", "Wear of the lining of a joint, which makes it stiff and painful."},
				{"hip replacement", "An operation that puts a new joint in the place of the worn one."},
				{"trial", "A study in which chance decides who gets which treatment."},
			}}}},
			page.Section{Title: "Sources", Blocks: []page.Block{page.Sources{Sources: sources}}},
		},
		Footer: []page.Block{page.Facts{Facts: []page.Fact{
			{Label: "Version", Text: page.Say("1.0.0")}, {Label: "Reviewed", Text: page.Say("31 March 2026")},
			{Label: "Paid for by", Text: page.Say("Nobody: this page is an example.")},
		}}},
	}
}

// every has every block in every form.
func every(tb testing.TB) page.Page {
	return page.Page{
		Title: "Every block", Lead: "A page with one of everything.", Language: "en-GB",
		Blocks: []page.Block{
			page.Paragraph{Text: page.Say("Before any section.")},
			page.Section{Title: "Words", Blocks: []page.Block{
				page.Paragraph{Text: page.Say("A stroke is feared.\n\nA second paragraph about a Stroke.", "one", "two")},
				page.Paragraph{Text: page.Own("أريد أن أمشي مع كلبي 2 كم")},
				page.Lines{Text: page.Say("Ms A. Person\n4 High Street\n\n- Fennbridge", "one")}, page.Lines{Text: page.Own("mine\nalone")}, page.Lines{},
				page.List{Items: []page.Text{page.Say("first"), page.Own("my own words"), page.Say("third", "two")}},
				page.List{Ordered: true, Items: []page.Text{page.Say("step one"), page.Say("step two")}},
				page.Section{Title: "Deeper", Blocks: []page.Block{page.Section{Title: "Deeper still", Folded: true, Blocks: []page.Block{
					page.Paragraph{Text: page.Say("Folded away.")},
				}}}},
			}},
			page.Section{Title: "Numbers", Anchor: "numbers", Blocks: []page.Block{
				page.Table{Caption: "A test", Corner: "Result", Columns: []string{"Ill", "Well"}, Rows: []page.Row{
					{"Positive", []page.Text{page.Say("9"), page.Say("89", "one")}}, {"Negative", []page.Text{page.Say("1"), page.Say("901")}},
				}},
				page.OptionGrid{Caption: "Options", Options: []page.Option{{"Wait", ""}, {"Treat", "Tablets, every day"}}, Rows: []page.Comparison{
					{"Risk", "Stroke", page.Say("within 1 year"), []page.Cell{
						{Figure: "72 in 1,000", Text: page.Say("have a stroke", "one"), Details: []page.Text{page.Say("65 to 80")}},
						{Unknown: true, Text: page.Say("No study has measured it.")},
					}},
					{"", "Tablets", page.Text{}, []page.Cell{{}, {Text: page.Say("One a day, for life.")}}},
				}},
				page.Pictures{Pictures: []page.Picture{icons(tb, "Stroke", "have a stroke", 0.072), chart(tb)}},
				page.Framing{Title: "Stroke", Happens: page.Say("72 in 1,000"), HappensNot: page.Say("928 in 1,000", "one")},
			}},
			page.Section{Title: "Questions", Blocks: []page.Block{
				page.Form{Kind: page.Rated, Title: "What matters", Questions: []page.Question{
					{Name: "a", Ask: "Avoiding a stroke", Scale: page.Scale{Max: 5, Low: "not at all", High: "most of all"}, Given: "4"},
					{Name: "b", Ask: "Avoiding tablets", Help: "Think of an ordinary week.", Scale: page.Scale{Max: 5, Low: "not at all", High: "most of all"}},
				}},
				page.Form{Kind: page.Shared, Title: "Share out points", Questions: []page.Question{{Name: "c", Ask: "A stroke", Given: "60"}, {Name: "d", Ask: "Tablets"}}},
				page.Form{Questions: []page.Question{
					{Name: "e", Ask: "Do you feel sure?", Answers: []page.Answer{{"yes", "Yes"}, {"no", "No"}}, Given: "no"},
					{Name: "g", Ask: "How is your health today?", Help: "From 0 to 100.", Scale: page.Scale{Max: 100, Low: "worst", High: "best"}, Given: "70"},
					{Name: "f", Ask: "Anything else?", Given: "line one\nline two"},
				}},
			}},
			page.Section{Title: "Findings", Blocks: []page.Block{
				page.Finding{Title: "Choice of hospital", State: page.Met, Because: page.Say("You were referred by a GP."), Basis: page.Say("The handbook", "two")},
				page.Finding{Title: "Wait over 18 weeks", State: page.NotMet}, page.Finding{Title: "Personal budget", Missing: []string{"age", "place"}},
				page.Finding{Title: "Urgent", State: page.NotApplicable}, page.Finding{Title: "Thoughts of harm", State: page.Met, Said: "Severe", Alert: true},
				page.Note{Texts: []page.Text{page.Say("Good.")}}, page.Note{Kind: page.Important, Title: "Read this", Texts: []page.Text{page.Say("One."), page.Own("Two.")}},
				page.Note{Kind: page.Uncertain, Texts: []page.Text{page.Say("Nobody knows.")}},
			}},
			page.Section{Title: "Glossary", Blocks: []page.Block{page.Glossary{Terms: []page.Term{{"stroke", "Part of the brain gets no blood."}, {"first", "Before all others."}}}}},
			page.Section{Title: "Sources", Blocks: []page.Block{page.Sources{Sources: []page.Source{
				{ID: "one", Title: "A book", By: "An author", Year: 1999, Checked: "2026-01-02", URL: "https://example.org/a_b?x=1&copy=(2)", Note: "page 3"},
				{ID: "two", Title: "A leaflet", Checked: "last spring", URL: "javascript:alert(1)", Unread: true},
				{ID: "three", Title: "A letter", URL: "mailto:someone@example.org"},
			}}}},
		},
		Footer: []page.Block{page.Facts{Facts: []page.Fact{
			{Label: "Version", Text: page.Say("2.1.0")}, {Label: "Written by", Text: page.Own("Ann & Bob"), More: []page.Text{page.Say("Cy"), page.Say("Di", "one")}},
			{Label: "Who asks?", Text: page.Say("Everybody."), Own: true},
		}}},
	}
}
