// Package support offers a person support to look after their own health: health coaching, self-management education, peer
// support, and what else a document of kind support-offers holds.
package support
