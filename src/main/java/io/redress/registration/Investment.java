package io.redress.registration;

import io.redress.common.time.PartialDate;
import io.redress.privacy.Cell;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.util.UUID;

/** 投资笔: money in, one row for each time. */
@Entity
class Investment {

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    Registration registration;

    int position;

    String product;

    String contractNumber;

    @Embedded
    @AttributeOverride(name = "first", column = @Column(name = "invested_on"))
    @AttributeOverride(name = "precision", column = @Column(name = "invested_on_precision"))
    @AttributeOverride(name = "approximate", column = @Column(name = "invested_on_approximate"))
    PartialDate investedOn;

    @Embedded
    @AttributeOverride(name = "first", column = @Column(name = "matures_on"))
    @AttributeOverride(name = "precision", column = @Column(name = "matures_on_precision"))
    @AttributeOverride(name = "approximate", column = @Column(name = "matures_on_approximate"))
    PartialDate maturesOn;

    BigDecimal principal;

    BigDecimal annualRate;

    @Enumerated(EnumType.STRING)
    PaymentMethod paymentMethod;

    private byte[] bankAccount;

    /** 复投: interest or principal rolled over into a new contract. It was absorbed once and adds no principal. */
    boolean rolledOver;

    void anonymise() {
        contractNumber = null;
        bankAccount = null;
    }

    void payFrom(String account) {
        bankAccount = at("bank_account").seal(account);
    }

    String bankAccount() {
        return at("bank_account").open(bankAccount);
    }

    private Cell at(String column) {
        return Cell.of("investment", id, column);
    }
}
