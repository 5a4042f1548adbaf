package values

import "math"

// triesPerDraw limits how many times a draw that falls outside ranges of points is repeated, on average.
const triesPerDraw = 100

// sampler counts ranks over draws of weights and of uncertain estimates. Nothing is allocated for a draw.
type sampler struct {
	source  source
	options int
	corners int
	base    []float64 // value of what is certain about each option at each corner, one row per option
	loose   []loose
	shares  []float64 // of the corners, as drawn
	fits    []float64 // of the options, at those shares
	better  []int     // by option, how many others fit better
}

// loose is an uncertain cell: its option's place among those that take part, what it is, the attribute's weight at each corner, and the value drawn.
type loose struct {
	option  int
	cell    Cell
	of      Attribute
	weights []float64
	value   float64
}

// newSampler lays out the options over the corners of a region.
func (t *Table) newSampler(takePart []int, matters []bool, r region) *sampler {
	s := &sampler{options: len(takePart), corners: len(r.corners)}
	s.shares, s.fits, s.better = make([]float64, s.corners), make([]float64, s.options), make([]int, s.options)
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

// draw draws the uncertain estimates.
func (s *sampler) draw() {
	for i := range s.loose {
		l := &s.loose[i]
		l.value = l.of.value(s.source.score(l.cell))
	}
}

// fit works out how every option fits at these shares, with the estimates as drawn.
func (s *sampler) fit(shares []float64) {
	for i := range s.fits {
		s.fits[i] = dot(shares, s.base[i*s.corners:])
	}
	for i := range s.loose {
		l := &s.loose[i]
		s.fits[l.option] += float64(dot(shares, l.weights) * l.value)
	}
}

// rank counts, for every option, how many others fit better.
func (s *sampler) rank() {
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
	counts, central := make([]int, s.options*s.options), make([]float64, s.options*s.corners)
	made := s.run(newDrawer(r), set.Draws, counts, central)
	if made == 0 {
		return nil, 0, wrong(ErrSetting, "", "widen them or name single numbers", "the ranges of points leave so little room that no weights in it were drawn")
	}
	out := make([]Acceptance, s.options)
	for i, option := range takePart {
		a := Acceptance{Option: t.options[option].id, Ranks: make([]Share, s.options)}
		for rank := range a.Ranks {
			a.Ranks[rank] = share(counts[i*s.options+rank], made)
		}
		if first := counts[i*s.options]; first > 0 {
			shares := central[i*s.corners:][:s.corners]
			for f := range shares {
				shares[f] /= float64(first)
			}
			a.Central = r.weights(shares)
			a.Confidence = &Share{Value: 1} // holds for certain estimates: weights at which an option is first are a convex set, and hold their average
		}
		out[i] = a
	}
	if s.loose != nil {
		s.source.seed(set.Seed, 1)
		s.confidence(out, central, made)
	}
	return out, made, nil
}

// run makes draws and adds up, by option, how often it had each rank and the shares at which it was first. It returns how many draws were made: fewer
// than asked for only where almost every try falls outside the region.
func (s *sampler) run(d *drawer, draws int, counts []int, central []float64) int {
	made := 0
	for tries := draws * triesPerDraw; made < draws && tries > 0; tries-- {
		if !d.next(d, &s.source, s.shares) {
			continue
		}
		made++
		s.draw()
		s.fit(s.shares)
		s.rank()
		for i, better := range s.better {
			counts[i*s.options+better]++
			if better == 0 {
				sum := central[i*s.corners:][:s.corners]
				for f, x := range s.shares {
					sum[f] += x
				}
			}
		}
	}
	return made
}

// confidence fills in how often each option is first at its own central shares.
func (s *sampler) confidence(options []Acceptance, central []float64, draws int) {
	first := make([]int, s.options)
	for range draws {
		s.draw()
		for i := range options {
			if options[i].Central != nil {
				s.fit(central[i*s.corners:][:s.corners])
				s.rank()
				first[i] += one(s.better[i] == 0)
			}
		}
	}
	for i := range options {
		if options[i].Central != nil {
			*options[i].Confidence = share(first[i], draws)
		}
	}
}

// share gives a part of draws and its standard error. The error is taken at (count+1)/(draws+2), so that never having seen something is not shown as
// certainty that it cannot happen.
func share(count, draws int) Share {
	p := (float64(count) + 1) / (float64(draws) + 2)
	return Share{Value: float64(count) / float64(draws), SE: math.Sqrt(float64(p*(1-p)) / float64(draws))}
}
