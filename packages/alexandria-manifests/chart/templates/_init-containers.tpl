{{/* Copies the read-only ConfigMap to the writable /etc/alexandria. Without a repository of its own, the orchestrator's image does it. */}}
{{- define "alexandria.configInitContainer" -}}
{{- $image := ternary .Values.image.configInit .Values.image.orchestrator (ne .Values.image.configInit.repository "") -}}
- name: config-init
  {{- include "alexandria.container" (dict "context" . "image" $image "resources" .Values.resources.init) | nindent 2 }}
  command:
    - cp
    - /config/alexandria.conf
    - /etc/alexandria/alexandria.conf
  volumeMounts:
    - name: config
      mountPath: /config
      readOnly: true
    - name: etc-alexandria
      mountPath: /etc/alexandria
{{- end -}}

{{/*
Registers a backend, without a shell: its values are arguments, never part of a command line.
include "alexandria.llmInitContainer" (dict "context" $ "backend" …)
*/}}
{{- define "alexandria.llmInitContainer" -}}
{{- $values := .context.Values -}}
- name: llm-init-{{ .backend.name }}
  {{- include "alexandria.container" (dict "context" .context "image" $values.image.orchestrator "resources" $values.resources.init) | nindent 2 }}
  command:
    - alexandria
  args:
    {{- range include "alexandria.llmAddArguments" .backend | fromJsonArray }}
    - {{ include "alexandria.literalText" . | quote }}
    {{- end }}
  {{- include "alexandria.environment" (dict "env" (include "alexandria.env.llmInit" .) "envFrom" $values.extraEnvFrom.orchestrator) | nindent 2 }}
  volumeMounts:
    {{- include "alexandria.sharedMounts" .context | nindent 4 }}
    {{- include "alexandria.tmpMount" "orchestrator" | nindent 4 }}
{{- end -}}
