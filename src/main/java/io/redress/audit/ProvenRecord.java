package io.redress.audit;

import java.util.Map;

/**
 * What the audit trail proves of one record.
 *
 * @param isGenuine whether every entry about it carries its own MAC: none was changed or forged
 * @param values what each shown field was last set to, by genuine entries only; a field that was never set, or that the trail
 *     hides, is not among them
 */
public record ProvenRecord(boolean isGenuine, Map<String, String> values) {

    static final ProvenRecord NOTHING = new ProvenRecord(true, Map.of());
}
