import { canonicalQuantity } from '../canonical-quantity';
import { show } from '../fields';
import { isAtLeast } from '../version';
import { type About, type Checks, exactlyOne, need, obey } from './check';
import { isDropped } from './features';
import type { Field } from './field';
import { qualifiedName, relaxedVariableName, type Syntax, variableName } from './syntax';

const FIELDS = /^(metadata\.(name|namespace|uid)|spec\.(nodeName|serviceAccountName)|status\.(host|pod)IPs?)$/;
const FILE_FIELDS = /^metadata\.(name|namespace|uid|labels|annotations)$/;
const KEYED = /^metadata\.(labels|annotations)\['(.*)'\]$/;
const RESOURCES = /^(limits|requests)\.(cpu|memory|ephemeral-storage|hugepages-.+)$/;
const ENV_SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'];

/** The variables of containers, and what they are taken from. */
export const VARIABLE_CHECKS: Checks = {
  'core.v1.EnvVar': (variable, about) => {
    obey(variable.get('name'), variableSyntax(about));
    if (variable.has('valueFrom') && !variable.get('value').empty) {
      variable.get('valueFrom').refuse('valid-object', 'must not be set beside value');
    }
  },
  'core.v1.EnvVarSource': (source) => exactlyOne(source, ENV_SOURCES, 'a source'),
  'core.v1.EnvFromSource': (source, about) => {
    obey(source.get('prefix'), variableSyntax(about));
    exactlyOne(source, ['configMapRef', 'secretRef'], 'a source');
  },
  'core.v1.ConfigMapEnvSource': requireName,
  'core.v1.SecretEnvSource': requireName,
  'core.v1.ConfigMapKeySelector': requireName,
  'core.v1.SecretKeySelector': requireName,
  'core.v1.FileKeySelector': (file, { version }) => {
    if (isDropped('core.v1.EnvVarSource', 'fileKeyRef', version)) return;
    const name = file.get('volumeName');
    const volumes = podOf(file)?.get('volumes').items() ?? [];
    const volume = volumes.find((candidate) => candidate.textOf('name') === name.text);
    if (name.empty || volume?.has('emptyDir')) return;
    if (volume) name.refuse('valid-object', `must be an emptyDir: ${name.text}`);
    else name.refuse('no-missing-volume', `the pod has no volume "${name.text}"`);
  },
  'core.v1.ObjectFieldSelector': (selector) => {
    const path = selector.get('fieldPath');
    const version = selector.get('apiVersion');
    if (version.text && version.text !== 'v1') version.refuse('valid-object', `must be v1: ${version.text}`);
    const [, , key] = KEYED.exec(path.text ?? '') ?? [];
    const inFile = selector.parent?.parent?.step === 'items';
    if (key !== undefined && qualifiedName(key.toLowerCase()) === undefined) return;
    if (!path.empty && !(inFile ? FILE_FIELDS : FIELDS).test(path.text ?? '')) {
      path.refuse('valid-object', `is no field of a pod that can be read here: ${path.text}`);
    }
  },
  'core.v1.ResourceFieldSelector': (selector) => {
    const resource = selector.get('resource');
    if (!resource.empty && !RESOURCES.test(resource.text ?? '')) {
      resource.refuse('valid-object', `is no resource such as limits.memory: ${resource.text}`);
    }
    checkDivisor(selector.get('divisor'), resource.text ?? '');
  },
};

/** The pod of a container's variable that is taken from somewhere. */
function podOf(selector: Field): Field | undefined {
  const container = selector.parent?.parent?.parent?.parent;
  return container?.parent?.parent;
}

function checkDivisor(divisor: Field, resource: string): void {
  const known = resource.endsWith('.cpu') ? /^(0|1|1m)$/ : /^(0|1|1[kMGTPE]|1[KMGTPE]i)$/;
  if (divisor.present && !known.test(canonicalQuantity(show(divisor.value)))) {
    divisor.refuse(
      'valid-quantities',
      `must be one unit such as ${resource.endsWith('.cpu') ? '1m' : '1Mi'}: ${show(divisor.value)}`,
    );
  }
}

function variableSyntax({ version }: About): Syntax {
  return isAtLeast(version, '1.32') ? relaxedVariableName : variableName;
}

function requireName(reference: Field): void {
  need(reference.get('name'));
}
