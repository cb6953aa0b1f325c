{{/* Twin of src/values/guards/text.ts. */}}
{{- define "alexandria.guards.text" -}}
{{- /* text-unreadable. A look at the whole first: most values hold nothing of the kind. */ -}}
{{- if regexMatch "[\\x{7f}-\\x{9f}\\x{fffe}\\x{ffff}]|\\\\u202[89]" (toJson .context.Values) -}}
{{- include "alexandria.guards.textAt" (dict "report" .report "node" .context.Values "path" "") -}}
{{- end -}}
{{- end -}}

{{- define "alexandria.guards.textAt" -}}
{{- $unreadable := "[\\x{7f}-\\x{9f}\\x{2028}\\x{2029}\\x{fffe}\\x{ffff}]" -}}
{{- $rule := list
      "holds a character that YAML cannot carry"
      "Take out control characters and the line breaks of Unicode; tab and newline are accepted" -}}
{{- $scope := . -}}
{{- if kindIs "string" .node -}}
{{- if regexMatch $unreadable .node -}}
{{- include "alexandria.issue" (list .report .path $rule) -}}
{{- end -}}
{{- else if kindIs "slice" .node -}}
{{- range $position, $item := .node -}}
{{- include "alexandria.guards.textAt" (dict "report" $scope.report "node" $item "path" (printf "%s[%d]" $scope.path $position)) -}}
{{- end -}}
{{- else if kindIs "map" .node -}}
{{- range $key, $value := .node -}}
{{- if regexMatch $unreadable $key -}}
{{- include "alexandria.issue" (list $scope.report $scope.path $rule) -}}
{{- else -}}
{{- $path := printf "%s[%s]" $scope.path (toRawJson $key) -}}
{{- if regexMatch "^[A-Za-z0-9_-]+$" $key -}}
{{- $path = ternary $key (printf "%s.%s" $scope.path $key) (eq $scope.path "") -}}
{{- end -}}
{{- include "alexandria.guards.textAt" (dict "report" $scope.report "node" $value "path" $path) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
