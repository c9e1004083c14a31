package io.redress.registration;

import io.redress.identity.DocumentType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
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

    String documentNumber;

    String phone;

    String relation;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    List<Paper> papers;

    /** An agent acts by a power of attorney, an heir by proof of death and of kinship or by an inheritance notarisation. */
    boolean hasItsPapers() {
        return capacity == Capacity.AGENT
                ? papers.contains(Paper.POWER_OF_ATTORNEY)
                : papers.contains(Paper.DEATH_CERTIFICATE)
                        && (papers.contains(Paper.KINSHIP_PROOF) || papers.contains(Paper.INHERITANCE_NOTARISATION));
    }
}
