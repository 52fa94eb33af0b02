export { acknowledge, type AcknowledgeOptions } from './application/acknowledge';
export { Application, type ApplicationProps } from './application/application';
export type { Environment } from './application/environment';
export type { Exposed, Exposure, Intent, Route, RoutePath, RouteTls } from './application/exposure';
export type { Peer } from './application/peer';
export type { Placement } from './application/placement';
export { addProblem } from './application/problem';
export { Program, type ProgramProps } from './application/program';
export { Config, type ConfigProps, type ConfigReference } from './config/config';
export type { ConfigContent, ConfigValue } from './config/config-data';
export { type CredentialKey, Credentials } from './config/credentials';
export { type EnvHost, type EnvSource, type EnvValue, field, resource } from './config/env-source';
export type { Container } from './containers/container';
export type { ContainerProps, ContainerSecurity, InitContainerProps } from './containers/container-props';
export type { Env } from './containers/env';
export type { Hook, Lifecycle } from './containers/lifecycle';
export type { Mountable, Mounted } from './containers/mounts';
export type { Metrics, PortProps, Ports } from './containers/ports';
export type { Health, Probe, ProbeTiming } from './containers/probe';
export { RESOURCE_PRESETS, type ResourcePreset, type Resources } from './containers/resources';
export type { ExternalPostgres, ExternalPostgresProps } from './databases/external-postgres';
export { Postgres } from './databases/postgres';
export type { PostgresAccess, SslMode } from './databases/postgres-access';
export type { PostgresProps } from './databases/postgres-props';
export { loadDefinitions } from './manifest/custom/load-definitions';
export type { Finding } from './manifest/finding';
export type { KubernetesObject } from './manifest/kubernetes-object';
export type { Origin, Resource, ResourceId } from './manifest/resource';
export type { ExternalReference, Target } from './manifest/target';
export {
  ERROR,
  PRODUCTION_ERROR,
  PRODUCTION_NOTE,
  PRODUCTION_WARNING,
  type Rule,
  type Severity,
  type Violation,
  WARNING,
} from './policy/rule';
export type { Client, ConnectionTarget, ConnectOptions, EgressRule } from './network/connection';
export type { ExposeOptions, PathOptions } from './network/exposure/expose-options';
export type { Issuer } from './network/exposure/certificate';
export { gateway, type GatewayParent, type GatewayProps } from './network/exposure/gateway';
export { type Annotations, ingress, type IngressAdapterProps, type IngressIntents } from './network/exposure/ingress';
export { loadBalancer, type LoadBalancerProps } from './network/exposure/load-balancer';
export { nodePort } from './network/exposure/node-port';
export { traefik, type TraefikProps } from './network/exposure/traefik';
export { Internet } from './network/internet';
export { Outside, type OutsideProps } from './network/outside';
export type { ServiceProps } from './network/service-props';
export { ContainerSidecar } from './sidecars/container-sidecar';
export { FluentBit, type FluentBitProps } from './sidecars/fluent-bit';
export type { JsonParsing, LogParsing } from './sidecars/fluent-bit-file';
export type {
  ElasticsearchOutput,
  FluentBitOutput,
  LokiOutput,
  OpensearchOutput,
  OtlpOutput,
} from './sidecars/fluent-bit-output';
export type { LogRotation } from './sidecars/log-rotation';
export { OtelCollector } from './sidecars/otel-collector';
export type { OtelCollectorProps, OtlpExport, PrometheusExport, Scrape } from './sidecars/otel-collector-props';
export { PostgresExporter, type PostgresExporterProps, type PostgresLogin } from './sidecars/postgres-exporter';
export type { Sidecar, SidecarContainerProps, SidecarHost } from './sidecars/sidecar';
export type { Sink } from './sidecars/sink';
export { Claim } from './storage/claim';
export type { ClaimProps } from './storage/claim-props';
export { ClaimTemplate } from './storage/claim-template';
export { EmptyDir, type EmptyDirProps } from './storage/empty-dir';
export type { AccessMode, MountOptions, Volume, VolumeSource } from './storage/volume';
export type { Affinity, EnvVar, Toleration, TopologySpreadConstraint } from './synth/kubernetes';
export { JsonPatch, patch } from './synth/patch';
export type { Check, Instruction, RenderedEnvironment, RenderedManifest, Rendering } from './synth/rendering';
export { type Mistake, SynthesisError } from './synth/synthesis-error';
export { type MatcherContext, type MatcherResult, toMatchManifests } from './testing/to-match-manifests';
export { addSidecar } from './workloads/add-sidecar';
export type { Disruption } from './workloads/disruption';
export type { Autoscaling, Scale } from './workloads/scale';
export { StatefulService, type StatefulServiceProps } from './workloads/stateful-service';
export type { Strategy } from './workloads/strategy';
export { WebService, type WebServiceProps } from './workloads/web-service';
export { Worker, type WorkerProps } from './workloads/worker';
export { Workload } from './workloads/workload';
export type { Adopted, WorkloadProps } from './workloads/workload-props';
export type { WorkloadRole } from './workloads/workload-role';
