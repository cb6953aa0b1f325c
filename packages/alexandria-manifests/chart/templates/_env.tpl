{{/*
Text in which the kubelet sees no reference to a variable: it reads $(NAME) in arguments and env values, and $$ as $.
*/}}
{{- define "alexandria.literalText" -}}
{{- . | replace "$" "$$" -}}
{{- end -}}

{{/* An entry of env: include "alexandria.envFromSecret" (dict "variable" … "name" … "key" … "optional" true). */}}
{{- define "alexandria.envFromSecret" -}}
- name: {{ .variable | quote }}
  valueFrom:
    secretKeyRef:
      name: {{ .name | quote }}
      key: {{ .key | quote }}
      {{- if .optional }}
      optional: true
      {{- end }}
{{- end -}}

{{- define "alexandria.env.jwt" -}}
{{- $source := include "alexandria.jwtSource" . -}}
{{- $names := dict
      "existingSecret" .Values.auth.existingSecret
      "externalSecret" (include "alexandria.externalSecretName" .)
      "value" (include "alexandria.secretName" .) -}}
{{- if hasKey $names $source -}}
{{ include "alexandria.envFromSecret" (dict "variable" (include "alexandria.env.jwtSecret" .) "name" (get $names $source) "key" "jwt-secret") }}
{{- end -}}
{{- end -}}

{{- define "alexandria.env.admin" -}}
{{- $entry := dict "variable" (include "alexandria.env.adminPassword" .) "key" "admin-password" -}}
{{- if .Values.auth.existingSecret -}}
{{- /* The production pattern of the document creates a Secret with jwt-secret alone. */ -}}
{{ include "alexandria.envFromSecret" (merge $entry (dict "name" .Values.auth.existingSecret "optional" true)) }}
{{- else if .Values.externalSecrets.enabled -}}
{{- if .Values.externalSecrets.adminPasswordKey -}}
{{ include "alexandria.envFromSecret" (merge $entry (dict "name" (include "alexandria.externalSecretName" .))) }}
{{- end -}}
{{- else if .Values.auth.adminPassword -}}
{{ include "alexandria.envFromSecret" (merge $entry (dict "name" (include "alexandria.secretName" .))) }}
{{- end -}}
{{- end -}}

{{- define "alexandria.env.database" -}}
{{- $source := include "alexandria.databaseSource" . -}}
{{- $entry := dict "variable" (include "alexandria.env.databaseUrl" .) -}}
{{- if eq $source "existingSecret" -}}
{{ include "alexandria.envFromSecret" (merge $entry (dict "name" .Values.config.database.existingSecret "key" .Values.config.database.existingSecretKey)) }}
{{- else if eq $source "externalSecret" -}}
{{ include "alexandria.envFromSecret" (merge $entry (dict "name" (include "alexandria.externalSecretName" .) "key" "database-url")) }}
{{- else if eq $source "url" -}}
{{ include "alexandria.envFromSecret" (merge $entry (dict "name" (include "alexandria.secretName" .) "key" "database-url")) }}
{{- end -}}
{{- end -}}

{{- define "alexandria.env.oidc" -}}
{{- if .Values.federation.enabled -}}
{{- $stored := ternary .Values.externalSecrets.oidcClientSecrets (dict) .Values.externalSecrets.enabled -}}
{{- range .Values.federation.providers }}
{{- if eq .kind "oidc" }}
{{- $secret := ternary (include "alexandria.externalSecretName" $) (include "alexandria.oidcSecretName" $) (hasKey $stored .name) }}
{{ include "alexandria.envFromSecret" (dict "variable" (include "alexandria.env.oidcClientSecret" .name) "name" $secret "key" (printf "oidc-%s-client-secret" .name)) }}
{{- end }}
{{- end }}
{{- end -}}
{{- end -}}

{{/*
The Secret that holds the key for a variable, as a JSON map of name and key; nothing when the key comes from extraEnv or
extraEnvFrom. Backends that share a variable share its one source.
include "alexandria.llmKeyRef" (dict "context" $ "variable" "ANTHROPIC_API_KEY")
*/}}
{{- define "alexandria.llmKeyRef" -}}
{{- $root := .context -}}
{{- $variable := .variable -}}
{{- $stored := ternary $root.Values.externalSecrets.llmApiKeys (dict) $root.Values.externalSecrets.enabled -}}
{{- $ref := dict -}}
{{- range $root.Values.llmBackends -}}
{{- if and (not $ref) (eq (get . "apiKeyEnvVar") $variable) -}}
{{- if hasKey $stored .name -}}
{{- $ref = dict "name" (include "alexandria.externalSecretName" $root) "key" (printf "llm-%s-api-key" .name) -}}
{{- else if .apiKeySecretRef -}}
{{- $ref = .apiKeySecretRef -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- with $ref }}{{ toJson . }}{{ end -}}
{{- end -}}

{{/* The keys of some backends, each variable once: include "alexandria.env.llm" (dict "context" $ "backends" …). */}}
{{- define "alexandria.env.llm" -}}
{{- $root := .context -}}
{{- $variables := list -}}
{{- range .backends -}}
{{- with .apiKeyEnvVar -}}
{{- $variables = append $variables . -}}
{{- end -}}
{{- end -}}
{{- range $variables | uniq }}
{{- $variable := . }}
{{- with include "alexandria.llmKeyRef" (dict "context" $root "variable" $variable) }}
{{- $ref := fromJson . }}
{{ include "alexandria.envFromSecret" (dict "variable" $variable "name" $ref.name "key" $ref.key) }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Telemetry of a container: include "alexandria.env.otel" (dict "context" $ "container" "api"). */}}
{{- define "alexandria.env.otel" -}}
{{- if .context.Values.otel.enabled -}}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ include "alexandria.literalText" .context.Values.otel.endpoint | quote }}
- name: OTEL_EXPORTER_OTLP_PROTOCOL
  value: http/protobuf
- name: OTEL_SERVICE_NAME
  value: {{ printf "%s-%s" (include "alexandria.fullname" .context) .container }}
{{- end -}}
{{- end -}}

{{- define "alexandria.extraEnv" -}}
{{- with . }}{{ toYaml . }}{{ end -}}
{{- end -}}

{{/* The env of the API, a list or nothing. */}}
{{- define "alexandria.env.api" -}}
{{ include "alexandria.env.jwt" . }}
{{ include "alexandria.env.admin" . }}
{{ include "alexandria.env.database" . }}
{{ include "alexandria.env.oidc" . }}
{{ include "alexandria.env.otel" (dict "context" . "container" "api") }}
{{ include "alexandria.extraEnv" .Values.extraEnv.api }}
{{- end -}}

{{/* The env of the orchestrator, a list or nothing. */}}
{{- define "alexandria.env.orchestrator" -}}
{{ include "alexandria.env.database" . }}
{{ include "alexandria.env.llm" (dict "context" . "backends" .Values.llmBackends) }}
{{ include "alexandria.env.otel" (dict "context" . "container" "orchestrator") }}
{{ include "alexandria.extraEnv" .Values.extraEnv.orchestrator }}
{{- end -}}

{{/*
The env of the init container that registers a backend, with its own key and no other, a list or nothing.
include "alexandria.env.llmInit" (dict "context" $ "backend" …)
*/}}
{{- define "alexandria.env.llmInit" -}}
{{ include "alexandria.env.database" .context }}
{{ include "alexandria.env.llm" (dict "context" .context "backends" (list .backend)) }}
{{ include "alexandria.extraEnv" .context.Values.extraEnv.orchestrator }}
{{- end -}}
