package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strconv"
	"testing/fstest"

	"github.com/whatmatters-care/whatmatters/examples"
	"github.com/whatmatters-care/whatmatters/schemas"
	"github.com/whatmatters-care/whatmatters/schemas/diag"
)

// definitions reads the shipped definitions, or those of the folders as one library, with what is wrong with any of them.
func definitions(folders []string) (*schemas.Set, diag.List, error) {
	if len(folders) == 0 {
		set, broken := schemas.ReadFS(examples.Definitions)
		return set, broken, nil
	}
	all := fstest.MapFS{}
	for i, folder := range folders {
		within := folder
		if !fs.ValidPath(within) || within == "." {
			within = strconv.Itoa(i + 1) // a file system has no names such as ../definitions
		}
		if err := gather(all, os.DirFS(folder), within); err != nil {
			return nil, nil, fmt.Errorf("the definitions of %s cannot be read: %w", folder, err)
		}
	}
	set, broken := schemas.ReadFS(all)
	return set, broken, nil
}

// gather copies the definitions of a folder. Of a file that is too large it takes one byte more than a definition may have,
// which is enough to be refused for its size.
func gather(all fstest.MapFS, folder fs.FS, within string) error {
	return fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && entry.Name() == "testdata":
			return fs.SkipDir
		case entry.IsDir() || path.Ext(name) != ".yaml" && path.Ext(name) != ".yml":
			return nil
		}
		file, err := folder.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		text, err := io.ReadAll(io.LimitReader(file, schemas.MaxBytes+1))
		all[path.Join(within, name)] = &fstest.MapFile{Data: text}
		return err
	})
}
