package page

// Welsh gives the words in Welsh. They have not been checked by a native speaker: one must check them before they are
// used with patients.
func Welsh() Words {
	return Words{
		Language: "cy",

		Skip:     "Neidio i'r brif ran",
		Tools:    "Y dudalen hon",
		Print:    "Argraffu'r dudalen hon",
		Unfold:   "Agor pob rhan",
		Fold:     "Cau pob rhan",
		Contents: "Ar y dudalen hon",

		Labelled: "{label}: {text}",
		Between:  ", ",
		Cite:     "Ffynhonnell {n}",

		NotKnown:   "Ddim yn hysbys",
		Happens:    "Yn digwydd",
		HappensNot: "Ddim yn digwydd",

		Met:           "Wedi'i fodloni",
		NotMet:        "Heb ei fodloni",
		Unknown:       "Ddim yn hysbys eto",
		NotApplicable: "Ddim yn berthnasol",
		Alert:         "Angen gweithredu",
		Missing:       "Mae angen hyn o hyd i benderfynu: {list}",
		Basis:         "Sail",

		Information: "Da gwybod",
		Important:   "Pwysig",
		Uncertain:   "Yr hyn nad yw'n hysbys",

		Questions: "Cwestiynau",
		Number:    "Rhif rhwng {min} a {max}",
		Answer:    "Eich ateb",
		Share:     "{n} allan o 100",
		Open:      "Heb eu hateb o hyd: {n}. Pan fydd ateb i bob cwestiwn, gallwch weld yma sut maent yn cymharu.",
		Weights:   "Dyma faint mae pob un yn ei olygu o'i gymharu â'r lleill, yn ôl yr hyn a nodwyd gennych.",
		NoWeights: "Rydych wedi rhoi'r marc isaf i bopeth, felly nid oes dim i'w gymharu.",
		Points:    "{n} o {total} pwynt",
		Left:      "Pwyntiau sydd ar ôl i'w rhannu: {n} o {total}.",
		Over:      "Gormod o bwyntiau: {n}. Mae {total} i'w rhannu.",
		Shared:    "Mae pob un o'r {total} pwynt wedi'i rannu.",

		Checked: "Gwiriwyd ar {date}.",
		Unread:  "Nid oeddem yn gallu darllen y ffynhonnell hon ein hunain.",
		Date:    "{day} {month} {year}",
		Months: [12]string{"Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref",
			"Tachwedd", "Rhagfyr"},

		Refused: "Ni ellir dangos y rhan hon.",
	}
}
