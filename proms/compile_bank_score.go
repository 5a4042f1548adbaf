package proms

import (
	"maps"
	"slices"
	"sync"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

var codeMethod = diag.Define(diag.Info{
	Code:  "score-method",
	Title: "A score is worked out in no way, in two ways, or in one that cannot be",
	Explain: "A score has one of `rule:`, `norm:` and `bank:` with a `method:`. Over a bank the method is eap, map, ml or wle, for which blanks need no `fill:`, or eap_sum, which needs " +
		"every item of the bank and `missing: complete`; items that run the other way are reversed in the bank.",
	Bad:  "- {id: fatigue, of: items, missing: {at_least: 4, fill: mean}, bank: fatigue, method: eap, range: [0, 100]}",
	Good: "- {id: fatigue, of: items, missing: {at_least: 4}, bank: fatigue, method: eap, range: [0, 100]}",
})

// compileBank makes a score over an item bank ready; nil after its faults were reported.
func (c *compiler) compileBank(sc *score) working {
	def := sc.definition
	b, ok := c.banks[def.Bank]
	if !ok {
		if _, there := c.def.Banks[def.Bank]; !there {
			reportNearest(c.report, codeMethod, sc.at+"/bank", def.Bank, "item bank", slices.Sorted(maps.Keys(c.def.Banks)))
		}
		return nil
	}
	w := &byBank{ready: b, method: def.Method, se: sc.se, theta: sc.theta, pool: &sync.Pool{}}
	w.pool.New = func() any { return &bankWork{row: make([]int8, b.bank.Len())} }
	whole := c.checkMethod(sc, b)
	for _, m := range sc.listed {
		place, there := b.bank.Index(m.ID)
		if !there {
			c.report.Errorf(codeMethod, diag.At(sc.at+"/of"), "%s is not in the bank %s", m.ID, def.Bank).Hinted("Take it out of the score, or calibrate it in the bank")
			whole = false
			continue
		}
		w.members = append(w.members, bankMember{slot: m.Slot, place: place, id: m.ID, categories: b.items[place].categories})
	}
	if !whole {
		return nil
	}
	if w.method == eapSum {
		w.table = b.bank.RawTable(0)
	}
	return w
}

// checkMethod reports what does not go together with a bank, or with its method.
func (c *compiler) checkMethod(sc *score, b *bankReady) bool {
	def, before := sc.definition, len(c.report.List())
	if !slices.Contains(bankMethods, def.Method) {
		c.report.Errorf(codeMethod, diag.At(sc.at+"/method"), "method is %q", def.Method).Hinted("Write eap, map, ml, wle or eap_sum").After(sc.at + "/method")
	}
	if len(def.Reversed) > 0 {
		c.report.Errorf(codeMethod, diag.At(sc.at+"/reversed"), "the bank knows which way its items run").Hinted("Write `reversed: true` at the items of the bank instead")
	}
	if def.Missing != nil && def.Missing.Fill.Kind != rule.FillNone {
		c.report.Errorf(codeMethod, diag.At(sc.place("missing")+"/fill"), "over an item bank a blank takes no part, so nothing stands for it").Hinted("Take `fill:` out")
	}
	if def.Method == eapSum && (def.Missing == nil || !def.Missing.AtLeast.All || len(sc.members) != b.bank.Len()) {
		c.report.Errorf(codeMethod, diag.At(sc.at+"/method"), "eap_sum is about the sum of all %d items of the bank", b.bank.Len()).
			Hinted("Name all of them under `of:` with `missing: complete`, or use eap")
	}
	return len(c.report.List()) == before
}
