{{/* Twin of src/values/guards/pod.ts. */}}
{{- define "alexandria.guards.pod" -}}
{{- include "alexandria.guards.env" . -}}
{{- include "alexandria.guards.containers" . -}}
{{- $report := .report -}}
{{- with .context.Values -}}

{{- /* pull-secret-repeated */ -}}
{{- include "alexandria.guardRepeated" (dict "report" $report "items" .imagePullSecrets "key" "name" "path" "imagePullSecrets[%d].name" "rule" (list
      "is named by an earlier entry too"
      "Name each Secret once")) -}}

{{- /* topology-spread-repeated */ -}}
{{- $constraints := list -}}
{{- range .topologySpreadConstraints -}}
{{- $constraints = append $constraints (list (include "alexandria.textOf" .topologyKey) (include "alexandria.textOf" .whenUnsatisfiable) | toJson) -}}
{{- end -}}
{{- range include "alexandria.repeated" $constraints | fromJsonArray -}}
{{- include "alexandria.issue" (list $report (printf "topologySpreadConstraints[%d]" (int64 .)) (list
      "has the topologyKey and whenUnsatisfiable of an earlier entry"
      "Keep one of the two")) -}}
{{- end -}}

{{- /* grace-period-too-short */ -}}
{{- if le (int64 .terminationGracePeriodSeconds) 5 -}}
{{- include "alexandria.issue" (list $report "terminationGracePeriodSeconds" (list
      "must be more than 5: the containers wait 5 seconds before they stop"
      "Write 30")) -}}
{{- end -}}

{{- /* probe-needs-one-handler */ -}}
{{- $values := . -}}
{{- range $probe := list "startupProbe" "livenessProbe" "readinessProbe" -}}
{{- if ne (len (pick (get $values $probe) "exec" "grpc" "httpGet" "tcpSocket")) 1 -}}
{{- include "alexandria.issue" (list $report $probe (list
      "must have exactly one of exec, grpc, httpGet and tcpSocket"
      "Set httpGet to null when you write another")) -}}
{{- end -}}
{{- end -}}

{{- /* sysctl-reserved */ -}}
{{- if lt (int64 .dashboard.port) 1024 -}}
{{- $names := list -}}
{{- if kindIs "slice" .podSecurityContext.sysctls -}}
{{- range .podSecurityContext.sysctls -}}
{{- if kindIs "map" . -}}
{{- $names = append $names .name -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if has "net.ipv4.ip_unprivileged_port_start" $names -}}
{{- include "alexandria.issue" (list $report "podSecurityContext.sysctls" (list
      "holds net.ipv4.ip_unprivileged_port_start, which the chart sets for a port below 1024"
      "Leave it out, or choose dashboard.port above 1023")) -}}
{{- end -}}
{{- end -}}

{{- /* api-port-privileged */ -}}
{{- if lt (int64 .config.api.port) 1024 -}}
{{- include "alexandria.issue" (list $report "config.api.port" (list
      "must be above 1023: the API does not run as root"
      "Write 8080")) -}}
{{- end -}}

{{- /* rbac-default-service-account */ -}}
{{- if and .rbac.create (not .serviceAccount.create) (has .serviceAccount.name (list "" "default")) -}}
{{- include "alexandria.issue" (list $report "rbac.create" (list
      "would give its rules to every pod that uses the default service account of the namespace"
      "Set serviceAccount.create: true, or serviceAccount.name")) -}}
{{- end -}}

{{- /* rbac-url-needs-cluster-role */ -}}
{{- range $position, $rule := .rbac.rules -}}
{{- if and (not $values.rbac.clusterScoped) (hasKey $rule "nonResourceURLs") -}}
{{- include "alexandria.issue" (list $report (printf "rbac.rules[%d].nonResourceURLs" $position) (list
      "is only for a ClusterRole"
      "Set rbac.clusterScoped: true, or leave the rule out")) -}}
{{- end -}}
{{- end -}}

{{- end -}}
{{- end -}}

{{/*
The entries of a list inside a further container, as a JSON list, each in its place; anything else has none. An entry that is no
map becomes an empty one.
*/}}
{{- define "alexandria.mapsOf" -}}
{{- $maps := list -}}
{{- if kindIs "slice" . -}}
{{- range . -}}
{{- $maps = append $maps (ternary . dict (kindIs "map" .)) -}}
{{- end -}}
{{- end -}}
{{- toJson $maps -}}
{{- end -}}

{{/* Text as it is; nothing of anything else. */}}
{{- define "alexandria.textOf" -}}
{{- if kindIs "string" . -}}
{{- . -}}
{{- end -}}
{{- end -}}
