// Package schemas is the language of definitions.
package schemas
