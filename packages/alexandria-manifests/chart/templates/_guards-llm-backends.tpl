{{/* Twin of src/values/guards/llmBackends.ts. */}}
{{- define "alexandria.guards.llmBackends" -}}
{{- $report := .report -}}
{{- with .context -}}
{{- $backends := .Values.llmBackends -}}
{{- $stored := ternary .Values.externalSecrets.llmApiKeys (dict) .Values.externalSecrets.enabled -}}
{{- $extra := list -}}
{{- range .Values.extraEnv.orchestrator -}}
{{- $extra = append $extra .name -}}
{{- end -}}
{{- $fromEnv := .Values.extraEnvFrom.orchestrator -}}
{{- /* Variables that some backend has a source of its own for. */ -}}
{{- $sourced := list -}}
{{- range $backends -}}
{{- if and .apiKeyEnvVar (or .apiKeySecretRef (hasKey $stored .name)) -}}
{{- $sourced = append $sourced .apiKeyEnvVar -}}
{{- end -}}
{{- end -}}

{{- /* llm-backend-repeated */ -}}
{{- include "alexandria.guardRepeated" (dict "report" $report "items" $backends "key" "name" "path" "llmBackends[%d].name" "rule" (list
      "is the name of another LLM backend too"
      "Give each backend its own name")) -}}

{{- /* llm-key-without-variable */ -}}
{{- range $position, $backend := $backends -}}
{{- if and .apiKeySecretRef (not .apiKeyEnvVar) -}}
{{- include "alexandria.issue" (list $report (printf "llmBackends[%d].apiKeySecretRef" $position) (list
      "needs apiKeyEnvVar, the variable that delivers the key"
      "Set apiKeyEnvVar, or leave the reference out")) -}}
{{- end -}}
{{- end -}}

{{- /* llm-key-without-source */ -}}
{{- range $position, $backend := $backends -}}
{{- if and .apiKeyEnvVar (not $fromEnv) (not (has .apiKeyEnvVar $extra)) (not (has .apiKeyEnvVar $sourced)) -}}
{{- include "alexandria.issue" (list $report (printf "llmBackends[%d].apiKeyEnvVar" $position) (list
      "has no source"
      "Set apiKeySecretRef, externalSecrets.llmApiKeys, extraEnv.orchestrator or extraEnvFrom.orchestrator")) -}}
{{- end -}}
{{- end -}}

{{- /* llm-key-two-sources */ -}}
{{- $before := list -}}
{{- range $position, $backend := $backends -}}
{{- if .apiKeyEnvVar -}}
{{- $hasRef := not (empty .apiKeySecretRef) -}}
{{- $hasStored := hasKey $stored .name -}}
{{- if or (and $hasRef $hasStored) (and (or $hasRef $hasStored) (or (has .apiKeyEnvVar $before) (has .apiKeyEnvVar $extra))) -}}
{{- include "alexandria.issue" (list $report (printf "llmBackends[%d].apiKeyEnvVar" $position) (list
      "has more than one source"
      "Keep one of apiKeySecretRef, externalSecrets.llmApiKeys and extraEnv.orchestrator, and one backend that names it")) -}}
{{- end -}}
{{- if or $hasRef $hasStored -}}
{{- $before = append $before .apiKeyEnvVar -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- end -}}
{{- end -}}
