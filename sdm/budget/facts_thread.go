package budget

// threadFacts tell what has happened with the request.
var threadFacts = []fact{
	truth("budget.indicated", "the record has an indicative sum", func(s *subject) float64 { return so(len(s.state.Indicated) > 0) }),
	truth("budget.indicated_first", "an indicative sum was told no later than the first budget was agreed; nobody knows it where none is recorded", func(s *subject) float64 {
		if len(s.state.Indicated) == 0 {
			return unknown
		}
		return so(len(s.state.Agreed) == 0 || !s.state.Indicated[0].On.After(s.state.Agreed[0].On))
	}),
	truth("budget.agreed", "a final budget was agreed at some time", func(s *subject) float64 { return so(len(s.state.Agreed) > 0) }),
	truth("budget.closed", "the whole budget was refused or stopped, and that stands", func(s *subject) float64 { return so(s.state.Closed() != "") }),
	truth("budget.insufficient", "a review of the budget in force found that the money is not enough", func(s *subject) float64 {
		if len(s.state.Agreed) == 0 {
			return unknown
		}
		return so(s.state.tooLittle)
	}),
}

// basisFacts tell why the budget was asked for, in the words of the policy.
func basisFacts(def *Definition) []fact {
	return []fact{
		code("budget.basis", "why the budget was asked for; the words are those under bases", def.basisIDs(), func(s *subject) string { return s.state.Requested.Step.Basis }),
		truth("budget.basis_in_force", "the budget was asked for on or after the day on which its basis began to hold; true where the policy gives no day", func(s *subject) float64 {
			for _, b := range def.Bases {
				switch asked := s.state.Requested; {
				case b.ID != asked.Step.Basis:
				case b.From.IsZero():
					return 1
				default:
					return so(!asked.On.Before(b.From))
				}
			}
			return unknown
		}),
	}
}
