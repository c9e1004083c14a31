package io.redress.registration.investor;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.account.Viewer;
import io.redress.common.id.Ids;
import io.redress.common.record.Encrypted;
import io.redress.common.record.InClear;
import io.redress.privacy.EncryptedColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Record of a merge of two records of one person: who decided it and why, and who undid it. */
@Entity
public class InvestorMerge extends PanacheEntityBase {

    /** Name of the advisory lock: merges lock several people, so they run one after the other to avoid deadlock. */
    public static final String LOCK = "merge people";

    @Id
    public UUID id;

    @Version
    public long version;

    /** The merged record, which now only holds its document and phones. */
    public UUID investorId;

    /** The record that now has the registrations. */
    public UUID intoId;

    /** Null once the person is anonymous. */
    @Encrypted
    private byte[] reason;

    public Instant mergedAt;

    UUID mergedById;

    @InClear("the name of an account")
    public String mergedBy;

    @Encrypted
    private byte[] undoReason;

    public Instant undoneAt;

    UUID undoneById;

    @InClear("the name of an account")
    public String undoneBy;

    public static InvestorMerge of(Investor investor, Investor into, String reason, Viewer by, Instant now) {
        var merge = new InvestorMerge();
        merge.id = Ids.next();
        merge.investorId = investor.id;
        merge.intoId = into.id;
        merge.reason = merge.at("reason").seal(reason);
        merge.mergedAt = now;
        merge.mergedById = by.accountId();
        merge.mergedBy = by.name();
        return merge;
    }

    /** Four-eyes principle: the user who merged two people cannot undo it alone. */
    public void undo(String why, Viewer by, Instant now) {
        if (undoneAt != null) {
            throw InvestorProblems.mergeUndone();
        }
        if (mergedById.equals(by.accountId())) {
            throw InvestorProblems.ownMerge();
        }
        undoReason = at("undo_reason").seal(why);
        undoneAt = now;
        undoneById = by.accountId();
        undoneBy = by.name();
    }

    public String reason() {
        return at("reason").open(reason);
    }

    public String undoReason() {
        return at("undo_reason").open(undoReason);
    }

    private EncryptedColumn at(String column) {
        return EncryptedColumn.of("investor_merge", id, column);
    }

    public void forgetReasons() {
        reason = null;
        undoReason = null;
    }

    public static Optional<InvestorMerge> lock(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** All merges of these records, undone or not, in the order of time. */
    public static List<InvestorMerge> of(Collection<Investor> records) {
        var ids = records.stream().map(record -> record.id).toList();
        return list("investorId in ?1 or intoId in ?1 order by id", ids);
    }
}
