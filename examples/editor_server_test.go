package examples_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// serverVariable names the YAML language server to use; without it the one on PATH is used.
const serverVariable = "YAML_LANGUAGE_SERVER"

// editor plays an author's editor: it starts the YAML language server that editors use, with the bundle of schemas set
// for every YAML file, and speaks to it over stdin and stdout.
type editor struct {
	t        *testing.T
	folder   string
	settings map[string]any
	in       io.Writer
	out      chan message
	asked    int
	problems map[string][]problem // by URI, as last published
}

// message is what travels in either direction.
type message struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id,omitempty"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   json.RawMessage `json:"error,omitempty"`
}

type place struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

type problem struct {
	Range   struct{ Start, End place } `json:"range"`
	Message string                     `json:"message"`
}

// startEditor skips the test where there is no server, except in CI, which installs one.
func startEditor(t *testing.T, bundle []byte) *editor {
	t.Helper()
	program := os.Getenv(serverVariable)
	if program == "" {
		program, _ = exec.LookPath("yaml-language-server")
	}
	if program == "" {
		if os.Getenv("CI") == "true" {
			t.Fatalf("CI has no yaml-language-server; .ci/run installs it and sets %s", serverVariable)
		}
		t.Skipf("SKIPPED: what an author's editor shows is unchecked, since neither %s nor PATH names a yaml-language-server", serverVariable)
	}

	folder := t.TempDir()
	schema := filepath.Join(folder, "whatmatters.schema.json")
	if err := os.WriteFile(schema, bundle, 0o600); err != nil {
		t.Fatal(err)
	}
	server := exec.Command(program, "--stdio")
	server.Dir = folder
	in, err := server.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatalf("starting %s: %v", program, err)
	}
	t.Cleanup(func() {
		_ = server.Process.Kill()
		_ = server.Wait()
	})

	e := &editor{t: t, folder: folder, in: in, out: make(chan message), problems: map[string][]problem{}}
	e.settings = map[string]any{
		"schemas":     map[string]any{uri(schema): []string{"*.yaml"}},
		"schemaStore": map[string]any{"enable": false},
		"validate":    true, "hover": true, "completion": true,
	}
	go listen(bufio.NewReader(out), e.out)
	e.ask("initialize", map[string]any{
		"processId": os.Getpid(), "rootUri": uri(folder),
		"workspaceFolders": []any{map[string]any{"uri": uri(folder), "name": "definitions"}},
		"capabilities": map[string]any{
			"workspace":    map[string]any{"configuration": true, "workspaceFolders": true},
			"textDocument": map[string]any{"completion": map[string]any{"completionItem": map[string]any{"snippetSupport": true}}},
		},
	}, nil)
	e.tell("initialized", map[string]any{})
	e.tell("workspace/didChangeConfiguration", map[string]any{"settings": map[string]any{"yaml": e.settings}})
	return e
}

// open shows a file to the server and gives what the editor would underline in it.
func (e *editor) open(name, text string) []problem {
	e.t.Helper()
	at := e.uri(name)
	e.tell("textDocument/didOpen", map[string]any{
		"textDocument": map[string]any{"uri": at, "languageId": "yaml", "version": 1, "text": text},
	})
	for {
		if found, published := e.problems[at]; published {
			return found
		}
		e.hear()
	}
}

// complete gives the labels that the editor offers at a place, counted from 0.
func (e *editor) complete(name string, at place) []string {
	e.t.Helper()
	var reply struct{ Items []struct{ Label string } }
	e.ask("textDocument/completion", e.position(name, at), &reply)
	var labels []string
	for _, item := range reply.Items {
		labels = append(labels, item.Label)
	}
	return labels
}

// hover gives the text that the editor shows over a place, counted from 0.
func (e *editor) hover(name string, at place) string {
	e.t.Helper()
	var reply struct{ Contents struct{ Value string } }
	e.ask("textDocument/hover", e.position(name, at), &reply)
	return reply.Contents.Value
}

func (e *editor) position(name string, at place) map[string]any {
	return map[string]any{"textDocument": map[string]any{"uri": e.uri(name)}, "position": at}
}

func (e *editor) uri(name string) string { return uri(filepath.Join(e.folder, name)) }

func uri(file string) string { return "file://" + filepath.ToSlash(file) }

// ask sends a request and waits for its answer, serving the server's own requests meanwhile.
func (e *editor) ask(method string, params, into any) {
	e.t.Helper()
	e.asked++
	id := json.RawMessage(strconv.Itoa(e.asked))
	e.send(message{ID: id, Method: method, Params: e.encode(params)})
	for {
		m := e.hear()
		if m.Method != "" || string(m.ID) != string(id) {
			continue
		}
		if m.Error != nil {
			e.t.Fatalf("%s: the server answered %s", method, m.Error)
		}
		if into != nil && string(m.Result) != "null" {
			if err := json.Unmarshal(m.Result, into); err != nil {
				e.t.Fatalf("%s: %v in %s", method, err, m.Result)
			}
		}
		return
	}
}

func (e *editor) tell(method string, params any) {
	e.t.Helper()
	e.send(message{Method: method, Params: e.encode(params)})
}

// hear takes the next message, and answers it where the server asks for something.
func (e *editor) hear() message {
	e.t.Helper()
	select {
	case m, more := <-e.out:
		if !more {
			e.t.Fatal("the language server stopped")
		}
		if m.Method == "textDocument/publishDiagnostics" {
			var published struct {
				URI         string
				Diagnostics []problem
			}
			if err := json.Unmarshal(m.Params, &published); err != nil {
				e.t.Fatal(err)
			}
			e.problems[published.URI] = published.Diagnostics
		} else if m.Method != "" && m.ID != nil {
			e.send(message{ID: m.ID, Result: e.encode(e.answer(m))})
		}
		return m
	case <-time.After(30 * time.Second):
		e.t.Fatal("the language server said nothing for 30 seconds")
		return message{}
	}
}

// answer serves the server's requests: it asks for settings by section, and everything else may be nothing.
func (e *editor) answer(m message) any {
	if m.Method != "workspace/configuration" {
		return json.RawMessage("null")
	}
	var wanted struct{ Items []struct{ Section string } }
	if err := json.Unmarshal(m.Params, &wanted); err != nil {
		e.t.Fatal(err)
	}
	sections := []any{}
	for _, item := range wanted.Items {
		if item.Section == "yaml" {
			sections = append(sections, e.settings)
		} else {
			sections = append(sections, map[string]any{})
		}
	}
	return sections
}

func (e *editor) send(m message) {
	e.t.Helper()
	m.Version = "2.0"
	text := e.encode(m)
	if _, err := fmt.Fprintf(e.in, "Content-Length: %d\r\n\r\n%s", len(text), text); err != nil {
		e.t.Fatalf("writing to the language server: %v", err)
	}
}

func (e *editor) encode(v any) json.RawMessage {
	e.t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		e.t.Fatal(err)
	}
	return text
}

// listen reads messages until the server stops; it then closes the channel.
func listen(r *bufio.Reader, into chan<- message) {
	defer close(into)
	headers := textproto.NewReader(r)
	for {
		header, err := headers.ReadMIMEHeader()
		if err != nil {
			return
		}
		size, err := strconv.Atoi(strings.TrimSpace(header.Get("Content-Length")))
		if err != nil {
			return
		}
		text := make([]byte, size)
		if _, err := io.ReadFull(r, text); err != nil {
			return
		}
		var m message
		if err := json.Unmarshal(text, &m); err != nil {
			return
		}
		into <- m
	}
}
