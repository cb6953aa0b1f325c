{{/* Twin of src/values/guards/federation.ts. */}}
{{- define "alexandria.guards.federation" -}}
{{- $report := .report -}}
{{- with .context -}}
{{- $federation := .Values.federation -}}
{{- $hasSaml := include "alexandria.hasSaml" . -}}
{{- $keyPair := $federation.saml.keyPair -}}

{{- /* federation-needs-provider */ -}}
{{- if and $federation.enabled (not $federation.providers) -}}
{{- include "alexandria.issue" (list $report "federation.enabled" (list
      "is on, but there is no provider"
      "Add one to federation.providers, or switch federation off")) -}}
{{- end -}}

{{- /* federation-provider-repeated */ -}}
{{- include "alexandria.guardRepeated" (dict "report" $report "items" $federation.providers "key" "name" "path" "federation.providers[%d].name" "rule" (list
      "is the name of another provider too"
      "Give each provider its own name")) -}}

{{- /* saml-first-boot-needs-persistence */ -}}
{{- if and $hasSaml (eq $keyPair "firstBoot") (not .Values.persistence.enabled) -}}
{{- include "alexandria.issue" (list $report "federation.saml.keyPair" (list
      "firstBoot keeps the key pair on the data volume, and persistence is off"
      "Set persistence.enabled: true, or choose existingSecret or certManager")) -}}
{{- end -}}

{{- /* saml-cert-manager-needs-issuer */ -}}
{{- if and $hasSaml (eq $keyPair "certManager") (not $federation.saml.certManager.issuerRef.name) -}}
{{- include "alexandria.issue" (list $report "federation.saml.certManager.issuerRef.name" (list
      "must name the issuer while federation.saml.keyPair is certManager"
      "Write the name of the Issuer or ClusterIssuer")) -}}
{{- end -}}

{{- /* saml-certificate-renewal */ -}}
{{- $renewBefore := include "alexandria.durationNanoseconds" $federation.saml.certManager.renewBefore | float64 -}}
{{- if ge $renewBefore (include "alexandria.durationNanoseconds" $federation.saml.certManager.duration | float64) -}}
{{- include "alexandria.issue" (list $report "federation.saml.certManager.renewBefore" (list
      "must be shorter than federation.saml.certManager.duration"
      "Write a shorter time, for example 720h")) -}}
{{- end -}}

{{- end -}}
{{- end -}}

{{/* Nanoseconds, the smallest unit there is, of a duration in Go's notation, such as 1h30m. */}}
{{- define "alexandria.durationNanoseconds" -}}
{{- $units := dict "ns" "1" "us" "1e3" "ms" "1e6" "s" "1e9" "m" "6e10" "h" "3.6e12" -}}
{{- $total := 0.0 -}}
{{- range regexFindAll "[0-9]+(\\.[0-9]+)?(ns|us|ms|s|m|h)" . -1 -}}
{{- $unit := regexFind "[a-z]+$" . -}}
{{- $total = addf $total (round (mulf (trimSuffix $unit .) (get $units $unit)) 0) -}}
{{- end -}}
{{- $total -}}
{{- end -}}
