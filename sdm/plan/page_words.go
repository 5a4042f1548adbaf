package plan

import (
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/phrase"
)

// kindWords are the kinds of action in words.
var kindWords = map[ActionKind]string{
	Self: "something that the person does", Support: "support to look after oneself", ByOthers: "a service", Referral: "a referral",
	Budget: "paid for by a personal budget", Other: "something else",
}

// reached puts an achievement into words.
func reached(a Achievement) string {
	switch a {
	case "":
		return "nobody has looked yet"
	case Achieved:
		return "yes"
	case NotAchieved:
		return "no"
	default:
		return phrase.Spoken(string(a))
	}
}

// orUnknown puts a word of the data into plain letters; nobody said it where there is none.
func orUnknown(word string) string {
	if word == "" {
		return "not written down"
	}
	return phrase.Spoken(word)
}

// yesNo says that nobody asked where that is so.
func yesNo(so *bool) string {
	switch {
	case so == nil:
		return "not asked"
	case *so:
		return "yes"
	default:
		return "no"
	}
}

// measure names how an outcome is looked at. Where that is the id of a questionnaire, which has no capitals and no spaces, it is put as people
// write it: GAD-7, and Oxford hip score.
func measure(name string) string {
	for _, r := range name {
		if r != '-' && r != '_' && (r < '0' || '9' < r) && (r < 'a' || 'z' < r) {
			return name
		}
	}
	if strings.ContainsAny(name, "0123456789") {
		return strings.ToUpper(name)
	}
	return phrase.Capital(phrase.Spoken(strings.ReplaceAll(name, "-", "_")))
}
