package irt

// Probabilities gives the chance of each category of an item at theta, appended to dst[:0]. Item is a place in the bank, counted from
// 0. The error is Faults of kind ErrArgument.
func (b *Bank) Probabilities(dst []float64, item int, theta float64) ([]float64, error) {
	if err := b.checkItem(item); err != nil {
		return nil, err
	}
	if err := checkTheta(theta); err != nil {
		return nil, err
	}
	var buffer [MaxCategories]point
	points := buffer[:b.curves[item].categories()]
	b.curves[item].points(theta, points)
	dst = dst[:0]
	for _, at := range points {
		dst = append(dst, at.p)
	}
	return dst, nil
}

// ItemInformation is the expected (Fisher) information of one item at theta: the sum of P'^2/P over its categories. Its unit is
// 1/theta^2. The error is Faults of kind ErrArgument.
func (b *Bank) ItemInformation(item int, theta float64) (float64, error) {
	if err := b.checkItem(item); err != nil {
		return 0, err
	}
	if err := checkTheta(theta); err != nil {
		return 0, err
	}
	var buffer [MaxCategories]point
	return b.curves[item].information(theta, buffer[:]), nil
}

// TestInformation is the sum over all items of the bank; 1 over its square root is the standard error that ML would have at theta
// if every item were answered.
func (b *Bank) TestInformation(theta float64) (float64, error) {
	if err := checkTheta(theta); err != nil {
		return 0, err
	}
	var buffer [MaxCategories]point
	sum := 0.0
	for i := range b.curves {
		sum += b.curves[i].information(theta, buffer[:])
	}
	return sum, nil
}

// ExpectedRaw is the raw score to be expected at theta over all items, with lowest as the value of each item's lowest category (the
// test characteristic curve).
func (b *Bank) ExpectedRaw(theta float64, lowest int) (float64, error) {
	if err := checkTheta(theta); err != nil {
		return 0, err
	}
	var buffer [MaxCategories]point
	sum := float64(lowest) * float64(len(b.curves))
	for i := range b.curves {
		points := buffer[:b.curves[i].categories()]
		b.curves[i].points(theta, points)
		for k, at := range points {
			sum += float64(float64(k) * at.p)
		}
	}
	return sum, nil
}
