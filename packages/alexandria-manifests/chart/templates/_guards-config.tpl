{{/* Twin of src/values/guards/config.ts. */}}
{{- define "alexandria.guards.config" -}}
{{- $report := .report -}}
{{- with .context.Values -}}

{{- /* api-bind-loopback */ -}}
{{- if regexMatch "^(127\\.|[0:]*:0*1$|[0:]*:[fF]{4}:7[fF][0-9a-fA-F]{2}:[0-9a-fA-F]{1,4}$)" .config.api.bind -}}
{{- include "alexandria.issue" (list $report "config.api.bind" (list
      "is a loopback address, which the probes of the kubelet cannot reach"
      "Write 0.0.0.0")) -}}
{{- end -}}

{{- /* dashboard-port-is-api-port */ -}}
{{- if eq (int64 .dashboard.port) (int64 .config.api.port) -}}
{{- include "alexandria.issue" (list $report "dashboard.port" (list
      "is config.api.port too: the containers of a pod share their ports"
      "Choose another port, for example 80 or 8081")) -}}
{{- end -}}

{{- /* rp-origin-outside-rp-id */ -}}
{{- $rpId := .config.webauthn.rpId -}}
{{- $host := regexReplaceAll ":[0-9]+$" (.config.webauthn.rpOrigin | trimPrefix "https://" | trimPrefix "http://") "" -}}
{{- if and $rpId $host (ne $host $rpId) (not (hasSuffix (printf ".%s" $rpId) $host)) -}}
{{- include "alexandria.issue" (list $report "config.webauthn.rpOrigin" (list
      "must have config.webauthn.rpId, or a name below it, as its host: passkeys would not work"
      "Write https:// and the host that people open, and set rpId to that host or a parent domain of it")) -}}
{{- end -}}

{{- /* config-extra-known-table */ -}}
{{- range $table, $fields := .config.extra -}}
{{- if has $table (list "api" "database" "federation" "general" "metrics" "security" "webauthn") -}}
{{- include "alexandria.issue" (list $report (printf "config.extra.%s" $table) (list
      "is a table that the chart writes itself"
      "Use the values of that section, or another table name")) -}}
{{- end -}}
{{- end -}}

{{- end -}}
{{- end -}}
