{{/*
A value in TOML. Strings are basic ones in plain ASCII: no reader of the ConfigMap's YAML can take a character of it for
a line break or refuse it. Helm holds integers as floats: 31536000 must not become 3.1536e+07.
*/}}
{{- define "alexandria.tomlValue" -}}
{{- if kindIs "string" . -}}
{{- printf "%+q" . -}}
{{- else if kindIs "bool" . -}}
{{- . -}}
{{- else if kindIs "slice" . -}}
{{- $items := list -}}
{{- range . -}}
{{- $items = append $items (include "alexandria.tomlValue" .) -}}
{{- end -}}
{{- printf "[%s]" (join ", " $items) -}}
{{- else -}}
{{- int64 . -}}
{{- end -}}
{{- end -}}

{{/* Lines of a table: include "alexandria.tomlLines" (dict "values" <a map> "keys" <those to write, in order>). */}}
{{- define "alexandria.tomlLines" -}}
{{- $values := .values -}}
{{- $lines := list -}}
{{- range .keys -}}
{{- $lines = append $lines (printf "%s = %s" (include "alexandria.tomlKey" .) (include "alexandria.tomlValue" (get $values .))) -}}
{{- end -}}
{{- join "\n" $lines -}}
{{- end -}}

{{/* Lines of a table whose keys are spelled as in the values; keys that are not there are left out. */}}
{{- define "alexandria.tomlGivenLines" -}}
{{- $values := .values -}}
{{- $lines := list -}}
{{- range .keys -}}
{{- if hasKey $values . -}}
{{- $lines = append $lines (printf "%s = %s" . (include "alexandria.tomlValue" (get $values .))) -}}
{{- end -}}
{{- end -}}
{{- join "\n" $lines -}}
{{- end -}}

{{/* alexandria.conf. It holds no credential: those reach the containers as variables from Secrets. */}}
{{- define "alexandria.conf" -}}
{{- with .Values.config -}}
[general]
{{ include "alexandria.tomlLines" (dict "values" .general "keys" (list "logLevel" "devMode")) }}

[api]
{{ include "alexandria.tomlLines" (dict "values" .api "keys" (list "bind" "port" "impl")) }}

[webauthn]
{{ include "alexandria.tomlLines" (dict "values" .webauthn "keys" (list "rpName")) }}
{{- if .webauthn.rpId }}
{{ include "alexandria.tomlLines" (dict "values" .webauthn "keys" (list "rpId")) }}
{{- end }}
{{- if .webauthn.rpOrigin }}
{{ include "alexandria.tomlLines" (dict "values" .webauthn "keys" (list "rpOrigin")) }}
{{- end }}

[security]
{{ include "alexandria.tomlLines" (dict "values" .security "keys" (list "enabled" "csp" "hstsMaxAge" "hstsIncludeSubdomains")) }}

[security.lockout]
{{ include "alexandria.tomlLines" (dict "values" .security.lockout "keys" (list "enabled" "maxAttempts" "windowSeconds" "lockoutSeconds")) }}
{{- end }}

[metrics]
{{ include "alexandria.tomlLines" (dict "values" .Values.metrics "keys" (list "enabled" "path")) }}
{{- if .Values.federation.enabled }}

[federation]
{{ include "alexandria.tomlLines" (dict "values" .Values.federation "keys" (list "enabled")) }}
{{- if include "alexandria.hasSamlSecret" . }}

[federation.saml]
{{ include "alexandria.samlTable" . }}
{{- end }}
{{- range .Values.federation.providers }}

[[federation.providers]]
{{ include "alexandria.tomlGivenLines" (dict "values" . "keys" (include "alexandria.providerKeys" . | fromJsonArray)) }}
{{- end }}
{{- end }}
{{- range $table, $fields := .Values.config.extra }}

[{{ $table }}]
{{- with $fields }}
{{ include "alexandria.tomlGivenLines" (dict "values" . "keys" (keys . | sortAlpha)) }}
{{- end }}
{{- end }}
{{- end -}}
