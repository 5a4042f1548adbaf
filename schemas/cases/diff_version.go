package cases

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

var codeVersion = diag.Define(diag.Info{
	Code: "case-version", Title: "The version does not say what changed",
	Explain: "Results that were kept are compared with new ones as long as the first number of the version is the same. What changes a result for " +
		"anybody, takes a result or a question away, or refuses an answer that was good needs a new first number; another rule, number, setting or " +
		"entry a new second one; words a new third one at least.",
	Bad:  "version: 1.0.1   # and a band begins at 11 that began at 10 in 1.0.0",
	Good: "version: 2.0.0",
})

// Release is a step from one version to another.
type Release string

// The releases, from none to the largest; Backwards is a version below the one before, Unreadable one that is no version.
const (
	ReleaseNone  Release = "none"
	ReleasePatch Release = "patch"
	ReleaseMinor Release = "minor"
	ReleaseMajor Release = "major"
	Backwards    Release = "backwards"
	Unreadable   Release = "unreadable"
)

var releases = []Release{ReleaseNone, ReleasePatch, ReleaseMinor, ReleaseMajor}

// needs gives the smallest release that what changed asks for.
func (d Diff) needs() Release {
	if len(d.Dropped) > 0 || len(d.Refused) > 0 ||
		slices.ContainsFunc(d.Results, func(r ResultChange) bool { return r.Presence != Added }) {
		return ReleaseMajor
	}
	need := ReleaseNone
	if len(d.Results) > 0 || len(d.Added) > 0 {
		need = ReleaseMinor
	}
	for _, c := range d.Changes {
		switch {
		case c.Part != PartWords && c.Part != PartAbout:
			need = ReleaseMinor
		case need == ReleaseNone:
			need = ReleasePatch
		}
	}
	return need
}

// numbers reads the three numbers of a version.
func numbers(version string) (n [3]int, ok bool) {
	core, _, _ := strings.Cut(version, "-")
	parts := strings.Split(core, ".")
	if len(parts) != len(n) {
		return n, false
	}
	for i, part := range parts {
		var err error
		if n[i], err = strconv.Atoi(part); err != nil || n[i] < 0 {
			return n, false
		}
	}
	return n, true
}

// step gives the release that two versions say.
func step(from, to string) Release {
	a, okA := numbers(from)
	b, okB := numbers(to)
	if !okA || !okB {
		return Unreadable
	}
	for i, release := range []Release{ReleaseMajor, ReleaseMinor, ReleasePatch} {
		if b[i] != a[i] {
			if b[i] < a[i] {
				return Backwards
			}
			return release
		}
	}
	return ReleaseNone
}

// Enough reports whether the versions say at least what changed. Versions that cannot be read do not.
func (d Diff) Enough() bool {
	said := slices.Index(releases, d.Says)
	return said >= 0 && said >= slices.Index(releases, d.Needs)
}

// Next gives the lowest version that would say what changed; "" where the old one cannot be read.
func (d Diff) Next() string {
	n, ok := numbers(d.From)
	if !ok {
		return ""
	}
	switch d.Needs {
	case ReleaseMajor:
		n = [3]int{n[0] + 1}
	case ReleaseMinor:
		n = [3]int{n[0], n[1] + 1}
	case ReleasePatch:
		n[2]++
	}
	return fmt.Sprintf("%d.%d.%d", n[0], n[1], n[2])
}

// Report tells where the version does not say what changed, at the version of the new document, whose Reporter r is. It is
// an error where a result changed, where two different documents have one version, and where the version goes backwards; else
// a warning. A version that cannot be read is told by the check of the header.
func (d Diff) Report(r *diag.Reporter) {
	if d.Enough() || d.Says == Unreadable {
		return
	}
	say := r.Warnf
	if d.Needs == ReleaseMajor || d.Says == ReleaseNone || d.Says == Backwards {
		say = r.Errorf
	}
	versions := fmt.Sprintf("from %s to %s", d.From, d.To)
	if d.From == d.To {
		versions = fmt.Sprintf("the version is %s as before, and", d.To)
	}
	e := say(codeVersion, diag.At("/version"), "%s %s", versions, d.gravest())
	if d.Next() != "" {
		e.Hinted("Let the version be %s", d.Next())
	}
}

// gravest says in a few words the change that asks for the largest step.
func (d Diff) gravest() string {
	for _, r := range d.Results {
		switch r.Presence {
		case Removed:
			return r.Called + " is no longer worked out"
		case InBoth:
			return r.sentence(r.Moves[0])
		}
	}
	switch {
	case len(d.Dropped) > 0:
		return "the question " + d.Dropped[0] + " is no longer asked"
	case len(d.Refused) > 0:
		return "an answer to " + d.Refused[0] + " that was good is refused"
	case d.Says == Backwards && d.Needs == ReleaseNone:
		return "nothing changed, and the version goes backwards"
	case len(d.Added) > 0:
		return "the question " + d.Added[0] + " is new"
	case len(d.Results) > 0:
		return d.Results[0].Called + " is new"
	}
	i := max(0, slices.IndexFunc(d.Changes, func(c Change) bool { return c.Part != PartWords && c.Part != PartAbout }))
	return d.Changes[i].String()
}
