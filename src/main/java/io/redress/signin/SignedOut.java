package io.redress.signin;

import io.redress.common.event.DomainEvent;
import java.util.UUID;

/** Somebody left: what was kept for the time that they are there goes with them. */
public record SignedOut(UUID accountId) implements DomainEvent {}
