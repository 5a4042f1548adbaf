package cohort

import "math"

// MaxFunnel is the largest group for which FunnelExact is computed.
const MaxFunnel = 1_000_000_000

// FunnelProportion returns the target with the control limits for a group of n people, by the normal
// approximation: target ± z √(target (1-target) / n), cut off at 0 and 1 (Spiegelhalter 2005,
// doi:10.1002/sim.1970). It is rough where n × target or n × (1-target) is below about 10; FunnelExact
// is not.
//
// It is NoValues where n is 0, NoSpread where the target is 0 or 1, and Invalid where n is negative,
// the target is not from 0 to 1, or the level is unknown.
func FunnelProportion(target float64, n int64, level Level) Interval {
	if reason := funnelReason(target, n, level); reason != "" {
		return missingInterval(reason)
	}
	half := float64(limits[level].z * math.Sqrt(float64(target*(1-target))/float64(n)))
	return Interval{Estimate: known(target), Low: known(max(target-half, 0)), High: known(min(target+half, 1))}
}

// FunnelExact returns the target with the exact binomial control limits for a group of n people, as
// shares: Low is the smallest count, divided by n, that is not in the lower tail, and High the largest
// that is not in the upper. A count below Low has a probability, of itself or less, under the level's
// tail if the target is the truth, and likewise above High. There is no interpolation between counts,
// so a group is flagged only where the exact test flags it. A tail within one part in a thousand
// million of the level's counts as not under it.
//
// It is missing as FunnelProportion is, and Invalid where n is above MaxFunnel.
func FunnelExact(target float64, n int64, level Level) Interval {
	if reason := funnelReason(target, n, level); reason != "" {
		return missingInterval(reason)
	}
	if n > MaxFunnel {
		return missingInterval(Invalid)
	}
	low, high := acceptedCounts(n, target, limits[level].tail)
	return Interval{Estimate: known(target), Low: known(float64(low) / float64(n)), High: known(float64(high) / float64(n))}
}

func funnelReason(target float64, n int64, level Level) Reason {
	switch {
	case !(target >= 0 && target <= 1) || n < 0 || !level.valid():
		return Invalid
	case n == 0:
		return NoValues
	case target == 0 || target == 1:
		return NoSpread
	}
	return ""
}

// FunnelMean returns the target with the control limits for the mean of a group of n people, target ±
// z sd / √n (Spiegelhalter 2005). The sd is that of one person's value in the reference population, in
// the same units; it is not estimated from the group.
//
// It is NoValues where n is 0, NoSpread where sd is 0, and Invalid where n or sd is negative, a number
// is further than MaxMagnitude from zero or not finite, or the level is unknown.
func FunnelMean(target, sd float64, n int64, level Level) Interval {
	switch {
	case !usable(target) || !usable(sd) || sd < 0 || n < 0 || !level.valid():
		return missingInterval(Invalid)
	case n == 0:
		return missingInterval(NoValues)
	case sd == 0:
		return missingInterval(NoSpread)
	}
	half := float64(limits[level].z*sd) / math.Sqrt(float64(n))
	return Interval{Estimate: known(target), Low: known(target - half), High: known(target + half)}
}
