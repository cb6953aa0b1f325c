{{/*
What a container has in common with every other one.
include "alexandria.container" (dict "context" $ "image" … "resources" …)
*/}}
{{- define "alexandria.container" -}}
image: {{ include "alexandria.image" . | quote }}
imagePullPolicy: {{ .image.pullPolicy }}
{{- with .context.Values.containerSecurityContext }}
securityContext:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .resources }}
resources:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Environment of a container: include "alexandria.environment" (dict "env" <a list as text> "envFrom" …). */}}
{{- define "alexandria.environment" -}}
{{- /* Not trimmed: the last value may end in empty lines. */}}
{{- if .env | trim }}
env:
  {{- .env | nindent 2 }}
{{- end }}
{{- with .envFrom }}
envFrom:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Gives the endpoints of the Service time to drop the pod before anything in it stops. */}}
{{- define "alexandria.lifecycle" -}}
lifecycle:
  preStop:
    sleep:
      seconds: 5
{{- end -}}

{{/* First, and the default container of the pod. */}}
{{- define "alexandria.apiContainer" -}}
- name: api
  {{- include "alexandria.container" (dict "context" . "image" .Values.image.api "resources" .Values.resources.api) | nindent 2 }}
  ports:
    - name: api
      containerPort: {{ .Values.config.api.port }}
      protocol: TCP
  {{- include "alexandria.environment" (dict "env" (include "alexandria.env.api" .) "envFrom" .Values.extraEnvFrom.api) | nindent 2 }}
  startupProbe:
    {{- toYaml .Values.startupProbe | nindent 4 }}
  livenessProbe:
    {{- toYaml .Values.livenessProbe | nindent 4 }}
  readinessProbe:
    {{- toYaml .Values.readinessProbe | nindent 4 }}
  {{- include "alexandria.lifecycle" . | nindent 2 }}
  volumeMounts:
    {{- include "alexandria.apiMounts" . | nindent 4 }}
{{- end -}}

{{- define "alexandria.orchestratorContainer" -}}
- name: orchestrator
  {{- include "alexandria.container" (dict "context" . "image" .Values.image.orchestrator "resources" .Values.resources.orchestrator) | nindent 2 }}
  {{- include "alexandria.environment" (dict "env" (include "alexandria.env.orchestrator" .) "envFrom" .Values.extraEnvFrom.orchestrator) | nindent 2 }}
  {{- include "alexandria.lifecycle" . | nindent 2 }}
  volumeMounts:
    {{- include "alexandria.orchestratorMounts" . | nindent 4 }}
{{- end -}}

{{- define "alexandria.dashboardContainer" -}}
- name: dashboard
  {{- include "alexandria.container" (dict "context" . "image" .Values.image.dashboard "resources" .Values.resources.dashboard) | nindent 2 }}
  ports:
    - name: http
      containerPort: {{ .Values.dashboard.port }}
      protocol: TCP
  {{- include "alexandria.environment" (dict "env" (include "alexandria.extraEnv" .Values.extraEnv.dashboard) "envFrom" .Values.extraEnvFrom.dashboard) | nindent 2 }}
  livenessProbe:
    httpGet:
      path: /nginx-health
      port: http
    initialDelaySeconds: 5
    periodSeconds: 15
    failureThreshold: 3
  readinessProbe:
    httpGet:
      path: /nginx-health
      port: http
    initialDelaySeconds: 2
    periodSeconds: 10
    failureThreshold: 3
  {{- include "alexandria.lifecycle" . | nindent 2 }}
  volumeMounts:
    {{- include "alexandria.dashboardMounts" . | nindent 4 }}
{{- end -}}
