//go:build !race

package proms

// raceOn tells that the race detector runs: it makes a sync.Pool forget at random, so that spared memory is made anew.
const raceOn = false
