package sdm

import "github.com/whatmatters-care/whatmatters/sdm/plan"

// planned gives the body of an event of a plan as the reader may see it; ok is false for other bodies. The parts of a plan have readers of
// their own, and those without are for everybody with whom the plan is shared.
func (f *redaction) planned(e Event) (_ Body, ok bool) {
	thread := e.In
	if thread == "" {
		thread = e.ID
	}
	now := f.plans[thread]
	switch body := e.Body.(type) {
	case plan.Told:
		return body.For(f.reader, now.SharedWith(f.reader)), true
	case plan.Reviewed:
		return body.For(f.reader, now), true
	case plan.Agreed:
		f.plans[thread] = body.Version
		body.Version = body.Version.For(f.reader)
		return body, true
	}
	return nil, false
}
