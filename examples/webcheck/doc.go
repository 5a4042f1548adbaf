// Package webcheck looks at the pages that the library writes in a real browser: the shipped aids, and what comes of the year
// that examples/journey tells of, which is the letter to the person, the summary for professionals, her plan and the counts of
// people like her; with long texts and hostile ones too. It looks on a phone, on a desk, in the dark and on paper, with script
// and without. On each of them axe-core finds nothing, nothing has to be scrolled sideways, nothing is asked of
// any other host, and the browser has nothing to complain of.
//
//	npm ci && go test ./...
//
// It is a module of its own, so that a service that uses the library never sees the packages that drive a browser. The
// browser is $CHROMIUM, or chromium or google-chrome in the PATH; axe-core is $AXE_CORE, the path of its axe.min.js, or
// what npm ci installs. Without one of them the tests are skipped and say so; where CI is true they fail.
//
// axe finds about half of what keeps people out, and judges neither wording nor sense: it is no replacement for people who
// use a screen reader.
package webcheck
