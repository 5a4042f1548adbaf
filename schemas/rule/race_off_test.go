//go:build !race

package rule

// raceOn tells that the race detector slows tests down tenfold.
const raceOn = false
