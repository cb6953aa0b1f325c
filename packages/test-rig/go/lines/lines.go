// Package lines lets a library answer requests as a program: one line of JSON for each, in the same order.
package lines

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
)

// Answer is the library's output, or why there is none.
type Answer struct {
	Output string `json:"output"`
	Error  string `json:"error,omitempty"`
}

// Serve answers the requests on standard input until it ends. With --version it names the module that answers, at the
// version that is linked in.
func Serve[Request any](module string, answer func(Request) (string, error)) {
	if len(os.Args) > 1 {
		fmt.Println(module, versionOf(module))
		return
	}
	if err := serve(os.Stdin, os.Stdout, answer); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func serve[Request any](in io.Reader, out io.Writer, answer func(Request) (string, error)) error {
	reader := bufio.NewReader(in)
	encoder := json.NewEncoder(out)
	for {
		line, err := reader.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		var request Request
		if err := json.Unmarshal(line, &request); err != nil {
			return err
		}
		if err := encoder.Encode(guarded(request, answer)); err != nil {
			return err
		}
	}
}

// A command that panics ends with an error: the other requests are not to end with it.
func guarded[Request any](request Request, answer func(Request) (string, error)) (given Answer) {
	defer func() {
		if cause := recover(); cause != nil {
			given = Answer{Error: fmt.Sprintf("panic: %v", cause)}
		}
	}()
	output, err := answer(request)
	if err != nil {
		return Answer{Error: err.Error()}
	}
	return Answer{Output: output}
}

func versionOf(module string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "of unknown version"
	}
	for _, dependency := range info.Deps {
		if dependency.Path == module {
			return dependency.Version
		}
	}
	return "is not linked in"
}
