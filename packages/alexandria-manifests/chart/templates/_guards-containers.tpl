{{/* Further containers and their ports; part of the twin of src/values/guards/pod.ts. */}}
{{- define "alexandria.guards.containers" -}}
{{- $report := .report -}}
{{- with .context.Values -}}

{{- /* container-reserved */ -}}
{{- range $position, $container := .extraContainers -}}
{{- if regexMatch "^(api|orchestrator|dashboard|config-init|llm-init-.*)$" .name -}}
{{- include "alexandria.issue" (list $report (printf "extraContainers[%d].name" $position) (list
      "is the name of a container of the chart itself"
      "Choose another name")) -}}
{{- end -}}
{{- end -}}

{{- /* container-repeated */ -}}
{{- include "alexandria.guardRepeated" (dict "report" $report "items" .extraContainers "key" "name" "path" "extraContainers[%d].name" "rule" (list
      "is the name of an earlier container too"
      "Give each container its own name")) -}}

{{- /* port-taken and port-name-taken */ -}}
{{- $ports := dict (printf "TCP/%d" (int64 .config.api.port)) .config.api (printf "TCP/%d" (int64 .dashboard.port)) .dashboard -}}
{{- $names := dict "api" .config.api "http" .dashboard -}}
{{- range $index, $container := .extraContainers -}}
{{- range $position, $port := include "alexandria.mapsOf" .ports | fromJsonArray -}}
{{- $path := printf "extraContainers[%d].ports[%d]" $index $position -}}
{{- if kindIs "float64" .containerPort -}}
{{- $key := printf "%s/%s" (ternary .protocol "TCP" (kindIs "string" .protocol)) (toJson .containerPort) -}}
{{- if hasKey $ports $key -}}
{{- include "alexandria.issue" (list $report (printf "%s.containerPort" $path) (list
      "is a port of the API, the dashboard or an earlier container"
      "Choose another port: the containers of a pod share their ports")) -}}
{{- end -}}
{{- $_ := set $ports $key $container -}}
{{- end -}}
{{- if kindIs "string" .name -}}
{{- if hasKey $names .name -}}
{{- include "alexandria.issue" (list $report (printf "%s.name" $path) (list
      "is the name of a port of the API, the dashboard or an earlier container"
      "Choose another name")) -}}
{{- end -}}
{{- $_ := set $names .name $container -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- end -}}
{{- end -}}
