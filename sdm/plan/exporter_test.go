package plan_test

import "reflect"

// exportAll lets cmp look into every type.
func exportAll(reflect.Type) bool { return true }
