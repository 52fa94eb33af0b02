import { atMostOne, type Checks } from './check';
import type { Field } from './field';
import { descendingPath, notUpwards } from './paths';

/** How volumes are mounted, each by itself. */
export const MOUNT_CHECKS: Checks = {
  'core.v1.VolumeMount': (mount) => {
    if (mount.has('subPathExpr')) checkSubPaths(mount);
    if (mount.has('recursiveReadOnly')) checkRecursion(mount);
  },
  'core.v1.VolumeMount.subPath': descendingPath,
  'core.v1.VolumeMount.subPathExpr': descendingPath,
  'core.v1.VolumeDevice.devicePath': notUpwards,
};

/** The mounts of a container among the volumes of its pod; paths that are there twice are judged with every list. */
export function checkMounts(container: Field, volumes: ReadonlySet<string | undefined>): void {
  for (const list of ['volumeMounts', 'volumeDevices']) {
    if (container.has(list)) for (const mount of container.get(list).items()) checkMount(mount, container, volumes);
  }
  if (container.has('volumeDevices'))
    for (const device of container.get('volumeDevices').items()) checkDevice(device, container);
}

/** A device is a claim's, and is either mounted or given as it is. */
function checkDevice(device: Field, container: Field): void {
  const name = device.textOf('name');
  const volumes = container.parent?.parent?.get('volumes').items() ?? [];
  const volume = volumes.find((candidate) => candidate.textOf('name') === name);
  if (volume && !volume.has('persistentVolumeClaim') && !volume.has('ephemeral'))
    device.get('name').refuse('valid-object', `must be a volume of a claim: ${name}`);
  for (const mount of container.get('volumeMounts').items()) {
    if (name && mount.textOf('name') === name)
      device.get('name').refuse('valid-object', `is in volumeMounts too: ${name}`);
    const path = device.textOf('devicePath');
    if (path && mount.textOf('mountPath') === path)
      device.get('devicePath').refuse('valid-object', `is in volumeMounts too: ${path}`);
  }
}

function checkMount(mount: Field, container: Field, volumes: ReadonlySet<string | undefined>): void {
  const name = mount.textOf('name');
  if (name && !volumes.has(name)) mount.get('name').refuse('no-missing-volume', `the pod has no volume "${name}"`);
  if (mount.read('mountPropagation') !== 'Bidirectional') return;
  if (container.at('securityContext', 'privileged').value === true) return;
  mount
    .get('mountPropagation')
    .refuse('valid-object', 'must not be Bidirectional in a container that is not privileged');
}

function checkSubPaths(mount: Field): void {
  const names = ['subPath', 'subPathExpr'];
  if (names.every((name) => !mount.get(name).empty)) atMostOne(mount, names);
}

function checkRecursion(mount: Field): void {
  const recursive = mount.get('recursiveReadOnly');
  if (recursive.empty || recursive.text === 'Disabled') return;
  if (mount.get('readOnly').value !== true) recursive.refuse('valid-object', 'needs readOnly: true');
  if (![undefined, '', 'None'].includes(mount.get('mountPropagation').text)) {
    recursive.refuse('valid-object', 'must not be set with mountPropagation');
  }
}
