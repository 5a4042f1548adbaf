package irt

// Model names the response curve of an item. Throughout, x = D*a*(theta - b), and D is the bank's scaling constant, which
// applies to every model.
type Model string

const (
	// Rasch is the one-parameter logistic model, a = 1: P(1) = 1/(1+exp(-x)). Rasch (1960).
	Rasch Model = "rasch"
	// TwoPL is the two-parameter logistic model. Birnbaum (1968).
	TwoPL Model = "2pl"
	// ThreePL adds a lower asymptote c: P(1) = c + (1-c)/(1+exp(-x)). Birnbaum (1968).
	ThreePL Model = "3pl"
	// PCM is the partial credit model, a = 1; its steps need not be ordered. Masters (1982), doi:10.1007/BF02296272.
	PCM Model = "pcm"
	// GPCM is the generalised partial credit model: P(k) is proportional to exp of the sum of the first k x's. Muraki (1992),
	// doi:10.1177/014662169201600206.
	GPCM Model = "gpcm"
	// GRM is the graded response model: P(k or above) = 1/(1+exp(-x_k)), with ordered thresholds. Samejima (1969),
	// doi:10.1007/BF03372160.
	GRM Model = "grm"
)

// models is every model, in the order in which messages list them.
var models = []Model{Rasch, TwoPL, ThreePL, PCM, GPCM, GRM}

// Bounds on what an item and a bank may hold. They keep every intermediate finite and every table of a sensible size.
const (
	// MaxCategories is the most response categories an item may have.
	MaxCategories = 100
	// MaxMagnitude is the largest absolute value of a threshold, a grid end or a metric's constant, in their own units.
	MaxMagnitude = 1e6
	// MinSlope and MaxSlope bound the discrimination a and the scaling constant D.
	MinSlope, MaxSlope = 1e-6, 1e6
	// MinThresholdGap is the least distance between neighbouring thresholds of a graded item, in units of theta.
	MinThresholdGap = 1e-9
	// MaxCells is the most cells (categories of all items, times nodes of the grid) that a bank may tabulate.
	MaxCells = 1 << 22
)

// Item is one calibrated item. Its categories are counted from 0, in the order of rising theta, so that an item that is worded
// the other way round must be reversed before it comes here.
type Item struct {
	// ID is the item's name, unique in its bank.
	ID string `json:"id"`
	// Model names the response curve.
	Model Model `json:"model"`
	// Discrimination is a, above 0. Rasch and PCM fix it at 1: leave it 0, or say 1.
	Discrimination float64 `json:"discrimination,omitempty"`
	// Thresholds are b, on the scale of theta: one fewer than the categories. Rasch, 2PL and 3PL have one, the difficulty. Those
	// of GRM rise strictly; the steps of PCM and GPCM may come in any order.
	Thresholds []float64 `json:"thresholds"`
	// Guessing is c, from 0 and below 1; only 3PL has it.
	Guessing float64 `json:"guessing,omitempty"`
	// Area is the content area, read only by the content balance of an adaptive test.
	Area string `json:"area,omitempty"`
}

// Categories is the number of response categories: 0 to Categories()-1 are answers.
func (it Item) Categories() int { return len(it.Thresholds) + 1 }

// slope is the discrimination that the model uses.
func (it Item) slope() float64 {
	if it.Model == Rasch || it.Model == PCM {
		return 1
	}
	return it.Discrimination
}
