{{/* Twin of src/values/guards/names.ts. */}}
{{- define "alexandria.guards.names" -}}
{{- $report := .report -}}
{{- with .context -}}

{{- /* release-name */ -}}
{{- $pattern := ternary "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$" "^[a-z]([-a-z0-9]*[a-z0-9])?$" (ne .Values.fullnameOverride "") -}}
{{- if or (gt (len .Release.Name) 53) (not (regexMatch $pattern .Release.Name)) -}}
{{- include "alexandria.issue" (list $report "release.name" (list
      "must be lower-case letters, digits and \"-\", beginning with a letter, at most 53: the Service is named after it"
      "Choose another release name, or set fullnameOverride")) -}}
{{- end -}}

{{- /* release-namespace */ -}}
{{- if or (gt (len .Release.Namespace) 63) (not (regexMatch "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$" .Release.Namespace)) -}}
{{- include "alexandria.issue" (list $report "release.namespace" (list
      "must be lower-case letters, digits and \"-\", beginning and ending with a letter or digit, at most 63"
      "Choose another namespace")) -}}
{{- end -}}

{{- /* label-reserved */ -}}
{{- range $path, $labels := dict "commonLabels" .Values.commonLabels "podLabels" .Values.podLabels "metrics.serviceMonitor.labels" .Values.metrics.serviceMonitor.labels -}}
{{- range $key, $value := $labels -}}
{{- if regexMatch "^(app\\.kubernetes\\.io|helm\\.sh)/|^backstage\\.io/kubernetes-id$" $key -}}
{{- include "alexandria.issue" (list $report (printf "%s[\"%s\"]" $path $key) (list
      "is a label that the chart sets itself"
      "Leave it out. The catalog label follows backstage.entityName")) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- /* pod-annotation-reserved */ -}}
{{- range $key, $value := .Values.podAnnotations -}}
{{- if or (hasPrefix "checksum/" $key) (eq $key "kubectl.kubernetes.io/default-container") -}}
{{- include "alexandria.issue" (list $report (printf "podAnnotations[\"%s\"]" $key) (list
      "is an annotation that the chart sets itself"
      "Choose another key")) -}}
{{- end -}}
{{- end -}}

{{- end -}}
{{- end -}}
