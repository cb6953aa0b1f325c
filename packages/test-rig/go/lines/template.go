package lines

import (
	"fmt"
	"os"
	"strings"
)

// Template asks for what `helm template NAME CHART` prints.
type Template struct {
	Chart     string   `json:"chart"`
	Release   string   `json:"release"`
	Namespace string   `json:"namespace"`
	Values    []string `json:"values"`
	Set       []string `json:"set"`
	NoHooks   bool     `json:"noHooks"`
	SkipTests bool     `json:"skipTests"`
	// NoSchema leaves values.schema.json aside, as --skip-schema-validation does.
	NoSchema bool `json:"noSchema"`
}

// WithFiles lends the values as files without a name, which nobody has to remove. Errors call them values-0.yaml,
// values-1.yaml and so on.
func (request Template) WithFiles(use func(paths []string) (string, error)) (string, error) {
	var paths, names []string
	for index, values := range request.Values {
		file, err := os.CreateTemp("", "values-*.yaml")
		if err != nil {
			return "", err
		}
		defer file.Close()
		if err := os.Remove(file.Name()); err != nil {
			return "", err
		}
		if _, err := file.WriteString(values); err != nil {
			return "", err
		}
		path := fmt.Sprintf("/proc/self/fd/%d", file.Fd())
		paths = append(paths, path)
		names = append(names, path+":", fmt.Sprintf("values-%d.yaml:", index))
	}
	output, err := use(paths)
	if err != nil {
		return "", fmt.Errorf("%s", strings.NewReplacer(names...).Replace(err.Error()))
	}
	return output, nil
}
