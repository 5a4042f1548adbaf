package values

import "fmt"

// Points takes 100 points shared out among the attributes. Points already given may still grow: while some are left, each answer only says "at
// least so many", and PointsLeft says how many are to come. Once all 100 are given the answer is finished, and a box left blank holds none of them,
// because there are none left. More than 100 is fault.Faults with the cause ErrAnswer.
func (a *Attributes) Points(answers ...Answer) (*Preference, error) {
	points, given, err := a.place(MethodPoints, false, answers)
	if err != nil {
		return nil, err
	}
	sum := 0.0
	low := make([]float64, len(points))
	for i, r := range points {
		sum += r.Low
		low[i] = r.Low / 100
	}
	sum = round12(sum)
	if sum > 100 {
		return nil, wrong(ErrAnswer, "", fmt.Sprintf("take %v away", round12(sum-100)), "points: the points add up to %v, and there are only 100 to share out", sum)
	}
	p := &Preference{attributes: a, method: MethodPoints, open: a.blanks(given), pointsLeft: round12(100 - sum)}
	relation := AtLeast
	if p.pointsLeft == 0 {
		relation = Equal
	}
	for i, one := range a.list {
		if given[i] || relation == Equal {
			p.constraints = append(p.constraints, Constraint{one.ID, relation, low[i], ""})
		}
	}
	if p.pointsLeft == 0 {
		p.open = nil
		p.settle(low)
		return p, nil
	}
	for i := range low {
		corner := append([]float64(nil), low...)
		corner[i] += p.pointsLeft / 100
		p.region.corners = append(p.region.corners, corner)
	}
	return p, nil
}

// PointRanges takes, for each attribute, between how many and how many of the 100 points it deserves. A blank one may have anything from 0 to 100.
// The weights are settled where the ranges leave a single way to share out the points. Ranges that cannot add up to 100 are fault.Faults with the cause ErrAnswer.
func (a *Attributes) PointRanges(answers ...Answer) (*Preference, error) {
	points, given, err := a.place(MethodPointRanges, true, answers)
	if err != nil {
		return nil, err
	}
	p := &Preference{attributes: a, method: MethodPointRanges, open: a.blanks(given)}
	least, greatest := 0.0, 0.0
	for i := range points {
		if !given[i] {
			points[i] = Range{0, 100}
		} else {
			p.constraints = append(p.constraints,
				Constraint{a.list[i].ID, AtLeast, points[i].Low / 100, ""}, Constraint{a.list[i].ID, AtMost, points[i].High / 100, ""})
		}
		least += points[i].Low
		greatest += points[i].High
	}
	least, greatest = round12(least), round12(greatest)
	if least > 100 {
		return nil, wrong(ErrAnswer, "", "lower some of them", "point_ranges: even the smallest numbers add up to %v, and there are only 100 points", least)
	}
	if greatest < 100 {
		return nil, wrong(ErrAnswer, "", "raise some of them", "point_ranges: even the largest numbers add up to %v only, and all 100 points must go somewhere", greatest)
	}
	p.share(points, 100-least, greatest-100)
	return p, nil
}

// share fills in the region between ranges of points. spare is what the smallest numbers leave to share out; excess is by how much the largest overshoot.
func (p *Preference) share(points []Range, spare, excess float64) {
	low, room := make([]float64, len(points)), make([]float64, len(points))
	free := 0
	for i, r := range points {
		// What the others cannot take must stay here, and what they need cannot come here.
		low[i] = max(r.Low, r.High-excess)
		room[i] = round12(min(r.High, r.Low+spare) - low[i])
		if room[i] > tie {
			free++
		}
	}
	if free < 2 {
		if len(p.open) == 0 {
			p.settle(low)
		} else {
			p.settleOpen(low)
		}
		return
	}
	left := 100.0
	for _, x := range low {
		left -= x
	}
	capped := false
	for i := range points {
		if room[i] <= tie {
			continue
		}
		corner := make([]float64, len(low))
		for k, x := range low {
			corner[k] = x / 100
		}
		corner[i] += left / 100
		most := min(1, room[i]/left)
		capped = capped || most < 1-tie
		p.region.corners = append(p.region.corners, corner)
		p.region.most = append(p.region.most, most)
	}
	if !capped {
		p.region.most = nil
	}
}

// settleOpen is settle for an answer that leaves one way only and yet is not finished: the region is a point, and the weights stay unsaid.
func (p *Preference) settleOpen(parts []float64) {
	p.settle(parts)
	p.weights = nil
}
