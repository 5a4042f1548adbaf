// Package examples holds definitions that people can use and small programs that use them. Its tests prove what the README promises.
package examples

import "embed"

// Definitions are the shipped definitions, for the programs and tests below this folder. A service of its own passes its own
// folder to sdm.LoadFS, for instance with os.DirFS.
//
//go:embed person-facts.yaml questionnaires measures aids outcomes policies standards directories plans budgets
var Definitions embed.FS
