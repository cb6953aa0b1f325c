// Renders charts as `helm template` of Helm 3 does, through the functions that it calls.
package main

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"helm.sh/helm/v3/pkg/action"
	"helm.sh/helm/v3/pkg/chart/loader"
	"helm.sh/helm/v3/pkg/cli"
	"helm.sh/helm/v3/pkg/cli/values"
	"helm.sh/helm/v3/pkg/getter"
	"helm.sh/helm/v3/pkg/release"

	"test-rig/lines"
)

// Follows newTemplateCmd and runInstall of helm.sh/helm/v3/cmd/helm.
func template(request lines.Template) (string, error) {
	return request.WithFiles(func(paths []string) (string, error) {
		client := action.NewInstall(&action.Configuration{Log: func(string, ...interface{}) {}})
		client.DryRunOption = "true"
		client.DryRun = true
		client.Replace = true
		client.ClientOnly = true
		client.DisableHooks = request.NoHooks
		client.SkipSchemaValidation = request.NoSchema
		client.Namespace = request.Namespace

		name, path, err := client.NameAndChart([]string{request.Release, request.Chart})
		if err != nil {
			return "", err
		}
		client.ReleaseName = name
		options := values.Options{ValueFiles: paths, Values: request.Set}
		given, err := options.MergeValues(getter.All(cli.New()))
		if err != nil {
			return "", err
		}
		chart, err := loader.Load(path)
		if err != nil {
			return "", err
		}
		rendered, err := client.RunWithContext(context.Background(), chart, given)
		if err != nil {
			if rendered != nil {
				err = fmt.Errorf("%w\n\nUse --debug flag to render out invalid YAML", err)
			}
			return "", err
		}
		var manifests bytes.Buffer
		fmt.Fprintln(&manifests, strings.TrimSpace(rendered.Manifest))
		if !client.DisableHooks {
			for _, hook := range rendered.Hooks {
				if request.SkipTests && slices.Contains(hook.Events, release.HookTest) {
					continue
				}
				fmt.Fprintf(&manifests, "---\n# Source: %s\n%s\n", hook.Path, hook.Manifest)
			}
		}
		return manifests.String(), nil
	})
}

func main() {
	lines.Serve("helm.sh/helm/v3", template)
}
