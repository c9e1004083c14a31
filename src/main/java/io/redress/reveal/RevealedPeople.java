package io.redress.reveal;

import io.redress.common.database.Sql;
import io.redress.common.record.SqlWrites;
import io.redress.export.SelectedPeople;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The people in lists that were taken away in clear. Set-based, because a list may have all of a province. */
@Singleton
@SqlWrites("revealed")
public class RevealedPeople {

    private static final String COUNT = "select count(*) from (%s) people";

    /** Nobody counts twice who was in another list; lists that were approved do not count. */
    private static final String COUNT_WITH_EARLIER = """
            select count(*) from (
                %s
                union
                select person.investor_id from reveal_person person join reveal on id = reveal_id
                where account_id = ? and kind = 'EXPORT' and request_id is null and revealed_at > ?) people
            """;

    private static final String RECORD =
            "insert into reveal_person (reveal_id, investor_id) select ?, person.* from (%s) person";

    private static final String AMONG =
            "select investor_id from reveal_person where reveal_id = ? and investor_id = any(?)";

    private final Sql sql;

    RevealedPeople(Sql sql) {
        this.sql = sql;
    }

    public int count(SelectedPeople people) {
        return number(COUNT, people, List.of());
    }

    /** With those whom the account has taken away since then without an approval. */
    int countWithEarlier(SelectedPeople people, UUID accountId, Instant since) {
        return number(COUNT_WITH_EARLIER, people, List.of(accountId, since));
    }

    private int number(String select, SelectedPeople people, List<Object> further) {
        var values = new ArrayList<>(people.values());
        values.addAll(further);
        return sql.first(select.formatted(people.select()), row -> row.getInt(1), values.toArray())
                .orElseThrow();
    }

    void record(UUID revealId, SelectedPeople people) {
        var values = new ArrayList<Object>();
        values.add(revealId);
        values.addAll(people.values());
        sql.update(RECORD.formatted(people.select()), values.toArray());
    }

    /** Those of these people who are recorded. */
    Set<UUID> among(UUID revealId, Collection<UUID> people) {
        return new HashSet<>(sql.list(AMONG, row -> row.getObject(1, UUID.class), select -> {
            select.setObject(1, revealId);
            select.setArray(2, select.getConnection().createArrayOf("uuid", people.toArray()));
        }));
    }
}
