package risk

// Test is what is known of a test: how many of those with the condition it finds, how
// many of those without it clears, and how many of the people tested have the condition.
// Each is a share from 0 to 1.
type Test struct {
	Sensitivity float64
	Specificity float64
	Prevalence  float64
}

// Tested is what happens when Of people are tested: two by two, whole people who add up.
type Tested struct {
	Of            Denominator `json:"of"`
	TruePositive  Frequency   `json:"true_positive"`
	FalseNegative Frequency   `json:"false_negative"`
	FalsePositive Frequency   `json:"false_positive"`
	TrueNegative  Frequency   `json:"true_negative"`
}

// Check holds the three shares to 0 to 1. Errors: BadChance.
func (t Test) Check() error {
	if err := checkChance("sensitivity", t.Sensitivity); err != nil {
		return err
	}
	if err := checkChance("specificity", t.Specificity); err != nil {
		return err
	}
	return checkChance("prevalence", t.Prevalence)
}

// People gives the test as natural frequencies. The people are split as one reads a
// tree: first those with the condition, then those found among them and those wrongly alarmed
// among the others, each rounded once from the exact share, the rest being the
// difference; so every branch adds up. Errors: BadChance, BadDenominator.
func (t Test) People(d Denominator) (Tested, error) {
	if err := t.Check(); err != nil {
		return Tested{}, err
	}
	if err := d.check(); err != nil {
		return Tested{}, err
	}
	of := float64(d)
	ill := wholePeople(float64(t.Prevalence * of))
	found := wholePeople(float64(float64(t.Prevalence*t.Sensitivity) * of))
	// Where well and cleared both end in a half, both would round up: one person too many.
	cleared := min(int(d)-ill, wholePeople(float64(float64((1-t.Prevalence)*t.Specificity)*of)))
	return Tested{
		Of:            d,
		TruePositive:  counted(found, d),
		FalseNegative: counted(ill-found, d),
		FalsePositive: counted(int(d)-ill-cleared, d),
		TrueNegative:  counted(cleared, d),
	}, nil
}

// Ill is the number of people who have the condition.
func (t Tested) Ill() Frequency { return t.sum(t.TruePositive, t.FalseNegative) }

// Well is the number of people who do not have the condition.
func (t Tested) Well() Frequency { return t.sum(t.FalsePositive, t.TrueNegative) }

// Positive is the number of people whose result is positive.
func (t Tested) Positive() Frequency { return t.sum(t.TruePositive, t.FalsePositive) }

// Negative is the number of people whose result is negative.
func (t Tested) Negative() Frequency { return t.sum(t.FalseNegative, t.TrueNegative) }

func (t Tested) sum(a, b Frequency) Frequency { return counted(a.People+b.People, t.Of) }

// IfPositive is the chance of the condition after a positive result (the positive
// predictive value), worked out from the exact shares. Not known, reason NobodyThere, where nobody
// can have a positive result. Errors: BadChance.
func (t Test) IfPositive() (Chance, error) {
	right := float64(t.Prevalence * t.Sensitivity)
	return t.share(right, right+float64((1-t.Prevalence)*(1-t.Specificity)))
}

// IfNegative is the chance of the condition in spite of a negative result (one minus the
// negative predictive value). Not known, reason NobodyThere, where nobody can have a
// negative result. Errors: BadChance.
func (t Test) IfNegative() (Chance, error) {
	missed := float64(t.Prevalence * (1 - t.Sensitivity))
	return t.share(missed, missed+float64((1-t.Prevalence)*t.Specificity))
}

func (t Test) share(part, all float64) (Chance, error) {
	if err := t.Check(); err != nil {
		return Chance{}, err
	}
	if all == 0 {
		return Unknown(NobodyThere), nil
	}
	return NewChance(part/all, Interval{}, Period{})
}
