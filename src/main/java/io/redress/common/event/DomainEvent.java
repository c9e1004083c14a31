package io.redress.common.event;

/**
 * Domain event: a change of a record. Use cases fire it inside their transaction, and the observers (tally, audit,
 * later the webhook outbox) run in the same transaction. So the change and its trace commit or roll back together.
 */
public interface DomainEvent {}
