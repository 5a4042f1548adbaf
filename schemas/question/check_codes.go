package question

import (
	"regexp"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeLOINC = diag.Define(diag.Info{
	Code:  "item-code-loinc",
	Title: "This cannot be a LOINC code",
	Explain: "A LOINC code is a number, a hyphen and a check digit (the mod 10 algorithm of the LOINC users' guide). The check digit does not fit, so " +
		"at least one digit is wrong, and results would be filed under another code.",
	Bad:  "loinc: 44250-8",
	Good: "loinc: 44250-9",
})

var codeSNOMED = diag.Define(diag.Info{
	Code:  "item-code-snomed",
	Title: "This cannot be a SNOMED CT concept",
	Explain: "An identifier of a SNOMED CT concept has 6 to 18 digits, with 00 or 10 as the third and second digit from its end and a Verhoeff check digit " +
		"at its end. This one has not, so at least one digit is wrong. Write it in quotes.",
	Bad:  `snomed: "720433001"`,
	Good: `snomed: "720433000"`,
})

// checkCodes reports codes of terminologies that cannot be right by their own check digits. It cannot tell whether a code
// means the question.
func checkCodes(at string, q Question, r *diag.Reporter) {
	CheckLOINC(q.LOINC, at+"/loinc", r)
	CheckSNOMED(q.SNOMED, at+"/snomed", r)
}

// CheckLOINC reports a code that cannot be one of LOINC, by its form and its check digit; "" is no code and passes. at is the
// JSON pointer of the code.
func CheckLOINC(code, at string, r *diag.Reporter) {
	if code != "" && !validLOINC(code) {
		r.Errorf(codeLOINC, diag.At(at), "%q is no LOINC code", code).Hinted("Copy it anew from where you found it")
	}
}

// CheckSNOMED reports an identifier that cannot be one of a concept of SNOMED CT, by its form and its check digit; "" is none and
// passes. at is the JSON pointer of the identifier.
func CheckSNOMED(id, at string, r *diag.Reporter) {
	if id == "" {
		return
	}
	if why := snomedFault(id); why != "" {
		r.Errorf(codeSNOMED, diag.At(at), "%q is no identifier of a SNOMED CT concept: %s", id, why).
			Hinted("Copy it anew from where you found it, or leave it out")
	}
}

var loincForm = regexp.MustCompile(`^[1-9][0-9]{0,6}-[0-9]$`)

// validLOINC reports whether a code has the form of LOINC and the right check digit: mod 10 (Luhn) over the number before
// the hyphen.
func validLOINC(code string) bool {
	if !loincForm.MatchString(code) {
		return false
	}
	number, check, _ := strings.Cut(code, "-")
	sum := 0
	for i := range len(number) {
		d := int(number[len(number)-1-i] - '0')
		if i%2 == 0 {
			d *= 2
			d = d/10 + d%10
		}
		sum += d
	}
	return (10-sum%10)%10 == int(check[0]-'0')
}

var digitsOnly = regexp.MustCompile(`^[1-9][0-9]{5,17}$`)

// The tables of the Verhoeff scheme (J. Verhoeff, Error Detecting Decimal Codes, 1969): the group of the pentagon, and the
// permutation that each place applies.
var (
	verhoeffGroup = [10][10]int{
		{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5}, {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
		{3, 4, 0, 1, 2, 8, 9, 5, 6, 7}, {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
		{6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3}, {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
		{9, 8, 7, 6, 5, 4, 3, 2, 1, 0},
	}
	verhoeffPlace = [8][10]int{
		{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 5, 7, 6, 2, 8, 3, 0, 9, 4}, {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
		{8, 9, 1, 6, 0, 4, 3, 5, 2, 7}, {9, 4, 5, 3, 1, 2, 6, 8, 7, 0}, {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
		{2, 7, 9, 3, 8, 0, 6, 4, 1, 5}, {7, 0, 4, 6, 9, 1, 3, 2, 5, 8},
	}
)

// snomedFault says why an identifier cannot be that of a SNOMED CT concept, or "".
func snomedFault(id string) string {
	if !digitsOnly.MatchString(id) {
		return "an identifier has 6 to 18 digits, of which the first is not 0"
	}
	if partition := id[len(id)-3 : len(id)-1]; partition != "00" && partition != "10" {
		return "its third and second digit from the end are " + partition + ", and those of a concept are 00 or 10"
	}
	c := 0
	for i := range len(id) {
		c = verhoeffGroup[c][verhoeffPlace[i%8][id[len(id)-1-i]-'0']]
	}
	if c != 0 {
		return "its check digit does not fit, so at least one digit is wrong"
	}
	return ""
}
