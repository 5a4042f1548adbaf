// Package yamldoc reads one YAML file into an ordered tree of plain values, each with the place where it stands.
//
// It is the only package that imports the YAML library, and it decodes into yaml.Node alone: decoding into Go values
// would retype scalars behind the author's back, lose places and take quadratic time. On top of it the package refuses
// what makes YAML dangerous in a clinical definition: duplicate keys, anchors, aliases, merge keys, tags, further
// documents, and every unquoted scalar that some YAML program would read as something else than what is written.
//
// What it will not do: write YAML, keep comments, or know anything of definitions. One file is at most MaxBytes long,
// MaxDepth deep and MaxValues wide.
package yamldoc
