{{/*
Security context of the pod, as YAML that is read again: toYaml leaves out the last newline, which may be part of a text.
Below port 1024 the sysctl lets nginx, which is not root, listen; Pod Security "restricted" admits it.
*/}}
{{- define "alexandria.podSecurityContext" -}}
{{- $context := deepCopy .Values.podSecurityContext -}}
{{- if lt (.Values.dashboard.port | int64) 1024 -}}
{{- $lowPorts := dict "name" "net.ipv4.ip_unprivileged_port_start" "value" "0" -}}
{{- $_ := set $context "sysctls" (append (kindIs "slice" $context.sysctls | ternary $context.sysctls list) $lowPorts) -}}
{{- end -}}
{{- printf "%s\n" (toYaml $context) -}}
{{- end -}}

{{/*
SHA-256 of the data of both ConfigMaps: each key and each text followed by a NUL byte, keys sorted. The same bytes as in
src/objects/configChecksum.ts.
*/}}
{{- define "alexandria.configChecksum" -}}
{{- printf "alexandria.conf\x00%s\n\x00nginx.conf\x00%s\n\x00" (include "alexandria.conf" .) (include "alexandria.nginxConf" .) | sha256sum -}}
{{- end -}}
