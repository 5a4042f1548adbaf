package letter

import (
	"github.com/whatmatters-care/whatmatters/sdm"
)

// topic is a question that was talked about once or several times over one aid. What does not change from one conversation to the next is
// told of it once.
type topic struct {
	title string
	talks []sdm.Talk
}

// topics gives those that are to be told of, in the order in which they were first talked about.
func (a *account) topics() []topic {
	type subject struct{ title, aid, version, digest string }
	var all []topic
	at := map[subject]int{}
	for _, talk := range a.conversations() {
		title, over := a.o.decision(talk.Opened), talk.Opened
		about := subject{title, over.Aid, over.Version, over.Digest}
		i, met := at[about]
		if !met {
			i = len(all)
			at[about], all = i, append(all, topic{title: title})
		}
		all[i].talks = append(all[i].talks, talk)
	}
	return all
}

// events are the ids of those that opened its conversations.
func (t *topic) events() []string {
	var all []string
	for _, talk := range t.talks {
		all = append(all, talk.ID)
	}
	return all
}

// opened is what its conversations have in common.
func (t *topic) opened() sdm.Opened { return t.talks[0].Opened }

// through gives the options of a topic that were gone through, in the order in which they first were, with the events: one for each
// conversation in which they were.
func (a *account) through(t *topic) (options []string, events map[string][]string) {
	events = map[string][]string{}
	for _, talk := range t.talks {
		once := map[string]bool{}
		for _, e := range a.events[talk.ID] {
			w, is := e.Body.(sdm.WentThrough)
			if !is || once[w.Option] {
				continue
			}
			once[w.Option] = true
			if events[w.Option] == nil {
				options = append(options, w.Option)
			}
			events[w.Option] = append(events[w.Option], e.ID)
		}
	}
	return options, events
}
