package decisionaid

import (
	"github.com/whatmatters-care/whatmatters/decisionaid/page"
	"github.com/whatmatters-care/whatmatters/decisionaid/risk"
	"github.com/whatmatters-care/whatmatters/decisionaid/values"
)

// Welsh gives the words in Welsh, those of the page, of chances and of what matters among them. They have not been checked
// by a native speaker: one must check them before they are used with patients. Texts of the author stay in the author's
// language, so that sentences which hold them are Welsh as a whole only where the aid itself is.
func Welsh() Words {
	voice, _ := risk.NewVoice(risk.Welsh()) // fails only for words that lost a number, which the tests of risk rule out
	return Words{
		Page: page.Welsh(), Voice: voice, Values: values.Welsh(),
		Certainty: CertaintyWords{
			High:     "Rydym yn sicr iawn o'r rhif hwn.",
			Moderate: "Rydym yn weddol sicr o'r rhif hwn.",
			Low:      "Nid ydym yn sicr iawn o'r rhif hwn; gallai newid llawer pan fydd rhagor o ymchwil.",
			VeryLow:  "Nid ydym yn sicr o gwbl o'r rhif hwn.",
			Unknown:  "Nid oes neb wedi barnu pa mor sicr yw'r rhif hwn.",
		},
		Whom: "A yw hyn amdanoch chi?", For: "Mae hwn ar gyfer: {who}.", Fits: "Mae'r hyn a wyddom amdanoch yn cyfateb.",
		FitsNot:   "Nid yw'r hyn a wyddom amdanoch yn cyfateb, felly nid yw'r rhifau hyn amdanoch chi.",
		FitsOpen:  "Ni allwn ddweud eto ai chi yw hynny: mae'n dibynnu ar yr hyn sydd eto i'w ateb.",
		FitsCheck: "Gwiriwch fod hyn yn eich disgrifio chi.", Open: "Eto i'w hateb",
		Part: "Mae hyn yn rhan ohono.", PartNot: "Nid yw hyn yn rhan ohono.", NotApplicable: "Ddim yn berthnasol. {because}",
		NotKnown: "Ddim yn hysbys. {because}", NotYours: "Nid oedd yr astudiaethau am bobl fel chi.",
		NotYet:   "Mae'n dibynnu ar yr hyn sydd eto i'w ateb.",
		Decision: "Y penderfyniad", Condition: "Am beth y mae hyn", NaturalCourse: "Beth sy'n digwydd os na wneir dim",
		Steps: "Gam wrth gam", Options: "Eich dewisiadau", Compare: "Y dewisiadau ochr yn ochr", Pictures: "Y rhifau mewn lluniau",
		Questions: "Beth y gallwch ei ofyn", Matters: "Beth sy'n bwysig i chi", Knowledge: "Gwirio'r hyn rydych yn ei wybod",
		Ready: "Ydych chi'n barod?", Evidence: "Sut rydym yn gwybod", Test: "Y prawf mewn rhifau", Glossary: "Esbonio geiriau",
		Sources: "O ble y daw'r rhifau",
		Happens: "Beth sy'n digwydd", Physical: "Eich corff", Emotional: "Sut y gallech deimlo",
		Social: "Y bobl o'ch cwmpas, a gwaith", Practical: "Beth sydd ei angen",
		Benefit: "Budd", Risk: "Risg", Burden: "Beth y mae'n ei ofyn gennych", Among: "Ymhlith y bobl hyn: {who}.", Within: "{period}.",
		Compared: "Beth allai ddigwydd", WithOption: "{outcome}: {option}",
		Instead: "{label}: {with}. O wneud dim neu aros: {without}.", Alone: "{label}: {with}.",
		None: "Dim byd y mae gan y cymorth hwn rif ar ei gyfer.", See: "Gweler “{option}”.",
		AskTeam: "Gofynnwch hyn pan fyddwch yn siarad â'ch tîm gofal.", Low: "Ddim yn bwysig", High: "Pwysicaf oll",
		Rate: "Pa mor bwysig i chi yw pob un o'r rhain?", Else: "Beth arall sy'n bwysig i chi?", OwnWords: "Yn eich geiriau eich hun",
		Unmarked: "Nid oes neb yn marcio hyn. Mae'n dangos beth i siarad amdano eto.", Yourself: "Atebwch drosoch eich hun.",
		Yes: "Ie", No: "Na, neu ddim yn siŵr", Rest: "Dim un o'r rhain",
		Version: "Fersiwn", Published: "Cyhoeddwyd", Reviewed: "Adolygiad diwethaf", ReviewDue: "Adolygiad nesaf",
		Authors: "Ysgrifennwyd gan", Funding: "Talwyd gan", Interests: "Beth y gallai'r awduron ei ennill",
		Updates: "Cadw'r cymorth yn gyfredol", Searched: "Chwiliad diwethaf am astudiaethau",
	}
}
