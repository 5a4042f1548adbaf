package schemas

import "testing"

func TestStructsAndSchemasNameTheSameKeys(t *testing.T) {
	for def, value := range map[string]any{
		"header": Header{}, "licence": Licence{}, "source": Source{}, "cite": cite{}, "translation": Translation{},
	} {
		for _, mismatch := range Mismatches(def, value) {
			t.Error(mismatch)
		}
	}
}

func TestMismatchesAreFound(t *testing.T) {
	type wrong struct {
		Ref  *string `json:"ref,omitempty"`
		At   string  `json:"at"`
		More int     `json:"more,omitempty"`
	}
	found := Mismatches("cite", &wrong{})
	want := []string{
		"cite: schemas.wrong does not read the property verified",
		"cite: the schema requires ref, schemas.wrong does not",
		"cite: schemas.wrong requires at, the schema does not",
		"cite: the schema does not know the key more of schemas.wrong",
	}
	if len(found) != len(want) {
		t.Fatalf("got %q, want %q", found, want)
	}
	for i := range want {
		if found[i] != want[i] {
			t.Errorf("got %q, want %q", found[i], want[i])
		}
	}
	for _, bad := range []struct {
		def   string
		value any
	}{{"no-such", cite{}}, {"cite", 3}, {"words", cite{}}} {
		if len(Mismatches(bad.def, bad.value)) == 0 {
			t.Errorf("%s and %T have no mismatch", bad.def, bad.value)
		}
	}
}
