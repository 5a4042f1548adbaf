package irt

// tables hold what depends on the grid, worked out once. A row has one cell a node.
type tables struct {
	nodes    []float64
	step     float64
	prior    []float64 // the normal density at the nodes, summing to 1
	logPrior []float64 // its logarithm, up to a constant
	// likelihood has a row for each option: P at each node over the greatest P of the row. The factor cancels in every posterior,
	// and without it an option that is unlikely everywhere would vanish.
	likelihood []float64
	// logLikelihood is log P, a row for each option.
	logLikelihood []float64
	// information is Fisher information, a row for each item.
	information []float64
}

func (b *Bank) tabulate(options int) tables {
	grid, n := b.settings.Grid, b.settings.Grid.Points
	t := tables{
		nodes: grid.nodes(), step: grid.Step(),
		prior: make([]float64, n), logPrior: make([]float64, n),
		likelihood: make([]float64, options*n), logLikelihood: make([]float64, options*n),
		information: make([]float64, len(b.curves)*n),
	}
	t.tabulatePrior(b.settings.Prior)
	var points [MaxCategories]point
	var logs [MaxCategories]float64
	for i := range b.curves {
		c := &b.curves[i]
		for q, theta := range t.nodes {
			t.information[i*n+q] = c.information(theta, points[:])
			c.logs(theta, logs[:c.categories()])
			for k, l := range logs[:c.categories()] {
				t.logLikelihood[(b.first[i]+k)*n+q] = l
			}
		}
	}
	for option := range options {
		row := t.logLikelihood[option*n : (option+1)*n]
		scaledExp(t.likelihood[option*n:(option+1)*n], row)
	}
	return t
}

func (t *tables) tabulatePrior(prior Prior) {
	for q, theta := range t.nodes {
		z := (theta - prior.Mean) / prior.SD
		t.logPrior[q] = -float64(z*z) / 2
	}
	scaledExp(t.prior, t.logPrior)
	total := 0.0
	for _, w := range t.prior {
		total += w
	}
	for q := range t.prior {
		t.prior[q] /= total
	}
}

// scaledExp puts exp(logs) into dst, divided by the greatest of them, so that the greatest is 1.
func scaledExp(dst, logs []float64) {
	top := logs[0]
	for _, l := range logs[1:] {
		top = max(top, l)
	}
	for q, l := range logs {
		dst[q] = exp(l - top)
	}
}
