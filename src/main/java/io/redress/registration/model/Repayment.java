package io.redress.registration.model;

import io.redress.common.time.PartialDate;
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
import org.hibernate.annotations.UuidGenerator;

/** 回款笔: one payment by the platform. */
@Entity
public class Repayment {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    Registration registration;

    int position;

    @Embedded
    @AttributeOverride(name = "first", column = @Column(name = "repaid_on"))
    @AttributeOverride(name = "precision", column = @Column(name = "repaid_on_precision"))
    @AttributeOverride(name = "approximate", column = @Column(name = "repaid_on_approximate"))
    public PartialDate repaidOn;

    @Enumerated(EnumType.STRING)
    public RepaymentKind kind;

    public BigDecimal amount;

    /** Creates a repayment that belongs to no registration yet. */
    public static Repayment of(PartialDate repaidOn, RepaymentKind kind, BigDecimal amount) {
        var repayment = new Repayment();
        repayment.repaidOn = repaidOn;
        repayment.kind = kind;
        repayment.amount = amount;
        return repayment;
    }

    /** A copy for another registration. */
    Repayment copy() {
        return of(repaidOn, kind, amount);
    }

    void belongTo(Registration owner, int place) {
        registration = owner;
        position = place;
    }
}
