package community

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
	"github.com/whatmatters-care/whatmatters/schemas/fault"
)

// MaxServicesBytes is the longest JSON that ParseServices reads: 64 MiB.
const MaxServicesBytes = 64 << 20

var codeServiceJSON = diag.Define(diag.Info{
	Code:  "directory-service-json",
	Title: "A service of an Open Referral feed cannot be read",
	Explain: "A feed is a list of services, a page of them under contents, or one service, in JSON with the names of Open Referral. A service without id or name is left " +
		"out; of other services what cannot be read is left out and counts as not known.",
	Bad:  `{"contents": [{"id": "a", "name": "Choir", "minimum_age": "old"}]}`,
	Good: `{"contents": [{"id": "a", "name": "Choir", "minimum_age": 60}]}`,
})

// ParseServices reads services from the JSON of an Open Referral API: a page with its services under contents, a list, or a single service. Keys
// that nothing is worked out from are passed over; null is left out. What a feed says elsewhere is taken from there: terms of
// taxonomies under attributes become needs; languages, accessibility and schedules of its locations become those of the service. The until of a
// schedule is its last day; days that a feed narrows further, as by bymonthday or count, are left out, because a Schedule cannot say which they are.
//
// The error is a diag.List that names every fault by its JSON pointer; all services that have an id and a name are kept, without what
// is at fault. Whether a service makes sense is looked at by Directory.With.
func ParseServices(src []byte) ([]Service, error) {
	r := diag.NewReporter(nil)
	list, at, err := listOf(src)
	if err != nil {
		r.Errorf(codeServiceJSON, diag.At(""), "the services cannot be read: %s", inWords(err)).Hinted("Send a list of services in JSON, at most %d MiB", MaxServicesBytes>>20)
	}
	services := make([]Service, 0, len(list))
	for i, raw := range list {
		here := fmt.Sprintf("%s/%d", at, i)
		if at == alone {
			here = ""
		}
		if s, ok := readService(raw, here, r); ok {
			services = append(services, s)
		}
	}
	return services, r.List().Err()
}

// alone stands for the pointer of the list of a service that stands in none.
const alone = "-"

// listOf finds the services of a feed, and the pointer of their list.
func listOf(src []byte) (list []json.RawMessage, at string, err error) {
	src = bytes.TrimSpace(src)
	switch {
	case len(src) > MaxServicesBytes:
		return nil, "", fmt.Errorf("they are %d bytes long", len(src))
	case len(src) > 0 && src[0] == '[':
		err = json.Unmarshal(src, &list)
		return list, "", err
	case len(src) == 0 || src[0] != '{':
		return nil, "", errors.New("they are neither a list nor an object")
	}
	var page struct {
		Contents *json.RawMessage `json:"contents"`
	}
	if err := json.Unmarshal(src, &page); err != nil {
		return nil, "", err
	}
	if page.Contents == nil {
		return []json.RawMessage{src}, alone, nil
	}
	err = json.Unmarshal(*page.Contents, &list)
	return list, "/contents", err
}

// elsewhere is what Open Referral keeps in other places than at the service.
type elsewhere struct {
	attributes []struct {
		Term struct {
			Code string `json:"code"`
			Name string `json:"name"`
		} `json:"taxonomy_term"`
	}
	schedules []feedSchedule
	places    []struct {
		Schedules []feedSchedule `json:"schedules"`
		Location  struct {
			Languages     []Language      `json:"languages"`
			Accessibility []Accessibility `json:"accessibility"`
		} `json:"location"`
	}
}

// field is a key of a service with where its value goes.
type field struct {
	key  string
	into any
}

// read reads a value, whole or not at all.
func (f field) read(value json.RawMessage) error {
	err := json.Unmarshal(value, f.into)
	if err != nil {
		reflect.ValueOf(f.into).Elem().SetZero()
	}
	return err
}

// inWords says what encoding/json says, without its Go.
func inWords(err error) string {
	var misfit *json.UnmarshalTypeError
	if errors.As(err, &misfit) {
		place := ""
		if misfit.Field != "" {
			place = " at " + misfit.Field
		}
		return fmt.Sprintf("there is a %s%s where something else belongs", misfit.Value, place)
	}
	return err.Error()
}

// fieldsOf lists the keys that are read, in the order in which faults are reported.
func fieldsOf(s *Service, e *elsewhere) []field {
	return []field{
		{"id", &s.ID}, {"name", &s.Name}, {"description", &s.Description}, {"status", &s.Status}, {"url", &s.URL}, {"email", &s.Email},
		{"phones", &s.Phones}, {"application_process", &s.ApplicationProcess}, {"alert", &s.Alert}, {"needs", &s.Needs},
		{"audience", &s.Audience}, {"eligibility_description", &s.EligibilityDescription}, {"minimum_age", &s.MinimumAge},
		{"maximum_age", &s.MaximumAge}, {"fees_description", &s.FeesDescription}, {"cost_options", &s.CostOptions},
		{"service_areas", &s.ServiceAreas}, {"schedules", &e.schedules}, {"languages", &s.Languages},
		{"interpretation_services", &s.InterpretationServices}, {"accessibility", &s.Accessibility}, {"wait_time", &s.WaitTime},
		{"required_documents", &s.RequiredDocuments}, {"assured_date", &s.AssuredDate}, {"see_also", &s.SeeAlso},
		{"attributes", &e.attributes}, {"service_at_locations", &e.places},
	}
}

// readService reads one service key by key, so that a fault costs one value and not the service.
func readService(raw json.RawMessage, at string, r *diag.Reporter) (s Service, ok bool) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(raw, &members); err != nil || members == nil {
		r.Errorf(codeServiceJSON, diag.At(at), "the service is no JSON object").Hinted("Send each service as an object with id and name")
		return s, false
	}
	var e elsewhere
	for _, f := range fieldsOf(&s, &e) {
		value, given := members[f.key]
		if !given || string(value) == "null" {
			continue
		}
		if err := f.read(value); err != nil {
			r.Errorf(codeServiceJSON, diag.At(at+"/"+f.key), "%s cannot be read: %s", f.key, inWords(err)).Hinted("It counts as not known until it is mended")
		}
	}
	for _, must := range []field{{"id", s.ID}, {"name", s.Name}} {
		if fault.Blank(must.into.(string)) {
			r.Errorf(codeServiceJSON, diag.At(at), "the service has no %s, so it is left out", must.key).Hinted("Add %s", must.key)
			return s, false
		}
	}
	e.put(&s)
	return s, true
}

// put takes what stands elsewhere to the service.
func (e elsewhere) put(s *Service) {
	for _, a := range e.attributes {
		if term := first(a.Term.Code, a.Term.Name); term != "" && !slices.Contains(s.Needs, term) {
			s.Needs = append(s.Needs, term)
		}
	}
	for _, one := range e.schedules {
		s.Schedules = append(s.Schedules, one.plain())
	}
	for _, p := range e.places {
		for _, one := range p.Schedules {
			s.Schedules = append(s.Schedules, one.plain())
		}
		s.Languages = append(s.Languages, p.Location.Languages...)
		s.Accessibility = append(s.Accessibility, p.Location.Accessibility...)
	}
}
