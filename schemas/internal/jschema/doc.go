// Package jschema checks plain values against a JSON Schema of draft 2020-12.
//
// It is the only package that imports the JSON Schema library. A schema is one bundle that refers to nothing outside
// itself: neither files nor addresses are ever opened. Faults are flattened to the leaves of the library's tree, carry
// the JSON pointer of the value and what the schema says of that place, and come in the same order on every run, which
// the library's do not.
package jschema
