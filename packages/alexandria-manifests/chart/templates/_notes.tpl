{{/* What NOTES.txt says. Names and keys are safe in a shell: the schema lets nothing else through. No secret is printed. */}}

{{/* How to open the dashboard. */}}
{{- define "alexandria.notes.access" -}}
{{- $fullname := include "alexandria.fullname" . -}}
{{- $hosts := list -}}
{{- if .Values.ingress.enabled -}}
{{- $scheme := ternary "https" "http" (not (empty .Values.ingress.tls)) -}}
{{- range .Values.ingress.hosts -}}
{{- $hosts = append $hosts (printf "%s://%s" $scheme .host) -}}
{{- end -}}
{{- else if .Values.httpRoute.enabled -}}
{{- range .Values.httpRoute.hostnames -}}
{{- $hosts = append $hosts (printf "https://%s" .) -}}
{{- end -}}
{{- end -}}
{{- if $hosts -}}
Open {{ join " or " $hosts }}
{{- else if .Values.httpRoute.enabled -}}
Open it at any host name of the gateways in httpRoute.parentRefs.
{{- else -}}
Nothing leads to it from outside of the cluster yet, unless the Service is a NodePort or LoadBalancer. From here:
  kubectl port-forward --namespace {{ .Release.Namespace }} service/{{ $fullname }} 8080:{{ .Values.service.port }}
and open http://localhost:8080
{{- end -}}
{{- end -}}

{{/* An argument that takes the value of a key from a variable, so that no file ends it with a line break. Takes a key. */}}
{{- define "alexandria.notes.literal" -}}
--from-literal={{ . }}="${{ regexReplaceAll "[^A-Z0-9]" (upper .) "_" }}"
{{- end -}}

{{/* Commands for the Secrets that the pod waits for, one a line, or nothing. */}}
{{- define "alexandria.notes.secrets" -}}
{{- $generic := printf "kubectl create secret generic --namespace %s" .Release.Namespace -}}
{{- $tls := printf "kubectl create secret tls --namespace %s" .Release.Namespace -}}
{{- $lines := list -}}
{{- with .Values.auth.existingSecret -}}
{{- $lines = append $lines (printf "%s %s --from-literal=jwt-secret=\"$(openssl rand -base64 32)\" --from-literal=admin-password=\"$(openssl rand -base64 24)\"" $generic .) -}}
{{- end -}}
{{- with .Values.config.database -}}
{{- if .existingSecret -}}
{{- $lines = append $lines (printf "%s %s %s" $generic .existingSecret (include "alexandria.notes.literal" .existingSecretKey)) -}}
{{- end -}}
{{- end -}}
{{- if .Values.federation.enabled -}}
{{- $stored := ternary .Values.externalSecrets.oidcClientSecrets (dict) .Values.externalSecrets.enabled -}}
{{- $literals := list -}}
{{- range .Values.federation.providers -}}
{{- if and (eq .kind "oidc") (not (hasKey $stored .name)) -}}
{{- $literals = append $literals (include "alexandria.notes.literal" (printf "oidc-%s-client-secret" .name)) -}}
{{- end -}}
{{- end -}}
{{- if $literals -}}
{{- $lines = append $lines (printf "%s %s %s" $generic (include "alexandria.oidcSecretName" .) (join " " $literals)) -}}
{{- end -}}
{{- end -}}
{{- if and (include "alexandria.hasSaml" .) (eq .Values.federation.saml.keyPair "existingSecret") -}}
{{- $lines = append $lines (printf "%s %s --cert=<file> --key=<file>" $tls (include "alexandria.samlSecretName" .)) -}}
{{- end -}}
{{- $keys := dict -}}
{{- range .Values.llmBackends -}}
{{- with .apiKeySecretRef -}}
{{- $_ := set $keys .name (append (get $keys .name | default list) (include "alexandria.notes.literal" .key) | uniq) -}}
{{- end -}}
{{- end -}}
{{- range $name, $literals := $keys -}}
{{- $lines = append $lines (printf "%s %s %s" $generic $name (join " " $literals)) -}}
{{- end -}}
{{- $issued := or (hasKey .Values.ingress.annotations "cert-manager.io/cluster-issuer") (hasKey .Values.ingress.annotations "cert-manager.io/issuer") -}}
{{- if and .Values.ingress.enabled (not $issued) -}}
{{- range .Values.ingress.tls -}}
{{- with .secretName -}}
{{- $lines = append $lines (printf "%s %s --cert=<file> --key=<file>" $tls .) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range .Values.imagePullSecrets -}}
{{- $lines = append $lines (printf "kubectl create secret docker-registry --namespace %s %s --from-file=.dockerconfigjson=<file>" $.Release.Namespace .name) -}}
{{- end -}}
{{- join "\n" ($lines | uniq) -}}
{{- end -}}

{{/* What may go wrong with these values, one a line, or nothing. */}}
{{- define "alexandria.notes.risks" -}}
{{- $lines := list -}}
{{- $own := not (or .Values.auth.existingSecret .Values.externalSecrets.enabled) -}}
{{- if and $own (eq .Values.auth.adminPassword "changeme") -}}
{{- $lines = append $lines "The admin password is changeme, which everyone knows. Set auth.existingSecret." -}}
{{- end -}}
{{- if eq (include "alexandria.jwtSource" .) "firstStart" -}}
{{- $lines = append $lines "The API makes the secret that signs sessions at its first start, and only the data volume keeps it. Set auth.existingSecret." -}}
{{- end -}}
{{- if not .Values.persistence.enabled -}}
{{- $lines = append $lines "Nothing is kept: the data goes with the pod. Set persistence.enabled." -}}
{{- end -}}
{{- $floating := list -}}
{{- range $container := list "api" "orchestrator" "dashboard" -}}
{{- $image := get $.Values.image $container -}}
{{- if not (or $image.digest (regexMatch "^v?[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?$" $image.tag)) -}}
{{- $floating = append $floating (printf "image.%s.tag" $container) -}}
{{- end -}}
{{- end -}}
{{- if $floating -}}
{{- $lines = append $lines (printf "The image behind %s may change under its tag. Pin a release." (join ", " $floating)) -}}
{{- end -}}
{{- if .Values.config.general.devMode -}}
{{- $lines = append $lines "Development mode is on. Set config.general.devMode: false in production." -}}
{{- end -}}
{{- if and (or .Values.ingress.enabled .Values.httpRoute.enabled) (not .Values.config.webauthn.rpId) -}}
{{- $lines = append $lines "Passkeys do not work without config.webauthn.rpId and rpOrigin." -}}
{{- end -}}
{{- join "\n" $lines -}}
{{- end -}}
