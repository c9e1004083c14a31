package io.redress.reveal;

import io.redress.common.record.NotAudited;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a person was in a list that was taken away in clear. {@link RevealedPeople} writes it. */
@Entity
@Immutable
@NotAudited("told by the event of the export")
class RevealPerson {

    /** Primary key. */
    @Embeddable
    record Key(UUID revealId, UUID investorId) {}

    @EmbeddedId
    Key id;
}
