{{/* Volumes and mounts of the containers; twin of src/values/guards/volumes.ts. */}}
{{- define "alexandria.guards.volumes" -}}
{{- $report := .report -}}
{{- with .context.Values -}}
{{- $shared := list "data" "run" "etc-alexandria" -}}
{{- $reserved := concat $shared (list "config" "nginx-config" "tmp" "saml" "token") -}}

{{- /* volume-reserved */ -}}
{{- $known := $shared -}}
{{- range $position, $volume := .extraVolumes -}}
{{- $known = append $known .name -}}
{{- if has .name $reserved -}}
{{- include "alexandria.issue" (list $report (printf "extraVolumes[%d].name" $position) (list
      "is a volume of the chart itself"
      "Choose another name")) -}}
{{- end -}}
{{- end -}}

{{- /* volume-repeated */ -}}
{{- include "alexandria.guardRepeated" (dict "report" $report "items" .extraVolumes "key" "name" "path" "extraVolumes[%d].name" "rule" (list
      "is the name of an earlier volume too"
      "Give each volume its own name")) -}}

{{- /* volume-needs-one-source */ -}}
{{- range $position, $volume := .extraVolumes -}}
{{- if ne (len $volume) 2 -}}
{{- include "alexandria.issue" (list $report (printf "extraVolumes[%d]" $position) (list
      "must have exactly one source beside its name"
      "Write one, for example emptyDir: {}")) -}}
{{- end -}}
{{- end -}}

{{- /* mount-unknown-volume */ -}}
{{- $rule := list
      "names no volume of extraVolumes"
      "Add the volume to extraVolumes, or name data, run or etc-alexandria" -}}
{{- range $container, $mounts := .extraVolumeMounts -}}
{{- range $position, $mount := $mounts -}}
{{- if not (has .name $known) -}}
{{- include "alexandria.issue" (list $report (printf "extraVolumeMounts.%s[%d].name" $container $position) $rule) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $index, $container := .extraContainers -}}
{{- range $position, $mount := include "alexandria.mapsOf" .volumeMounts | fromJsonArray -}}
{{- if and (kindIs "string" .name) (not (has .name $known)) -}}
{{- include "alexandria.issue" (list $report (printf "extraContainers[%d].volumeMounts[%d].name" $index $position) $rule) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- /* mount-path-reserved */ -}}
{{- $own := list
      "/etc/alexandria"
      (include "alexandria.samlDirectory" .)
      "/etc/nginx/nginx.conf"
      "/tmp"
      "/var/lib/alexandria"
      "/var/run/alexandria"
      "/var/run/secrets/kubernetes.io/serviceaccount" -}}
{{- range $container, $mounts := .extraVolumeMounts -}}
{{- range $position, $mount := $mounts -}}
{{- if has (regexReplaceAll "/+$" .mountPath "") $own -}}
{{- include "alexandria.issue" (list $report (printf "extraVolumeMounts.%s[%d].mountPath" $container $position) (list
      "is where the chart mounts something itself"
      "Choose another path")) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- /* mount-path-repeated */ -}}
{{- $rule := list
      "is the path of an earlier mount too"
      "Mount each volume at its own path" -}}
{{- range $container, $mounts := .extraVolumeMounts -}}
{{- include "alexandria.guardRepeated" (dict "report" $report "items" $mounts "key" "mountPath" "path" (printf "extraVolumeMounts.%s[%%d].mountPath" $container) "rule" $rule) -}}
{{- end -}}
{{- range $position, $container := .extraContainers -}}
{{- include "alexandria.guardRepeated" (dict "report" $report "items" (include "alexandria.mapsOf" .volumeMounts | fromJsonArray) "key" "mountPath" "path" (printf "extraContainers[%d].volumeMounts[%%d].mountPath" $position) "rule" $rule) -}}
{{- end -}}

{{- end -}}
{{- end -}}
