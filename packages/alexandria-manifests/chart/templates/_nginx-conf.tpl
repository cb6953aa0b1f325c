{{/* Headers of what nginx serves itself. A location that sets one inherits none: so each repeats them all. */}}
{{- define "alexandria.nginxHeaders" -}}
{{- with .Values.config.security -}}
{{- if .enabled }}
      add_header X-Content-Type-Options "nosniff" always;
{{- with .csp }}
      add_header Content-Security-Policy "{{ . }}" always;
{{- end }}
{{- with .hstsMaxAge | int64 }}
      add_header Strict-Transport-Security "max-age={{ . }}{{ if $.Values.config.security.hstsIncludeSubdomains }}; includeSubDomains{{ end }}" always;
{{- end }}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Paths of the API that are for the cluster alone, as a JSON list. */}}
{{- define "alexandria.hiddenPaths" -}}
{{- list "/live" "/ready" "/metrics" .Values.metrics.path | uniq | toJson -}}
{{- end -}}

{{/* The whole of nginx.conf. The comments in it say why. */}}
{{- define "alexandria.nginxConf" -}}
# The whole configuration: nothing of the image's own is read but mime.types.

# One worker serves the files and passes the rest on; "auto" would start one per core of the node.
worker_processes 1;
pid /tmp/nginx.pid;
error_log /dev/stderr warn;

events {
  worker_connections 1024;
}

http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  server_tokens off;
  sendfile on;
  tcp_nopush on;
  gzip on;
  gzip_types application/javascript application/json image/svg+xml text/css text/javascript;

  # The root file system is read-only.
  client_body_temp_path /tmp/client-body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;

  # Without the query: the callbacks of identity providers carry authorization codes in it.
  map $request_uri $request_path {
    "~^([^?]*)" $1;
  }
  log_format json escape=json '{"time":"$time_iso8601","remoteAddress":"$remote_addr","forwardedFor":"$http_x_forwarded_for","method":"$request_method","path":"$request_path","protocol":"$server_protocol","status":$status,"bytes":$bytes_sent,"seconds":$request_time,"upstreamSeconds":"$upstream_response_time","userAgent":"$http_user_agent","requestId":"$request_id"}';
  access_log /dev/stdout json;

  map $http_upgrade $connection_upgrade {
    default upgrade;
    "" "";
  }
  # An ingress that ends TLS says so; nothing else than these two words is passed on.
  map $http_x_forwarded_proto $forwarded_proto {
    default $scheme;
    http http;
    https https;
  }

  upstream api {
    server 127.0.0.1:{{ .Values.config.api.port }};
    keepalive 16;
  }

  server {
    listen {{ .Values.dashboard.port }};
    listen [::]:{{ .Values.dashboard.port }};
    server_name _;
    root {{ include "alexandria.dashboardRoot" . }};
    absolute_redirect off;
    client_max_body_size {{ .Values.dashboard.clientMaxBodySize }};

    # Answers and uploads are passed on as they come, for as long as a query takes.
    proxy_http_version 1.1;
    proxy_buffering off;
    proxy_request_buffering off;
    proxy_buffer_size 16k;
    proxy_buffers 8 16k;
    proxy_connect_timeout 5s;
    proxy_read_timeout 1h;
    proxy_send_timeout 1h;
    proxy_set_header Host $http_host;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Connection $connection_upgrade;
    proxy_set_header X-Real-IP $remote_addr;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_set_header X-Forwarded-Host $http_host;
    proxy_set_header X-Forwarded-Proto $forwarded_proto;
    proxy_set_header X-Request-ID $request_id;

    location ~ ^/(v1|admin|auth)/ {
      proxy_pass http://api;
    }
    location = /health {
      proxy_pass http://api;
    }

    # For the kubelet and Prometheus, which ask the API itself.
    {{- range include "alexandria.hiddenPaths" . | fromJsonArray }}
    location = {{ . }} {
      {{- include "alexandria.nginxHeaders" $ }}
      return 404;
    }
    {{- end }}

    # For the probes of this container: the application is there, and nginx serves it.
    location = /nginx-health {
      access_log off;
      {{- include "alexandria.nginxHeaders" . }}
      try_files /index.html =404;
    }
    # Browsers ask each time whether a file has changed. A path that is no file is a page of the application.
    location / {
      add_header Cache-Control no-cache;
      {{- include "alexandria.nginxHeaders" . }}
      try_files $uri /index.html;
    }
  }
}
{{- end -}}
