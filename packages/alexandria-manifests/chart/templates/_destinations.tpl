{{/* Twin of src/objects/networkpolicy/: where the instance's traffic goes, as far as the values tell. */}}

{{/*
Where a URL leads, as a JSON list of {kind, where, port}: a "*.<namespace>.svc" name to that namespace, an IPv4 address to
itself; without a where, a bare name to the instance's own namespace, every other name anywhere. A Postgres URL may name
several hosts. Loopback needs no rule. Takes a URL.
*/}}
{{- define "alexandria.destinationsOf" -}}
{{- $defaultPorts := dict "https" "443" "http" "80" "postgres" "5432" "postgresql" "5432" -}}
{{- $octet := "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])" -}}
{{- /* A Service, or a pod behind one. */ -}}
{{- $inCluster := "^([^.]+\\.)+([^.]+)\\.svc(\\..*)?$" -}}
{{- $scheme := regexReplaceAll "^([a-z]+)://.*$" . "${1}" -}}
{{- $found := list -}}
{{- range splitList "," (regexReplaceAll "^[A-Za-z]+://([^/?#]*@)?([^/?#]*).*$" . "${2}") -}}
{{- $host := regexReplaceAll "^(\\[[^\\]]*\\]|[^:]*).*$" . "${1}" | lower -}}
{{- $port := regexFind ":[0-9]+$" . | trimPrefix ":" | default (get $defaultPorts $scheme) | int64 -}}
{{- if or (not $host) (regexMatch "^(localhost|127\\..*|\\[::1\\])$" $host) -}}
{{- else if regexMatch (printf "^(%s\\.){3}%s$" $octet $octet) $host -}}
{{- $found = append $found (dict "kind" "address" "where" (printf "%s/32" $host) "port" $port) -}}
{{- else if regexMatch $inCluster $host -}}
{{- $found = append $found (dict "kind" "namespace" "where" (regexReplaceAll $inCluster $host "${2}") "port" $port) -}}
{{- else if regexMatch "[.:]" $host -}}
{{- $found = append $found (dict "kind" "anywhere" "port" $port) -}}
{{- else -}}
{{- $found = append $found (dict "kind" "own" "port" $port) -}}
{{- end -}}
{{- end -}}
{{- toJson $found -}}
{{- end -}}

{{/* Every destination once, as a JSON list of {kind, where, port}. */}}
{{- define "alexandria.destinations" -}}
{{- $urls := list -}}
{{- range .Values.llmBackends -}}
{{- $urls = append $urls .url -}}
{{- end -}}
{{- if .Values.federation.enabled -}}
{{- range .Values.federation.providers -}}
{{- if eq .kind "oidc" }}{{ $urls = append $urls .issuer }}{{ end -}}
{{- end -}}
{{- range .Values.federation.providers -}}
{{- if eq .kind "saml" }}{{ $urls = append $urls .metadata_url }}{{ end -}}
{{- end -}}
{{- end -}}
{{- if .Values.otel.enabled -}}
{{- $urls = append $urls .Values.otel.endpoint -}}
{{- end -}}
{{- $postgres := .Values.networkPolicy.postgres -}}
{{- $hasPostgres := ne (include "alexandria.databaseSource" .) "sqlite" -}}
{{- if and $hasPostgres (not $postgres.cidr) -}}
{{- $urls = append $urls .Values.config.database.url -}}
{{- end -}}
{{- $all := list -}}
{{- range $urls -}}
{{- $all = concat $all (include "alexandria.destinationsOf" . | fromJsonArray) -}}
{{- end -}}
{{- if and $hasPostgres $postgres.cidr -}}
{{- $all = append $all (dict "kind" "address" "where" $postgres.cidr "port" (float64 $postgres.port)) -}}
{{- end -}}
{{- $all | uniq | toJson -}}
{{- end -}}

{{/* Peers of a rule, as a YAML list. Takes a destination. */}}
{{- define "alexandria.peers" -}}
{{- if eq .kind "address" -}}
- ipBlock:
    cidr: {{ .where }}
{{- else if eq .kind "namespace" -}}
- namespaceSelector:
    matchLabels:
      kubernetes.io/metadata.name: {{ .where | quote }}
{{- else if eq .kind "own" -}}
- podSelector: {}
{{- else -}}
# Link-local addresses are where clouds serve credentials to whoever asks.
- ipBlock:
    cidr: 0.0.0.0/0
    except:
      - 169.254.0.0/16
- ipBlock:
    cidr: ::/0
    except:
      - fe80::/10
{{- end -}}
{{- end -}}
