package io.redress.registration.model;

import io.redress.common.id.Ids;
import io.redress.common.record.Encrypted;
import io.redress.common.time.PartialDate;
import io.redress.privacy.EncryptedColumn;
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

/** 投资笔: one payment into a platform. */
@Entity
public class Investment {

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    Registration registration;

    public int position;

    @Encrypted
    private byte[] product;

    @Encrypted
    private byte[] contractNumber;

    @Embedded
    @AttributeOverride(name = "first", column = @Column(name = "invested_on"))
    @AttributeOverride(name = "precision", column = @Column(name = "invested_on_precision"))
    @AttributeOverride(name = "approximate", column = @Column(name = "invested_on_approximate"))
    public PartialDate investedOn;

    @Embedded
    @AttributeOverride(name = "first", column = @Column(name = "matures_on"))
    @AttributeOverride(name = "precision", column = @Column(name = "matures_on_precision"))
    @AttributeOverride(name = "approximate", column = @Column(name = "matures_on_approximate"))
    public PartialDate maturesOn;

    public BigDecimal principal;

    public BigDecimal annualRate;

    @Enumerated(EnumType.STRING)
    public PaymentMethod paymentMethod;

    @Encrypted
    private byte[] bankAccount;

    /** 复投: interest or principal rolled over into a new contract; it is no new money and adds no principal. */
    public boolean rolledOver;

    /** Creates an investment that belongs to no registration yet. */
    public static Investment of(
            String product,
            String contractNumber,
            PartialDate investedOn,
            PartialDate maturesOn,
            BigDecimal principal,
            BigDecimal annualRate,
            PaymentMethod paymentMethod,
            String bankAccount,
            boolean rolledOver) {
        var investment = new Investment();
        investment.id = Ids.next();
        investment.product = investment.at("product").seal(product);
        investment.contractNumber = investment.at("contract_number").seal(contractNumber);
        investment.investedOn = investedOn;
        investment.maturesOn = maturesOn;
        investment.principal = principal;
        investment.annualRate = annualRate;
        investment.paymentMethod = paymentMethod;
        investment.bankAccount = investment.at("bank_account").seal(bankAccount);
        investment.rolledOver = rolledOver;
        return investment;
    }

    /** A copy for another registration. */
    Investment copy() {
        return of(
                product(),
                contractNumber(),
                investedOn,
                maturesOn,
                principal,
                annualRate,
                paymentMethod,
                bankAccount(),
                rolledOver);
    }

    void belongTo(Registration owner, int place) {
        registration = owner;
        position = place;
    }

    void anonymise() {
        contractNumber = null;
        bankAccount = null;
    }

    public String product() {
        return at("product").open(product);
    }

    public String contractNumber() {
        return at("contract_number").open(contractNumber);
    }

    public String bankAccount() {
        return at("bank_account").open(bankAccount);
    }

    private EncryptedColumn at(String column) {
        return EncryptedColumn.of("investment", id, column);
    }
}
