package io.redress.registration.investor;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.redress.area.AreaScope;
import io.redress.common.record.InClear;
import io.redress.common.record.NotAudited;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * Keyed token (HMAC) of one of the {@link NameTerms} of an investor, by which the encrypted name is found. The primary
 * key's index answers a look-up in its order: whole names first, then the latest.
 */
@Entity
@Immutable
@Table(name = "investor_name_token")
@NotAudited("the audit log has the change of the name, area or merge that they follow")
class NameToken extends PanacheEntityBase {

    @Embeddable
    record Key(long token, boolean isExact, UUID investorId) implements Serializable {}

    @EmbeddedId
    Key key;

    /** Where the investor lives; null for a merged record, whose person may live elsewhere. */
    @InClear("the scope of every list")
    String areaCode;

    /** The investors with one of these tokens, in the order of the look-up. */
    static List<Investor> find(List<Long> tokens, AreaScope scope, int page, int size) {
        return Investor.<Investor>find(
                        "select i from NameToken t join Investor i on i.id = t.key.investorId"
                                + " where t.key.token in ?1 and (t.areaCode like ?2 or t.areaCode is null)"
                                + " order by t.key.isExact desc, t.key.investorId desc",
                        tokens,
                        scope.pattern())
                .page(page, size)
                .list();
    }
}
