package page

import "io"

// chunk is how much is gathered before it is handed to the writer.
const chunk = 16 << 10

// output gathers bytes and hands them on in chunks. After the first error of the writer it writes no more.
type output struct {
	to  io.Writer
	b   []byte
	err error
}

func newOutput(w io.Writer) output { return output{to: w, b: make([]byte, 0, chunk+chunk/2)} }

// raw appends what this package wrote itself, never a text of a caller.
func (o *output) raw(s string) { o.b = append(o.b, s...) }

// spill hands on what has been gathered if it is enough. It is called between blocks.
func (o *output) spill() {
	if len(o.b) >= chunk {
		o.hand()
	}
}

func (o *output) hand() {
	if o.err == nil {
		var n int
		n, o.err = o.to.Write(o.b)
		if o.err == nil && n < len(o.b) {
			o.err = io.ErrShortWrite
		}
	}
	o.b = o.b[:0]
}

// done hands on the rest.
func (o *output) done() error {
	o.hand()
	return o.err
}
