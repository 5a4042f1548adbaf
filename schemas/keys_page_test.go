package schemas

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestKeysPage(t *testing.T) {
	const file = "KEYS.md"
	page := KeysPage()
	if *update {
		if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	there, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(there), page); diff != "" {
		t.Errorf("%s is stale; run go test ./schemas -run KeysPage -update (- there, + as it should be):\n%s", file, diff)
	}
}

// TestKeysPageHasEveryKey holds that no key of any kind is left out, and that every link leads somewhere.
func TestKeysPageHasEveryKey(t *testing.T) {
	page := KeysPage()
	for name, s := range allSchemas() {
		_, section, ok := strings.Cut(page, "## "+name+"\n")
		section, _, _ = strings.Cut(section, "\n## ")
		section, _, _ = strings.Cut(section, "\n### ")
		if !ok {
			t.Errorf("there is no section on %s", name)
		}
		properties, _ := s["properties"].(map[string]any)
		for key := range properties {
			if !strings.Contains(section, "`"+key+"`") {
				t.Errorf("the section on %s has no key %s", name, key)
			}
		}
	}
	for rest := page; ; {
		_, link, ok := strings.Cut(rest, "](#")
		if !ok {
			break
		}
		target, after, _ := strings.Cut(link, ")")
		rest = after
		if heading := strings.ReplaceAll(target, "-", " "); !strings.Contains(strings.ToLower(strings.NewReplacer(".", "", "-", " ").Replace(page)), "# "+heading+"\n") {
			t.Errorf("#%s leads nowhere", target)
		}
	}
	if KeysOf("nothing") != "" || !strings.HasPrefix(KeysOf("choice-rights"), "## choice-rights\n") || !strings.HasPrefix(KeysOf("cite"), "## cite\n") {
		t.Errorf("KeysOf gives %.40q and %.40q", KeysOf("nothing"), KeysOf("choice-rights"))
	}
}
