{{/* Twin of src/values/guards/secrets.ts. */}}
{{- define "alexandria.guards.secrets" -}}
{{- $report := .report -}}
{{- with .context -}}
{{- $external := .Values.externalSecrets -}}
{{- $database := .Values.config.database -}}

{{- /* auth-two-sources */ -}}
{{- if and .Values.auth.existingSecret $external.enabled -}}
{{- include "alexandria.issue" (list $report "auth.existingSecret" (list
      "cannot stand beside externalSecrets.enabled"
      "Leave it empty, or set externalSecrets.enabled: false")) -}}
{{- end -}}

{{- /* database-two-sources */ -}}
{{- $sources := list -}}
{{- if $database.existingSecret -}}
{{- $sources = append $sources "config.database.existingSecret" -}}
{{- end -}}
{{- if and $external.enabled $external.databaseUrlKey -}}
{{- $sources = append $sources "externalSecrets.databaseUrlKey" -}}
{{- end -}}
{{- if $database.url -}}
{{- $sources = append $sources "config.database.url" -}}
{{- end -}}
{{- if gt (len $sources) 1 -}}
{{- include "alexandria.issue" (list $report (index $sources 1) (list
      "is one of several sources of the Postgres URL: config.database.url, config.database.existingSecret, externalSecrets.databaseUrlKey"
      "Keep one of them")) -}}
{{- end -}}

{{- if $external.enabled -}}
{{- /* external-secrets-need-store */ -}}
{{- if not $external.secretStoreName -}}
{{- include "alexandria.issue" (list $report "externalSecrets.secretStoreName" (list
      "must name the store while externalSecrets.enabled is true"
      "Write the name of the SecretStore or ClusterSecretStore")) -}}
{{- end -}}

{{- /* external-secrets-empty */ -}}
{{- if not (or $external.jwtSecretKey $external.adminPasswordKey $external.databaseUrlKey $external.oidcClientSecrets $external.llmApiKeys) -}}
{{- include "alexandria.issue" (list $report "externalSecrets.enabled" (list
      "has no key to fetch"
      "Set externalSecrets.jwtSecretKey, or switch it off")) -}}
{{- end -}}

{{- /* external-secrets-unknown-provider */ -}}
{{- $providers := list -}}
{{- if .Values.federation.enabled -}}
{{- range .Values.federation.providers -}}
{{- if eq .kind "oidc" -}}
{{- $providers = append $providers .name -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $name, $ref := $external.oidcClientSecrets -}}
{{- if not (has $name $providers) -}}
{{- include "alexandria.issue" (list $report (printf "externalSecrets.oidcClientSecrets.%s" $name) (list
      "names no OIDC provider in use"
      "Name a provider of federation.providers, with federation.enabled")) -}}
{{- end -}}
{{- end -}}

{{- /* external-secrets-unknown-backend */ -}}
{{- $backends := list -}}
{{- range .Values.llmBackends -}}
{{- if .apiKeyEnvVar -}}
{{- $backends = append $backends .name -}}
{{- end -}}
{{- end -}}
{{- range $name, $ref := $external.llmApiKeys -}}
{{- if not (has $name $backends) -}}
{{- include "alexandria.issue" (list $report (printf "externalSecrets.llmApiKeys.%s" $name) (list
      "names no LLM backend with an apiKeyEnvVar"
      "Name a backend of llmBackends and give it apiKeyEnvVar")) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- end -}}
{{- end -}}
