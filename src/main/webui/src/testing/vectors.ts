import typed from '../../../../test/resources/typed-vectors.json?raw';
import validator from '../../../../test/resources/validator-vectors.json?raw';

interface TypedVectors {
  condensed: Record<string, string>;
  phone: Record<string, string>;
  noPhone: string[];
  lookUp: Record<string, string[]>;
}

/** What the service and the client read alike: the tests of both take it from here. */
export const typedVectors = JSON.parse(typed) as TypedVectors;

export const lossVectors = (
  JSON.parse(validator) as {
    netLoss: { cases: { invested: string[]; rolledOver?: string[]; repaid: string[]; netLoss: string }[] };
  }
).netLoss.cases;
