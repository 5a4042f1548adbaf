package values

import "math"

// triesPerDraw limits how many times a draw that falls outside ranges of points is repeated, on average.
const triesPerDraw = 100

// sampler counts ranks over draws of weights and of uncertain estimates. Nothing is allocated for a draw.
type sampler struct {
	source  source
	options int
	base    []float64 // value of what is certain about each option at each corner, one row per option
	loose   []loose
	shares  []float64
	fits    []float64
	better  []int
}

// loose is an uncertain cell: its option's place among those that take part, what it is and the attribute's weight at each corner.
type loose struct {
	option  int
	cell    Cell
	of      Attribute
	weights []float64
}

// newSampler lays out the options over the corners of a region.
func (t *Table) newSampler(takePart []int, matters []bool, r region) *sampler {
	s := &sampler{options: len(takePart), shares: make([]float64, len(r.corners)), fits: make([]float64, len(takePart)), better: make([]int, len(takePart))}
	for place, i := range takePart {
		certain := make([]float64, len(matters))
		for k, cell := range t.options[i].cells {
			switch {
			case !matters[k]:
			case !cell.uncertain():
				certain[k] = t.options[i].low[k]
			default:
				l := loose{option: place, cell: cell, of: t.attributes.list[k]}
				for _, corner := range r.corners {
					l.weights = append(l.weights, corner[k])
				}
				s.loose = append(s.loose, l)
			}
		}
		s.base = append(s.base, r.at(certain)...)
	}
	return s
}

// rank draws the uncertain estimates and counts, for every option, how many others fit better at the present shares.
func (s *sampler) rank() {
	n := len(s.shares)
	for i := range s.fits {
		row, sum := s.base[i*n:][:n], 0.0
		for f, share := range s.shares {
			sum += float64(share * row[f])
		}
		s.fits[i] = sum
	}
	for i := range s.loose {
		l := &s.loose[i]
		s.fits[l.option] += float64(dot(s.shares, l.weights) * l.of.value(s.source.score(l.cell)))
	}
	clear(s.better)
	for i, x := range s.fits {
		count := s.better[i]
		for j := i + 1; j < len(s.fits); j++ {
			count += one(s.fits[j] > x+tie)
			s.better[j] += one(x > s.fits[j]+tie)
		}
		s.better[i] = count
	}
}

// one counts a truth without a branch.
func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// sampledAcceptance draws weights and estimates, and then, where estimates are uncertain, estimates alone at each option's central weights.
func (t *Table) sampledAcceptance(takePart []int, matters []bool, r region, set Sampling) ([]Acceptance, int, error) {
	s := t.newSampler(takePart, matters, r)
	s.source.seed(set.Seed, 0)
	counts, central := make([]int, s.options*s.options), make([]float64, s.options*len(r.corners))
	made := s.run(newDrawer(r), set.Draws, counts, central)
	if made == 0 {
		return nil, 0, settingFault("the ranges of points leave so little room that no weights in it were drawn: widen them or name single numbers")
	}
	out := make([]Acceptance, s.options)
	for i, option := range takePart {
		a := Acceptance{Option: t.options[option].id, Ranks: make([]Share, s.options)}
		for rank := range a.Ranks {
			a.Ranks[rank] = share(counts[i*s.options+rank], made)
		}
		if first := counts[i*s.options]; first > 0 {
			shares := central[i*len(r.corners):][:len(r.corners)]
			for f := range shares {
				shares[f] /= float64(first)
			}
			a.Central = r.weights(shares)
			a.Confidence = s.confidence(i, shares, set)
		}
		out[i] = a
	}
	return out, made, nil
}

// run makes draws and adds up, by option, how often it had each rank and the shares at which it was first. It returns how many draws were made: fewer
// than asked for only where almost every try falls outside the region.
func (s *sampler) run(d *drawer, draws int, counts []int, central []float64) int {
	made, n := 0, len(s.shares)
	for tries := draws * triesPerDraw; made < draws && tries > 0; tries-- {
		if !d.next(d, &s.source, s.shares) {
			continue
		}
		made++
		s.rank()
		for i, better := range s.better {
			counts[i*s.options+better]++
			if better == 0 {
				sum := central[i*n:][:n]
				for f, x := range s.shares {
					sum[f] += x
				}
			}
		}
	}
	return made
}

// confidence gives how often option i is first at fixed shares.
func (s *sampler) confidence(i int, shares []float64, set Sampling) *Share {
	if s.loose == nil {
		return &Share{Value: 1} // certain estimates; weights at which an option is first are a convex set, so their average is one of them
	}
	s.source.seed(set.Seed, uint64(i)+1)
	copy(s.shares, shares)
	first := 0
	for range set.Draws {
		s.rank()
		first += one(s.better[i] == 0)
	}
	out := share(first, set.Draws)
	return &out
}

// share gives a part of draws and its standard error. The error is taken at (count+1)/(draws+2), so that never having seen something is not shown as
// certainty that it cannot happen.
func share(count, draws int) Share {
	p := (float64(count) + 1) / (float64(draws) + 2)
	return Share{Value: float64(count) / float64(draws), SE: math.Sqrt(float64(p*(1-p)) / float64(draws))}
}
