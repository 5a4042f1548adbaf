//go:build !race

package sdm

// raceOn tells that the race detector slows tests down tenfold.
const raceOn = false
