import { ERROR, type Rule, WARNING } from '../rule';

const NONE = () => [];

/** An acknowledgement that can't hold. Judged with the acknowledgements, after all other rules. */
export const invalidAcknowledgement: Rule = {
  id: 'invalid-acknowledgement',
  severity: ERROR,
  group: 'acknowledgements',
  locked: true,
  what: 'An acknowledgement must name a rule that there is and that may be acknowledged, and say why.',
  why: 'It would look as if somebody had thought about a finding, and a misspelt rule would hide nothing or too much.',
  remedy: 'write it as [{"rule": "…", "reason": "…"}], with the id of a rule that is not locked',
  check: NONE,
};

/** An acknowledgement whose day is over. */
export const expiredAcknowledgement: Rule = {
  id: 'expired-acknowledgement',
  severity: WARNING,
  group: 'acknowledgements',
  locked: true,
  what: 'An acknowledgement holds until its last day.',
  why: 'Whoever wrote it promised to look at the finding again by then.',
  remedy: 'correct what the rule is about, or give a new reason and day',
  check: NONE,
};

/** An acknowledgement of something that is in order. */
export const unusedAcknowledgement: Rule = {
  id: 'unused-acknowledgement',
  severity: WARNING,
  group: 'acknowledgements',
  locked: true,
  what: 'An acknowledgement must be of a rule that is broken.',
  why: 'It would hide the next mistake of that kind, which nobody has thought about.',
  remedy: 'remove it',
  check: NONE,
};

/** What acknowledgements themselves have to be. */
export const ACKNOWLEDGEMENTS: readonly Rule[] = [
  invalidAcknowledgement,
  expiredAcknowledgement,
  unusedAcknowledgement,
];
