{{/* Twin of src/values/guards/network.ts. */}}
{{- define "alexandria.guards.network" -}}
{{- $report := .report -}}
{{- with .context -}}
{{- $ingress := .Values.ingress -}}
{{- $httpRoute := .Values.httpRoute -}}
{{- $networkPolicy := .Values.networkPolicy -}}

{{- /* service-target-port */ -}}
{{- $targetPort := .Values.service.targetPort -}}
{{- if not (ternary (eq (toString $targetPort) "http") (eq (int64 $targetPort) (int64 .Values.dashboard.port)) (kindIs "string" $targetPort)) -}}
{{- include "alexandria.issue" (list $report "service.targetPort" (list
      "must be http, the dashboard: any other port goes past nginx, and with it past the dashboard, its headers and its limits"
      "Write http. The API is reached through the dashboard under /v1/")) -}}
{{- end -}}

{{- /* service-port-taken */ -}}
{{- if and .Values.metrics.enabled (eq (int64 .Values.service.port) 9090) -}}
{{- include "alexandria.issue" (list $report "service.port" (list
      "is the port of the Service for metrics"
      "Choose another port, for example 80")) -}}
{{- end -}}

{{- /* ingress-and-http-route */ -}}
{{- if and $ingress.enabled $httpRoute.enabled -}}
{{- include "alexandria.issue" (list $report "httpRoute.enabled" (list
      "cannot stand beside ingress.enabled"
      "Switch one of them off")) -}}
{{- end -}}

{{- /* ingress-needs-host */ -}}
{{- if and $ingress.enabled (not $ingress.hosts) -}}
{{- include "alexandria.issue" (list $report "ingress.hosts" (list
      "needs at least one host while ingress.enabled is true"
      "Write [{host: alexandria.example.com}] with your own domain")) -}}
{{- end -}}

{{- /* ingress-host-repeated */ -}}
{{- include "alexandria.guardRepeated" (dict "report" $report "items" $ingress.hosts "key" "host" "path" "ingress.hosts[%d].host" "rule" (list
      "is the host of an earlier entry too"
      "Put the paths of a host into one entry")) -}}

{{- /* ingress-class-annotation */ -}}
{{- if and $ingress.className (ne (dig "kubernetes.io/ingress.class" $ingress.className $ingress.annotations) $ingress.className) -}}
{{- include "alexandria.issue" (list $report "ingress.annotations[\"kubernetes.io/ingress.class\"]" (list
      "names another class than ingress.className"
      "Leave it out")) -}}
{{- end -}}

{{- /* http-route-needs-gateway */ -}}
{{- if and $httpRoute.enabled (not $httpRoute.parentRefs) -}}
{{- include "alexandria.issue" (list $report "httpRoute.parentRefs" (list
      "needs at least one gateway while httpRoute.enabled is true"
      "Write [{name: gateway, namespace: infra}]")) -}}
{{- end -}}

{{- /* http-route-gateway-repeated */ -}}
{{- $gateways := list -}}
{{- range $httpRoute.parentRefs -}}
{{- $gateways = append $gateways (list (get . "namespace") .name (get . "sectionName") | toJson) -}}
{{- end -}}
{{- range include "alexandria.repeated" $gateways | fromJsonArray -}}
{{- include "alexandria.issue" (list $report (printf "httpRoute.parentRefs[%d]" (int64 .)) (list
      "is an earlier gateway again"
      "Name each gateway, with its namespace and section, once")) -}}
{{- end -}}

{{- /* http-route-gateway-needs-section */ -}}
{{- $divided := list -}}
{{- range $httpRoute.parentRefs -}}
{{- if .sectionName -}}
{{- $divided = append $divided (printf "%s/%s" (.namespace | default "") .name) -}}
{{- end -}}
{{- end -}}
{{- range $position, $ref := $httpRoute.parentRefs -}}
{{- if and (not .sectionName) (has (printf "%s/%s" (.namespace | default "") .name) $divided) -}}
{{- include "alexandria.issue" (list $report (printf "httpRoute.parentRefs[%d]" $position) (list
      "needs a sectionName: another entry names a section of the same gateway"
      "Name a section in each entry of a gateway")) -}}
{{- end -}}
{{- end -}}

{{- /* http-route-hostname-repeated */ -}}
{{- range include "alexandria.repeated" $httpRoute.hostnames | fromJsonArray -}}
{{- include "alexandria.issue" (list $report (printf "httpRoute.hostnames[%d]" (int64 .)) (list
      "is an earlier host name again"
      "Write each host name once")) -}}
{{- end -}}

{{- /* network-policy-needs-postgres-cidr */ -}}
{{- if and $networkPolicy.enabled (not $networkPolicy.postgres.cidr) (has (include "alexandria.databaseSource" .) (list "existingSecret" "externalSecret")) -}}
{{- include "alexandria.issue" (list $report "networkPolicy.postgres.cidr" (list
      "must say where Postgres is: its URL comes from a Secret, which the chart cannot read"
      "Write an address range such as 10.0.0.0/16")) -}}
{{- end -}}

{{- /* network-policy-open-rule */ -}}
{{- range $key := list "ingressFrom" "metricsFrom" "additionalIngress" "additionalEgress" -}}
{{- range $position, $rule := get $networkPolicy $key -}}
{{- if not $rule -}}
{{- include "alexandria.issue" (list $report (printf "networkPolicy.%s[%d]" $key $position) (list
      "is empty, which would let everything through"
      "Name the peers and ports, or leave the entry out")) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- /* metrics-path-taken */ -}}
{{- if has .Values.metrics.path (list "/" "/live" "/ready" "/health" "/nginx-health") -}}
{{- include "alexandria.issue" (list $report "metrics.path" (list
      "is a path that is served already, by the API or to everyone by the dashboard"
      "Write /metrics")) -}}
{{- end -}}

{{- /* service-monitor-needs-metrics */ -}}
{{- if and .Values.metrics.serviceMonitor.enabled (not .Values.metrics.enabled) -}}
{{- include "alexandria.issue" (list $report "metrics.serviceMonitor.enabled" (list
      "needs metrics.enabled: there is nothing to scrape"
      "Set metrics.enabled: true, or switch the ServiceMonitor off")) -}}
{{- end -}}

{{- end -}}
{{- end -}}
