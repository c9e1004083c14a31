package io.redress.privacy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table with encrypted columns, for what concerns them all.
 *
 * @param key the columns that tell its rows apart, as {@link Cell#row} joins them
 */
record SealedTable(String name, List<String> key, List<String> columns) {

    static final List<SealedTable> ALL = List.of(
            new SealedTable(
                    "investor",
                    List.of("id"),
                    List.of(
                            "document_number",
                            "phone",
                            "other_phone",
                            "born_on",
                            "street_address",
                            "emergency_name",
                            "emergency_phone")),
            new SealedTable(
                    "registration",
                    List.of("id"),
                    List.of("agent_document_number", "agent_phone", "salesperson_phone")),
            new SealedTable("platform_account", List.of("registration_id", "position"), List.of("registered_phone")),
            new SealedTable("investment", List.of("id"), List.of("bank_account")),
            new SealedTable("draft", List.of("account_id", "form"), List.of("content")),
            new SealedTable("idempotency_key", List.of("account_id", "key"), List.of("body")));

    /** A condition: some column is under another key than the one given for each column. */
    String underOtherKey() {
        return columns.stream()
                .map(column -> "substring(" + column + " from 1 for " + SealedText.PREFIX + ") <> ?")
                .collect(Collectors.joining(" or ", "(", ")"));
    }
}
