//go:build !race

package yamldoc

// slower is by how much the race detector slows the limits of time.
const slower = 1
