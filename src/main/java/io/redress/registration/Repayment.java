package io.redress.registration;

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

/** 回款笔: money back, one row for each time. */
@Entity
class Repayment {

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
    PartialDate repaidOn;

    @Enumerated(EnumType.STRING)
    RepaymentKind kind;

    BigDecimal amount;
}
