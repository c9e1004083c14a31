package io.redress.registration;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** 投资笔: money in, one row for each time. */
@Entity
class Investment {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    Registration registration;

    int position;

    String product;

    String contractNumber;

    LocalDate investedOn;

    LocalDate maturesOn;

    BigDecimal principal;

    BigDecimal annualRate;

    @Enumerated(EnumType.STRING)
    PaymentMethod paymentMethod;

    String bankAccount;

    /** 复投: interest or principal rolled over into a new contract. It was absorbed once and adds no principal. */
    boolean rolledOver;
}
