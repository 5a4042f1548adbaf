package choice

import "encoding/json"

type plainProvider Provider

type writtenProvider struct {
	plainProvider
	ContractFrom date `json:"contract_from,omitzero"`
}

// MarshalJSON gives the provider with the day as "2024-04-01".
func (p Provider) MarshalJSON() ([]byte, error) {
	return json.Marshal(writtenProvider{plainProvider(p), date{p.ContractFrom}})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (p *Provider) UnmarshalJSON(src []byte) error {
	var w writtenProvider
	if err := strict(src, &w); err != nil {
		return err
	}
	*p = Provider(w.plainProvider)
	p.ContractFrom = w.ContractFrom.Time
	return nil
}
