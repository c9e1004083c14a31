package io.redress.registration.investor;

import io.redress.area.AreaScope;
import io.redress.common.database.Sql;
import io.redress.common.record.SqlWrites;
import io.redress.common.text.Like;
import io.redress.privacy.BlindIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Names from before the tokens, in clear (V040). Each is here until its tokens are written; a name that changes in the
 * meantime has tokens at once. The table only gets emptier, and the first start that finds it empty erases its traces.
 */
@ApplicationScoped
@SqlWrites("index-names: begin and end")
class UnindexedNames {

    private static final String NEXT = """
            select investor.id, investor.name, investor.area_code, merged_into_id is not null, anonymised_at is not null
            from unindexed_name join investor on investor.id = investor_id
            order by investor_id limit ? for update skip locked
            """;

    private final Sql sql;
    private volatile boolean isEmpty;

    UnindexedNames(Sql sql) {
        this.sql = sql;
    }

    /** Asks the database until the answer is no, which is final. */
    boolean isAny() {
        isEmpty = isEmpty
                || !sql.first("select exists (select from unindexed_name)", row -> row.getBoolean(1))
                        .orElseThrow();
        return !isEmpty;
    }

    long count() {
        return sql.first("select count(*) from unindexed_name", row -> row.getLong(1))
                .orElseThrow();
    }

    /** Those with such a name, in the order of the index; their names may have changed since. */
    List<Investor> called(NameTerms.Sought sought, AreaScope scope, int limit) {
        var columns = sought.kind() == BlindIndex.NAME ? List.of("folded") : List.of("folded", "pinyin", "initials");
        var values = new ArrayList<Object>(Collections.nCopies(columns.size(), Like.beginningWith(sought.text())));
        values.add(scope.pattern());
        values.addAll(Collections.nCopies(columns.size(), sought.text()));
        values.add(limit);
        var ids = sql.list(
                "select investor_id from unindexed_name join investor on id = investor_id where ("
                        + each(columns, " like ? escape '\\'")
                        + ") and (area_code like ? or merged_into_id is not null)"
                        + " order by (" + each(columns, " = ?") + ") desc, investor_id desc limit ?",
                row -> row.getObject(1, UUID.class),
                values.toArray());
        return Investor.list("id in ?1", ids);
    }

    private static String each(List<String> columns, String condition) {
        return columns.stream().map(column -> column + condition).collect(Collectors.joining(" or "));
    }

    /** Writes the tokens of some names; returns their number, 0 when none is left or all of them are locked. */
    @Transactional
    int indexNext(int limit) {
        var next = sql.list(NEXT, UnindexedNames::tokens, limit);
        NameTokens.write(next);
        return sql.update(
                "delete from unindexed_name where investor_id = any(?)",
                statement -> statement.setArray(
                        1,
                        statement
                                .getConnection()
                                .createArrayOf(
                                        "uuid",
                                        next.stream()
                                                .map(NameTokens::investorId)
                                                .toArray())));
    }

    private static NameTokens tokens(ResultSet row) throws SQLException {
        var id = row.getObject(1, UUID.class);
        var isMerged = row.getBoolean(4);
        var isAnonymous = row.getBoolean(5);
        return NameTokens.of(
                id,
                isAnonymous ? null : Investor.cell(id, "name").open(row.getBytes(2)),
                isMerged ? null : row.getString(3));
    }
}
