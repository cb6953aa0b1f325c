{{/* Twin of src/values/guards/resources.ts. */}}
{{- define "alexandria.guards.resources" -}}
{{- $report := .report -}}
{{- range $use, $resources := .context.Values.resources -}}
{{- $requests := .requests | default dict -}}
{{- $limits := .limits | default dict -}}

{{- /* request-above-limit. With room for what binary fractions lose. */ -}}
{{- range $name := list "cpu" "ephemeral-storage" "memory" -}}
{{- if and (hasKey $requests $name) (hasKey $limits $name) -}}
{{- $request := include "alexandria.amount" (get $requests $name) | float64 -}}
{{- $limit := include "alexandria.amount" (get $limits $name) -}}
{{- if gt $request (mulf $limit 1.000000001) -}}
{{- include "alexandria.issue" (list $report (printf "resources.%s.requests.%s" $use $name) (list
      "is more than the limit"
      "Lower it, or raise the limit")) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- /* resource-fraction-of-byte */ -}}
{{- range $kind, $amounts := dict "limits" $limits "requests" $requests -}}
{{- range $name, $quantity := pick $amounts "ephemeral-storage" "memory" -}}
{{- if ternary (regexMatch "m$|^[0-9]+\\.[0-9]+$" (toString $quantity)) (ne (floor $quantity) (float64 $quantity)) (kindIs "string" $quantity) -}}
{{- include "alexandria.issue" (list $report (printf "resources.%s.%s.%s" $use $kind $name) (list
      "is a fraction of a byte"
      "Write Mi, as in 512Mi: m stands for thousandths")) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- end -}}
{{- end -}}

{{/* What a Kubernetes quantity stands for: cores, bytes. Takes a quantity. */}}
{{- define "alexandria.amount" -}}
{{- if kindIs "string" . -}}
{{- $factors := dict "m" 0.001 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "P" 1e15 "E" 1e18 "Ki" 1024.0 "Mi" 1048576.0 "Gi" 1073741824.0 "Ti" 1099511627776.0 "Pi" 1125899906842624.0 "Ei" 1152921504606846976.0 -}}
{{- $suffix := regexFind "[A-Za-z]*$" . -}}
{{- mulf (trimSuffix $suffix .) (ternary 1.0 (get $factors $suffix) (eq $suffix "")) -}}
{{- else -}}
{{- float64 . -}}
{{- end -}}
{{- end -}}
