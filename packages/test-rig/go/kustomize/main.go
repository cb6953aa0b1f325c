// Builds kustomizations as `kubectl kustomize` does, by the command that it is, from files in memory.
package main

import (
	"bytes"
	"io"
	"path"

	"sigs.k8s.io/kustomize/kustomize/v5/commands/build"
	"sigs.k8s.io/kustomize/kyaml/filesys"

	"test-rig/lines"
)

// Build asks for what `kubectl kustomize TARGET` prints.
type Build struct {
	// Files by path, without a leading slash.
	Files  map[string]string `json:"files"`
	Target string            `json:"target"`
}

func kustomize(request Build) (string, error) {
	files := filesys.MakeFsInMemory()
	for name, content := range request.Files {
		if err := files.WriteFile(path.Join("/", name), []byte(content)); err != nil {
			return "", err
		}
	}
	var output bytes.Buffer
	command := build.NewCmdBuild(files, build.MakeHelp("kubectl", "kustomize"), &output)
	command.SetArgs([]string{path.Join("/", request.Target)})
	command.SetOut(io.Discard)
	command.SetErr(io.Discard)
	if err := command.Execute(); err != nil {
		return "", err
	}
	return output.String(), nil
}

func main() {
	lines.Serve("sigs.k8s.io/kustomize/kustomize/v5", kustomize)
}
