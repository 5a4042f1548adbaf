// Package community is social prescribing and community-based support.
package community
