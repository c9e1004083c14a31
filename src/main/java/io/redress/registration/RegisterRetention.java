package io.redress.registration;

import io.redress.common.event.DomainEvent;
import io.redress.common.retention.RetentionRule;
import io.redress.file.EncryptedFiles;
import io.redress.file.StoredFiles;
import io.redress.registration.investor.Investor;
import io.redress.registration.investor.InvestorMerge;
import io.redress.registration.model.Evidence;
import io.redress.registration.model.RegistrationHistory;
import io.redress.registration.model.Registrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/**
 * Retention rule for the register: people become anonymous when their last registration ended long ago. The register
 * keeps the amounts, places and times, but not the person. The person's files are erased.
 */
@ApplicationScoped
class RegisterRetention implements RetentionRule {

    private final EncryptedFiles files;
    private final StoredFiles clearFiles;
    private final Event<DomainEvent> events;
    private final Clock clock;

    RegisterRetention(EncryptedFiles files, StoredFiles clearFiles, Event<DomainEvent> events, Clock clock) {
        this.files = files;
        this.clearFiles = clearFiles;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "register";
    }

    @Override
    @Transactional
    public long countEndedBefore(Instant moment) {
        return Investor.countEndedBefore(moment);
    }

    @Override
    @Transactional
    public int eraseEndedBefore(Instant moment, int limit) {
        var investors = Investor.lockEndedBefore(moment, limit);
        for (var investor : investors) {
            var records = investor.records();
            InvestorMerge.of(records).forEach(InvestorMerge::forgetReasons);
            records.forEach(record -> record.anonymise(clock.instant()));
            for (var registration : Registrations.ofInvestor(investor.id)) {
                registration.anonymise();
                RegistrationHistory.forgetReasons(registration.id);
                Evidence.of(registration.id).forEach(this::erase);
            }
            records.forEach(record -> events.fire(new InvestorAnonymised(record.id)));
        }
        return investors.size();
    }

    private void erase(Evidence evidence) {
        evidence.delete();
        Evidence.flush();
        if (evidence.fileId == null) {
            clearFiles.forgetUnlessUsed(evidence.clearSha256);
        } else if (Evidence.count("fileId", evidence.fileId) == 0) {
            files.forget(evidence.fileId);
        }
    }
}
