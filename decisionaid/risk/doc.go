// Package risk works out absolute chances and shows them fairly.
package risk
