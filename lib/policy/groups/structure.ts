import type { Rule } from '../rule';
import { availableFeatures } from '../rules/available-features';
import { noDeprecatedApi } from '../rules/no-deprecated-api';
import { noDuplicateObject } from '../rules/no-duplicate-object';
import { noDuplicatePorts } from '../rules/no-duplicate-ports';
import { noDuplicates } from '../rules/no-duplicates';
import { servedApiVersion } from '../rules/served-api-version';
import { validLabels } from '../rules/valid-labels';
import { validNames } from '../rules/valid-names';
import { validObject } from '../rules/valid-object';
import { validPorts } from '../rules/valid-ports';
import { validQuantities } from '../rules/valid-quantities';
import { validSchedule } from '../rules/valid-schedule';
import { validSchema } from '../rules/valid-schema';

/** What the API server would refuse, drop or warn of. */
export const STRUCTURE: readonly Rule[] = [
  servedApiVersion,
  validSchema,
  validNames,
  validLabels,
  validQuantities,
  validPorts,
  validSchedule,
  validObject,
  noDuplicates,
  noDuplicateObject,
  availableFeatures,
  noDuplicatePorts,
  noDeprecatedApi,
];
