package schemas

import (
	"reflect"
	"strings"
	"sync"
)

// field is one key that a struct knows.
type field struct {
	name     string
	index    []int // as for reflect.Value.FieldByIndex
	required bool
}

// fieldSet is what Decode knows of a struct type.
type fieldSet struct {
	fields []field
	byName map[string]int
	names  []string
}

var fieldSets sync.Map // reflect.Type -> *fieldSet

// fieldsOf reads the json tags of a struct type: `json:"name"` is a required key, `json:"name,omitempty"` and
// `json:"name,omitzero"` an optional one, `json:"-"` none; embedded structs without a name are flattened.
func fieldsOf(t reflect.Type) *fieldSet {
	if known, ok := fieldSets.Load(t); ok {
		return known.(*fieldSet)
	}
	set := &fieldSet{byName: map[string]int{}}
	set.collect(t, nil)
	known, _ := fieldSets.LoadOrStore(t, set)
	return known.(*fieldSet)
}

func (s *fieldSet) collect(t reflect.Type, above []int) {
	for i := range t.NumField() {
		f := t.Field(i)
		index := append(append([]int(nil), above...), i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "" && f.Anonymous && f.Type.Kind() == reflect.Struct:
			s.collect(f.Type, index)
			continue
		case name == "-" || !f.IsExported():
			continue
		case name == "":
			name = f.Name
		}
		optional := strings.Contains(options, "omitempty") || strings.Contains(options, "omitzero")
		if place, known := s.byName[name]; known { // an outer field hides an embedded one, as in encoding/json
			if len(index) < len(s.fields[place].index) {
				s.fields[place] = field{name: name, index: index, required: !optional}
			}
			continue
		}
		s.byName[name] = len(s.fields)
		s.names = append(s.names, name)
		s.fields = append(s.fields, field{name: name, index: index, required: !optional})
	}
}
