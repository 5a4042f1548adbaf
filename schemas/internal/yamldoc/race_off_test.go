//go:build !race

package yamldoc

// racing is whether the race detector is at work, which slows everything and finds nothing in tests of time.
const racing = false
