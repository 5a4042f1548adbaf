package values

// piece is a part of the region on which as many options fit better than the one looked at.
type piece struct {
	outline []vertex
	better  int
}

// exactAcceptance cuts the region along the lines on which two options fit equally well, and adds up areas. The region has at most three corners.
func (t *Table) exactAcceptance(takePart []int, r region) []Acceptance {
	outline := r.outline()
	whole, _ := measure(outline)
	out := make([]Acceptance, len(takePart))
	for i, a := range takePart {
		pieces := []piece{{outline, 0}}
		for _, b := range takePart {
			if a != b {
				pieces = cut(pieces, t.swapLine(b, a, r), outline)
			}
		}
		out[i] = t.weigh(a, len(takePart), pieces, whole, r)
	}
	return out
}

// swapLine gives the linear function of the shares that says by how much option b fits better than option a.
func (t *Table) swapLine(b, a int, r region) (line vertex) {
	lead, _ := t.lead(b, a)
	copy(line[:], r.at(lead))
	return line
}

// cut divides every piece by a line. Where the two options tie over the whole region neither is better anywhere.
func cut(pieces []piece, line vertex, outline []vertex) []piece {
	tied := true
	for _, v := range outline {
		d := line.dot(v)
		tied = tied && d <= tie && d >= -tie
	}
	if tied {
		return pieces
	}
	out := make([]piece, 0, 2*len(pieces))
	for _, p := range pieces {
		above, below := split(p.outline, line)
		if above != nil {
			out = append(out, piece{above, p.better + 1})
		}
		if below != nil {
			out = append(out, piece{below, p.better})
		}
	}
	return out
}

// weigh turns pieces into shares by rank, and the piece on which nothing is better into central weights.
func (t *Table) weigh(option, options int, pieces []piece, whole float64, r region) Acceptance {
	areas := make([]float64, options)
	var middle vertex
	for _, p := range pieces {
		area, centre := measure(p.outline)
		areas[p.better] += area
		if p.better == 0 {
			for i := range middle {
				middle[i] += float64(area * centre[i])
			}
		}
	}
	out := Acceptance{Option: t.options[option].id, Ranks: make([]Share, options)}
	for rank, area := range areas {
		if share := area / whole; share > tie { // what is smaller is rounding
			out.Ranks[rank].Value = min(share, 1)
		}
	}
	if out.Ranks[0].Value == 0 {
		return out
	}
	shares := make([]float64, len(r.corners))
	for f := range shares {
		shares[f] = middle[f] / areas[0]
	}
	out.Central = r.weights(shares)
	out.Confidence = &Share{Value: 1} // certain estimates; the piece is convex, so its middle lies in it
	return out
}
