{{/*
Stem of every object name. The longest suffix, "-test-connection", has to fit into the 63 characters of a label:
so at most 46 are kept.
*/}}
{{- define "alexandria.fullname" -}}
{{- $stem := .Release.Name -}}
{{- if .Values.fullnameOverride -}}
{{- $stem = .Values.fullnameOverride -}}
{{- else if .Values.nameOverride -}}
{{- $stem = printf "%s-%s" .Release.Name .Values.nameOverride -}}
{{- end -}}
{{- $stem | trunc 46 | trimAll "-" -}}
{{- end -}}

{{/* ConfigMap with alexandria.conf. */}}
{{- define "alexandria.configName" -}}
{{ include "alexandria.fullname" . }}-config
{{- end -}}

{{/* ConfigMap with nginx.conf. */}}
{{- define "alexandria.nginxName" -}}
{{ include "alexandria.fullname" . }}-nginx
{{- end -}}

{{/*
The chart's own Secret. Not "<fullname>-auth": for the release "alexandria" that is the Secret which teams create
themselves, and Helm would refuse to take it over.
*/}}
{{- define "alexandria.secretName" -}}
{{ include "alexandria.fullname" . }}
{{- end -}}

{{/* Claim behind the volume "data". */}}
{{- define "alexandria.claimName" -}}
{{- .Values.persistence.existingClaim | default (printf "%s-data" (include "alexandria.fullname" .)) -}}
{{- end -}}

{{/* Secret that the ExternalSecret writes. */}}
{{- define "alexandria.externalSecretName" -}}
{{ include "alexandria.fullname" . }}-external
{{- end -}}

{{/* Secret with the OIDC client secrets. */}}
{{- define "alexandria.oidcSecretName" -}}
{{- .Values.federation.existingSecret | default (printf "%s-oidc" (include "alexandria.fullname" .)) -}}
{{- end -}}

{{/* Secret with the key pair of the SAML service provider. */}}
{{- define "alexandria.samlSecretName" -}}
{{- .Values.federation.saml.existingSecret | default (printf "%s-saml" (include "alexandria.fullname" .)) -}}
{{- end -}}

{{- define "alexandria.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- .Values.serviceAccount.name | default (include "alexandria.fullname" .) -}}
{{- else -}}
{{- .Values.serviceAccount.name | default "default" -}}
{{- end -}}
{{- end -}}

{{/* Two releases of one name in two namespaces share the cluster: the namespace keeps their ClusterRoles apart. */}}
{{- define "alexandria.clusterRoleName" -}}
{{ .Release.Namespace }}-{{ include "alexandria.fullname" . }}
{{- end -}}

{{/*
Labels that select the pods of a component: include "alexandria.selectorLabels" (dict "context" $ "component" "server").
Hook and test pods have another component, so that neither the Service nor the PodDisruptionBudget counts them.
*/}}
{{- define "alexandria.selectorLabels" -}}
app.kubernetes.io/name: {{ .context.Chart.Name }}
app.kubernetes.io/instance: {{ .context.Release.Name | quote }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{/* Labels that objects and pods alike carry beside the selector's. */}}
{{- define "alexandria.sharedLabels" -}}
app.kubernetes.io/part-of: alexandria
{{- with .context.Values.backstage.entityName }}
backstage.io/kubernetes-id: {{ . | quote }}
{{- end }}
{{- end -}}

{{/* Labels of every object: include "alexandria.labels" (dict "context" $ "component" "server"). */}}
{{- define "alexandria.labels" -}}
{{ include "alexandria.selectorLabels" . }}
{{ include "alexandria.sharedLabels" . }}
app.kubernetes.io/managed-by: {{ .context.Release.Service }}
app.kubernetes.io/version: {{ .context.Chart.AppVersion | quote }}
helm.sh/chart: {{ printf "%s-%s" .context.Chart.Name .context.Chart.Version | replace "+" "_" }}
{{- with .context.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/*
Labels of a pod template: include "alexandria.podLabels" (dict "context" $ "component" "server").
Without version, chart and managed-by: they would roll the pods at every upgrade of the chart.
*/}}
{{- define "alexandria.podLabels" -}}
{{ include "alexandria.selectorLabels" . }}
{{ include "alexandria.sharedLabels" . }}
{{- /* Not "merge": it would let an empty label of podLabels lose against commonLabels. */ -}}
{{- $further := dict -}}
{{- range $key, $value := .context.Values.commonLabels -}}
{{- $_ := set $further $key $value -}}
{{- end -}}
{{- if eq .component "server" -}}
{{- range $key, $value := .context.Values.podLabels -}}
{{- $_ := set $further $key $value -}}
{{- end -}}
{{- end -}}
{{- with $further }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/*
Reference of an image: include "alexandria.image" (dict "context" $ "image" .Values.image.api).
A digest wins over the tag; an empty tag is the chart's appVersion.
*/}}
{{- define "alexandria.image" -}}
{{- if .image.digest -}}
{{- printf "%s@%s" .image.repository .image.digest -}}
{{- else -}}
{{- printf "%s:%s" .image.repository (.image.tag | default .context.Chart.AppVersion) -}}
{{- end -}}
{{- end -}}

{{/* Where the Postgres URL comes from: existingSecret, externalSecret, url, or sqlite when there is none. */}}
{{- define "alexandria.databaseSource" -}}
{{- if .Values.config.database.existingSecret -}}
existingSecret
{{- else if and .Values.externalSecrets.enabled .Values.externalSecrets.databaseUrlKey -}}
externalSecret
{{- else if .Values.config.database.url -}}
url
{{- else -}}
sqlite
{{- end -}}
{{- end -}}

{{/* Where the secret that signs sessions comes from: existingSecret, externalSecret, value, or firstStart. */}}
{{- define "alexandria.jwtSource" -}}
{{- if .Values.auth.existingSecret -}}
existingSecret
{{- else if .Values.externalSecrets.enabled -}}
{{- ternary "externalSecret" "firstStart" (ne .Values.externalSecrets.jwtSecretKey "") -}}
{{- else -}}
{{- ternary "value" "firstStart" (ne .Values.auth.jwtSecret "") -}}
{{- end -}}
{{- end -}}

{{/* "true" when a SAML provider is in use, else nothing. */}}
{{- define "alexandria.hasSaml" -}}
{{- $found := "" -}}
{{- if .Values.federation.enabled -}}
{{- range .Values.federation.providers -}}
{{- if eq .kind "saml" }}{{ $found = "true" }}{{ end -}}
{{- end -}}
{{- end -}}
{{- $found -}}
{{- end -}}

{{/* "true" when the SAML key pair comes from a Secret, else nothing: at firstBoot the API keeps it on the data volume. */}}
{{- define "alexandria.hasSamlSecret" -}}
{{- if ne .Values.federation.saml.keyPair "firstBoot" -}}
{{- include "alexandria.hasSaml" . -}}
{{- end -}}
{{- end -}}

{{/* The most pods that the values ask for. */}}
{{- define "alexandria.replicasAtMost" -}}
{{- ternary .Values.autoscaling.maxReplicas .Values.replicaCount .Values.autoscaling.enabled -}}
{{- end -}}
