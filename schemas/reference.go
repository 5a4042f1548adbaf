package schemas

import (
	"cmp"
	"strconv"
	"strings"
)

// version is a semantic version (semver.org, 2.0.0). Build metadata is kept out of every comparison.
type version struct {
	numbers [3]int
	pre     string // such as draft.1; empty for a release
}

// parseVersion reads a whole semantic version: three numbers, and perhaps -pre and +build.
func parseVersion(text string) (version, bool) {
	text, build, hasBuild := strings.Cut(text, "+")
	text, pre, hasPre := strings.Cut(text, "-")
	if hasBuild && !identifiers(build) || hasPre && !identifiers(pre) {
		return version{}, false
	}
	numbers, ok := parseNumbers(text)
	if !ok || len(numbers) != 3 {
		return version{}, false
	}
	return version{numbers: [3]int(numbers), pre: pre}, true
}

// parseNumbers reads one to three whole numbers between dots, without leading zeros.
func parseNumbers(text string) ([]int, bool) {
	var numbers []int
	for part := range strings.SplitSeq(text, ".") {
		n, err := strconv.Atoi(part)
		if err != nil || strconv.Itoa(n) != part || n < 0 || len(numbers) == 3 {
			return nil, false
		}
		numbers = append(numbers, n)
	}
	return numbers, true
}

// identifiers reports whether a text is what semver allows behind - or +: letters, digits and hyphens between dots.
func identifiers(text string) bool {
	for part := range strings.SplitSeq(text, ".") {
		if part == "" || strings.Trim(part, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-") != "" {
			return false
		}
	}
	return true
}

// compare orders versions as semver does: a draft comes before its release.
func (v version) compare(w version) int {
	for i := range v.numbers {
		if c := cmp.Compare(v.numbers[i], w.numbers[i]); c != 0 {
			return c
		}
	}
	switch {
	case v.pre == w.pre:
		return 0
	case v.pre == "":
		return 1
	case w.pre == "":
		return -1
	}
	a, b := strings.Split(v.pre, "."), strings.Split(w.pre, ".")
	for i := range min(len(a), len(b)) {
		if c := comparePart(a[i], b[i]); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}

// comparePart orders parts of a draft's name: numbers by value and before words.
func comparePart(a, b string) int {
	x, xErr := strconv.Atoi(a)
	y, yErr := strconv.Atoi(b)
	switch {
	case xErr == nil && yErr == nil:
		return cmp.Compare(x, y)
	case xErr == nil:
		return -1
	case yErr == nil:
		return 1
	default:
		return strings.Compare(a, b)
	}
}

// reference is how one document names another: phq-9, phq-9@1, phq-9@1.2 or phq-9@1.2.3.
type reference struct {
	id      string
	numbers []int   // one or two for the newest of a line, nil for any version
	exact   version // where whole is true
	whole   bool
}

// parseReference reads a reference, and reports whether it is one.
func parseReference(text string) (reference, bool) {
	id, wanted, hasVersion := strings.Cut(text, "@")
	ref := reference{id: id}
	if !kebab(id) {
		return ref, false
	}
	if !hasVersion {
		return ref, true
	}
	if ref.exact, ref.whole = parseVersion(wanted); ref.whole {
		return ref, true
	}
	var ok bool
	ref.numbers, ok = parseNumbers(wanted)
	return ref, ok
}

// matches reports whether a version is meant. A draft such as 2.0.0-draft.1 is only ever meant by its whole name.
func (r reference) matches(v version) bool {
	switch {
	case r.whole:
		return v == r.exact
	case v.pre != "":
		return false
	default:
		for i, n := range r.numbers {
			if v.numbers[i] != n {
				return false
			}
		}
		return true
	}
}

// kebab reports whether a text is lower-case words and numbers with single hyphens between them, a letter first.
func kebab(text string) bool { return words(text, '-') }

// snake is kebab with underscores.
func snake(text string) bool { return words(text, '_') }

func words(text string, between rune) bool {
	last := between
	for i, c := range text {
		letter := 'a' <= c && c <= 'z'
		switch {
		case i == 0 && !letter:
			return false
		case !letter && (c < '0' || c > '9') && c != between, c == between && last == between:
			return false
		}
		last = c
	}
	return last != between
}
