package proms

// jointScale is one scale of the KOOS or HOOS: how its items are named, how many there are, and how many must be answered.
type jointScale struct {
	id, prefix string
	n, least   int
}

// jointByHand gives each scale 100 less 25 for each point of the mean, where enough of its items were answered.
func jointByHand(f filled, scales ...jointScale) map[string]any {
	out := map[string]any{}
	for _, s := range scales {
		out[s.id] = 100 - 25*f.mean(s.least, ids(s.prefix, s.n)...)
	}
	return out
}

// koosByHand has the least numbers of answers of August 2012.
func koosByHand(f filled) map[string]any {
	return jointByHand(f, jointScale{"pain", "p", 9, 5}, jointScale{"symptoms", "s", 7, 4}, jointScale{"daily_living", "a", 17, 9},
		jointScale{"sport", "sp", 5, 3}, jointScale{"quality_of_life", "q", 4, 2})
}

// hoosByHand has those of June 2013.
func hoosByHand(f filled) map[string]any {
	return jointByHand(f, jointScale{"pain", "p", 10, 5}, jointScale{"symptoms", "s", 5, 3}, jointScale{"daily_living", "a", 17, 9},
		jointScale{"sport", "sp", 4, 2}, jointScale{"quality_of_life", "q", 4, 2})
}
