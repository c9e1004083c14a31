package io.redress.registration.investor;

import io.quarkus.arc.Arc;
import io.redress.common.database.Sql;
import io.redress.common.record.SqlWrites;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The {@link NameToken}s of one investor; an anonymous one has none. They are written by one statement. Old ones are
 * removed by computing them again, so that no second index is needed.
 */
@SqlWrites("the change of the name, area or merge that the tokens follow")
record NameTokens(UUID investorId, String areaCode, List<Token> tokens) {

    /** @param isExact whether it is the token of the whole name, pinyin or initials */
    record Token(long token, boolean isExact) {}

    /** In the order of the index, which so reads each of its pages once. Two terms of one name may have the same token. */
    private static final String WRITE = """
            insert into investor_name_token (token, is_exact, investor_id, area_code)
            select token, is_exact, investor_id, area_code
            from unnest(?, ?, ?, ?) as term (token, is_exact, investor_id, area_code)
            order by token, is_exact, investor_id
            on conflict do nothing
            """;

    private static final String REMOVE = """
            delete from investor_name_token using unnest(?, ?) as term (token, is_exact)
            where investor_name_token.token = term.token and investor_name_token.is_exact = term.is_exact
                and investor_id = ?
            """;

    private record Row(Token token, UUID investorId, String areaCode) {}

    static NameTokens of(Investor investor) {
        return of(
                investor.id,
                investor.isAnonymous() ? null : investor.name(),
                investor.mergedIntoId == null ? investor.areaCode : null);
    }

    /**
     * @param name null for an anonymous investor
     * @param areaCode null for a merged record
     */
    static NameTokens of(UUID investorId, String name, String areaCode) {
        var tokens = name == null
                ? List.<Token>of()
                : NameTerms.of(name).entrySet().stream()
                        .map(term -> new Token(term.getKey().token(), term.getValue()))
                        .toList();
        return new NameTokens(investorId, areaCode, tokens);
    }

    void write() {
        write(List.of(this));
    }

    /** The tokens of many, in one statement. */
    static void write(List<NameTokens> all) {
        var rows = all.stream()
                .flatMap(one -> one.tokens().stream().map(token -> new Row(token, one.investorId(), one.areaCode())))
                .toList();
        sql().update(WRITE, statement -> {
            statement.setArray(
                    1, array(statement, "bigint", rows, row -> row.token().token()));
            statement.setArray(
                    2, array(statement, "boolean", rows, row -> row.token().isExact()));
            statement.setArray(3, array(statement, "uuid", rows, Row::investorId));
            statement.setArray(4, array(statement, "text", rows, Row::areaCode));
        });
    }

    private static <T> Array array(PreparedStatement statement, String type, List<T> items, Function<T, Object> value)
            throws SQLException {
        return statement
                .getConnection()
                .createArrayOf(type, items.stream().map(value).toArray());
    }

    void replace(NameTokens before) {
        if (equals(before)) {
            return;
        }
        before.remove();
        write();
    }

    private void remove() {
        sql().update(REMOVE, statement -> {
            statement.setArray(1, array(statement, "bigint", tokens, Token::token));
            statement.setArray(2, array(statement, "boolean", tokens, Token::isExact));
            statement.setObject(3, investorId);
        });
    }

    private static Sql sql() {
        return Arc.container().instance(Sql.class).get();
    }
}
