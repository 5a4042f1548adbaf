package schemas

// KindTranslation is the kind of a Translation.
const KindTranslation = "translation"

func (s *Set) translate() []int { return nil }
