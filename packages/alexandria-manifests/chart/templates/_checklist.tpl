{{/*
The points of the production checklist that must hold: under checklist.enforce each one that does not is an error. Twin of
src/checklist/checklistRules.ts, whose ids, titles and fixes these are.
*/}}
{{- define "alexandria.checklist" -}}
{{- $report := .report -}}
{{- with .context -}}
{{- $values := .Values -}}
{{- $exampleHost := "(^|\\.)example\\.(com|org|net)$" -}}

{{- /* image-tags */ -}}
{{- range $name := list "api" "orchestrator" "dashboard" -}}
{{- $image := get $values.image $name -}}
{{- if and (not $image.digest) (not (regexMatch "^v?(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?$" $image.tag)) -}}
{{- include "alexandria.openPoint" (list $report (printf "image.%s.tag" $name)
      "images are pinned to release tags or digests"
      "Set the tag to a release such as v1.0.0, or set the digest.") -}}
{{- end -}}
{{- end -}}

{{- /* webauthn-domain */ -}}
{{- $webauthn := list
      "passkeys are bound to your domain"
      "Set rpId to the domain, and rpOrigin to https:// and the host that people open." -}}
{{- $rpId := .Values.config.webauthn.rpId -}}
{{- if or (has $rpId (list "" "localhost")) (regexMatch $exampleHost $rpId) -}}
{{- include "alexandria.openPoint" (concat (list $report "config.webauthn.rpId") $webauthn) -}}
{{- end -}}
{{- if not (hasPrefix "https://" .Values.config.webauthn.rpOrigin) -}}
{{- include "alexandria.openPoint" (concat (list $report "config.webauthn.rpOrigin") $webauthn) -}}
{{- end -}}

{{- /* auth-source */ -}}
{{- $auth := list
      "the JWT secret and the admin password come from you"
      "Create a Secret with jwt-secret and admin-password and name it in auth.existingSecret, or use External Secrets." -}}
{{- if eq (include "alexandria.jwtSource" .) "firstStart" -}}
{{- include "alexandria.openPoint" (concat (list $report "auth.existingSecret") $auth) -}}
{{- end -}}
{{- if and (not .Values.auth.existingSecret) (not .Values.externalSecrets.enabled) (has .Values.auth.adminPassword (list "" "changeme")) -}}
{{- include "alexandria.openPoint" (concat (list $report "auth.adminPassword") $auth) -}}
{{- end -}}

{{- /* hsts */ -}}
{{- $ingressTls := and .Values.ingress.enabled .Values.ingress.tls -}}
{{- if or (hasPrefix "https://" .Values.config.webauthn.rpOrigin) $ingressTls .Values.httpRoute.enabled -}}
{{- $hsts := list
      "browsers are told to stay on TLS for a year"
      "Set config.security.hstsMaxAge to 31536000, with config.security.enabled." -}}
{{- if not .Values.config.security.enabled -}}
{{- include "alexandria.openPoint" (concat (list $report "config.security.enabled") $hsts) -}}
{{- end -}}
{{- if lt (int64 .Values.config.security.hstsMaxAge) 31536000 -}}
{{- include "alexandria.openPoint" (concat (list $report "config.security.hstsMaxAge") $hsts) -}}
{{- end -}}
{{- end -}}

{{- /* dev-mode */ -}}
{{- if .Values.config.general.devMode -}}
{{- include "alexandria.openPoint" (list $report "config.general.devMode"
      "development mode is off"
      "Set config.general.devMode to false.") -}}
{{- end -}}

{{- /* postgres-for-replicas */ -}}
{{- if and (gt (include "alexandria.replicasAtMost" . | int64) 1) (eq (include "alexandria.databaseSource" .) "sqlite") -}}
{{- include "alexandria.openPoint" (list $report "config.database.existingSecret"
      "more than one replica uses Postgres"
      "Put the Postgres URL into a Secret and name it in config.database.existingSecret.") -}}
{{- end -}}

{{- /* exposure-host */ -}}
{{- $exposure := list
      "the exposed host is your own"
      "Set the host that people open." -}}
{{- if .Values.ingress.enabled -}}
{{- $example := false -}}
{{- range .Values.ingress.hosts -}}
{{- if regexMatch $exampleHost .host -}}
{{- $example = true -}}
{{- end -}}
{{- end -}}
{{- if $example -}}
{{- include "alexandria.openPoint" (concat (list $report "ingress.hosts") $exposure) -}}
{{- end -}}
{{- end -}}
{{- if .Values.httpRoute.enabled -}}
{{- $example := not .Values.httpRoute.hostnames -}}
{{- range .Values.httpRoute.hostnames -}}
{{- if regexMatch $exampleHost . -}}
{{- $example = true -}}
{{- end -}}
{{- end -}}
{{- if $example -}}
{{- include "alexandria.openPoint" (concat (list $report "httpRoute.hostnames") $exposure) -}}
{{- end -}}
{{- end -}}

{{- /* federation-secret */ -}}
{{- if and .Values.federation.enabled (not .Values.federation.existingSecret) -}}
{{- $stored := ternary .Values.externalSecrets.oidcClientSecrets (dict) .Values.externalSecrets.enabled -}}
{{- $missing := false -}}
{{- range .Values.federation.providers -}}
{{- if and (eq .kind "oidc") (not (hasKey $stored .name)) -}}
{{- $missing = true -}}
{{- end -}}
{{- end -}}
{{- if $missing -}}
{{- include "alexandria.openPoint" (list $report "federation.existingSecret"
      "the client secret of each OIDC provider has a source"
      "Create a Secret with oidc-<provider>-client-secret for each provider and name it in federation.existingSecret, or use External Secrets.") -}}
{{- end -}}
{{- end -}}

{{- end -}}
{{- end -}}

{{/* Adds an open point to the report: include "alexandria.openPoint" (list $report <path> <title> <fix>). */}}
{{- define "alexandria.openPoint" -}}
{{- include "alexandria.issue" (list (index . 0) (index . 1) (list
      (printf "does not meet the production checklist: %s" (index . 2))
      (index . 3))) -}}
{{- end -}}
