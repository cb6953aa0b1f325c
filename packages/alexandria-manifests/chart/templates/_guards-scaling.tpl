{{/* Twin of src/values/guards/scaling.ts. */}}
{{- define "alexandria.guards.scaling" -}}
{{- $report := .report -}}
{{- with .context -}}
{{- $autoscaling := .Values.autoscaling -}}
{{- $persistence := .Values.persistence -}}
{{- $pdb := .Values.pdb -}}
{{- $replicas := include "alexandria.replicasAtMost" . | int64 -}}

{{- /* replicas-need-postgres */ -}}
{{- if and (gt $replicas 1) (eq (include "alexandria.databaseSource" .) "sqlite") -}}
{{- include "alexandria.issue" (list $report (ternary "autoscaling.maxReplicas" "replicaCount" $autoscaling.enabled) (list
      "more than one replica needs Postgres: SQLite has a single writer"
      "Set config.database.existingSecret, or keep one replica")) -}}
{{- end -}}

{{- /* replicas-need-shared-storage */ -}}
{{- if and (gt $replicas 1) (not (and $persistence.enabled (eq $persistence.accessMode "ReadWriteMany"))) -}}
{{- include "alexandria.issue" (list $report "persistence.accessMode" (list
      "more than one replica needs a volume that all pods can write"
      "Set persistence.enabled: true and persistence.accessMode: ReadWriteMany, or keep one replica")) -}}
{{- end -}}

{{- /* jwt-needs-source */ -}}
{{- if and (eq (include "alexandria.jwtSource" .) "firstStart") (or (gt $replicas 1) (not $persistence.enabled)) -}}
{{- include "alexandria.issue" (list $report "auth.existingSecret" (list
      "several replicas, or a pod without persistence, cannot make their own JWT secret: sessions would not hold"
      "Set auth.existingSecret, or externalSecrets.jwtSecretKey")) -}}
{{- end -}}

{{- /* autoscaling-min-max */ -}}
{{- if gt (int64 $autoscaling.minReplicas) (int64 $autoscaling.maxReplicas) -}}
{{- include "alexandria.issue" (list $report "autoscaling.minReplicas" (list
      "is more than autoscaling.maxReplicas"
      "Lower it, or raise autoscaling.maxReplicas")) -}}
{{- end -}}

{{- /* autoscaling-needs-metric */ -}}
{{- if and $autoscaling.enabled (not (hasKey $autoscaling "targetCPUUtilizationPercentage")) (not (hasKey $autoscaling "targetMemoryUtilizationPercentage")) -}}
{{- include "alexandria.issue" (list $report "autoscaling.enabled" (list
      "needs a metric to scale by"
      "Set autoscaling.targetCPUUtilizationPercentage or autoscaling.targetMemoryUtilizationPercentage")) -}}
{{- end -}}

{{- /* autoscaling-container-unknown */ -}}
{{- $containers := list "" "api" "orchestrator" "dashboard" -}}
{{- range .Values.extraContainers -}}
{{- $containers = append $containers .name -}}
{{- end -}}
{{- if and $autoscaling.enabled (not (has $autoscaling.container $containers)) -}}
{{- include "alexandria.issue" (list $report "autoscaling.container" (list
      "names no container of the pod"
      "Write api, orchestrator, dashboard or \"\" for the whole pod")) -}}
{{- end -}}

{{- /* pdb-both */ -}}
{{- if and $pdb.enabled (hasKey $pdb "minAvailable") (hasKey $pdb "maxUnavailable") -}}
{{- include "alexandria.issue" (list $report "pdb.maxUnavailable" (list
      "cannot stand beside pdb.minAvailable"
      "Set pdb.minAvailable to null, or leave this out")) -}}
{{- end -}}

{{- /* pdb-neither */ -}}
{{- if and $pdb.enabled (not (hasKey $pdb "minAvailable")) (not (hasKey $pdb "maxUnavailable")) -}}
{{- include "alexandria.issue" (list $report "pdb.enabled" (list
      "needs pdb.minAvailable or pdb.maxUnavailable"
      "Set one of them")) -}}
{{- end -}}

{{- /* existing-claim-needs-persistence */ -}}
{{- if and $persistence.existingClaim (not $persistence.enabled) -}}
{{- include "alexandria.issue" (list $report "persistence.existingClaim" (list
      "is not used while persistence.enabled is false"
      "Set persistence.enabled: true, or leave this empty")) -}}
{{- end -}}

{{- end -}}
{{- end -}}
