{{/*
Rules over several values, which values.schema.json cannot state. Each has a twin of the same id, message and remedy in
src/values/guards; the files beside this one follow its sections.

deployment.yaml includes this once. All broken rules are reported together, as "<path>: <message>. <remedy>"; what was
given is never repeated, since it may be a credential.
*/}}
{{- define "alexandria.guards" -}}
{{- $report := dict "lines" (list) -}}
{{- $scope := dict "context" . "report" $report -}}
{{- include "alexandria.guards.names" $scope -}}
{{- include "alexandria.guards.scaling" $scope -}}
{{- include "alexandria.guards.secrets" $scope -}}
{{- include "alexandria.guards.config" $scope -}}
{{- include "alexandria.guards.federation" $scope -}}
{{- include "alexandria.guards.llmBackends" $scope -}}
{{- include "alexandria.guards.network" $scope -}}
{{- include "alexandria.guards.pod" $scope -}}
{{- include "alexandria.guards.volumes" $scope -}}
{{- include "alexandria.guards.resources" $scope -}}
{{- include "alexandria.guards.text" $scope -}}
{{- if .Values.checklist.enforce -}}
{{- include "alexandria.checklist" $scope -}}
{{- end -}}
{{- with $report.lines -}}
{{- fail (printf "these values cannot be deployed:\n- %s\n" (join "\n- " .)) -}}
{{- end -}}
{{- end -}}

{{/* Adds a line to the report: include "alexandria.issue" (list $report "config.api.bind" (list "message" "remedy")). */}}
{{- define "alexandria.issue" -}}
{{- $report := index . 0 -}}
{{- $rule := index . 2 -}}
{{- $line := printf "%s: %s. %s" (index . 1) (index $rule 0) (index $rule 1) -}}
{{- $_ := set $report "lines" (append $report.lines $line) -}}
{{- end -}}

{{/* The positions, after the first, at which a text comes up again, as a JSON list. Takes texts; "" stands for none. */}}
{{- define "alexandria.repeated" -}}
{{- $seen := dict -}}
{{- $positions := list -}}
{{- range $position, $text := . -}}
{{- if $text -}}
{{- if hasKey $seen $text -}}
{{- $positions = append $positions $position -}}
{{- end -}}
{{- $_ := set $seen $text $position -}}
{{- end -}}
{{- end -}}
{{- toJson $positions -}}
{{- end -}}

{{/*
Reports repeated keys of a list of maps.
include "alexandria.guardRepeated" (dict "report" $report "items" … "key" "name" "path" "llmBackends[%d].name" "rule" (list …))
*/}}
{{- define "alexandria.guardRepeated" -}}
{{- $texts := list -}}
{{- $key := .key -}}
{{- range .items -}}
{{- $text := get . $key -}}
{{- $texts = append $texts (ternary (print "=" $text) "" (and (hasKey . $key) (kindIs "string" $text))) -}}
{{- end -}}
{{- $scope := . -}}
{{- range include "alexandria.repeated" $texts | fromJsonArray -}}
{{- include "alexandria.issue" (list $scope.report (printf $scope.path (int64 .)) $scope.rule) -}}
{{- end -}}
{{- end -}}
