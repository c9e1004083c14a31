package io.redress.audit;

import java.util.Map;

/**
 * The audit trail's evidence about one record.
 *
 * @param isGenuine whether every entry about the record has a valid MAC: none was changed or forged
 * @param values last value of each shown field, from genuine entries only; without fields that were never set or that
 *     the trail hides
 */
public record ProvenRecord(boolean isGenuine, Map<String, String> values) {

    static final ProvenRecord NOTHING = new ProvenRecord(true, Map.of());
}
