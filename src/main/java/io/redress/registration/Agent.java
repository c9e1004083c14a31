package io.redress.registration;

import io.redress.identity.DocumentType;
import io.redress.identity.IdentityDocument;
import io.redress.privacy.Cell;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who registers for somebody else: an agent with a power of attorney, or an heir with proof of death and kinship. */
@Embeddable
class Agent {

    enum Capacity {
        AGENT,
        HEIR
    }

    enum Paper {
        POWER_OF_ATTORNEY,
        DEATH_CERTIFICATE,
        KINSHIP_PROOF,
        INHERITANCE_NOTARISATION,
        OTHER
    }

    @Enumerated(EnumType.STRING)
    Capacity capacity;

    String name;

    @Enumerated(EnumType.STRING)
    DocumentType documentType;

    private byte[] documentNumber;

    private byte[] phone;

    String relation;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    List<Paper> papers;

    void identify(UUID registrationId, IdentityDocument document, String reachedBy) {
        documentType = document.type();
        documentNumber = documentAt(registrationId).seal(document.number());
        phone = phoneAt(registrationId).seal(reachedBy);
    }

    String documentNumber(UUID registrationId) {
        return documentAt(registrationId).open(documentNumber);
    }

    String phone(UUID registrationId) {
        return phoneAt(registrationId).open(phone);
    }

    private static Cell documentAt(UUID registrationId) {
        return Cell.of("registration", registrationId, "agent_document_number");
    }

    private static Cell phoneAt(UUID registrationId) {
        return Cell.of("registration", registrationId, "agent_phone");
    }

    /** An agent acts by a power of attorney, an heir by proof of death and of kinship or by an inheritance notarisation. */
    boolean hasItsPapers() {
        return capacity == Capacity.AGENT
                ? papers.contains(Paper.POWER_OF_ATTORNEY)
                : papers.contains(Paper.DEATH_CERTIFICATE)
                        && (papers.contains(Paper.KINSHIP_PROOF) || papers.contains(Paper.INHERITANCE_NOTARISATION));
    }
}
