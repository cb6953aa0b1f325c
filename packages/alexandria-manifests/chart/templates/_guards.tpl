{{- define "alexandria.guards" -}}
{{- end -}}
