package budget_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/whatmatters-care/whatmatters/schemas/fault"
	"github.com/whatmatters-care/whatmatters/sdm/budget"
)

func TestMoneyText(t *testing.T) {
	for _, c := range []struct {
		money budget.Money
		text  string
	}{
		{budget.GBP(123450), "£1,234.50"},
		{budget.GBP(0), "£0.00"},
		{budget.GBP(-500), "-£5.00"},
		{budget.GBP(7), "£0.07"},
		{budget.GBP(99999), "£999.99"},
		{budget.GBP(100_000_000), "£1,000,000.00"},
		{budget.GBP(budget.MaxMinor), "£90,071,992,547,409.91"},
		{budget.Money{Minor: 123450, Currency: "EUR"}, "€1,234.50"},
		{budget.Money{Minor: -1200, Currency: "JPY"}, "-JPY 1,200"},
		{budget.Money{Minor: 1200, Currency: "KWD"}, "KWD 1.200"},
		{budget.Money{Minor: 1200, Currency: "UYI"}, "UYI 1,200"},
		{budget.Money{Minor: 1200, Currency: "UYW"}, "UYW 0.1200"},
		{budget.Money{Minor: 5, Currency: "NZD"}, "NZD 0.05"},
	} {
		if got := c.money.String(); got != c.text {
			t.Errorf("%d %s: %q, want %q", c.money.Minor, c.money.Currency, got, c.text)
		}
		if got, err := budget.ParseMoney(c.text); err != nil || got != c.money {
			t.Errorf("%q: %v, %v", c.text, got, err)
		}
	}
	for text, pence := range map[string]int64{"£5": 500, "£1234.5": 123450, "GBP 12.34": 1234, "-GBP 1": -100} {
		if got, err := budget.ParseMoney(text); err != nil || got != budget.GBP(pence) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, bad := range []string{"", "5", "£", "£-5", "£1,23.00", "£,123", "£1,2345", "£1.005", "£1.", "£.5", "£1e3", "gbp 5", "GBP5", "£ 5", "£5 ", "£1,234.5,0", "£99999999999999999", "JPY 1.5", "--£5", "£٣"} {
		if got, err := budget.ParseMoney(bad); err == nil || !errors.Is(err, budget.ErrNoMoney) {
			t.Errorf("%q was read as %v, %v", bad, got, err)
		}
	}
	if (budget.Money{}).String() != "" {
		t.Error("an amount that nobody said has words")
	}
}

const nines = "9999999999999999"

func TestMoneyJSON(t *testing.T) {
	src, err := json.Marshal(struct {
		Rate budget.Money    `json:"rate,omitzero"`
		Cost budget.Money    `json:"cost"`
		None budget.Money    `json:"none"`
		N    budget.Quantity `json:"n"`
	}{Cost: budget.GBP(123450), N: 7500})
	if want := `{"cost":{"minor":123450,"currency":"GBP"},"none":null,"n":7.5}`; err != nil || string(src) != want {
		t.Errorf("%s, %v", src, err)
	}
	for _, bad := range []string{
		`{"minor":12.5,"currency":"GBP"}`, `{"minor":"12","currency":"GBP"}`, `{"minor":1e3,"currency":"GBP"}`, `{"minor":12}`, `{"currency":"GBP"}`, `12`, `"£12"`,
		`{"minor":12,"currency":"gbp"}`, `{"minor":12,"currency":"GBP","pounds":1}`, `{"minor":9007199254740992,"currency":"GBP"}`, `{"minor":null,"currency":"GBP"}`, `[]`, `{"pence":5}`,
		`{"minor":123456789012345678901234567890,"currency":"GBP"}`,
	} {
		m := budget.GBP(1)
		if err := json.Unmarshal([]byte(bad), &m); err == nil || m != budget.GBP(1) {
			t.Errorf("%s was read as %v", bad, m)
		}
	}
	for _, bad := range []string{`"7"`, `7.0005`, `1e3`, `-`, `null`, `99999999999999999`, `true`} {
		var q budget.Quantity
		if err := json.Unmarshal([]byte(bad), &q); err == nil && bad != "null" || q != 0 {
			t.Errorf("%s was read as %v", bad, q)
		}
	}
	for src, want := range map[string]struct {
		fault string
		cause error
	}{
		`"cost":{"minor":12.5,"currency":"GBP"}`:                   {"cost.minor: 12.5 cannot be counted: it is no whole number, and parts of one are not counted; write a whole number of smallest units, such as pence", nil},
		`"cost":{"minor":9007199254740992,"currency":"GBP"}`:       {"cost.minor: 9007199254740992 cannot be counted: too large to count; write a whole number of smallest units, such as pence", budget.ErrOverflow},
		`"cost":{"currency":"GBP"}`:                                {"cost.minor: it is missing, so nobody said how much; add how many of the smallest units it is, such as pence", budget.ErrNoMoney},
		`"cost":{"minor":5}`:                                       {"cost.currency: it is missing, so nobody can tell what is counted; add the code of the currency, such as GBP", budget.ErrNoMoney},
		`"cost":{"minor":5,"currency":"gbp"}`:                      {`cost.currency: "gbp" is no currency code; write three capital letters, such as GBP`, budget.ErrNoMoney},
		`"cost":12`:                                                {`cost: there is a number where an object belongs; write the amount as {"minor": 123450, "currency": "GBP"}`, nil},
		`"cost":{"minor":1,"minor":2,"currency":"GBP"}`:            {"cost.minor: the key stands there twice, so that one of the two values would be lost; keep the right one", nil},
		`"cost":{"minor":5,"currency":"GBP"},"quantity":7.0005`:    {`quantity: "7.0005" is no quantity: it has 4 decimal places, and at most 3 are counted; write a plain number with at most three decimal places`, nil},
		`"cost":{"minor":5,"currency":"GBP"},"quantity":1` + nines: {`quantity: "1` + nines + `" is no quantity: too large to count; write a plain number with at most three decimal places`, budget.ErrOverflow},
	} {
		var l budget.Line
		if err := fault.Decode([]byte("{"+src+"}"), &l); err == nil || err.Error() != want.fault || want.cause != nil && !errors.Is(err, want.cause) {
			t.Errorf("%s: %v, want %s", src, err, want.fault)
		}
	}
	if _, err := json.Marshal(budget.GBP(math.MaxInt64)); !errors.Is(err, budget.ErrOverflow) {
		t.Errorf("an amount that is too large is written: %v", err)
	}
}

func TestNothingWrapsOrMixes(t *testing.T) {
	most, eur := budget.GBP(budget.MaxMinor), budget.Money{Minor: 1, Currency: "EUR"}
	for name, c := range map[string]struct {
		do   func() (budget.Money, error)
		want error
	}{
		"sum":                 {func() (budget.Money, error) { return most.Add(budget.GBP(1)) }, budget.ErrOverflow},
		"difference":          {func() (budget.Money, error) { return budget.GBP(-budget.MaxMinor).Sub(budget.GBP(1)) }, budget.ErrOverflow},
		"two currencies":      {func() (budget.Money, error) { return most.Add(eur) }, budget.ErrCurrencies},
		"of nothing":          {func() (budget.Money, error) { return most.Add(budget.Money{}) }, budget.ErrNoMoney},
		"to nothing":          {func() (budget.Money, error) { return budget.Money{}.Sub(most) }, budget.ErrNoMoney},
		"too large":           {func() (budget.Money, error) { return budget.GBP(math.MinInt64).Add(budget.GBP(math.MinInt64)) }, budget.ErrOverflow},
		"product":             {func() (budget.Money, error) { return most.Times(1001) }, budget.ErrOverflow},
		"large product":       {func() (budget.Money, error) { return most.Times(budget.MaxQuantity) }, budget.ErrOverflow},
		"quantity":            {func() (budget.Money, error) { return most.Times(budget.MaxQuantity + 1) }, budget.ErrOverflow},
		"whole quantity":      {func() (budget.Money, error) { return budget.GBP(1).Times(budget.Whole(math.MaxInt64)) }, budget.ErrOverflow},
		"negative rate":       {func() (budget.Money, error) { return budget.GBP(-1).Times(1) }, budget.ErrNegative},
		"negative quantity":   {func() (budget.Money, error) { return most.Times(-1) }, budget.ErrNegative},
		"negative days":       {func() (budget.Money, error) { return most.ForDays(1, -1) }, budget.ErrNegative},
		"too many days":       {func() (budget.Money, error) { return most.ForDays(1, math.MaxInt) }, budget.ErrOverflow},
		"more than the whole": {func() (budget.Money, error) { return most.Percent(budget.Whole(101)) }, budget.ErrOverflow},
	} {
		if got, err := c.do(); !errors.Is(err, c.want) || !got.IsZero() {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	if n, err := most.Compare(budget.GBP(5)); n != 1 || err != nil {
		t.Error(n, err)
	}
	if n, err := most.Compare(eur); n != 0 || !errors.Is(err, budget.ErrCurrencies) {
		t.Error(n, err)
	}
	if n, err := most.Compare(budget.Money{}); n != 0 || !errors.Is(err, budget.ErrNoMoney) {
		t.Error("what nobody said has been compared:", n, err)
	}
}

// halfUp is the oracle: m x q x days / by with big integers, a half goes up.
func halfUp(minor int64, q budget.Quantity, days int, by int64) *big.Int {
	n := new(big.Int).Mul(big.NewInt(minor), big.NewInt(int64(q)))
	n.Mul(n, big.NewInt(int64(days))).Mul(n, big.NewInt(2)).Add(n, big.NewInt(by))
	return n.Div(n, big.NewInt(2*by))
}

func checkProduct(t *testing.T, minor int64, q budget.Quantity, days int) {
	t.Helper()
	for _, c := range []struct {
		by  int64
		got func() (budget.Money, error)
	}{
		{1000, func() (budget.Money, error) { days = 1; return budget.GBP(minor).Times(q) }},
		{365_000, func() (budget.Money, error) { return budget.GBP(minor).ForDays(q, days) }},
		{100_000, func() (budget.Money, error) { days = 1; return budget.GBP(minor).Percent(q) }},
	} {
		kept := days
		got, err := c.got()
		want := halfUp(minor, q, days, c.by)
		if fits := want.Cmp(big.NewInt(budget.MaxMinor)) <= 0; fits != (err == nil) || fits && got.Minor != want.Int64() {
			t.Fatalf("%d x %v x %d / %d: %v, %v; want %v", minor, q, days, c.by, got, err, want)
		}
		days = kept
	}
}

func TestRoundingIsHalfUpOnce(t *testing.T) {
	for _, c := range []struct {
		rate int64
		q    budget.Quantity
		want int64
	}{{1333, 7500, 9998}, {1, 500, 1}, {1, 499, 0}, {3, 500, 2}, {2, 250, 1}, {0, 5, 0}, {5, 0, 0}, {budget.MaxMinor, 1000, budget.MaxMinor}, {1450, 37_250, 54_013}} {
		if got, err := budget.GBP(c.rate).Times(c.q); err != nil || got.Minor != c.want {
			t.Errorf("%d x %v: %v, %v; want %d", c.rate, c.q, got, err, c.want)
		}
	}
	random := rand.New(rand.NewPCG(5, 8))
	for range 50_000 {
		minor := random.Int64N(budget.MaxMinor) >> random.IntN(53)
		checkProduct(t, minor, budget.Quantity(random.Int64N(budget.MaxMinor)>>random.IntN(53)), random.IntN(400))
	}
	for _, edge := range []int64{0, 1, 2, budget.MaxMinor - 1, budget.MaxMinor} {
		for _, days := range []int{0, 1, 364, 365, 366, 1 << 22} {
			checkProduct(t, edge, budget.Quantity(edge), days)
			checkProduct(t, edge, 1, days)
			checkProduct(t, 1, budget.Quantity(edge), days)
		}
	}
}

func FuzzProduct(f *testing.F) {
	f.Add(int64(1333), int64(7500), 1)
	f.Add(int64(budget.MaxMinor), int64(budget.MaxMinor), 1<<22)
	f.Fuzz(func(t *testing.T, minor, q int64, days int) {
		if minor >= 0 && minor <= budget.MaxMinor && q >= 0 && q <= budget.MaxMinor && days >= 0 && days <= 1<<22 {
			checkProduct(t, minor, budget.Quantity(q), days)
		} else if got, err := budget.GBP(minor).ForDays(budget.Quantity(q), days); err == nil {
			t.Errorf("%d x %d x %d is %v", minor, q, days, got)
		}
	})
}

func FuzzMoney(f *testing.F) {
	for _, text := range []string{"£1,234.50", "-GBP 1.5", "JPY 7", "£", "7.5", "0.125", `{"minor":5,"currency":"GBP"}`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if m, err := budget.ParseMoney(text); err == nil {
			if again, err := budget.ParseMoney(m.String()); err != nil || again != m || m.Valid() != nil {
				t.Errorf("%q: %v, %v, %v", text, m, again, err)
			}
		}
		if q, err := budget.ParseQuantity(text); err == nil {
			if again, err := budget.ParseQuantity(q.String()); err != nil || again != q {
				t.Errorf("%q: %v, %v, %v", text, q, again, err)
			}
		}
		var m budget.Money
		if json.Unmarshal([]byte(text), &m) == nil {
			src, err := json.Marshal(m)
			var again budget.Money
			if err != nil || json.Unmarshal(src, &again) != nil || again != m {
				t.Errorf("%q: %s, %v", text, src, err)
			}
		}
	})
}
