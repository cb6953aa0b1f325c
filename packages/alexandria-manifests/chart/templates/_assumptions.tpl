{{/*
What the chart assumes about Alexandria's own binaries and images, because the deployment document does not say it.
The TypeScript twin is src/assumptions.ts; one edit in each corrects a wrong one everywhere.
*/}}

{{/* Environment variables that the API, the orchestrator and "alexandria llm add" read. */}}
{{- define "alexandria.env.jwtSecret" -}}ALEXANDRIA_JWT_SECRET{{- end -}}
{{- define "alexandria.env.adminPassword" -}}ALEXANDRIA_ADMIN_PASSWORD{{- end -}}
{{- define "alexandria.env.databaseUrl" -}}ALEXANDRIA_DATABASE_URL{{- end -}}

{{/* Takes the name of a provider: "okta-eu" is ALEXANDRIA_OIDC_OKTA_EU_CLIENT_SECRET. */}}
{{- define "alexandria.env.oidcClientSecret" -}}
ALEXANDRIA_OIDC_{{ . | replace "-" "_" | upper }}_CLIENT_SECRET
{{- end -}}

{{/* alexandria.conf spells the values' camelCase keys in snake_case. Takes a key. */}}
{{- define "alexandria.tomlKey" -}}
{{ snakecase . }}
{{- end -}}

{{/*
Arguments of the program "alexandria" that register a backend, as a JSON list. Registering the same name again is assumed
to update it, since it happens at every start of a pod. Takes a backend.
*/}}
{{- define "alexandria.llmAddArguments" -}}
{{- $arguments := list "llm" "add" "--name" .name "--kind" .kind "--url" .url "--model" .model -}}
{{- with .apiKeyEnvVar -}}
{{- $arguments = concat $arguments (list "--api-key-env" .) -}}
{{- end -}}
{{- $arguments | toJson -}}
{{- end -}}

{{/* Where the API finds the SAML key pair when it comes from a Secret. At first boot it makes one on the data volume. */}}
{{- define "alexandria.samlDirectory" -}}/etc/alexandria/saml{{- end -}}

{{/* Keys of the table "federation.saml", with the file of each. */}}
{{- define "alexandria.samlTable" -}}
sp_certificate_file = {{ printf "%s/tls.crt" (include "alexandria.samlDirectory" .) | quote }}
sp_private_key_file = {{ printf "%s/tls.key" (include "alexandria.samlDirectory" .) | quote }}
{{- end -}}

{{/* Keys of a provider in alexandria.conf, in the order they are written, as a JSON list. They are spelled as in the values. */}}
{{- define "alexandria.providerKeys" -}}
{{- list "name" "kind" "issuer" "client_id" "redirect_uri" "metadata_url" "entity_id" "acs_url" "auto_create_users" "default_role" | toJson -}}
{{- end -}}

{{/* Where the dashboard's image keeps the built single-page application. */}}
{{- define "alexandria.dashboardRoot" -}}/usr/share/nginx/html{{- end -}}

{{/* Where the API, behind the dashboard, says whether it works. */}}
{{- define "alexandria.healthPath" -}}
/health
{{- end -}}

{{/* What the dashboard's image has to ask a URL with: BusyBox' wget, as in nginx on Alpine. Fails on any error status. Takes a URL. */}}
{{- define "alexandria.httpGetArguments" -}}
{{- list "wget" "-q" "-T" "10" "-O" "/dev/null" . | toJson -}}
{{- end -}}
