package examples_test

import (
	"os/exec"
	"strings"
	"testing"
)

// unreachable lists what no library package may reach through anything it imports. os itself cannot be on the list,
// since the YAML and schema readers link it; what is here would let a definition open a network or start a program.
var unreachable = map[string]string{
	"net/http": "no definition or answer leaves the process",
	"os/exec":  "no definition starts a program",
	"plugin":   "no definition loads code",
}

func TestLibraryReach(t *testing.T) {
	tool, err := exec.LookPath("go")
	if err != nil {
		t.Skip("SKIPPED: what the library reaches is unchecked, since there is no go tool on this machine")
	}
	list := exec.Command(tool, "list", "-deps", "-f", "{{.ImportPath}} {{.Standard}} {{len .CgoFiles}}",
		"./sdm/...", "./proms/...", "./activation/...", "./decisionaid/...", "./schemas/...")
	list.Dir = ".."
	var complaint strings.Builder
	list.Stderr = &complaint
	out, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v: %s", err, complaint.String())
	}
	reached := strings.Split(strings.TrimSpace(string(out)), "\n")
	for _, line := range reached {
		fields := strings.Fields(line)
		if len(fields) != 3 {
			t.Fatalf("go list printed %q", line)
		}
		pkg, standard, cgo := fields[0], fields[1] == "true", fields[2] != "0"
		if reason, banned := unreachable[pkg]; banned {
			t.Errorf("the library reaches %s; %s", pkg, reason)
		}
		if !standard && cgo {
			t.Errorf("the library reaches %s, which is written with cgo; it stays pure Go", pkg)
		}
	}
	if !strings.Contains(string(out), module+"schemas/diag ") {
		t.Errorf("go list does not name schemas/diag, so it looked at something else: %q", reached)
	}
}
