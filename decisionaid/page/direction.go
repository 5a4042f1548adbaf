package page

import "strings"

// Direction is the way a text runs.
type Direction string

// The directions.
const (
	Follow      Direction = "" // as the language does
	LeftToRight Direction = "ltr"
	RightToLeft Direction = "rtl"
)

// The languages and scripts that run from right to left, by their BCP 47 subtags.
const (
	rightToLeftLanguages = " ar arc ckb dv fa he iw ks nqo ps sd syr ug ur yi "
	rightToLeftScripts   = " adlm arab hebr mand nkoo rohg syrc thaa "
)

// directionOf follows the script where the tag names one, as in az-Arab, and else the language.
func directionOf(language string) Direction {
	subtags := strings.Split(strings.ToLower(language), "-")
	direction := rightToLeft(rightToLeftLanguages, subtags[0])
	for _, subtag := range subtags[1:] {
		if len(subtag) == 4 && subtag[0] >= 'a' {
			direction = rightToLeft(rightToLeftScripts, subtag)
		}
	}
	return direction
}

func rightToLeft(among, subtag string) Direction {
	if strings.Contains(among, " "+subtag+" ") {
		return RightToLeft
	}
	return LeftToRight
}

// isLanguage reports whether a tag has the shape of BCP 47: subtags of one to eight letters and digits, the first of letters.
func isLanguage(tag string) bool {
	for i, subtag := range strings.Split(tag, "-") {
		if subtag == "" || len(subtag) > 8 || i == 0 && len(subtag) < 2 {
			return false
		}
		for _, c := range []byte(subtag) {
			letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}
