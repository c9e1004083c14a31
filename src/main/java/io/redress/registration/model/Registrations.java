package io.redress.registration.model;

import io.redress.area.AreaScope;
import io.redress.registration.investor.Investor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queries for registrations. */
public final class Registrations {

    private Registrations() {}

    public static Optional<Registration> inScope(UUID id, AreaScope scope) {
        return Registration.find(
                        "from Registration r join fetch r.investor i where r.id = ?1 and i.areaCode like ?2",
                        id,
                        scope.pattern())
                .firstResultOptional();
    }

    /**
     * The registration, read after its investor is locked: what was read before may have changed while waiting for the lock.
     */
    public static Optional<Registration> lockWithInvestor(UUID id, AreaScope scope) {
        Optional<UUID> investorId = Registration.find(
                        "select r.investor.id from Registration r where r.id = ?1 and r.investor.areaCode like ?2",
                        id,
                        scope.pattern())
                .project(UUID.class)
                .firstResultOptional();
        return investorId
                .flatMap(Investor::lock)
                .flatMap(locked -> inScope(id, scope).map(registration -> registration.lockedWith(locked)));
    }

    public static Optional<UUID> investorOf(UUID id) {
        return Registration.find("select r.investor.id from Registration r where r.id = ?1", id)
                .project(UUID.class)
                .firstResultOptional();
    }

    public static List<Registration> numbered(String number, AreaScope scope) {
        return Registration.list(
                "from Registration r join fetch r.investor i where r.number = ?1 and i.areaCode like ?2",
                number.strip(),
                scope.pattern());
    }

    /** What ended in this one. */
    public static List<Registration> mergedInto(UUID id) {
        return Registration.list("mergedIntoId = ?1 order by id", id);
    }

    public static List<Registration> ofInvestor(UUID investorId) {
        return Registration.list("investor.id = ?1 order by id", investorId);
    }
}
