package irt

// curve is an item made ready. The dichotomous models without guessing are graded curves with one threshold.
type curve struct {
	shape      shape
	slope      float64 // D*a
	thresholds []float64
	gaps       []float64 // graded: 1-exp(-slope*(b[k+1]-b[k])), the share that makes P(k) a product and so free of cancellation
	logGaps    []float64
	guessing   float64
}

type shape uint8

const (
	graded shape = iota
	partial
	guessed
)

// point is one category at one theta: its probability, and the first and second derivative of the probability's logarithm.
// Everything else follows: information is sum(p*rate^2), the likelihood equation sums rates, Warm's J sums p*rate*(rate^2+bend).
type point struct{ p, rate, bend float64 }

func newCurve(it Item, d float64) curve {
	c := curve{slope: float64(d * it.slope()), thresholds: append([]float64(nil), it.Thresholds...), guessing: it.Guessing}
	switch {
	case it.Model == PCM || it.Model == GPCM:
		c.shape = partial
	case it.Guessing > 0:
		c.shape = guessed
	default:
		for k := 1; k < len(c.thresholds); k++ {
			d := float64(c.slope * (c.thresholds[k] - c.thresholds[k-1]))
			c.gaps = append(c.gaps, oneMinusExp(d))
			c.logGaps = append(c.logGaps, logOneMinusExp(d))
		}
	}
	return c
}

func (c *curve) categories() int { return len(c.thresholds) + 1 }

// points fills out, one for each category.
func (c *curve) points(theta float64, out []point) {
	switch c.shape {
	case graded:
		c.gradedPoints(theta, out)
	case partial:
		c.partialPoints(theta, out)
	case guessed:
		c.guessedPoints(theta, out)
	}
}

// logs fills out with log P for each category; all are finite.
func (c *curve) logs(theta float64, out []float64) {
	switch c.shape {
	case graded:
		c.gradedLogs(theta, out)
	case partial:
		c.partialLogs(theta, out)
	case guessed:
		x := float64(c.slope * (theta - c.thresholds[0]))
		above, _ := logistic(x)
		_, logBelow := logLogistic(x)
		out[0] = log(1-c.guessing) + logBelow
		out[1] = log(c.guessing + float64((1-c.guessing)*above))
	}
}

// gradedPoints: with s the chance of reaching category k and t that of reaching k+1, P = s - t, and P'/P = slope*(1-s-t).
func (c *curve) gradedPoints(theta float64, out []point) {
	reach, fail, last := 1.0, 0.0, len(c.thresholds)
	for k := range out {
		nextReach, nextFail := 0.0, 1.0
		if k < last {
			nextReach, nextFail = logistic(float64(c.slope * (theta - c.thresholds[k])))
		}
		p := float64(reach * nextFail)
		if k > 0 && k < last {
			p *= c.gaps[k-1]
		}
		spread := float64(reach*fail) + float64(nextReach*nextFail)
		out[k] = point{p: p, rate: c.slope * (fail - nextReach), bend: -float64(c.slope*c.slope) * spread}
		reach, fail = nextReach, nextFail
	}
}

func (c *curve) gradedLogs(theta float64, out []float64) {
	logReach, last := 0.0, len(c.thresholds)
	for k := range out {
		nextReach, nextFail := 0.0, 0.0
		if k < last {
			nextReach, nextFail = logLogistic(float64(c.slope * (theta - c.thresholds[k])))
		}
		out[k] = logReach + nextFail
		if k > 0 && k < last {
			out[k] += c.logGaps[k-1]
		}
		logReach = nextReach
	}
}

// partialPoints: P'/P = slope*(k - E), where E is the expected category.
func (c *curve) partialPoints(theta float64, out []point) {
	out[0].p = 0
	top := 0.0
	for k, b := range c.thresholds {
		out[k+1].p = out[k].p + float64(c.slope*(theta-b))
		top = max(top, out[k+1].p)
	}
	total := 0.0
	for k := range out {
		out[k].p = exp(out[k].p - top)
		total += out[k].p
	}
	mean := 0.0
	for k := range out {
		out[k].p /= total
		mean += float64(float64(k) * out[k].p)
	}
	spread := 0.0
	for k := range out {
		away := float64(k) - mean
		out[k].rate = c.slope * away
		spread += float64(out[k].p * float64(away*away))
	}
	for k := range out {
		out[k].bend = -float64(c.slope*c.slope) * spread
	}
}

func (c *curve) partialLogs(theta float64, out []float64) {
	out[0] = 0
	top := 0.0
	for k, b := range c.thresholds {
		out[k+1] = out[k] + float64(c.slope*(theta-b))
		top = max(top, out[k+1])
	}
	total := 0.0
	for _, z := range out {
		total += exp(z - top)
	}
	shift := top + log(total)
	for k := range out {
		out[k] -= shift
	}
}

// guessedPoints is 3PL: wrong has the derivatives of 2PL, right those of a mixture.
func (c *curve) guessedPoints(theta float64, out []point) {
	above, below := logistic(float64(c.slope * (theta - c.thresholds[0])))
	able := 1 - c.guessing
	spread := float64(above * below)
	square := float64(c.slope * c.slope)
	right := c.guessing + float64(able*above)
	rate := float64(able*c.slope) * spread / right
	turn := float64(able*square) * float64(spread*(below-above)) / right
	out[0] = point{p: able * below, rate: -c.slope * above, bend: -square * spread}
	out[1] = point{p: right, rate: rate, bend: turn - float64(rate*rate)}
}

// information is the expected (Fisher) information at theta; buffer holds at least the item's categories.
func (c *curve) information(theta float64, buffer []point) float64 {
	points := buffer[:c.categories()]
	c.points(theta, points)
	sum := 0.0
	for _, at := range points {
		sum += float64(at.p * float64(at.rate*at.rate))
	}
	return sum
}
