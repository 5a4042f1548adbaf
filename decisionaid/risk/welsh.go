package risk

// Welsh gives the words in Welsh. They have not been checked by a native speaker: one must check them before they are
// used with patients. Each call gives a new value, which the caller may change.
//
// Happens and Not of an Outcome follow "mae" in these sentences, so write them as "yn cael strôc" or "wedi marw". Names of
// choices and conditions stand only where Welsh does not mutate them, so write them unmutated.
func Welsh() Words {
	return Words{
		Language:  "cy",
		Thousands: ",",

		FewerThan: "llai nag {n}",
		MoreThan:  "mwy na {n}",
		Not:       "nad yw hyn yn digwydd iddynt",

		Chance:   "Mae {did} o bob {of} o bobl {outcome} {period}; mae {did_not} {not}.",
		Observed: "O'r {studied} o bobl a astudiwyd, mae {did} {outcome} {period}; mae {did_not} {not}.",
		Unknown:  "Nid yw'n hysbys faint o bobl sydd {outcome} {period}: {reason}.",

		// The two ends stand apart: any word between them would be mutated, or would change its form, by some of the numbers.
		Range: "Dyma ein hamcangyfrif gorau; o bob {of} o bobl, gallai'r nifer fod unrhyw le rhwng y ddau rif hyn: " +
			"{lower} (yr isaf), {upper} (yr uchaf).",
		NoRange: "Dyma ein hamcangyfrif gorau; ni nodwyd pa mor bell ohoni y gallai'r gwir nifer fod.",

		ChainedNote:    "Cyfrifwyd hyn drwy roi dwy gymhariaeth neu ragor at ei gilydd.",
		IndirectNote:   "Nid oes unrhyw astudiaeth wedi cymharu'r dewisiadau hyn â'i gilydd yn uniongyrchol.",
		SteadyRateNote: "Mae hyn yn tybio bod y gyfradd yn gyson dros amser.",
		FixedBaselineNote: "Mae'r ystod yn ystyried ansicrwydd ynghylch yr effaith, " +
			"ac yn cymryd bod y siawns ar y dechrau yn union gywir.",

		Fewer: "Yn achos {option}, mae {n} yn llai o bob {of} o bobl {outcome} {period} nag yn achos {comparator}.",
		More:  "Yn achos {option}, mae {n} yn fwy o bob {of} o bobl {outcome} {period} nag yn achos {comparator}.",
		Same:  "Yn achos {option}, mae tua'r un nifer o bob {of} o bobl {outcome} {period} ag yn achos {comparator}.",

		Short:         "{did} o bob {of}",
		ShortObserved: "{did} o'r {studied} a astudiwyd",
		ShortRange:    "(isaf {lower}, uchaf {upper})",
		ShortUnknown:  "Ddim yn hysbys: {reason}",
		Scale:         "Mae'r lled llawn yn cynrychioli {n} o bob {of} o bobl.",

		KeyDid:            "{n} {outcome}",
		KeyDidNot:         "{n} {not}",
		KeyEither:         "{n} {outcome}, yn achos {option} neu yn achos {comparator}",
		KeyNeither:        "{n} {not}, yn achos {option} neu yn achos {comparator}",
		KeyOnlyOption:     "{n} {outcome} yn achos {option} ond nid yn achos {comparator}",
		KeyOnlyComparator: "{n} {outcome} yn achos {comparator} ond nid yn achos {option}",

		TestIll: "O bob {of} o bobl sy'n cael prawf am y cyflwr hwn ({condition}), mae {ill} â'r cyflwr; mae {well} heb y cyflwr.",
		TestFound: "O'r {ill} sydd â'r cyflwr, mae {found} yn cael canlyniad positif; " +
			"mae {missed} yn cael eu methu.",
		TestAlarmed: "O'r {well} sydd heb y cyflwr, mae {alarmed} yn cael canlyniad positif er hynny; " +
			"mae {cleared} yn cael canlyniad negatif.",
		TestPositive: "Felly, o'r {positive} sydd â chanlyniad positif, mae {found} â'r cyflwr hwn: {condition}.",

		Named:    "{name}: {text}",
		Sentence: "{text}.",

		Period: "mewn {length}",
		// A noun after a number is singular in Welsh, and its first letter follows the number.
		Lengths: map[Unit]Plural{
			Day:   {Exactly: map[int]string{2: "2 ddiwrnod"}, Other: "{n} diwrnod"},
			Week:  {Other: "{n} wythnos"},
			Month: {Exactly: map[int]string{2: "2 fis"}, Other: "{n} mis"},
			Year: {Exactly: map[int]string{1: "1 flwyddyn", 2: "2 flynedd", 3: "3 blynedd", 4: "4 blynedd", 6: "6 blynedd"},
				Other: "{n} mlynedd"},
		},
		Reasons: map[Reason]string{
			NoBaseline:  "nid yw'r siawns heb driniaeth yn hysbys",
			NoEvidence:  "nid oes unrhyw astudiaeth wedi mesur hyn",
			NotSupplied: "mae'n dibynnu ar rywbeth amdanoch chi nad ydym yn ei wybod",
			NobodyThere: "nid oes neb yn y grŵp hwn",
		},
		OtherReason: "nid oes gennym rif ar gyfer hyn",
	}
}
