package io.redress.audit;

import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What an auditor gets to see of a record (三员分立): that a field changed always, its value only where it says nothing about
 * a person. The rule, in this order:
 *
 * <ol>
 *   <li>bytes never: they are encrypted columns;
 *   <li>text only of the fields in {@link #SHOWN_TEXT}: whatever is new is hidden until somebody decides otherwise;
 *   <li>states, kinds, numbers, amounts, dates, moments and ids, unless the field is in {@link #HIDDEN}.
 * </ol>
 *
 * Fields of what is embedded, or is a part of another record, are named with their path.
 */
final class ShownValues {

    /** Names of offices, files, codes and the accounts' own; nothing that people told or that was written about them. */
    private static final Set<String> SHOWN_TEXT = Set.of(
            "account.username",
            "account.name",
            "account.areaCode",
            "accessToken.name",
            "accessToken.scopes",
            "area.name",
            "area.parentCode",
            "area.successorCode",
            "branch.name",
            "branch.creditCode",
            "branch.areaCode",
            "bulletin.digest",
            "bulletinFile.sha256",
            "bulletinTemplate.sha256",
            "disclosure.areaCode",
            "evidence.sha256",
            "evidence.mediaType",
            "platform.name",
            "platform.aliases",
            "platform.company",
            "platform.companyCreditCode",
            "platform.policeAuthority",
            "platform.policeCaseNumber",
            "registration.number",
            "reportingWeek.closedBy");

    /** What somebody is, and why they are on a list. */
    private static final Set<String> HIDDEN = Set.of(
            "investor.sex",
            "investor.bornOn",
            "investor.elderly",
            "investor.hardship",
            "attentionEntry.reason",
            "registration.agent.relation");

    private ShownValues() {}

    /**
     * As it is written into the trail, or null when it stays hidden.
     *
     * @param field with the record's type and its path, without the ids of parts
     */
    static Object of(String field, Object value) {
        if (HIDDEN.contains(field)) {
            return null;
        }
        if (value instanceof CharSequence) {
            return SHOWN_TEXT.contains(field) ? value.toString() : null;
        }
        if (value instanceof Collection<?> many) {
            var shown = many.stream().map(one -> of(field, one)).toList();
            return shown.stream().anyMatch(Objects::isNull)
                    ? null
                    : many instanceof Set ? shown.stream().sorted().toList() : shown;
        }
        if (value instanceof Object[] many) {
            return of(field, Arrays.asList(many));
        }
        return ofPlain(value);
    }

    private static Object ofPlain(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof BigDecimal amount) {
            return amount.toPlainString();
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            return value;
        }
        return value instanceof TemporalAccessor || value instanceof UUID ? value.toString() : null;
    }
}
