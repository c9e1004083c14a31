package io.redress.registration;

import io.redress.common.event.DomainEvent;
import java.util.UUID;

/** Domain event: a person's data has passed its retention period. Other features delete what names the person. */
public record InvestorAnonymised(UUID investorId) implements DomainEvent {}
