package rule

// Kleene's three-valued logic: what is not known stays not known, unless the known part decides alone.

func lowerNot(x eval) eval {
	return func(f []float64) float64 {
		v := x(f)
		if v != v {
			return v
		}
		return 1 - v
	}
}

func lowerAnd(a, b eval) eval {
	return func(f []float64) float64 {
		x := a(f)
		if x == 0 {
			return 0
		}
		y := b(f)
		if y == 0 || x == x {
			return y
		}
		return either(x, y)
	}
}

func lowerOr(a, b eval) eval {
	return func(f []float64) float64 {
		x := a(f)
		if x == 1 {
			return 1
		}
		y := b(f)
		if y == 1 || x == x {
			return y
		}
		return either(x, y)
	}
}
