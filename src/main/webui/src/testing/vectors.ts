import typed from '../../../../test/resources/typed-vectors.json?raw';
import validator from '../../../../test/resources/validator-vectors.json?raw';

interface TypedVectors {
  condensed: Record<string, string>;
  phone: Record<string, string>;
  noPhone: string[];
  lookUp: Record<string, string[]>;
}

/** Test vectors of parsers that the service and the client share; both run them. */
export const typedVectors = JSON.parse(typed) as TypedVectors;

export const lossVectors = (
  JSON.parse(validator) as {
    netLoss: { cases: { invested: string[]; rolledOver?: string[]; repaid: string[]; netLoss: string }[] };
  }
).netLoss.cases;
