package io.redress.registration.model;

import io.redress.common.record.Encrypted;
import io.redress.common.words.Label;
import io.redress.common.words.Labelled;
import io.redress.identity.DocumentType;
import io.redress.identity.IdentityDocument;
import io.redress.privacy.EncryptedColumn;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Representative of an investor: an agent with a power of attorney, or an heir with proof of death and kinship. */
@Embeddable
public class Agent {

    public enum Capacity implements Labelled {
        AGENT("代理人", "Agent"),
        HEIR("继承人", "Heir");

        private final Label label;

        Capacity(String zh, String en) {
            label = new Label(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    public enum Paper implements Labelled {
        POWER_OF_ATTORNEY("授权委托书", "Power of attorney"),
        DEATH_CERTIFICATE("死亡证明", "Death certificate"),
        KINSHIP_PROOF("亲属关系证明", "Proof of kinship"),
        INHERITANCE_NOTARISATION("继承公证书", "Notarised inheritance"),
        OTHER("其他", "Other");

        private final Label label;

        Paper(String zh, String en) {
            label = new Label(zh, en);
        }

        @Override
        public Label label() {
            return label;
        }
    }

    @Enumerated(EnumType.STRING)
    public Capacity capacity;

    @Encrypted
    private byte[] name;

    @Enumerated(EnumType.STRING)
    public DocumentType documentType;

    @Encrypted
    private byte[] documentNumber;

    @Encrypted
    private byte[] phone;

    @Encrypted
    private byte[] relation;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    public List<Paper> papers;

    public static Agent of(UUID registrationId, Capacity capacity, String name, String relation, List<Paper> papers) {
        var agent = new Agent();
        agent.capacity = capacity;
        agent.name = at(registrationId, "agent_name").seal(name);
        agent.relation = at(registrationId, "agent_relation").seal(relation);
        agent.papers = papers;
        return agent;
    }

    public void identify(UUID registrationId, IdentityDocument document, String reachedBy) {
        documentType = document.type();
        documentNumber = at(registrationId, "agent_document_number").seal(document.number());
        phone = at(registrationId, "agent_phone").seal(reachedBy);
    }

    public String name(UUID registrationId) {
        return at(registrationId, "agent_name").open(name);
    }

    public String documentNumber(UUID registrationId) {
        return at(registrationId, "agent_document_number").open(documentNumber);
    }

    public String phone(UUID registrationId) {
        return at(registrationId, "agent_phone").open(phone);
    }

    public String relation(UUID registrationId) {
        return at(registrationId, "agent_relation").open(relation);
    }

    private static EncryptedColumn at(UUID registrationId, String column) {
        return EncryptedColumn.of("registration", registrationId, column);
    }

    /**
     * An agent needs a power of attorney; an heir needs a death certificate, with proof of kinship or a notarised
     * inheritance.
     */
    public boolean hasItsPapers() {
        return capacity == Capacity.AGENT
                ? papers.contains(Paper.POWER_OF_ATTORNEY)
                : papers.contains(Paper.DEATH_CERTIFICATE)
                        && (papers.contains(Paper.KINSHIP_PROOF) || papers.contains(Paper.INHERITANCE_NOTARISATION));
    }
}
