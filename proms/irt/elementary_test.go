package irt

import (
	"math"
	"math/big"
	"testing"
)

// TestElementary compares with package math, which is right to within one unit in the last place.
func TestElementary(t *testing.T) {
	ulps := func(name string, x, got, want float64, allowed float64) {
		t.Helper()
		unit := math.Nextafter(math.Abs(want), math.Inf(1)) - math.Abs(want)
		if d := math.Abs(got-want) / unit; !(d <= allowed) {
			t.Errorf("%s(%v) = %v, want %v (%.1f units in the last place)", name, x, got, want, d)
		}
	}
	for i := range 20000 {
		x := float64(i) * 0.037
		ulps("exp", -x, exp(-x), math.Exp(-x), 2)
		ulps("log", x+1e-3, log(x+1e-3), math.Log(x+1e-3), 3)
		u := float64(i)/20000*1.5 - 0.5
		if u != 0 {
			ulps("log1p", u, log1p(u), math.Log1p(u), 4)
		}
		d := math.Exp(float64(i)/1000 - 14)
		ulps("oneMinusExp", d, oneMinusExp(d), -math.Expm1(-d), 3)
		want := math.Log1p(-math.Exp(-d))
		if d < 0.5 {
			want = math.Log(-math.Expm1(-d))
		}
		ulps("logOneMinusExp", d, logOneMinusExp(d), want, 8)
	}
	for _, c := range [][2]float64{{exp(0), 1}, {exp(math.Inf(-1)), 0}, {exp(-745.13), 5e-324}, {exp(-750), 0}, {log(1), 0}, {log1p(0), 0}} {
		if c[0] != c[1] {
			t.Errorf("got %v, want %v", c[0], c[1])
		}
	}
	above, below := logistic(800)
	if above != 1 || below != 0 {
		t.Errorf("logistic(800) = %v, %v", above, below)
	}
	if a, b := logLogistic(-1e15); a != -1e15 || b != 0 {
		t.Errorf("logLogistic(-1e15) = %v, %v", a, b)
	}
}

// TestLogConstants holds the two parts of ln 2 to a longer value.
func TestLogConstants(t *testing.T) {
	want, _, err := big.ParseFloat("0.693147180559945309417232121458176568075500134360255254120680", 10, 200, big.ToNearestEven)
	if err != nil {
		t.Fatal(err)
	}
	sum := new(big.Float).SetPrec(200).Add(big.NewFloat(ln2Hi), big.NewFloat(ln2Lo))
	if d, _ := sum.Sub(sum, want).Float64(); math.Abs(d) > 1e-25 {
		t.Errorf("ln2Hi + ln2Lo is off by %v", d)
	}
}

// TestSameBits pins results to the last bit. It must hold on every architecture (GOARCH=386 is a second one that was tried).
func TestSameBits(t *testing.T) {
	b := mustBank(t, readItems(t, "irt_grm_params.csv", GRM), nil)
	x := []int8{2, 1, 3, 0, 2, 4, 1, 2, Missing, 2}
	table := b.RawTable(0)
	for name, pair := range map[string][2]float64{
		"EAP": {b.EAP(nil, x).Theta, 0x16572c79b4330dp-57}, "EAP se": {b.EAP(nil, x).SE, 0x11bc69fabe6a0cp-54}, "MAP": {b.MAP(nil, x).Theta, 0x1891f80f01c478p-57}, "ML": {b.ML(nil, x).Theta, 0x1a9dfe9ce3f98ap-57},
		"WLE": {b.WLE(nil, x).Theta, 0x1c278bd41129c8p-57}, "lz": {b.Fit(nil, x, 0.25).LZ, -0x16eb17217d360fp-52}, "raw 7": {table.Rows[7].Reported.Value, 0x13026eceed5be8p-47},
	} {
		if math.Float64bits(pair[0]) != math.Float64bits(pair[1]) {
			t.Errorf("%s = %x, want %x", name, pair[0], pair[1])
		}
	}
}
