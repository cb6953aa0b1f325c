{{/* Variables of the containers; part of the twin of src/values/guards/pod.ts. */}}
{{- define "alexandria.guards.env" -}}
{{- $report := .report -}}
{{- with .context.Values -}}
{{- $reserved := "^(ALEXANDRIA_(JWT_SECRET|ADMIN_PASSWORD|DATABASE_URL|OIDC_[A-Z0-9_]+_CLIENT_SECRET)|OTEL_(EXPORTER_OTLP_ENDPOINT|EXPORTER_OTLP_PROTOCOL|SERVICE_NAME))$" -}}

{{- /* env-reserved */ -}}
{{- $rule := list
      "is a variable that the chart sets itself"
      "Use the value that stands for it, or another name" -}}
{{- range $container, $variables := .extraEnv -}}
{{- range $position, $variable := $variables -}}
{{- if regexMatch $reserved .name -}}
{{- include "alexandria.issue" (list $report (printf "extraEnv.%s[%d].name" $container $position) $rule) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $position, $backend := .llmBackends -}}
{{- if regexMatch $reserved (get . "apiKeyEnvVar") -}}
{{- include "alexandria.issue" (list $report (printf "llmBackends[%d].apiKeyEnvVar" $position) $rule) -}}
{{- end -}}
{{- end -}}

{{- /* env-repeated */ -}}
{{- $rule := list
      "is set by an earlier entry too"
      "Keep one of the two" -}}
{{- range $container, $variables := .extraEnv -}}
{{- include "alexandria.guardRepeated" (dict "report" $report "items" $variables "key" "name" "path" (printf "extraEnv.%s[%%d].name" $container) "rule" $rule) -}}
{{- end -}}
{{- range $position, $container := .extraContainers -}}
{{- include "alexandria.guardRepeated" (dict "report" $report "items" (include "alexandria.mapsOf" .env | fromJsonArray) "key" "name" "path" (printf "extraContainers[%d].env[%%d].name" $position) "rule" $rule) -}}
{{- end -}}

{{- /* env-two-values */ -}}
{{- range $container, $variables := .extraEnv -}}
{{- range $position, $variable := $variables -}}
{{- if and (hasKey . "value") (hasKey . "valueFrom") -}}
{{- include "alexandria.issue" (list $report (printf "extraEnv.%s[%d].valueFrom" $container $position) (list
      "cannot stand beside value"
      "Keep value or valueFrom")) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- end -}}
{{- end -}}
