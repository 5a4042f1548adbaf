package cases

import (
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/rule"
)

// try builds a changed document and asks whether a case notices, and if none does, whether anybody would.
func (d *deep) try(m mutation) {
	if d.left == 0 {
		d.report.Untried++
		return
	}
	changed := d.Document.With(m.pointer, m.value)
	refused := diag.NewReporter(changed)
	model := d.Build(changed, refused)
	if schemas.Settled(refused.List()).HasErrors() || model == nil || !sameInputs(model, d.Model) {
		return
	}
	d.report.Changes++
	state := model.NewState()
	if d.noticed(model, state) {
		d.report.Killed++
		return
	}
	for i, row := range d.rows {
		if !d.spend() {
			break
		}
		evaluate(model, state, row)
		if name, now := d.differs(i, model, state); name != "" {
			slot, _ := d.Model.Slot(name)
			evaluate(d.Model, d.state, row)
			t := d.Model.Type(slot)
			d.survivors = append(d.survivors, &survivor{mutation: m, model: model, state: state, person: i})
			d.report.Survivors = append(d.report.Survivors, Survivor{
				At: m.pointer, Change: m.what, Person: personOf(d.Model, row, slot), Output: name,
				Was: result(t, d.state.Get(slot)), Becomes: result(t, now),
			})
			return
		}
	}
	if d.left == 0 {
		d.report.Changes, d.report.Untried = d.report.Changes-1, d.report.Untried+1
		return
	}
	d.report.Undecided++
}

func sameInputs(a, b *rule.Model) bool {
	return slices.EqualFunc(a.Inputs(), b.Inputs(), func(x, y rule.Input) bool { return x.Name == y.Name })
}

// noticed reports whether a case fails on a changed model.
func (d *deep) noticed(model *rule.Model, state *rule.State) bool {
	for _, a := range d.expect {
		if !d.spend() {
			return false
		}
		evaluate(model, state, a.row)
		for name, want := range a.want {
			slot, ok := computed(model, name)
			if !ok || !want.met(model.Type(slot), state.Get(slot)) {
				return true
			}
		}
	}
	return false
}

// differs gives the first output that is another for the i-th person, and what it became. Why a result is missing does
// not count.
func (d *deep) differs(i int, model *rule.Model, state *rule.State) (name string, now float64) {
	for k, out := range d.outputs {
		slot, ok := model.Slot(out.Name)
		if !ok {
			continue
		}
		was, now := d.results[i][k], state.Get(slot)
		if rule.IsNA(was) && rule.IsNA(now) || was == now || out.Type.Kind == rule.Number && rule.Equal(was, now) {
			continue
		}
		return out.Name, now
	}
	return "", 0
}
