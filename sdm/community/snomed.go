package community

import (
	"fmt"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeSNOMED = diag.Define(diag.Info{
	Code:  "directory-snomed",
	Title: "This code of SNOMED CT cannot be used",
	Explain: "An identifier of a concept has 6 to 18 digits, with 00 or 10 as the third and second digit from its end and a Verhoeff check digit at its end. Some " +
		"codes that are passed around are none, or have a meaning that nobody could read in a release; they are refused too.",
	Bad:  `snomed: "1326451000000104"`,
	Good: `snomed: "871731000000106"`,
})

// refused are codes that are passed around with a meaning that nobody has read in a source, and why each is refused.
var refused = map[string]string{
	"1326451000000104": "its check digit is wrong, and no source has it",
	"871691000000100":  "no source says what it means; it is passed around for an offer of social prescribing, which is not counted anyway",
}

// checkSNOMED reports a code that cannot be right; "" is no code and passes. It cannot tell whether a code means what it stands beside.
func checkSNOMED(code, at string, r *diag.Reporter) {
	if code == "" {
		return
	}
	if why := snomedFault(code); why != "" {
		r.Errorf(codeSNOMED, diag.At(at), "%q is no code to use: %s", code, why).
			Hinted("Copy it anew from a release of SNOMED CT, or leave it out")
	}
}

// snomedFault says why a code cannot be used, or "".
func snomedFault(code string) string {
	if why := refused[code]; why != "" {
		return why
	}
	n := len(code)
	if n < 6 || n > 18 || code[0] == '0' {
		return "an identifier has 6 to 18 digits and starts with none that is 0"
	}
	for i := range n {
		if code[i] < '0' || code[i] > '9' {
			return fmt.Sprintf("%q is no digit", code[i:i+1])
		}
	}
	if partition := code[n-3 : n-1]; partition != "00" && partition != "10" {
		return fmt.Sprintf("its third and second digit from the end are %s, and those of a concept are 00 or 10", partition)
	}
	if !verhoeff(code) {
		return "its check digit does not fit, so at least one digit is wrong"
	}
	return ""
}

// verhoeff checks digits by the scheme of J. Verhoeff, Error Detecting Decimal Codes (1969): each digit, from the last on, is moved by a power of one
// permutation, and multiplied in the group of the symmetries of a pentagon, whose elements are 0 to 4 for turns and 5 to 9 for mirrorings.
func verhoeff(digits string) bool {
	permutation := [10]int{1, 5, 7, 6, 2, 8, 3, 0, 9, 4}
	product := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		for range i % 8 {
			d = permutation[d]
		}
		product = dihedral(product, d)
	}
	return product == 0
}

func dihedral(a, b int) int {
	switch {
	case a < 5 && b < 5:
		return (a + b) % 5
	case a < 5:
		return 5 + (a+b-5)%5
	case b < 5:
		return 5 + (a-5-b+5)%5
	default:
		return (a - b + 5) % 5
	}
}
