package values

// Welsh gives the words in Welsh. They have not been checked by a native speaker: one must check them before they are
// used with patients.
//
// Names of options and attributes stand only where Welsh does not mutate them. So lists have commas alone: the Welsh for
// "and" would change its own form and the name after it.
func Welsh() Words {
	return Words{
		Fit:           "Mae {option} yn cyd-fynd â'r hyn a ddywedoch sy'n bwysig: {fit} allan o 100.",
		FitBetween:    "Mae {option} yn cyd-fynd â'r hyn a ddywedoch sy'n bwysig: {low} i {high} allan o 100; ni ellir dweud yn fanylach eto.",
		FitUnknown:    "Ddim yn hysbys ar gyfer {option}: {attributes}.",
		For:           "O blaid {option}, o'i gymharu â'r lleill: {attributes}.",
		Against:       "Yn erbyn {option}, o'i gymharu â'r lleill: {attributes}.",
		Unclear:       "Gallai'r rhain fod o blaid neu yn erbyn {option}, gan fod rhywbeth nad yw'n hysbys: {attributes}.",
		Closest:       "{option} sydd agosaf at yr hyn a ddywedoch sy'n bwysig.",
		Tied:          "Mae'r rhain yn cyd-fynd cystal â'i gilydd â'r hyn a ddywedoch sy'n bwysig, ac nid oes dewis arall yn cyd-fynd yn agosach: {options}.",
		Near:          "Rhy agos at hynny i wahaniaethu rhyngddynt (gwahaniaeth o {margin} pwynt ar y mwyaf): {options}.",
		Undecided:     "Nid oes digon o wybodaeth eto i ddweud pa un sydd agosaf at yr hyn a ddywedoch sy'n bwysig: {options}.",
		Gap:           "Mae {closer} yn cyd-fynd yn agosach na'r llall, {other}, o {gap} pwynt.",
		Equal:         "Mae'r ddau ddewis hyn yn cyd-fynd cystal â'i gilydd: {closer}, {other}.",
		NoComparison:  "Ni ellir cymharu'r ddau ddewis hyn eto, am nad yw'r ateb neu'r wybodaeth yn gyflawn: {closer}, {other}.",
		WeightSwap:    "Byddai {other} yn cyd-fynd cystal â'r llall, {closer}, pe bai {attribute} yn cael {at} o'r 100 pwynt yn lle {now}, a'r lleill yn cadw eu cyfrannau.",
		OtherSwap:     "Byddai {other} yn cyd-fynd cystal â'r llall, {closer}, pe bai ei werth ar gyfer {attribute} yn {at} yn lle {now}.",
		CloserSwap:    "Dim ond cystal â'r llall, {other}, y byddai {closer} yn cyd-fynd pe bai ei werth ar gyfer {attribute} yn {at} yn lle {now}.",
		NoWeightSwap:  "Ni waeth pa mor bwysig yw {attribute}, mae {closer} yn dal yn agosach na'r llall, {other}.",
		Accepted:      "Mewn {share} o bob 100 o ffyrdd o bwyso sy'n cytuno â'ch ateb, {option} sydd agosaf.",
		AcceptedDrawn: "Mewn tua {share} o bob 100 o ffyrdd o bwyso sy'n cytuno â'ch ateb ({se} yn fwy neu'n llai), {option} sydd agosaf.",
		Omitted:       "Ni ellid cymharu {option}, am nad yw'r rhain yn hysbys: {attributes}.",
		PointsLeft:    "Mae {points} o'r 100 pwynt ar ôl i'w rhannu o hyd.",
		Open:          "Heb ateb o hyd: {attributes}.",
		WithUnit:      "{number} {unit}",
		Between:       ", ",
		And:           ", ",
		Decimal:       ".",
	}
}
