{{/* Volumes of the pod. */}}
{{- define "alexandria.volumes" -}}
- name: data
  {{- if .Values.persistence.enabled }}
  persistentVolumeClaim:
    claimName: {{ include "alexandria.claimName" . | quote }}
  {{- else }}
  emptyDir: {}
  {{- end }}
- name: run
  emptyDir: {}
- name: etc-alexandria
  emptyDir: {}
- name: tmp
  emptyDir: {}
- name: config
  configMap:
    name: {{ include "alexandria.configName" . }}
- name: nginx-config
  configMap:
    name: {{ include "alexandria.nginxName" . }}
{{- if include "alexandria.hasSamlSecret" . }}
- name: saml
  secret:
    secretName: {{ include "alexandria.samlSecretName" . | quote }}
{{- end }}
{{- if .Values.rbac.create }}
# What the kubelet would mount itself with automountServiceAccountToken, which would reach the dashboard too.
- name: token
  projected:
    sources:
      - serviceAccountToken:
          path: token
          expirationSeconds: 3600
      - configMap:
          name: kube-root-ca.crt
          items:
            - key: ca.crt
              path: ca.crt
      - downwardAPI:
          items:
            - path: namespace
              fieldRef:
                fieldPath: metadata.namespace
{{- end }}
{{- with .Values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Mounts that the API, the orchestrator and the llm-init containers share. */}}
{{- define "alexandria.sharedMounts" -}}
- name: data
  mountPath: /var/lib/alexandria
- name: run
  mountPath: /var/run/alexandria
- name: etc-alexandria
  mountPath: /etc/alexandria
{{- end -}}

{{/* A container's own folder in the volume "tmp", for a root file system that is read-only. Takes the folder. */}}
{{- define "alexandria.tmpMount" -}}
- name: tmp
  mountPath: /tmp
  subPath: {{ . }}
{{- end -}}

{{- define "alexandria.tokenMount" -}}
{{- if .Values.rbac.create }}
- name: token
  mountPath: /var/run/secrets/kubernetes.io/serviceaccount
  readOnly: true
{{- end -}}
{{- end -}}

{{- define "alexandria.apiMounts" -}}
{{ include "alexandria.sharedMounts" . }}
{{ include "alexandria.tmpMount" "api" }}
{{- if include "alexandria.hasSamlSecret" . }}
- name: saml
  mountPath: {{ include "alexandria.samlDirectory" . }}
  readOnly: true
{{- end }}
{{- include "alexandria.tokenMount" . }}
{{- with .Values.extraVolumeMounts.api }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "alexandria.orchestratorMounts" -}}
{{ include "alexandria.sharedMounts" . }}
{{ include "alexandria.tmpMount" "orchestrator" }}
{{- include "alexandria.tokenMount" . }}
{{- with .Values.extraVolumeMounts.orchestrator }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* The dashboard is what strangers reach: it sees neither the data nor a secret. */}}
{{- define "alexandria.dashboardMounts" -}}
- name: nginx-config
  mountPath: /etc/nginx/nginx.conf
  subPath: nginx.conf
  readOnly: true
{{ include "alexandria.tmpMount" "dashboard" }}
{{- with .Values.extraVolumeMounts.dashboard }}
{{ toYaml . }}
{{- end }}
{{- end -}}
