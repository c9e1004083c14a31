package io.redress.signin;

import io.redress.common.event.DomainEvent;
import java.util.UUID;

/** Fired on sign-out; data kept only for the time of the session must be discarded. */
public record SignedOut(UUID accountId) implements DomainEvent {}
