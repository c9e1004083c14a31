package io.redress.registration;

import io.redress.common.event.DomainEvent;
import java.util.UUID;

/** Somebody's records have outlived their period: what else names them is to go as well. */
public record InvestorAnonymised(UUID investorId) implements DomainEvent {}
