package io.redress.privacy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table with encrypted columns, for what concerns them all.
 *
 * @param key the columns that tell its rows apart, as {@link EncryptedColumn#row} joins them
 */
record EncryptedTable(String name, List<String> key, List<String> columns) {

    static final List<EncryptedTable> ALL = List.of(
            new EncryptedTable(
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
            new EncryptedTable(
                    "registration",
                    List.of("id"),
                    List.of("agent_document_number", "agent_phone", "salesperson_phone")),
            new EncryptedTable("platform_account", List.of("registration_id", "position"), List.of("registered_phone")),
            new EncryptedTable("investment", List.of("id"), List.of("bank_account")),
            new EncryptedTable("draft", List.of("account_id", "form"), List.of("content")),
            new EncryptedTable("idempotency_key", List.of("account_id", "key"), List.of("body")));

    /** A condition: some column is under another key than the one given for each column. */
    String underOtherKey() {
        return columns.stream()
                .map(column -> "substring(" + column + " from 1 for " + EncryptedText.PREFIX + ") <> ?")
                .collect(Collectors.joining(" or ", "(", ")"));
    }
}
