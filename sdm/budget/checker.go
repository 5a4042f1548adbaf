package budget

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// checker looks through one step. Places are put into words for faults alone, so that a step in order costs nothing.
type checker struct{ fault.Faults }

// maxText is the greatest number of bytes of a text in a step.
const maxText = 20_000

// text asks for words that are not too many.
func (c *checker) text(at *fault.Place, field, value, mend string) {
	c.Text(at, field, value, mend)
	c.short(at, field, value)
}

// short asks that there are not too many words.
func (c *checker) short(at *fault.Place, field, value string) {
	if len(value) > maxText {
		c.Tell(at, field, "put long texts into a document and name it here", "it has more than %d bytes", maxText)
	}
}

// ids asks for names that are there and differ.
func (c *checker) ids(at *fault.Place, field string, ids []string) {
	c.IDs(at, field, ids)
	for i, id := range ids {
		here := at.Item(field, i)
		c.short(&here, "", id)
	}
}

// texts asks for words in every entry of a list, and that no two are the same.
func (c *checker) texts(at *fault.Place, field string, all []string, mend string) {
	for i, said := range all {
		here := at.Item(field, i)
		c.text(&here, "", said, mend)
	}
	fault.Repeats(all, func(said *string) string { return *said }, func(i int) {
		here := at.Item(field, i)
		c.Tell(&here, "", "say it once", "%.80q stands there twice", all[i])
	})
}

// reasons asks for at least one reason, since the person has a right to them.
func (c *checker) reasons(reasons []string) {
	if len(reasons) == 0 {
		c.Tell(nil, "reasons", "give the reasons that the person was given", "it gives no reason, and the person has a right to reasons in writing")
	}
	c.texts(nil, "reasons", reasons, "write the reason, or take the entry out")
}

// notice looks at what the person was told in writing.
func (c *checker) notice(n *Notice) {
	here := fault.Field("notice")
	c.short(&here, "reconsideration", n.Reconsideration)
}

// maxCount is more than any count of payments, items or days of notice can be.
const maxCount = 10_000

// count asks for a number of things that can be.
func (c *checker) count(at *fault.Place, field string, n int, mend string) {
	if n < 0 || n > maxCount {
		c.Tell(at, field, mend, "%d cannot be", n)
	}
}

// amount asks for money of a currency ("" for any) that is at least nothing, and reports whether it is.
func (c *checker) amount(at *fault.Place, field string, m Money, currency string) bool {
	switch err := m.Valid(); {
	case err != nil:
		c.Because(err, at, field, `write the amount in smallest units with its currency, such as {"minor": 12000, "currency": "GBP"}`, "%v", err)
	case m.Minor < 0:
		c.Because(ErrNegative, at, field, "write an amount of at least 0; money that comes back is an entry of its own", "%v is below nothing", m)
	case currency != "" && m.Currency != currency:
		c.Because(ErrCurrencies, at, field, "write it in "+currency+", the currency of the budget", "it is in %s, so nothing can be added up", m.Currency)
	default:
		return true
	}
	return false
}

// ofLine says of the faults from a number on which line of the budget they are about.
func (c *checker) ofLine(id string, from int) {
	if fault.Blank(id) {
		return
	}
	for i := from; i < len(c.Faults); i++ {
		c.Faults[i].Says = fmt.Sprintf("line %.40s: %s", id, c.Faults[i].Says)
	}
}
