package population

import "github.com/whatmatters-care/whatmatters/sdm"

// hidden takes an event of which nobody knows what it says: one that cannot be read, is withheld, or cannot be told without what is
// withheld. word is its kind, empty where even that is not known. lost tells that the thread may have been lost with the rest.
func (r *reading) hidden(e sdm.Event, word string, lost bool) {
	k, known := kinds[word]
	if !known {
		k = hiddenKind
	}
	at, threaded := r.places[e.In]
	if k.component == anyOf && threaded {
		k.component = r.threads[at].component
	}
	r.mayStand(e, k)
	if k.component == noneOf {
		return
	}
	switch {
	case threaded && e.In != "":
		r.mayChange(e, k, at)
	case e.In == "" && !lost: // it opens a thread of its own, or stands alone
		if known {
			r.threadOf(e, k.component)
		}
	default:
		for i := range r.threads {
			if k.component == anyOf || k.component == r.threads[i].component {
				r.mayChange(e, k, i)
			}
		}
	}
}

// mayStand puts the person where the event may put them: in each period in which it can have happened, which is any where its day is lost too.
func (r *reading) mayStand(e sdm.Event, k kind) {
	periods := r.on(e.On)
	if e.On.IsZero() {
		periods = r.calendar.all
	}
	is := notCounted
	if k.decides {
		is = notKnown
	}
	for _, p := range periods {
		r.seen[p] = true
		for c := range components {
			if k.component == anyOf || k.component == c {
				r.raise(p, c, is)
			}
		}
	}
}

// mayChange casts doubt on what the event may have taken back, or added, in a thread before it.
func (r *reading) mayChange(e sdm.Event, k kind, at int) {
	t := &r.threads[at]
	if k.undoes {
		for _, s := range t.slots {
			if m := &r.marks[s.mark]; m.is != notCounted {
				*m = m.doubted(e.On)
			}
		}
	}
	if k.helps && t.component == talking {
		t.cloud(e.On)
	}
}
