{{/* Twin of src/values/guards/text.ts. A look at the whole first: most values hold nothing of the kind. */}}
{{- define "alexandria.guards.text" -}}
{{- $values := .context.Values -}}
{{- $unreadable := "[\\x{7f}-\\x{9f}\\x{2028}\\x{2029}\\x{fffe}\\x{ffff}]" -}}

{{- /* text-unreadable */ -}}
{{- if regexMatch "[\\x{7f}-\\x{9f}\\x{fffe}\\x{ffff}]|\\\\u202[89]" (toJson $values) -}}
{{- include "alexandria.guards.textAt" (dict "report" .report "node" $values "path" "" "text" $unreadable "key" $unreadable "rule" (list
      "holds a character that YAML cannot carry"
      "Take out control characters and the line breaks of Unicode; tab and newline are accepted")) -}}
{{- end -}}

{{- /* key-merge */ -}}
{{- if contains "\"<<\":" (toRawJson $values) -}}
{{- include "alexandria.guards.textAt" (dict "report" .report "node" $values "path" "" "text" "a^" "key" "^<<$" "rule" (list
      "has a key << that YAML takes for an order to merge"
      "Choose another key")) -}}
{{- end -}}
{{- end -}}

{{/*
Reports where a tree holds text, or a map a key, that an expression matches.
include "alexandria.guards.textAt" (dict "report" … "node" … "path" "" "text" <expression> "key" <expression> "rule" (list …))
*/}}
{{- define "alexandria.guards.textAt" -}}
{{- $scope := . -}}
{{- if kindIs "string" .node -}}
{{- if regexMatch .text .node -}}
{{- include "alexandria.issue" (list .report .path .rule) -}}
{{- end -}}
{{- else if kindIs "slice" .node -}}
{{- range $position, $item := .node -}}
{{- include "alexandria.guards.textAt" (dict "report" $scope.report "node" $item "path" (printf "%s[%d]" $scope.path $position) "text" $scope.text "key" $scope.key "rule" $scope.rule) -}}
{{- end -}}
{{- else if kindIs "map" .node -}}
{{- range $key, $value := .node -}}
{{- if regexMatch $scope.key $key -}}
{{- include "alexandria.issue" (list $scope.report $scope.path $scope.rule) -}}
{{- else -}}
{{- $path := printf "%s[%s]" $scope.path (toRawJson $key) -}}
{{- if regexMatch "^[A-Za-z0-9_-]+$" $key -}}
{{- $path = ternary $key (printf "%s.%s" $scope.path $key) (eq $scope.path "") -}}
{{- end -}}
{{- include "alexandria.guards.textAt" (dict "report" $scope.report "node" $value "path" $path "text" $scope.text "key" $scope.key "rule" $scope.rule) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
