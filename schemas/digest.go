package schemas

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// Digest gives "sha256:" and the SHA-256 of a definition's JSON in hexadecimal, which tells whether two definitions are
// the same. The JSON is that of encoding/json: fields in the order of the struct, keys of maps sorted. Comments, layout
// and the order of keys in the YAML file do not count. It is empty where def cannot be written as JSON, which holds for
// no definition.
func Digest(def any) string {
	text, err := json.Marshal(def)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(text)
	return "sha256:" + hex.EncodeToString(sum[:])
}
