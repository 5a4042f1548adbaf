package plan

import "strings"

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
		return spoken(string(a))
	}
}

// orUnknown puts a word of the data into plain letters; nobody said it where there is none.
func orUnknown(word string) string {
	if word == "" {
		return "not written down"
	}
	return spoken(word)
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

// spoken puts a word of the data into plain letters.
func spoken(word string) string { return strings.ReplaceAll(word, "_", " ") }
