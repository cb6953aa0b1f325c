{{/* The Job's name, and that of what it needs. */}}
{{- define "alexandria.samlCertName" -}}
{{ include "alexandria.fullname" . }}-saml-cert
{{- end -}}

{{/* Annotations of a hook that is gone once it has succeeded. Takes the weight. */}}
{{- define "alexandria.samlCertHook" -}}
helm.sh/hook: pre-install,pre-upgrade
helm.sh/hook-weight: {{ . | quote }}
helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end -}}

{{/*
Fixed, with everything from the environment. Without "$(", which the kubelet would read as a reference. The Secret is
applied, not created: a Role cannot grant creation by name, and server-side apply needs no more than patch.
*/}}
{{- define "alexandria.samlCertScript" -}}
found=/tmp/found
kubectl get secret "$SECRET_NAME" --namespace "$NAMESPACE" --ignore-not-found --output name > "$found"
if [ -s "$found" ]; then
  echo "Secret $SECRET_NAME is there already: nothing to do."
  exit 0
fi
umask 077
openssl req -x509 -newkey rsa:3072 -nodes -sha256 -days "$VALIDITY_DAYS" -subj "/CN=$COMMON_NAME" -keyout /tmp/tls.key -out /tmp/tls.crt 2> /tmp/openssl.log || { cat /tmp/openssl.log >&2; exit 1; }
kubectl create secret tls "$SECRET_NAME" --namespace "$NAMESPACE" --cert /tmp/tls.crt --key /tmp/tls.key --dry-run=client --output yaml > /tmp/secret.yaml
kubectl apply --server-side --field-manager alexandria-saml-cert --filename /tmp/secret.yaml > /dev/null
echo "Secret $SECRET_NAME created."
{{- end -}}

{{/* What hook and test pods have in common with the server's. */}}
{{- define "alexandria.jobPod" -}}
{{- with .Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.podSecurityContext }}
securityContext:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}
