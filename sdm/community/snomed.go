package community

import (
	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/question"
)

var codeSNOMED = diag.Define(diag.Info{
	Code:  "directory-snomed",
	Title: "This code of SNOMED CT is not to be used",
	Explain: "Some codes are passed around that no release of SNOMED CT has, or with a meaning that nobody could read in one. What is filed under them cannot be " +
		"found again, or means something else there.",
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
	if why, known := refused[code]; known {
		r.Errorf(codeSNOMED, diag.At(at), "%q is no code to use: %s", code, why).
			Hinted("Copy it anew from a release of SNOMED CT, or leave it out")
		return
	}
	question.CheckSNOMED(code, at, r)
}
