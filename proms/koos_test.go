package proms

// jointByHand gives each scale 100 less 25 for each point of the mean, where so many of its items were answered.
func jointByHand(f filled, scales map[string]struct {
	prefix   string
	n, least int
}) map[string]any {
	out := map[string]any{}
	for scale, s := range scales {
		out[scale] = 100 - 25*f.mean(s.least, ids(s.prefix, s.n)...)
	}
	return out
}

// koosByHand has the least numbers of answers of August 2012.
func koosByHand(f filled) map[string]any {
	return jointByHand(f, map[string]struct {
		prefix   string
		n, least int
	}{"pain": {"p", 9, 5}, "symptoms": {"s", 7, 4}, "daily_living": {"a", 17, 9}, "sport": {"sp", 5, 3}, "quality_of_life": {"q", 4, 2}})
}

// hoosByHand has those of June 2013.
func hoosByHand(f filled) map[string]any {
	return jointByHand(f, map[string]struct {
		prefix   string
		n, least int
	}{"pain": {"p", 10, 5}, "symptoms": {"s", 5, 3}, "daily_living": {"a", 17, 9}, "sport": {"sp", 4, 2}, "quality_of_life": {"q", 4, 2}})
}
