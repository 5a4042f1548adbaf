package schemas

import (
	"io/fs"
	"path"
	"strings"

	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// MaxFiles is how many definitions ReadFS reads.
const MaxFiles = 10_000

var (
	codeUnreadable = diag.Define(diag.Info{
		Code: "set-unreadable-file", Title: "A file could not be read",
		Explain: "The file system gave an error for this file or folder. The other files were read.",
		Bad:     "definitions/phq-9.yaml   # no permission to read it",
		Good:    "definitions/phq-9.yaml   # readable by the service",
	})
	codeTooManyFiles = diag.Define(diag.Info{
		Code: "set-too-many-files", Title: "There are too many files",
		Explain: "A set holds at most 10,000 definitions. Pass the folder that holds definitions, not one above it.",
		Bad:     "ReadFS(os.DirFS(\"/\"))",
		Good:    "ReadFS(os.DirFS(\"definitions\"))",
	})
	codeEmpty = diag.Define(diag.Info{
		Code: "set-empty", Title: "There is no definition here",
		Explain: "No file of the folder, or of a folder in it, ends in .yaml or .yml. Most often it is not the folder that was meant, and every " +
			"document would be missing later.",
		Bad:  "definitions/readme.txt   # and no other file",
		Good: "definitions/phq-9.yaml",
	})
)

// ReadFS reads every file whose name ends in .yaml or .yml, in alphabetical order of its path, and makes a set of the
// documents. Files and folders whose names start with a dot are left out. A file that cannot be read takes no other down
// with it. The list holds the faults of all files and of what does not fit together; that there is no file at all is a fault too.
func ReadFS(fsys fs.FS) (*Set, diag.List) {
	var files []File
	var list diag.List
	failed := func(name string, code diag.Code, format string, args ...any) {
		list = append(list, diag.Diagnostic{
			Code: code, Severity: diag.Error, Span: diag.Span{File: name}, Format: format, Args: args,
		})
	}
	// The walk itself never fails: every error becomes a diagnostic of the file that it belongs to.
	_ = fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			failed(name, codeUnreadable, "this could not be read: %v", err)
			return nil
		case name != "." && strings.HasPrefix(path.Base(name), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir() || path.Ext(name) != ".yaml" && path.Ext(name) != ".yml":
			return nil
		case len(files) == MaxFiles:
			failed(name, codeTooManyFiles, "there are more than %d definitions; this file and those after it were not read", MaxFiles)
			return fs.SkipAll
		}
		f := File{Name: name}
		if info, err := entry.Info(); err == nil && info.Size() > MaxBytes {
			f.Source = make([]byte, MaxBytes+1) // never read: Parse says that it is too big
		} else if f.Source, err = fs.ReadFile(fsys, name); err != nil {
			failed(name, codeUnreadable, "this could not be read: %v", err)
			return nil
		}
		doc, faults := Parse(name, f.Source)
		f.Document = doc
		list = append(list, faults...)
		files = append(files, f)
		return nil
	})
	if len(files)+len(list) == 0 {
		failed(".", codeEmpty, "there is no file whose name ends in .yaml or .yml")
		list[0].Hint = "Give the folder that holds the definitions"
	}
	set, more := newSet(files)
	return set, append(list, more...).Clean()
}
