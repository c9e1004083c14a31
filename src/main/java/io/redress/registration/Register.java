package io.redress.registration;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.redress.account.Viewer;
import io.redress.area.AreaScope;
import io.redress.common.problem.Problem;
import io.redress.common.query.Conditions;
import io.redress.common.text.Words;
import io.redress.platform.Platform;
import io.redress.registration.PersonalField.PersonalDatum;
import io.redress.registration.RegistrationWarning.Warnings;
import io.redress.registration.investor.Investor;
import io.redress.registration.model.Registration;
import io.redress.registration.model.RegistrationHistory;
import io.redress.registration.model.RegistrationStatus;
import io.redress.registration.model.Registrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Queries on the register, limited to the viewer's areas. */
@ApplicationScoped
public class Register {

    /** Filter of the list; null is no condition. */
    public record Filter(
            UUID platformId,
            AreaScope area,
            RegistrationStatus status,
            Instant receivedFrom,
            Instant receivedBefore,
            String number) {}

    @Transactional
    public RegistrationView read(UUID id, Viewer viewer, Words words) {
        var registration = Registrations.inScope(id, viewer.scope()).orElseThrow(Problem::notFound);
        var platform = Platform.ofId(registration.platformId).orElseThrow();
        var ofSameInvestor = Registrations.ofInvestor(registration.investor.id);
        var warnings = new Warnings();
        warnings.of(registration, platform, ofSameInvestor);
        return RegistrationView.of(registration, platform, ofSameInvestor, warnings, words);
    }

    @Transactional
    public List<HistoryView> history(UUID id, Viewer viewer) {
        Registrations.inScope(id, viewer.scope()).orElseThrow(Problem::notFound);
        return RegistrationHistory.of(id).stream().map(HistoryView::of).toList();
    }

    /** Rows by time of receipt, latest first, below the given id. A single statement, so it needs no transaction. */
    public List<RegistrationRow> list(Filter filter, AreaScope scope, UUID below, int limit) {
        return find(RegistrationRow.Kept.COLUMNS + " from Registration r join r.investor i", filter, scope, below)
                .project(RegistrationRow.Kept.class)
                .page(0, limit)
                .list()
                .stream()
                .map(RegistrationRow.Kept::row)
                .toList();
    }

    private static PanacheQuery<Registration> find(String from, Filter filter, AreaScope scope, UUID below) {
        var conditions = new Conditions()
                .and("r.platformId = :platform", "platform", filter.platformId())
                .and("r.status = :status", "status", filter.status())
                .and("r.receivedAt >= :from", "from", filter.receivedFrom())
                .and("r.receivedAt < :before", "before", filter.receivedBefore())
                .and("r.number = :number", "number", filter.number())
                .and("r.id < :below", "below", below);
        if (!scope.equals(AreaScope.EVERYWHERE)) {
            conditions.and("i.areaCode like :scope", "scope", scope.pattern());
        }
        if (filter.area() != null) {
            conditions.and("i.areaCode like :area", "area", filter.area().pattern());
        }
        return Registration.find(from + " where " + conditions.text() + " order by r.id desc", conditions.parameters());
    }

    /** Rows of the same list for export, masked or not. In parallel, because decryption is most of the work. */
    List<RegisterLine> lines(Filter filter, AreaScope scope, UUID below, int limit, boolean inClear) {
        return find(RegisterLine.Kept.COLUMNS + " from Registration r join r.investor i", filter, scope, below)
                .project(RegisterLine.Kept.class)
                .page(0, limit)
                .list()
                .parallelStream()
                .map(kept -> kept.line(inClear))
                .toList();
    }

    /**
     * Unmasks personal data. The caller has to record the reveal.
     *
     * @throws Problem 404 if nobody in scope has this id; 409 if the person is anonymous
     */
    @Transactional
    public Map<PersonalField, List<PersonalDatum>> inClear(
            UUID investorId, Collection<PersonalField> fields, AreaScope scope) {
        var person = Investor.inScope(investorId, scope).orElseThrow(Problem::notFound);
        person.demandOpen();
        var records = person.records();
        var registrations = Registrations.ofInvestor(person.id);
        var found = new EnumMap<PersonalField, List<PersonalDatum>>(PersonalField.class);
        fields.forEach(field -> found.put(field, field.of(records, registrations)));
        return found;
    }

    /**
     * A person, for other features.
     *
     * @param records ids of all records of the person; the person's own comes first
     */
    public record PersonBrief(UUID id, String name, String areaCode, List<UUID> records) {}

    /** @throws Problem 404 if nobody in scope has this id */
    @Transactional
    public PersonBrief person(UUID investorId, AreaScope scope) {
        var person = Investor.inScope(investorId, scope).orElseThrow(Problem::notFound);
        return new PersonBrief(
                person.id,
                person.name(),
                person.areaCode,
                person.records().stream().map(record -> record.id).toList());
    }

    /**
     * A live registration for use by another feature. Its investor stays locked until the transaction ends, so that the
     * registration cannot end or move meanwhile.
     *
     * @throws Problem 422 at the pointer if there is none in scope
     */
    @Transactional
    public RegistrationBrief live(UUID id, AreaScope scope, String pointer) {
        return Registrations.lockWithInvestor(id, scope)
                .filter(registration -> registration.status.isLive())
                .map(RegistrationBrief::of)
                .orElseThrow(() -> Problem.invalid(pointer, "registration-unknown"));
    }
}
