package page

import "fmt"

// Table is a table with a header for every column and every row. On a narrow screen each row stands on its own, with the
// column's header beside each cell.
type Table struct {
	// Caption says what the table shows.
	Caption string
	// Corner is the header of the column of row headers.
	Corner string
	// Columns are the headers of the other columns.
	Columns []string
	Rows    []Row
}

// Row is a row of a table: a cell for every column.
type Row struct {
	Header string
	Cells  []Text
}

func (t Table) html(m *markup) {
	m.open("table", "table", "role", "table")
	m.optional("caption", "", t.Caption)
	m.columns(t.Corner, len(t.Columns), func(i int) { m.text(t.Columns[i]) })
	for _, row := range t.Rows {
		m.open("tr", "", "role", "row")
		m.element("th", "", row.Header, "scope", "row", "role", "rowheader")
		for i, cell := range row.Cells {
			m.open("td", "", "role", "cell")
			m.element("span", "of", t.Columns[i], "aria-hidden", "true")
			m.open("span", "")
			m.say(cell)
			m.shut("span")
			m.shut("td")
		}
		m.shut("tr")
	}
	m.shut("tbody")
	m.shut("table")
	m.raw("\n")
}

// columns writes the header of a table and begins its body. The roles say again what the elements mean, for a narrow
// screen shows them as blocks and browsers then forget.
func (m *markup) columns(corner string, n int, header func(i int)) {
	m.open("thead", "", "role", "rowgroup")
	m.open("tr", "", "role", "row")
	if corner == "" {
		m.open("td", "", "role", "cell")
		m.shut("td")
	} else {
		m.element("th", "", corner, "scope", "col", "role", "columnheader")
	}
	for i := range n {
		m.open("th", "", "scope", "col", "role", "columnheader")
		header(i)
		m.shut("th")
	}
	m.shut("tr")
	m.shut("thead")
	m.open("tbody", "", "role", "rowgroup")
}

func (t Table) prose(p *prose) {
	p.title(t.Caption)
	rows := make([]row, len(t.Rows))
	for i, r := range t.Rows {
		rows[i].header = p.line().text(r.Header)
		for _, cell := range r.Cells {
			rows[i].cells = append(rows[i].cells, p.line().say(cell))
		}
	}
	p.table(t.Corner, t.Columns, rows)
}

func (t Table) fault() string {
	for i, row := range t.Rows {
		if len(row.Cells) != len(t.Columns) {
			return miscounted(i, len(row.Cells), len(t.Columns), "columns")
		}
	}
	return ""
}

func miscounted(row, cells, columns int, what string) string {
	return fmt.Sprintf("row %d has %d cells for %d %s, so that a number could stand under the wrong name; give each row one cell for each", row+1, cells, columns, what)
}

func (t Table) texts(yield func(Text)) {
	for _, row := range t.Rows {
		each(row.Cells, yield)
	}
}
